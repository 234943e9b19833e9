import { invalidLink } from '../../../src/validate/rules/invalid-link.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/common/urls/imprint'

testRule(invalidLink, {
  valid: valuesAt(at, [
    '',
    '#',
    '?page=imprint',
    '/imprint',
    'imprint.html',
    ' https://acme.example/imprint ',
    'https://ümlaut.example/größe?q=a,b;c#(d)',
    'https://acme.example/a%20b/[x]',
    'http://localhost:9200/#/imprint',
    'mailto:imprint@acme.example?subject=a%20b',
    'tel:+49-30-1',
  ]),
  invalid: mistakesAt(
    at,
    [
      '-',
      'n/a',
      'None',
      'null',
      'todo',
      'https://',
      '//',
      'https://acme example/',
      'https://acme.example:99999/',
      '"https://acme.example"',
      '<a href="https://acme.example">Imprint</a>',
      '[Imprint](https://acme.example)',
      '{imprint_url}',
      'https://{domain}/imprint',
      '\u200bhttps://acme.example',
      'https://acme.example/\u202eimprint',
    ],
    'invalid-link',
  ),
})
