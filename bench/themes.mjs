// Generated theme files with the size and structure of shipped ones, but other values.

const roles = ['background', 'border', 'input', 'text']
const swatches = ['brand', 'danger', 'inverse', 'passive', 'primary', 'success', 'warning']
const shades = ['contrast', 'default', 'hover', 'muted']
const icons = [
  'archive',
  'audio',
  'document',
  'folder',
  'image',
  'pdf',
  'presentation',
  'spreadsheet',
  'video',
]

/** The names of some 55 colours. */
const colorNames = [
  ...roles.flatMap((role) => shades.map((shade) => `${role}-${shade}`)),
  ...swatches.flatMap((swatch) => shades.map((shade) => `swatch-${swatch}-${shade}`)),
  ...icons.map((icon) => `icon-${icon}`),
  'color-components-apptopbar-background',
  'color-components-apptopbar-border',
]

/** Groups that most themes have with empty tokens only. */
const emptyGroups = {
  breakpoints: ['xsmall-max', 'small-default', 'small-max', 'medium-default', 'medium-max', 'large-default'],
  fontSizes: ['default', 'large', 'medium'],
  sizes: ['form-check-default', 'height-small', 'height-table-row', 'icon-default', 'max-height-logo'],
  spacing: ['xsmall', 'small', 'medium', 'large', 'xlarge', 'xxlarge'],
}

const hexOf = (number) => `#${((number * 2654435761) >>> 8).toString(16).padStart(6, '0')}`

/** A colour for each name; every fifth in the longer notation. */
function palette(seed) {
  return Object.fromEntries(
    colorNames.map((name, index) => {
      const number = seed * colorNames.length + index
      const isLong = index % 5 === 0
      return [name, isLong ? `rgba(${number % 256}, ${(number * 7) % 256}, 40, 0.5)` : hexOf(number)]
    }),
  )
}

function legacyTheme(seed, isDark) {
  const unset = Object.fromEntries(
    Object.entries(emptyGroups).map(([group, names]) => [
      group,
      Object.fromEntries(names.map((name) => [name, ''])),
    ]),
  )
  return {
    general: {
      name: 'Acme Cloud',
      slogan: 'Acme Cloud – files for everyone at Acme',
      privacyUrl: 'https://acme.example/privacy',
      imprintUrl: 'https://acme.example/imprint',
    },
    logo: {
      topbar: 'themes/acme/assets/logo.svg',
      favicon: 'themes/acme/assets/favicon.png',
      login: 'themes/acme/assets/logo.svg',
    },
    loginPage: {
      autoRedirect: true,
      backgroundImg: 'themes/acme/assets/loginBackground.jpg',
    },
    designTokens: isDark
      ? { ...unset, colorPalette: palette(seed), fontSizes: unset.fontSizes }
      : { colorPalette: palette(seed) },
  }
}

/** A file in the shape of Web 7.1 with a number of themes, alternately light and dark. */
export function wrappedThemes(count) {
  const web = {}
  for (let index = 0; index < count; index += 1) {
    const isDark = index % 2 === 1
    const name = index === 0 ? 'default' : index === 1 ? 'default-dark' : `theme-${index}`
    web[name] = legacyTheme(index, isDark)
  }
  return {
    common: {
      name: 'Acme Cloud',
      slogan: 'Acme Cloud – files for everyone at Acme',
      logo: 'themes/acme/assets/logo.svg',
    },
    ios: {},
    web,
  }
}

/** The text of a document, indented by two spaces. */
export const textOf = (document) => `${JSON.stringify(document, null, 2)}\n`
