import { invalidFont } from '../../../src/validate/rules/invalid-font.js'
import { openCloud } from '../../support/open-cloud.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/designTokens/fontFamily'

testRule(invalidFont, {
  valid: valuesAt(at, ["'Inter', sans-serif", 'Inter, sans-serif', 'var(--own), serif', 'inherit', '']),
  invalid: [
    ...mistakesAt(
      at,
      ['Inter,', 'Inter.woff2', '16px Inter', 'Inter:wght@400', '"Inter, serif'],
      'invalid-font',
    ),
    {
      name: 'a name with a number, once, with quotes as the cure',
      change: { [at]: 'Source Sans 3, sans-serif' },
      finds: [`invalid-font ${at}`],
      says: "'Source Sans 3', sans-serif",
      cure: { [at]: "'Inter', sans-serif" },
    },
    {
      name: 'in a theme of OpenCloud',
      ...openCloud({ '/clients/web/themes/0/designTokens/fontFamily': 'Exo 2' }),
      finds: ['invalid-font /clients/web/themes/0/designTokens/fontFamily'],
    },
  ],
})
