import { invalidLength } from '../../../src/validate/rules/invalid-length.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const spacing = '/clients/web/defaults/designTokens/spacing'
const at = `${spacing}/medium`

testRule(invalidLength, {
  valid: [
    ...valuesAt(at, ['16px', '1.125rem', '-4px', '0', '50%', ' 16px ', '']),
    ...valuesAt(at, ['calc(100% - 4px)', 'clamp(1rem, 2vw, 3rem)', 'var(--x)', 'auto']),
  ],
  invalid: [
    ...mistakesAt(at, ['16 px', 'px', '1,5rem', 'wide', '16pixels', '#fff', '--x'], 'invalid-length'),
    ...['breakpoints/small-max', 'fontSizes/medium', 'sizes/max-height-logo'].flatMap((token) =>
      mistakesAt(`/clients/web/themes/0/designTokens/${token}`, ['wide'], 'invalid-length', {
        rules: { 'unused-token': 'off' },
      }),
    ),
    {
      name: 'a number, with its unit',
      change: { [at]: ' 16 ' },
      finds: [`invalid-length ${at}`],
      says: '"16px"',
      cure: { [at]: '16px' },
    },
    {
      name: 'no number, with an example',
      change: { [at]: 'wide' },
      finds: [`invalid-length ${at}`],
      says: '1.125rem',
      cure: { [at]: '1.125rem' },
    },
    {
      name: 'a colour among the lengths, which stands in the wrong group',
      change: { [`${spacing}/border`]: '#d5e0de' },
      finds: [`misplaced-key ${spacing}/border`],
    },
  ],
})
