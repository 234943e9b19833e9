import { linkWithoutScheme } from '../../../src/validate/rules/link-without-scheme.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/common/urls/imprint'

testRule(linkWithoutScheme, {
  valid: valuesAt(at, [
    'https://www.acme.example',
    '//www.acme.example',
    'imprint/www.html',
    'imprint.html',
    'legal.php?page=imprint',
    'index.php/imprint',
    '/acme.example/imprint',
    'https://acme.example',
    'http://acme',
    'mailto:imprint@acme.example',
    '',
  ]),
  invalid: [
    ...mistakesAt(
      at,
      [
        'www.acme.example',
        'WWW.acme.example/imprint',
        '\twww.acme.example',
        'acme.example',
        'acme.example/imprint.html',
        'acme.example:8443/imprint',
        'imprint@acme.example',
        'https//acme.example',
        'https:acme.example',
        'https:/acme.example',
        'http//acme.example',
      ],
      'link-without-scheme',
    ),
    {
      name: 'with the address',
      change: { '/common/urls/privacy': ' www.acme.example/privacy ' },
      finds: ['link-without-scheme /common/urls/privacy'],
      says: '"https://www.acme.example/privacy"',
      cure: { '/common/urls/privacy': 'https://www.acme.example/privacy' },
    },
  ],
})
