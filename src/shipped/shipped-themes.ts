import { parsePointer, valueBelow } from '../json/pointer.js'
import { clone, type JsonObject } from '../json/value.js'
import { shippedBackground, shippedCommon, shippedLogo } from '../targets/shipped-file.js'
import { ownCloudReleases, type ShippedRelease } from './server-copies.js'

/** A theme that releases shipped, by its values. */
export interface ShippedTheme extends ShippedRelease {
  readonly document: JsonObject
}

/** Values of tokens in the light theme and in the dark one; `undefined` where only the other has the token. */
type Palettes = Readonly<Record<string, readonly [light: string | undefined, dark?: string]>>

const palettes60: Palettes = {
  'background-accentuate': ['rgba(255, 255, 5, 0.1)', '#696969'],
  'background-default': ['#ffffff', '#292929'],
  'background-highlight': ['#edf3fa', '#383838'],
  'background-hover': ['rgb(236, 236, 236)', '#383838'],
  'background-muted': ['#f8f8f8', '#383838'],
  'background-secondary': ['#ffffff', '#4f4f4f'],
  border: ['#ecebee', '#383838'],
  'icon-archive': ['#fbbe54', 'rgb(255, 207, 1)'],
  'icon-audio': ['#700460', 'rgb(208, 67, 236)'],
  'icon-document': ['#3b44a6', 'rgb(44, 101, 255)'],
  'icon-folder': ['#4d7eaf', 'rgb(44, 101, 255)'],
  'icon-image': ['#ee6b3b', 'rgb(255, 111, 0)'],
  'icon-pdf': ['#ec0d47', 'rgb(225, 5, 14)'],
  'icon-presentation': ['#ee6b3b', 'rgb(255, 64, 6)'],
  'icon-spreadsheet': ['#15c286', 'rgb(0, 182, 87)'],
  'icon-video': ['#045459', 'rgb(0, 187, 219)'],
  'input-bg': ['#ffffff', '#4f4f4f'],
  'input-border': ['#ceddee', '#4f4f4f'],
  'input-text-default': ['#041e42', '#dadcdf'],
  'input-text-muted': ['#4c5f79', '#bdbfc3'],
  'swatch-brand-default': ['#041e42', '#212121'],
  'swatch-brand-hover': ['#223959', '#ffffff'],
  'swatch-danger-default': ['#e00000', '#d11d1c'],
  'swatch-danger-hover': ['#e96464', ''],
  'swatch-danger-muted': ['#b50000', ''],
  'swatch-inverse-default': ['#ffffff', ''],
  'swatch-inverse-hover': ['#ffffff', ''],
  'swatch-inverse-muted': ['#bfbfbf', '#696969'],
  'swatch-passive-default': ['#4c5f79', '#c2c2c2'],
  'swatch-passive-hover': ['#97a2b1', ''],
  'swatch-passive-muted': ['#283e5d', '#bdbfc3'],
  'swatch-primary-default': ['#4a76ac', '#73b0f2'],
  'swatch-primary-gradient': ['#4e85c8', '#4e85c8'],
  'swatch-primary-hover': ['#80a7d7', '#7bafef'],
  'swatch-primary-muted': ['#2c588e', ''],
  'swatch-success-default': ['#4f822f', '#04b253'],
  'swatch-success-hover': ['#93e054', ''],
  'swatch-success-muted': ['#53960a', ''],
  'swatch-warning-default': ['#c6501b', ''],
  'swatch-warning-hover': ['#fda94b', ''],
  'swatch-warning-muted': ['#b35100', ''],
  'text-default': ['#041e42', '#DADCDF'],
  'text-inverse': ['#ffffff', '#000000'],
  'text-muted': ['#4c5f79', '#c2c2c2'],
}

/** What 7.0 changed. */
const changes70: Palettes = {
  'input-border': [undefined, '#696969'],
  'swatch-brand-contrast': ['#ffffff', '#dadcdf'],
  'swatch-danger-contrast': ['#ffffff', '#dadcdf'],
  'swatch-danger-default': ['rgb(197, 48, 48)', 'rgb(255, 72, 53)'],
  'swatch-danger-hover': ['rgb(168, 40, 40)', 'rgb(255, 72, 53)'],
  'swatch-danger-muted': ['rgb(204, 117, 117)', 'rgba(255, 72, 53, .5)'],
  'swatch-passive-contrast': ['#ffffff', '#000000'],
  'swatch-primary-contrast': ['#ffffff', '#dadcdf'],
  'swatch-success-background': [undefined, 'rgba(0, 188, 140, 0)'],
  'swatch-success-contrast': ['#ffffff', '#000000'],
  'swatch-success-default': ['rgb(3, 84, 63)', 'rgb(0, 188, 140)'],
  'swatch-success-hover': ['rgb(147, 224, 84)', 'rgb(0, 188, 140)'],
  'swatch-success-muted': ['rgb(83, 150, 10)', 'rgba(0, 188, 140, .5)'],
  'swatch-warning-background': [undefined, 'rgba(0,0,0,0)'],
  'swatch-warning-contrast': ['#ffffff', '#000000'],
  'swatch-warning-default': ['rgb(183, 76, 27)', 'rgb(232, 191, 73)'],
  'swatch-warning-hover': ['rgb(183, 76, 27)', 'rgb(232, 178, 19)'],
  'swatch-warning-muted': ['rgba(183, 76, 27, .5)', 'rgba(232, 178, 19, .5)'],
  'text-default': [undefined, '#dadcdf'],
}

/** What 7.1 changed. */
const changes71: Palettes = {
  'color-components-apptopbar-background': ['transparent', 'transparent'],
  'color-components-apptopbar-border': ['#ceddee', '#ceddee'],
  'swatch-danger-hover': ['#b12b2b', '#ff7566'],
  'swatch-passive-hover': ['#43536b'],
  'swatch-passive-hover-outline': ['#f7fafd', '#3B3B3B'],
  'swatch-primary-gradient-hover': ['rgb(59, 118, 194)', '#76a1d5'],
  'swatch-primary-muted-hover': ['rgb(36, 75, 119)', '#2282f7'],
  'swatch-success-hover': ['#023b2c', '#00f0b4'],
  'swatch-warning-hover': ['#a04318', '#eed077'],
}

/** The light palette and the dark one. */
function palettesOf(...changes: readonly Palettes[]): [JsonObject, JsonObject] {
  const all = changes.flatMap((each) => Object.entries(each))
  const palette = (mode: 0 | 1): JsonObject =>
    Object.fromEntries(
      all.flatMap(([token, values]) => (values[mode] === undefined ? [] : [[token, values[mode]]])),
    )
  return [palette(0), palette(1)]
}

/** Tokens with an empty value, which counts as not set. */
const emptyTokens = {
  breakpoints: 'xsmall-max small-default small-max medium-default medium-max large-default large-max xlarge',
  fontSizes: 'default large medium',
  sizes:
    'form-check-default height-small height-table-row icon-default max-height-logo max-width-logo width-medium',
  spacing: 'xsmall small medium large xlarge xxlarge',
} as const

function emptyGroups(moreSizes = ''): JsonObject {
  const groups = { ...emptyTokens, sizes: emptyTokens.sizes + moreSizes }
  const empty = (names: string) => Object.fromEntries(names.split(' ').map((token) => [token, '']))
  return Object.fromEntries(Object.entries(groups).map(([group, names]) => [group, empty(names)]))
}

/** The two themes of a legacy file. */
function legacyThemes(
  [light, dark]: readonly [JsonObject, JsonObject],
  links: JsonObject,
  lightLogo: JsonObject,
): JsonObject {
  const { name, slogan } = shippedCommon
  const theme = (designTokens: JsonObject, logo: JsonObject): JsonObject => ({
    general: { name, slogan, ...links },
    logo: { ...shippedLogo, ...logo },
    loginPage: { autoRedirect: true, backgroundImg: shippedBackground },
    designTokens,
  })
  return {
    default: theme({ colorPalette: light }, lightLogo),
    'default-dark': theme({ ...emptyGroups(), colorPalette: dark }, notFound),
  }
}

const notFound = { notFound: 'themes/owncloud/assets/cloud.svg' }

function wrapped(palettes: readonly [JsonObject, JsonObject], links: JsonObject): JsonObject {
  const { name, slogan, logo } = shippedCommon
  return { common: { name, slogan, logo }, ios: {}, web: legacyThemes(palettes, links, {}) }
}

function current([light, dark]: readonly [JsonObject, JsonObject]): JsonObject {
  const defaults = {
    appBanner: {},
    logo: shippedLogo,
    loginPage: { autoRedirect: true, backgroundImg: shippedBackground },
    designTokens: emptyGroups(' tiles-default tiles-resize-step'),
  }
  const themes = [
    { isDark: false, name: 'Light Theme', designTokens: { colorPalette: light } },
    { isDark: true, name: 'Dark Theme', designTokens: { colorPalette: dark } },
  ]
  return {
    common: shippedCommon,
    clients: { android: {}, desktop: {}, ios: {}, web: { defaults, themes } },
  }
}

let built: readonly ShippedTheme[] | undefined

/**
 * The themes that ownCloud shipped up to oCIS 5, with their values, oldest first. The files of Web 7.0.0 to 7.0.2 and of
 * 7.0.3 differ only in white space.
 */
export function shippedThemes(): readonly ShippedTheme[] {
  built ??= build()
  return built
}

function build(): readonly ShippedTheme[] {
  const palettes70 = palettesOf(palettes60, changes70)
  const palettes71 = palettesOf(palettes60, changes70, changes71)
  const documents = [
    legacyThemes(palettesOf(palettes60), {}, notFound),
    wrapped(palettes70, {}),
    wrapped(palettes71, { privacyUrl: '', imprintUrl: '' }),
    current(palettes71),
  ]
  return documents.map((document, index) => ({ ...(ownCloudReleases[index] as ShippedRelease), document }))
}

/** A shipped theme as a logo upload wrote it, with the path of an image in every slot of the logo. */
export function uploadedCopy({ document, slots }: ShippedTheme, image: string): JsonObject {
  const copy = clone(document) as JsonObject
  for (const slot of slots) {
    const keys = parsePointer(slot)
    const last = keys.pop() as string
    ;(valueBelow(copy, ...keys) as JsonObject)[last] = image
  }
  return copy
}
