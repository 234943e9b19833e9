import { largeDataImage } from '../../../src/validate/rules/image-data-too-large.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const ofLength = (length: number) => 'data:image/png;base64,'.padEnd(length, 'A')

testRule(largeDataImage, {
  valid: valuesAt(at, [ofLength(1000), ofLength(32 * 1024), `${'a/'.repeat(17_000)}logo.svg`]),
  invalid: [
    ...mistakesAt(
      at,
      [ofLength(32 * 1024 + 1), ofLength(40_000).replace('data', 'DATA')],
      'image-data-too-large',
    ),
    {
      name: 'with its size',
      change: { [at]: ofLength(100 * 1024) },
      finds: [`image-data-too-large ${at}`],
      says: '100 kB',
    },
  ],
})
