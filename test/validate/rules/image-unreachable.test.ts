import { unreachableImage } from '../../../src/validate/rules/image-unreachable.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'

testRule(unreachableImage, {
  valid: valuesAt(at, ['themes/acme/logo.svg', 'a/file:logo.svg', 'data:image/gif,x', 'blob:x', '']),
  invalid: [
    ...mistakesAt(
      at,
      ['file:///logo.svg', 'FILE:///logo.svg', 'C:\\logo.svg', 'c:/logo.svg', 'ftp://a.example/a.svg'],
      'image-unreachable',
    ),
    {
      name: 'with the scheme',
      change: { [at]: 'File:///home/ada/logo.svg' },
      finds: [`image-unreachable ${at}`],
      says: '"file:"',
      cure: { [at]: 'themes/acme/assets/logo.svg' },
    },
  ],
})
