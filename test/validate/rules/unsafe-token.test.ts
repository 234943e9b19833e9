import { unsafeToken } from '../../../src/validate/rules/unsafe-token.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/themes/0/designTokens/colorPalette/border'
const spacing = '/clients/web/defaults/designTokens/spacing/medium'
const font = '/clients/web/defaults/designTokens/fontFamily'
const unsafe = [
  ...['url(//a)', 'URL( a', 'red; color: blue', '{', '}', '@import "a"', 'expression(alert(1))', '</style>'],
  ...['image-set("a" 1x)', 'src("a")', '\\75rl(//a)', '\\000055 r\\l(//a)', 'ur\\6c  (//a)', '\\u\\r\\l(a)'],
]

testRule(unsafeToken, {
  valid: [
    ...valuesAt(font, ['Inter, sans-serif', '"Helvetica Neue"', 'system-ui', 'Inter, curl', '']),
    ...valuesAt(font, ['resrc(a)', '\\110000 rl(a)', 'u\\110000 rl(a)', 'Inter, \\'], {
      rules: { 'invalid-font': 'off' },
    }),
    ...valuesAt(at, ['color-mix(in srgb, red, blue)', 'linear-gradient(red, blue)']),
    { name: 'a text that is no token', change: { '/common/slogan': 'url(//a)' } },
  ],
  invalid: [
    // In every kind of token, and nothing else is said of them.
    ...[at, spacing, font].flatMap((place) => mistakesAt(place, unsafe, 'unsafe-token')),
    {
      name: 'with what it holds',
      change: { [at]: 'x \\55RL ( a' },
      finds: [`unsafe-token ${at}`],
      says: '"URL (", which can load content',
      cure: { [at]: '#d5e0de' },
    },
    {
      name: 'with what ends a declaration, as it is written',
      change: { [font]: 'Inter</STYLE' },
      finds: [`unsafe-token ${font}`],
      says: '"</STYLE", which can end this declaration',
    },
    {
      name: 'in a group that reads no such token',
      change: { '/clients/web/defaults/designTokens/spacing/border': 'url(//a)' },
      finds: [
        'misplaced-key /clients/web/defaults/designTokens/spacing/border',
        'unsafe-token /clients/web/defaults/designTokens/spacing/border',
      ],
    },
  ],
})
