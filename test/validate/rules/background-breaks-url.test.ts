import { backgroundBreaksUrl } from '../../../src/validate/rules/background-breaks-url.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/loginPage/backgroundImg'

testRule(backgroundBreaksUrl, {
  valid: valuesAt(at, ['/themes/acme/harbour.jpg', '/a%20b.jpg', '/a%28b%29.jpg', '/a-b_c.jpg?v=1', '']),
  invalid: [
    ...mistakesAt(
      at,
      ['a b.jpg', 'a\tb.jpg', 'a"b.jpg', "a'b.jpg", 'a(b.jpg', 'a)b.jpg'],
      'background-breaks-url',
    ),
    ...mistakesAt(
      '/clients/web/themes/0/loginPage',
      [{ backgroundImg: 'a b.jpg' }],
      'background-breaks-url',
    ).map((one) => ({
      ...one,
      finds: ['background-breaks-url /clients/web/themes/0/loginPage/backgroundImg'],
    })),
    {
      name: 'a path with its encoded form',
      change: { [at]: "/my (old) photo's.jpg" },
      finds: [`background-breaks-url ${at}`],
      says: '"/my%20%28old%29%20photo%27s.jpg"',
      cure: { [at]: '/my%20%28old%29%20photo%27s.jpg' },
    },
  ],
})
