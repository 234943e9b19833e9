import { expect, it } from 'vitest'
import { imageNotServed } from '../../../src/validate/rules/image-not-served.js'
import { openCloud } from '../../support/open-cloud.js'
import { concerned, mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const paths = [
  'logo.svg',
  './logo.svg',
  'assets/logo.svg',
  'branding/logo.png',
  'Themes/acme/logo.svg',
  'themes/../logo.svg',
]
const onDisk = [
  '/var/lib/ocis/web/assets/themes/acme/logo.svg',
  '/web/assets/themes/acme/logo.svg',
  '/etc/ocis/logo.svg',
]

testRule(imageNotServed, {
  valid: [
    ...valuesAt(at, [
      '',
      'themes/acme/logo.svg',
      './themes/acme/logo.svg',
      'themes//acme/logo.svg',
      // Another server may have it, behind the same proxy.
      '/branding/logo.svg',
      'data:image/gif,x',
    ]),
    ...valuesAt(at, paths, { served: 'static' }),
  ],
  invalid: [
    ...mistakesAt(at, [...paths, ...onDisk], 'image-not-served'),
    {
      name: 'with a path',
      change: { [at]: 'assets/logo.svg' },
      finds: [`image-not-served ${at}`],
      says: '"themes/acme/assets/logo.svg"',
      cure: { [at]: 'themes/acme/assets/logo.svg' },
    },
    {
      name: 'a background, which needs the slash, too',
      change: { '/clients/web/defaults/loginPage/backgroundImg': 'harbour.jpg' },
      finds: ['image-not-served /clients/web/defaults/loginPage/backgroundImg'],
      says: '"/themes/acme/assets/harbour.jpg"',
      cure: { '/clients/web/defaults/loginPage/backgroundImg': '/themes/acme/assets/harbour.jpg' },
    },
    {
      name: 'in OpenCloud',
      ...openCloud({ '/clients/web/defaults/background': 'bg.jpg' }),
      finds: ['image-not-served /clients/web/defaults/background'],
    },
  ],
})

it('concerns servers that serve themes only', () => {
  expect(concerned(imageNotServed)).toEqual({
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
