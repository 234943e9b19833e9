import { nested } from '../../../src/findings/examples.js'
import { nestedDeeply } from '../../../src/validate/rules/nested-deeply.js'
import { testRule } from '../../support/test-rule.js'

const at = '/clients/ios'
// The document is level 1, the clients level 2, and this one 3.
const below = (levels: number) => `${at}${'/a'.repeat(levels)}`

testRule(nestedDeeply, {
  valid: [
    { name: 'objects as deep as they may be', change: { [at]: nested(30) } },
    { name: 'a text in the deepest of them', change: { [at]: nested(30), [below(30)]: 'x' } },
  ],
  invalid: [
    {
      name: 'an object more',
      change: { [at]: nested(31) },
      finds: [`nested-deeply ${below(30)}`],
      cure: { [below(30)]: undefined },
    },
    {
      name: 'a list more',
      change: { [at]: nested(30), [below(30)]: [] },
      finds: [`nested-deeply ${below(30)}`],
    },
    {
      name: 'where it gets too deep, not in a branch that just reaches the limit',
      change: { '/clients/desktop': nested(30), [at]: nested(40) },
      finds: [`nested-deeply ${below(30)}`],
    },
    {
      name: 'not a text or nothing before it',
      change: {
        [at]: nested(30),
        [`${below(29)}/text`]: 'x',
        [`${below(29)}/none`]: null,
        [below(30)]: {},
      },
      finds: [`nested-deeply ${below(30)}`],
    },
    {
      name: 'the first of several',
      change: { [at]: nested(33), '/clients/desktop': nested(32) },
      finds: [`nested-deeply ${below(30)}`],
    },
  ],
})
