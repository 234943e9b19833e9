import { imageOutsideRoot } from '../../../src/validate/rules/image-outside-root.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'

testRule(imageOutsideRoot, {
  valid: valuesAt(at, [
    'a/../logo.svg',
    'a/b/../../logo.svg',
    './logo.svg',
    '.../logo.svg',
    'logo.svg?x=/../..',
    '',
  ]),
  invalid: [
    ...mistakesAt(
      at,
      [
        '../logo.svg',
        'a/../../logo.svg',
        '/../logo.svg',
        '%2e%2E/logo.svg',
        'a/.%2e/../logo.svg',
        './/../logo.svg',
      ],
      'image-outside-root',
    ),
    {
      name: 'with backslashes',
      change: { [at]: '..\\logo.svg' },
      finds: [`image-outside-root ${at}`],
      says: '"themes/acme/assets/logo.svg"',
      cure: { [at]: 'themes/acme/assets/logo.svg' },
    },
  ],
})
