import { expect, it } from 'vitest'
import { uploadFormat } from '../../../src/validate/rules/upload-format.js'
import { openCloud } from '../../support/open-cloud.js'
import { concerned, mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const code = 'upload-format'

testRule(uploadFormat, {
  valid: [
    ...valuesAt(at, [
      ...['png', 'jpg', 'jpeg?v=2', 'gif#x'].map((end) => `themes/_branding/logo.${end}`),
      ...['themes/_branding/logo.v2.png', 'themes/_branding/logo.png?v=1.svg'],
      ...['themes/_branding/logo', 'themes/acme/logo.svg', 'branding/logo.svg', 'themes/_branding.svg', ''],
    ]),
    ...valuesAt(at, ['themes/_branding/logo.svg', 'branding/logo.png'], { target: 'ocis-5' }),
    ...valuesAt(at, ['themes/_branding/logo.svg'], { served: 'static' }),
    {
      name: 'on a server of OpenCloud, which takes any file',
      ...openCloud({ '/clients/web/defaults/logo': 'themes/_branding/logo.svg' }),
    },
  ],
  invalid: [
    ...mistakesAt(
      at,
      ['themes/_branding/logo.svg', 'themes/_branding/logo.PNG', './themes//_branding/logo.webp'],
      code,
    ),
    ...mistakesAt(at, ['/themes/_branding/logo.webp'], code, { target: 'ocis-6' }),
    ...mistakesAt(at, ['branding/logo.svg'], code, { target: 'ocis-5' }),
    ...mistakesAt('/common/logo', ['themes/_branding/logo.svg'], code),
    {
      name: 'in a branding file',
      document: {
        common: { logo: 'themes/_branding/logo.svg' },
        clients: { web: { defaults: { logo: { topbar: 'themes/_branding/logo.svg' } } } },
      },
      options: { as: 'branding' },
      finds: [`${code} /common/logo`, `${code} ${at}`],
    },
    {
      name: 'with what the upload takes; nothing more is said of the format',
      change: { [at]: 'themes/_branding/logo.eps?v=1' },
      finds: [`${code} ${at}`],
      says: /\.jpg, \.jpeg, \.png, \.gif .*".eps"/,
      cure: { [at]: 'themes/_branding/logo.png' },
    },
  ],
})

it('concerns some targets', () => {
  expect(concerned(uploadFormat)).toEqual({
    server: ['ocis-5', 'ocis-6', 'ocis-7', 'ocis-8', 'ocis-next'],
    static: [],
  })
})
