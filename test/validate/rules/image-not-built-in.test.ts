import { imageNotBuiltIn } from '../../../src/validate/rules/image-not-built-in.js'
import { folderOf } from '../../support/folder.js'
import { openCloud } from '../../support/open-cloud.js'
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
  invalid: [
    ...mistakesAt(
      at,
      [...near, 'themes/opencloud/assets/logo-white.svg', '/themes/owncloud/assets/cloud.svg'],
      'image-not-built-in',
    ),
    {
      name: 'an image of ownCloud in OpenCloud, with its own',
      ...openCloud({ '/clients/web/defaults/logo': 'themes/owncloud/assets/logo.svg' }),
      finds: ['image-not-built-in /clients/web/defaults/logo'],
      says: 'Its own is "themes/opencloud/assets/logo.svg"',
      cure: { '/clients/web/defaults/logo': 'themes/opencloud/assets/logo.svg' },
    },
    {
      name: 'an image that only an older release has',
      ...openCloud({ '/clients/web/defaults/favicon': 'themes/opencloud/assets/favicon.ico' }),
      finds: ['image-not-built-in /clients/web/defaults/favicon'],
    },
  ],
})
