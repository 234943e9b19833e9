import { invalidColor } from '../../../src/validate/rules/invalid-color.js'
import { type InvalidCase, mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const palette = '/clients/web/themes/0/designTokens/colorPalette'
const at = `${palette}/border`

const cured = (text: string, says: string, value: string): InvalidCase => ({
  name: `${JSON.stringify(text)}, with what to write`,
  change: { [at]: text },
  finds: [`invalid-color ${at}`],
  says,
  cure: { [at]: value },
})

testRule(invalidColor, {
  valid: [
    ...valuesAt(at, [
      '#fff',
      '#FFFA',
      '#d5e0de',
      '#d5e0deff',
      'teal',
      ' Teal ',
      'rgb(1 2 3 / 50%)',
      'oklch(60% 0.1 120)',
    ]),
    ...valuesAt(at, [
      'var(--oc-color-border)',
      'color-mix(in srgb, red, blue)',
      'linear-gradient(red, blue)',
      'inherit',
      '',
    ]),
    {
      name: 'a colour in a group that takes none, which says more',
      change: { '/clients/web/defaults/designTokens/fontFamily': 'd5e0de' },
      options: { rules: { 'font-not-loaded': 'off' } },
    },
  ],
  invalid: [
    ...mistakesAt(
      at,
      ['#d5e0d', '#ggg', 'greyish', 'rgb(1, 2)', '12px', 'red blue', '#', '0', 'linear-gradient(foo)'],
      'invalid-color',
    ),
    cured('fff', '"#fff"', '#fff'),
    cured(' d5e0de ', '"#d5e0de"', '#d5e0de'),
    cured('D5E0DEFF', '"#D5E0DEFF"', '#D5E0DEFF'),
    cured('ab', '"#0b4f4a"', '#aabbcc'),
    cured('123456789', '"#0b4f4a"', '#123456'),
    cured('xfff', '"#0b4f4a"', '#fff'),
    {
      name: 'a length among the colours, which stands in the wrong group',
      change: { [`${palette}/max-height-logo`]: '16px' },
      finds: [`misplaced-key ${palette}/max-height-logo`],
    },
  ],
})
