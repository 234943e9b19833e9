import { invalidImage } from '../../../src/validate/rules/invalid-image.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'

testRule(invalidImage, {
  valid: valuesAt(at, [
    '',
    'themes/acme/logo',
    'themes/acme/logo.svg?v=2#x',
    'themes/acme/größe.svg',
    'themes/acme/a%20b.svg',
    '/logo',
    'data:image/png;base64,iVBORw0KGgo=',
    'data:image/svg+xml,%3Csvg/%3E',
    'data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg"/>',
  ]),
  invalid: [
    ...mistakesAt(
      at,
      [
        'none',
        'null',
        '-',
        'logo',
        '#',
        '#ffffff',
        'themes/acme/',
        'url(themes/acme/logo.svg)',
        'url("themes/acme/logo.svg")',
        'linear-gradient(red, blue)',
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        '{logo}',
        'themes/{theme}/logo.svg',
        'themes/acme/lo\u200bgo.svg',
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'data:image/png',
        'data:image/png;base64,',
        'data:image/png;base64,<svg/>',
      ],
      'invalid-image',
    ),
    {
      name: 'CSS, which is no path to be encoded either',
      change: { '/clients/web/defaults/loginPage/backgroundImg': "url('/themes/acme/harbour.jpg')" },
      finds: ['invalid-image /clients/web/defaults/loginPage/backgroundImg'],
      says: 'nothing shows',
      cure: { '/clients/web/defaults/loginPage/backgroundImg': '/themes/acme/harbour.jpg' },
    },
  ],
})
