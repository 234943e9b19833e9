import type { JsonObject } from '../../src/json/value.js'

/** The root's `common` of `layeredFile`. */
export const common = {
  name: 'Acme',
  slogan: 'Files',
  logo: 'a.svg',
  urls: { accessDeniedHelp: '', imprint: 'https://acme.example/i', privacy: '' },
  shareRoles: { one: { iconName: 'eye' } },
}

/** A theme file with values in every layer: the root's `common`, the defaults, and the themes. */
export function layeredFile(
  layers: { defaults?: JsonObject; themes?: JsonObject[]; root?: JsonObject } = {},
): JsonObject {
  return {
    common: structuredClone(common),
    ...layers.root,
    clients: {
      ios: {},
      web: {
        defaults: {
          logo: { topbar: 'd.svg', favicon: 'd.png', login: 'd.svg' },
          loginPage: { backgroundImg: 'b.jpg' },
          designTokens: { colorPalette: { border: '#d', icon: '#d' } },
          ...layers.defaults,
        },
        themes: layers.themes ?? [
          { name: 'Light', isDark: false },
          { name: 'Dark', isDark: true },
        ],
      },
    },
  }
}
