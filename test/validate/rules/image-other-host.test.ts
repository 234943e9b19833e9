import { expect, it } from 'vitest'
import { foreignImage } from '../../../src/validate/rules/image-other-host.js'
import { concerned, mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const address = 'https://cdn.example/logo.svg'
const code = 'image-other-host'

testRule(foreignImage, {
  valid: [
    ...valuesAt(at, ['themes/acme/logo.svg', '/themes/acme/logo.svg', 'themes//logo.svg', '']),
    // The policy is that of the server of oCIS 6 and later.
    ...valuesAt(at, [address, '//cdn.example/logo.svg'], { target: 'ocis-5' }),
    ...valuesAt(at, [address, '//cdn.example/logo.svg'], { served: 'static' }),
  ],
  invalid: [
    ...mistakesAt(
      at,
      [address, 'HTTPS://cdn.example/a.svg', '//cdn.example/logo.svg', '/\\cdn.example/a.svg'],
      code,
    ),
    ...mistakesAt(at, [address], code, { target: 'ocis-6' }),
    ...['\\\\cdn.example\\logo.svg', ' //cdn.example/logo.svg'].flatMap((text) =>
      mistakesAt(at, [text], code).map((one) => ({
        ...one,
        cure: { [at]: 'themes/acme/logo.svg' },
      })),
    ),
  ],
})

it('concerns some targets', () => {
  expect(concerned(foreignImage)).toEqual({
    server: [
      'ocis-6',
      'ocis-7',
      'ocis-8',
      'ocis-next',
      'opencloud-1',
      'opencloud-2',
      'opencloud-4',
      'opencloud-7.3',
    ],
    static: [],
  })
})
