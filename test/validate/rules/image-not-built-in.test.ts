import { imageNotBuiltIn } from '../../../src/validate/rules/image-not-built-in.js'
import { folderOf } from '../../support/folder.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const below = (names: readonly string[]) => names.map((name) => `/themes/owncloud/assets/${name}`)
const near = below(['lgoo.svg', 'Logo.svg', 'logo.png'])

testRule(imageNotBuiltIn, {
  valid: [
    ...valuesAt(at, [
      '',
      ...below(['logo.svg', 'my.svg']),
      'themes/owncloud/assets/logo.svg',
      'themes/acme/lgoo.svg',
    ]),
    ...valuesAt(at, near, { served: 'static' }),
    {
      name: 'where an assets folder is given',
      change: { [at]: near[0] as string },
      options: {
        assets: folderOf([
          'themes/acme/logo.svg',
          'themes/acme/favicon.png',
          'themes/acme/harbour.jpg',
          (near[0] as string).slice(1),
        ]),
      },
    },
  ],
  invalid: mistakesAt(at, near, 'image-not-built-in'),
})
