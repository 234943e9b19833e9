// Generated theme files with the size and structure of shipped ones, in colours that can be read.

/** The lightness of a token in a light and in a dark theme, in percent. */
const tones = {
  'background-accentuate': [91, 24],
  'background-default': [100, 10],
  'background-highlight': [93, 20],
  'background-hover': [95, 17],
  'background-muted': [97, 14],
  'background-secondary': [100, 12],
  'color-components-apptopbar-background': [100, 10],
  'color-components-apptopbar-border': [80, 30],
  border: [80, 30],
  'input-bg': [100, 10],
  'input-border': [80, 30],
  'input-text-default': [12, 96],
  'input-text-muted': [38, 72],
  'text-default': [12, 96],
  'text-inverse': [100, 10],
  'text-muted': [38, 72],
}

/** The tones of each swatch. */
const swatchTones = {
  contrast: [100, 10],
  default: [26, 78],
  hover: [20, 86],
  muted: [30, 74],
}

/** The tones that only some swatches have. */
const moreTones = {
  // The text on the brand.
  'swatch-inverse-default': [100, 10],
  'swatch-passive-hover-outline': [93, 20],
  'swatch-primary-gradient': [26, 78],
  'swatch-primary-gradient-hover': [20, 86],
  'swatch-primary-muted-hover': [22, 84],
}

/** The hue of each swatch, as a difference to that of the theme. */
const swatches = { brand: 0, danger: 150, inverse: 0, passive: 0, primary: 0, success: 290, warning: 200 }

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

/** The tokens of a theme, each with its tone and its difference in hue. */
const tokens = [
  ...Object.entries(tones).map(([name, tone]) => [name, tone, 0]),
  ...Object.entries(swatches).flatMap(([swatch, turn]) =>
    Object.entries(swatchTones).map(([name, tone]) => [`swatch-${swatch}-${name}`, tone, turn]),
  ),
  ...Object.entries(moreTones).map(([name, tone]) => [name, tone, 0]),
  ...icons.map((icon, index) => [`icon-${icon}`, [38, 72], index * 40]),
]

/** Groups that most themes have with empty tokens only. */
const emptyGroups = {
  breakpoints: [
    'xsmall-max',
    'small-default',
    'small-max',
    'medium-default',
    'medium-max',
    'large-default',
    'large-max',
    'xlarge',
  ],
  fontSizes: ['default', 'large', 'medium'],
  sizes: [
    'form-check-default',
    'height-small',
    'height-table-row',
    'icon-default',
    'max-height-logo',
    'max-width-logo',
    'width-medium',
  ],
  spacing: ['xsmall', 'small', 'medium', 'large', 'xlarge', 'xxlarge'],
}

const unset = () =>
  Object.fromEntries(
    Object.entries(emptyGroups).map(([group, names]) => [
      group,
      Object.fromEntries(names.map((name) => [name, ''])),
    ]),
  )

/** The channels of a colour that is little saturated, from 0 to 255. */
function channels(hue, lightness) {
  const spread = 0.55 * Math.min(lightness, 100 - lightness)
  return [0, 8, 4].map((part) => {
    const turn = (part + hue / 30) % 12
    const share = lightness - spread * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))
    return Math.round(share * 2.55)
  })
}

/** A colour for each token; every sixth as a function, every twentieth with an alpha channel. */
function palette(seed, isDark) {
  return Object.fromEntries(
    tokens.map(([name, tone, turn], index) => {
      const [red, green, blue] = channels((seed * 47 + turn) % 360, tone[isDark ? 1 : 0])
      const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
      if (index % 20 === 7) return [name, `rgba(${red}, ${green}, ${blue}, 1)`]
      return [name, index % 6 === 0 ? `rgb(${red}, ${green}, ${blue})` : `#${hex}`]
    }),
  )
}

function legacyTheme(seed, isDark) {
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
    designTokens: { ...(isDark && unset()), colorPalette: palette(seed, isDark) },
  }
}

/** A customised file in the shape of Web 7.1 with a number of themes, alternately light and dark. */
export function wrappedThemes(count) {
  const web = {}
  for (let index = 0; index < count; index += 1) {
    const name = index === 0 ? 'default' : index === 1 ? 'default-dark' : `theme-${index}`
    web[name] = legacyTheme(index, index % 2 === 1)
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

/** A file in the shape of Web 12 with a light and a dark theme. */
export function currentThemes() {
  const image = (name) => `themes/acme/assets/${name}`
  const logo = (name) => ({ topbar: image(name), favicon: image('favicon.jpg'), login: image(name) })
  return {
    common: {
      name: 'Acme Cloud',
      slogan: 'Acme Cloud – files for everyone at Acme',
      logo: image('logo.svg'),
      urls: {
        accessDeniedHelp: '',
        imprint: 'https://acme.example/imprint',
        privacy: 'https://acme.example/privacy',
        universalAccessEasyLanguage: '',
        universalAccessSignLanguage: '',
        accessibilityStatement: '',
      },
      shareRoles: Object.fromEntries(
        ['eye', 'eye', 'pencil', 'pencil', 'pencil', 'user-star', 'upload', 'shield'].map(
          (iconName, index) => [
            `00000000-0000-4000-8000-00000000000${index}`,
            { name: `UnifiedRole${index}Viewer`, iconName },
          ],
        ),
      ),
    },
    clients: {
      android: {},
      desktop: {},
      ios: {},
      web: {
        defaults: {
          appBanner: {},
          logo: logo('logo.svg'),
          loginPage: { backgroundImg: image('loginBackground.jpg') },
          icons: {
            universalAccess: `/${image('universal-access.svg')}`,
            universalAccessEasyLanguage: `/${image('easy-language.svg')}`,
            universalAccessSignLanguage: `/${image('sign-language.svg')}`,
          },
          designTokens: unset(),
        },
        themes: [
          { isDark: false, name: 'Light Theme', logo: logo('logo-dark.svg'), colors: palette(0, false) },
          { isDark: true, name: 'Dark Theme', logo: logo('logo.svg'), colors: palette(1, true) },
        ].map(({ colors, ...theme }) => ({ ...theme, designTokens: { colorPalette: colors } })),
      },
    },
  }
}

/** The text of a document, indented by two spaces. */
export const textOf = (document) => `${JSON.stringify(document, null, 2)}\n`
