import { linkWithoutScheme } from '../../../src/validate/rules/link-without-scheme.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/common/urls/imprint'

testRule(linkWithoutScheme, {
  valid: valuesAt(at, [
    'https://www.acme.example',
    '//www.acme.example',
    'acme.example/imprint',
    'imprint/www.html',
    '',
  ]),
  invalid: [
    ...mistakesAt(
      at,
      ['www.acme.example', 'WWW.acme.example/imprint', '\twww.acme.example'],
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
