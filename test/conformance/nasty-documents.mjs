/**
 * Hand-written documents that sit on the edges of what clients accept and merge.
 *
 * @typedef {import('./clients.mjs').Family} Family
 * @typedef {{ name: string, document: unknown, prefersDark?: boolean, stored?: string, mode?: 'vault' }} Nasty
 */

const urls = { accessDeniedHelp: '', imprint: 'https://a.test/i', privacy: '' }
const shareRoles = { r1: { iconName: 'eye' } }

const common = { name: 'N', slogan: 'S', logo: 'l.svg', urls, shareRoles }

const logos = { topbar: 't.svg', favicon: 'f.ico', login: 'l.svg' }

/** The smallest defaults that each family accepts and shows. */
const defaultsOf = {
  owncloud: { designTokens: { colorPalette: { a: 'red' } }, loginPage: { backgroundImg: '' }, logo: logos },
  opencloud: { logo: 't.svg', favicon: 'f.ico', designTokens: { colorPalette: { 'icon-a': 'red' } } },
}

/** A theme's own keys: its title is called differently. */
const titleKey = { owncloud: 'name', opencloud: 'label' }

/**
 * @param {Family} family
 * @returns {readonly Nasty[]}
 */
export function nastyDocuments(family) {
  const title = titleKey[family]
  const defaults = defaultsOf[family]

  /** @param {object} [more] */
  const theme = (more = {}) => ({ [title]: 'Light', isDark: false, ...more })

  /** @param {{ common?: object, defaults?: object, themes?: unknown }} [parts] */
  const build = ({ common: root = common, defaults: more = {}, themes = [theme()] } = {}) => ({
    common: root,
    clients: { web: { defaults: { ...defaults, ...more }, themes } },
  })

  const lightAndDark = [theme(), theme({ [title]: 'Dark', isDark: true })]

  return [
    { name: 'plain', document: build() },
    {
      name: 'partial logo in a theme',
      document: build({ themes: [theme({ logo: { topbar: 'own.svg' } })] }),
    },
    {
      name: 'common inside defaults',
      document: build({ defaults: { common: { name: 'D', slogan: '', logo: '', urls, shareRoles: {} } } }),
    },
    {
      name: 'null for a string',
      document: build({ themes: [theme({ designTokens: { fontFamily: null } })] }),
    },
    {
      name: 'empty string over a token',
      document: build({ themes: [theme({ designTokens: { colorPalette: { a: '', 'icon-a': '' } } })] }),
    },
    {
      name: 'number as a token',
      document: build({ themes: [theme({ designTokens: { colorPalette: { a: 1 } } })] }),
    },
    {
      name: 'unknown keys',
      document: { $schema: 'x', ...build({ themes: [theme({ extra: { a: [1] } })] }), more: 1 },
    },
    { name: 'no themes', document: build({ themes: [] }) },
    {
      name: 'vault theme first',
      document: build({ themes: [theme({ [title]: 'V', mode: 'vault' }), theme({ mode: 'regular' })] }),
      mode: 'vault',
    },
    {
      name: 'duplicate titles',
      document: build({ themes: [theme({ isDark: true }), theme()] }),
      stored: 'Light',
    },
    {
      name: 'light and dark, the system prefers dark',
      document: build({ themes: lightAndDark }),
      prefersDark: true,
    },
    { name: 'light and dark, the system prefers light', document: build({ themes: lightAndDark }) },
    {
      name: 'a key __proto__',
      document: JSON.parse(
        JSON.stringify(
          build({
            common: { ...common, shareRoles: { PROTO: { iconName: 'p' } } },
            themes: [theme({ designTokens: { colorPalette: { PROTO: 'blue', constructor: 'green' } } })],
          }),
        ).replaceAll('PROTO', '__proto__'),
      ),
    },
    { name: 'null as document', document: null },
    { name: 'an array as document', document: [] },
  ]
}
