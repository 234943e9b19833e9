import { expect, it } from 'vitest'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import type { AssetFolder } from '../../../src/validate/asset-folder.js'
import { assets } from '../../../src/validate/rules/assets.js'
import { validate } from '../../../src/validate/validate.js'
import { folderOf } from '../../support/folder.js'
import { type InvalidCase, testRule, type ValidCase, withChanges } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const ofExample = ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg']

/** A logo for the top bar, where there are some files beside those that the example names. */
const logo = (text: string, ...files: readonly string[]): ValidCase => ({
  name: `${text} beside ${JSON.stringify(files)}`,
  change: { [at]: text },
  options: { assets: folderOf([...ofExample, ...files]) },
})

const mistake = (code: string, text: string, ...files: readonly string[]): InvalidCase => ({
  ...logo(text, ...files),
  finds: [`${code} ${at}`],
})

const builtIn = 'themes/owncloud/assets/logo.svg'

testRule(assets, {
  valid: [
    { name: 'any path where no folder is given', change: { [at]: 'themes/acme/lgoo.svg' } },
    logo('themes/acme/logo.svg'),
    ...['/themes/acme/logo.svg', './themes/acme/logo.svg', 'themes/acme/logo.svg?v=2#x'].map((text) =>
      logo(text),
    ),
    logo('themes/acme/a%20b.svg', 'themes/acme/a b.svg'),
    logo('themes/acme/100%.svg', 'themes/acme/100%.svg'),
    logo(''),
    logo('data:image/gif;base64,R0lGODlhAQABAAAAACw='),
    // The server brings images along, which are in no folder of an instance.
    logo(builtIn),
    logo(builtIn, builtIn),
    logo(builtIn, 'themes/owncloud/assets/my.svg'),
    logo('/themes/owncloud/assets/loginBackground.jpg'),
  ],
  invalid: [
    mistake('image-missing', 'themes/acme/lgoo.svg'),
    mistake('image-missing', 'themes/other/logo.svg'),
    { ...mistake('image-missing', 'themes/owncloud/assets/lgoo.svg'), says: builtIn },
    mistake('image-missing', 'themes/owncloud/assets/mi.svg', 'themes/owncloud/assets/my.svg'),
    // Other releases and products ship these.
    mistake('image-missing', 'themes/owncloud/assets/cloud.svg'),
    mistake('image-missing', 'themes/opencloud/assets/logo.svg'),
    {
      ...mistake('image-missing', builtIn),
      name: 'a built-in image on a plain web server',
      options: { assets: folderOf(ofExample), served: 'static' },
    },
    mistake('image-missing', 'branding/themes/owncloud/logo.svg'),
    { ...mistake('image-wrong-case', 'themes/acme/Logo.svg'), says: '"themes/acme/logo.svg"' },
    mistake('image-wrong-case', 'themes/owncloud/Logo.svg', 'themes/owncloud/logo.svg'),
    {
      ...mistake('image-format', 'themes/acme/logo.svgg'),
      name: 'a wrong format of a file that is missing, which is one finding',
    },
    {
      name: 'a background, a favicon and the logo of the login page, each in its place',
      change: {
        '/clients/web/defaults/loginPage/backgroundImg': '/themes/acme/no.jpg',
        '/clients/web/themes/0/logo': {
          topbar: ofExample[0] as string,
          login: ofExample[0] as string,
          favicon: 'f.png',
        },
        '/common/logo': 'no.svg',
      },
      options: { assets: folderOf(ofExample) },
      finds: [
        'image-missing /common/logo',
        'image-missing /clients/web/defaults/loginPage/backgroundImg',
        'image-missing /clients/web/themes/0/logo/favicon',
      ],
    },
  ],
})

it('asks for the paths below the root of the site, and for images only', () => {
  const asked: string[] = []
  const folder: AssetFolder = {
    find(path) {
      asked.push(path)
      return { found: true }
    },
  }
  const document = withChanges(exampleTheme(), { [at]: '/a%20b/./c.svg?x#y' })
  validate(document, { assets: folder })
  expect(asked).toEqual([
    'themes/acme/logo.svg',
    'a b/c.svg',
    'themes/acme/favicon.png',
    'themes/acme/logo.svg',
    'themes/acme/harbour.jpg',
  ])
})
