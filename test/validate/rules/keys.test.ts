import { valueAt } from '../../../src/json/pointer.js'
import type { Json } from '../../../src/json/value.js'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { keys } from '../../../src/validate/rules/keys.js'
import { openCloud } from '../../support/open-cloud.js'
import { type InvalidCase, testRule, valuesAt } from '../../support/test-rule.js'

const defaults = '/clients/web/defaults'
const theme = (index: number) => `/clients/web/themes/${index}`
const light = theme(0)
const logo = { topbar: 'a.svg', login: 'a.svg', favicon: 'a.png' }

/** A key that no client reads in its place. */
const wrong = (code: string, at: string, value: Json, says: string | RegExp): InvalidCase => ({
  name: `${code}: ${at}`,
  change: { [at]: value },
  finds: [`${code} ${at}`],
  says,
  cure: { [at]: undefined },
})

/** A required key under another name: the finding stays at what lacks it, and tells where the other name stands. */
function renamed(at: string, name: string, code = 'missing-key'): InvalidCase {
  const value = valueAt(exampleTheme(), at) as Json
  const parent = at.slice(0, at.lastIndexOf('/'))
  const other = `${parent}/${name}`
  return {
    name: `${at} is called ${name}`,
    change: { [at]: undefined, [other]: value },
    finds: [`${code} ${parent}`],
    says: JSON.stringify(name),
    related: [other],
    cure: { [other]: undefined, [at]: value },
  }
}

testRule(keys, {
  valid: [
    ...valuesAt('/clients/ios/anything', [1, {}, null]),
    ...valuesAt('/$schema', ['https://acme.example/schema.json']),
    // The server writes these into its own roles, and nothing reads them.
    ...valuesAt('/common/shareRoles/ours', [{ iconName: 'eye', name: 'Ours', label: 'ours' }]),
    ...valuesAt(`${defaults}/designTokens/tagColorsList`, [['#000000']], { target: 'ocis-next' }),
    { name: 'a theme of OpenCloud', ...openCloud() },
  ],
  invalid: [
    // Nearly a key that clients read
    wrong('misspelt-key', `${defaults}/logo/topbarSM`, 'a.svg', '"topbarSm"'),
    wrong('misspelt-key', `${defaults}/appBaner`, {}, '"appBanner"'),
    wrong('misspelt-key', `${light}/mdoe`, 'vault', '"mode"'),
    {
      ...wrong('unknown-key', `${light}/isdark`, true, '"isdark"'),
      name: 'nearly a key that stands beside it, so that another one is meant',
    },
    {
      name: 'the icon of a role of the server, which has one without it',
      change: {
        '/common/shareRoles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { name: 'x', label: 'y', iconname: 'eye' },
      },
      finds: ['misspelt-key /common/shareRoles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5/iconname'],
      says: '"iconName"',
      cure: { '/common/shareRoles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { iconName: 'eye' } },
    },
    {
      name: 'nearly a key, in a branding file: what the theme below has is not what its author wrote',
      document: { clients: { web: { defualts: {} } } },
      options: { as: 'branding' },
      finds: ['misspelt-key /clients/web/defualts'],
      says: '"defaults"',
    },
    // Nearly a key that is required
    renamed(`${defaults}/logo`, 'lgoo'),
    renamed(`${light}/name`, 'naem'),
    renamed('/common/urls', 'ulrs'),
    renamed(`${defaults}/logo/login`, 'logni'),
    renamed('/clients/web', 'wbe'),
    renamed(`${defaults}/designTokens`, 'designToken'),
    // What people call keys that have another name
    renamed('/common/urls/privacy', 'privacyPolicy'),
    renamed('/common/urls/privacy', 'privacyStatement'),
    renamed('/common/urls/imprint', 'impressum'),
    renamed('/common/urls/imprint', 'legalNotice'),
    renamed('/common/name', 'title'),
    renamed(`${light}/isDark`, 'darkMode'),
    renamed(`${light}/isDark`, 'dark'),
    renamed(`${light}/name`, 'label'),
    renamed(`${light}/name`, 'title'),
    renamed(`${defaults}/logo/favicon`, 'icon'),
    renamed(`${defaults}/loginPage/backgroundImg`, 'background'),
    renamed(`${defaults}/loginPage/backgroundImg`, 'backgroundImage'),
    // The same name in another notation, also of what is not required
    renamed(`${defaults}/loginPage/backgroundImg`, 'background-image'),
    renamed(`${defaults}/loginPage/backgroundImg`, 'backgroundImageUrl'),
    renamed(`${light}/isDark`, 'is_dark'),
    renamed(`${light}/isDark`, 'Dark-Mode'),
    renamed('/common/logo', 'logo_url'),
    wrong('misspelt-key', `${defaults}/app_banner`, {}, '"appBanner"'),
    wrong('misspelt-key', `${defaults}/mobileBanner`, {}, '"appBanner"'),
    wrong('misspelt-key', `${defaults}/logo/topbar-sm`, 'a.svg', '"topbarSm"'),
    wrong('misspelt-key', `${defaults}/designTokens/font`, 'Inter', '"fontFamily"'),
    ...['tokens', 'design-tokens'].map(
      (key): InvalidCase => ({
        name: key,
        change: { [`${theme(2)}/designTokens`]: undefined, [`${theme(2)}/${key}`]: {} },
        finds: [`misspelt-key ${theme(2)}/${key}`],
        says: '"designTokens"',
      }),
    ),
    ...['colors', 'color_palette', 'ColorPalette', 'palette'].map((key): InvalidCase => {
      const tokens = { [key]: { border: '#d5e0de' } }
      return {
        name: key,
        change: { [`${theme(2)}/designTokens`]: tokens },
        finds: [`misspelt-key ${theme(2)}/designTokens/${key}`],
        says: '"colorPalette"',
      }
    }),
    {
      ...wrong('unknown-key', `${defaults}/banner`, 'a.png', '"banner"'),
      name: 'another name of a group, for a single value',
    },
    // A name of old files
    renamed(`${defaults}/logo/topbar`, 'sidebar'),
    {
      name: "a role of one's own, whose icon is misspelt",
      change: { '/common/shareRoles/ours': { name: 'x', label: 'y', iconname: 'eye' } },
      finds: ['missing-key /common/shareRoles/ours'],
      says: '"iconName"',
      related: ['/common/shareRoles/ours/iconname'],
      cure: { '/common/shareRoles/ours': { iconName: 'eye' } },
    },
    // In the wrong place
    wrong('misplaced-key', '/clients/web/logo', { topbar: 'a' }, `${defaults}/logo`),
    wrong('misplaced-key', '/clients/web/designTokens', {}, `${defaults}/designTokens`),
    wrong('misplaced-key', '/clients/themes', [], '/clients/web/themes'),
    wrong('misplaced-key', `${defaults}/topbar`, 'a.svg', `${defaults}/logo/topbar`),
    wrong('misplaced-key', `${light}/topbar`, 'a.svg', `${light}/logo/topbar`),
    wrong('misplaced-key', `${light}/swatch-brand-default`, '#000', 'designTokens/colorPalette'),
    wrong('misplaced-key', '/slogan', 'x', '/common/slogan'),
    wrong('misplaced-key', `${light}/slogan`, 'x', '/common/slogan'),
    ...[0, 1].map(
      (index): InvalidCase => ({
        ...wrong('misplaced-key', `${theme(index)}/favicon`, 'a.png', `${theme(index)}/logo/favicon`),
        cure: { [`${theme(index)}/favicon`]: undefined, [`${theme(index)}/logo`]: logo },
      }),
    ),
    // Keys and groups of old files
    wrong('misplaced-key', '/common/urls/privacyUrl', 'x', '/common/urls/privacy'),
    wrong('misplaced-key', '/common/urls/imprintUrl', 'https://a.example', '/common/urls/imprint'),
    wrong('misplaced-key', `${light}/imprintUrl`, 'https://a.example', '/common/urls/imprint'),
    wrong('misplaced-key', `${defaults}/logo/sidebar`, 'a.svg', `${defaults}/logo/topbar`),
    wrong('misplaced-key', `${light}/sidebar`, 'a.svg', `${light}/logo/topbar`),
    wrong('misplaced-key', '/clients/web/sidebar', 'a.svg', `${defaults}/logo/topbar`),
    wrong('misplaced-key', `${light}/theme-name`, 'Acme', `${light}/name`),
    wrong('unknown-key', `${defaults}/theme-name`, 'Acme', '"theme-name"'),
    wrong('unknown-key', `${light}/helpDeskText`, 'x', /"helpDeskText": no client since/),
    {
      ...wrong('misplaced-key', `${light}/general`, { name: 'Acme' }, '/common/urls'),
      cure: { [`${light}/general`]: undefined, '/common/name': 'Acme' },
    },
    wrong('unknown-key', `${light}/general`, 'Acme', '"general"'),
    wrong('misplaced-key', '/designTokens', {}, `${defaults}/designTokens`),
    {
      name: 'a theme of old files, which is a finding of its own',
      change: { '/default': { general: { name: 'Acme' } } },
      finds: ['ignored-generation /default'],
    },
    {
      name: 'themes of old files where current ones belong, each a finding of its own, beside an unknown key',
      change: {
        '/clients/web/default': { general: { name: 'Acme' } },
        '/clients/web/default-dark': { designTokens: {} },
        '/clients/web/contact': 'x',
      },
      finds: [
        'unknown-key /clients/web/contact',
        'ignored-generation /clients/web/default',
        'ignored-generation /clients/web/default-dark',
      ],
    },
    // Colours and values of the other product, where nothing else sets them
    {
      name: 'the roles of OpenCloud in place of a palette',
      change: { [`${theme(2)}/designTokens`]: { roles: { primary: '#0b4f4a' } } },
      finds: [`misplaced-key ${theme(2)}/designTokens/roles`],
      says: /have no effect.*"colorPalette"/,
    },
    {
      name: 'a group of ownCloud, of which OpenCloud reads a value elsewhere',
      ...openCloud({ '/clients/web/themes/0/loginPage': { backgroundImg: 'a.png' } }),
      finds: [`misplaced-key ${light}/loginPage`],
      says: `"backgroundImg" to ${light}/background`,
      cure: { [`${light}/loginPage`]: undefined, [`${light}/background`]: 'a.png' },
    },
    {
      name: 'a group of ownCloud, beside the value that OpenCloud reads',
      ...openCloud({ [`${light}/background`]: 'a.png', [`${light}/loginPage`]: { backgroundImg: 'a.png' } }),
      finds: [`unknown-key ${light}/loginPage`],
    },
    // Read by other releases, by programs of one's own, or by nothing
    wrong('unknown-key', `${defaults}/loginPage/autoRedirect`, true, 'Web 8.0'),
    wrong('unknown-key', '/common/urls/helpPage', 'x', 'Web after 12.5'),
    wrong('unknown-key', `${defaults}/logo/href`, '/', 'Web after 12.5'),
    // OpenCloud reads it, whose themes are of another shape.
    wrong('unknown-key', `${light}/designTokens/roles`, { primary: '#fff' }, /^(?!.*OpenCloud).*"roles"/),
    wrong('unknown-key', '/contact', 'x', '"contact"'),
    wrong('unknown-key', `${light}/a~1b`, 'x', '"a/b"'),
    wrong('unknown-key', '/common/$schema', 'x', '"$schema"'),
    wrong('unknown-key', '/ios', {}, '"ios"'),
    wrong('unknown-key', '/clients/web/ios', {}, '"ios"'),
    wrong('unknown-key', '/common/shareRoles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5/colour', 'x', '"colour"'),
    {
      name: 'a key that means something else on every object, which is a finding of its own',
      change: { '/common/constructor': 'x' },
      finds: ['hostile-key /common/constructor'],
    },
    {
      name: 'a text in place of a group, which has no keys',
      change: { '/common/urls': 'abc' },
      finds: ['wrong-type /common/urls'],
    },
    wrong('unknown-key', '/toString', 'x', '"toString"'),
    {
      name: 'each key that is not read, and nothing below one',
      change: { '/notes': { texts: { topbar: 'a' } }, [`${theme(2)}/notes`]: [{ topbar: 'a' }] },
      finds: [`unknown-key ${theme(2)}/notes`, 'unknown-key /notes'],
    },
    {
      name: 'a key of ownCloud in a theme of OpenCloud',
      ...openCloud({ '/clients/web/themes/0/mode': 'vault' }),
      finds: [`unknown-key ${light}/mode`],
    },
    {
      name: 'a key that later releases of OpenCloud do not read any more',
      ...openCloud({ [`${light}/lgoo`]: 'a.svg' }),
      finds: [`misspelt-key ${light}/lgoo`],
      says: '"logo"',
    },
  ],
})
