import { imageSpace } from '../../../src/validate/rules/image-space.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'

testRule(imageSpace, {
  valid: valuesAt(at, ['a%20b.svg', 'a-b.svg', 'data:image/svg+xml,<svg xmlns="x"/>', '']),
  invalid: [
    ...mistakesAt(at, ['a b.svg', 'a\tb.svg', ' logo.svg', 'logo.svg\n'], 'image-space'),
    {
      name: 'with the encoded path',
      change: { [at]: ' our logo.svg ' },
      finds: [`image-space ${at}`],
      says: '"our%20logo.svg"',
      cure: { [at]: 'our%20logo.svg' },
    },
    {
      name: 'in the picture of the login page, where it breaks more',
      change: { '/clients/web/defaults/loginPage/backgroundImg': 'a b.jpg' },
      finds: ['background-breaks-url /clients/web/defaults/loginPage/backgroundImg'],
    },
  ],
})
