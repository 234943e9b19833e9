import { unusualLink } from '../../../src/validate/rules/unusual-link.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/common/urls/imprint'

testRule(unusualLink, {
  valid: valuesAt(at, [
    ...['https://acme.example', 'HTTP://acme.example', 'mailto:a@acme.example', 'tel:+49301234'],
    ...['/imprint', 'imprint.html', '#imprint', '//acme.example', '?page=1', '/imprint', 'a/b:c', ''],
  ]),
  invalid: [
    ...mistakesAt(at, ['file:///etc/passwd', 'blob:x', 'intent:x', 'f\ntp://acme.example'], 'unusual-link'),
    {
      name: 'with its scheme',
      change: { [at]: 'FTP://acme.example' },
      finds: [`unusual-link ${at}`],
      says: '"ftp:"',
      cure: { [at]: 'https://acme.example' },
    },
  ],
})
