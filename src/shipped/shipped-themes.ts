import { parsePointer, valueBelow } from '../json/pointer.js'
import { clone, type JsonObject } from '../json/value.js'
import { shippedBackground, shippedCommon, shippedLogo } from '../targets/shipped-file.js'
import { ownCloudReleases, type ShippedRelease } from './server-copies.js'

/** A theme that releases shipped, by its values. */
export interface ShippedTheme extends ShippedRelease {
  readonly document: JsonObject
}

const light6: JsonObject = {
  'background-accentuate': 'rgba(255, 255, 5, 0.1)',
  'background-default': '#ffffff',
  'background-highlight': '#edf3fa',
  'background-hover': 'rgb(236, 236, 236)',
  'background-muted': '#f8f8f8',
  'background-secondary': '#ffffff',
  border: '#ecebee',
  'icon-archive': '#fbbe54',
  'icon-audio': '#700460',
  'icon-document': '#3b44a6',
  'icon-folder': '#4d7eaf',
  'icon-image': '#ee6b3b',
  'icon-pdf': '#ec0d47',
  'icon-presentation': '#ee6b3b',
  'icon-spreadsheet': '#15c286',
  'icon-video': '#045459',
  'input-bg': '#ffffff',
  'input-border': '#ceddee',
  'input-text-default': '#041e42',
  'input-text-muted': '#4c5f79',
  'swatch-brand-default': '#041e42',
  'swatch-brand-hover': '#223959',
  'swatch-danger-default': '#e00000',
  'swatch-danger-hover': '#e96464',
  'swatch-danger-muted': '#b50000',
  'swatch-inverse-default': '#ffffff',
  'swatch-inverse-hover': '#ffffff',
  'swatch-inverse-muted': '#bfbfbf',
  'swatch-passive-default': '#4c5f79',
  'swatch-passive-hover': '#97a2b1',
  'swatch-passive-muted': '#283e5d',
  'swatch-primary-default': '#4a76ac',
  'swatch-primary-gradient': '#4e85c8',
  'swatch-primary-hover': '#80a7d7',
  'swatch-primary-muted': '#2c588e',
  'swatch-success-default': '#4f822f',
  'swatch-success-hover': '#93e054',
  'swatch-success-muted': '#53960a',
  'swatch-warning-default': '#c6501b',
  'swatch-warning-hover': '#fda94b',
  'swatch-warning-muted': '#b35100',
  'text-default': '#041e42',
  'text-inverse': '#ffffff',
  'text-muted': '#4c5f79',
}

/** What 7.0 changed. */
const lightChanges70: JsonObject = {
  'swatch-brand-contrast': '#ffffff',
  'swatch-danger-contrast': '#ffffff',
  'swatch-danger-default': 'rgb(197, 48, 48)',
  'swatch-danger-hover': 'rgb(168, 40, 40)',
  'swatch-danger-muted': 'rgb(204, 117, 117)',
  'swatch-passive-contrast': '#ffffff',
  'swatch-primary-contrast': '#ffffff',
  'swatch-success-contrast': '#ffffff',
  'swatch-success-default': 'rgb(3, 84, 63)',
  'swatch-success-hover': 'rgb(147, 224, 84)',
  'swatch-success-muted': 'rgb(83, 150, 10)',
  'swatch-warning-contrast': '#ffffff',
  'swatch-warning-default': 'rgb(183, 76, 27)',
  'swatch-warning-hover': 'rgb(183, 76, 27)',
  'swatch-warning-muted': 'rgba(183, 76, 27, .5)',
}

/** What 7.1 changed. */
const lightChanges71: JsonObject = {
  'color-components-apptopbar-background': 'transparent',
  'color-components-apptopbar-border': '#ceddee',
  'swatch-danger-hover': '#b12b2b',
  'swatch-passive-hover': '#43536b',
  'swatch-passive-hover-outline': '#f7fafd',
  'swatch-primary-gradient-hover': 'rgb(59, 118, 194)',
  'swatch-primary-muted-hover': 'rgb(36, 75, 119)',
  'swatch-success-hover': '#023b2c',
  'swatch-warning-hover': '#a04318',
}

const dark6: JsonObject = {
  'background-accentuate': '#696969',
  'background-default': '#292929',
  'background-highlight': '#383838',
  'background-hover': '#383838',
  'background-muted': '#383838',
  'background-secondary': '#4f4f4f',
  border: '#383838',
  'icon-archive': 'rgb(255, 207, 1)',
  'icon-audio': 'rgb(208, 67, 236)',
  'icon-document': 'rgb(44, 101, 255)',
  'icon-folder': 'rgb(44, 101, 255)',
  'icon-image': 'rgb(255, 111, 0)',
  'icon-pdf': 'rgb(225, 5, 14)',
  'icon-presentation': 'rgb(255, 64, 6)',
  'icon-spreadsheet': 'rgb(0, 182, 87)',
  'icon-video': 'rgb(0, 187, 219)',
  'input-bg': '#4f4f4f',
  'input-border': '#4f4f4f',
  'input-text-default': '#dadcdf',
  'input-text-muted': '#bdbfc3',
  'swatch-brand-default': '#212121',
  'swatch-brand-hover': '#ffffff',
  'swatch-danger-default': '#d11d1c',
  'swatch-danger-hover': '',
  'swatch-danger-muted': '',
  'swatch-inverse-default': '',
  'swatch-inverse-hover': '',
  'swatch-inverse-muted': '#696969',
  'swatch-passive-default': '#c2c2c2',
  'swatch-passive-hover': '',
  'swatch-passive-muted': '#bdbfc3',
  'swatch-primary-default': '#73b0f2',
  'swatch-primary-gradient': '#4e85c8',
  'swatch-primary-hover': '#7bafef',
  'swatch-primary-muted': '',
  'swatch-success-default': '#04b253',
  'swatch-success-hover': '',
  'swatch-success-muted': '',
  'swatch-warning-default': '',
  'swatch-warning-hover': '',
  'swatch-warning-muted': '',
  'text-default': '#DADCDF',
  'text-inverse': '#000000',
  'text-muted': '#c2c2c2',
}

/** What 7.0 changed. */
const darkChanges70: JsonObject = {
  'input-border': '#696969',
  'swatch-brand-contrast': '#dadcdf',
  'swatch-danger-contrast': '#dadcdf',
  'swatch-danger-default': 'rgb(255, 72, 53)',
  'swatch-danger-hover': 'rgb(255, 72, 53)',
  'swatch-danger-muted': 'rgba(255, 72, 53, .5)',
  'swatch-passive-contrast': '#000000',
  'swatch-primary-contrast': '#dadcdf',
  'swatch-success-background': 'rgba(0, 188, 140, 0)',
  'swatch-success-contrast': '#000000',
  'swatch-success-default': 'rgb(0, 188, 140)',
  'swatch-success-hover': 'rgb(0, 188, 140)',
  'swatch-success-muted': 'rgba(0, 188, 140, .5)',
  'swatch-warning-background': 'rgba(0,0,0,0)',
  'swatch-warning-contrast': '#000000',
  'swatch-warning-default': 'rgb(232, 191, 73)',
  'swatch-warning-hover': 'rgb(232, 178, 19)',
  'swatch-warning-muted': 'rgba(232, 178, 19, .5)',
  'text-default': '#dadcdf',
}

/** What 7.1 changed. */
const darkChanges71: JsonObject = {
  'color-components-apptopbar-background': 'transparent',
  'color-components-apptopbar-border': '#ceddee',
  'swatch-danger-hover': '#ff7566',
  'swatch-passive-hover-outline': '#3B3B3B',
  'swatch-primary-gradient-hover': '#76a1d5',
  'swatch-primary-muted-hover': '#2282f7',
  'swatch-success-hover': '#00f0b4',
  'swatch-warning-hover': '#eed077',
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
  light: JsonObject,
  dark: JsonObject,
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

function wrapped(light: JsonObject, dark: JsonObject, links: JsonObject): JsonObject {
  const { name, slogan, logo } = shippedCommon
  return { common: { name, slogan, logo }, ios: {}, web: legacyThemes(light, dark, links, {}) }
}

function current(light: JsonObject, dark: JsonObject): JsonObject {
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
  const light70 = { ...light6, ...lightChanges70 }
  const dark70 = { ...dark6, ...darkChanges70 }
  const light71 = { ...light70, ...lightChanges71 }
  const dark71 = { ...dark70, ...darkChanges71 }
  const documents = [
    legacyThemes(light6, dark6, {}, notFound),
    wrapped(light70, dark70, {}),
    wrapped(light71, dark71, { privacyUrl: '', imprintUrl: '' }),
    current(light71, dark71),
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
