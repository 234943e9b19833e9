import { openCloudWeb } from './products.js'
import { shareRolesOfOcis7 } from './share-roles.js'
import type { Consumer, GoneKey, MergeRules, Need, PropertyFallback, Target } from './target.js'

/** Seen in OpenCloud Web 1.0 to 4.3: the theme over `defaults` over `common`, all flat on one level. */
const openCloudMerge: MergeRules = { common: 'flat', lists: 'concatenate', keepsInheritedNames: false }

/** Seen in OpenCloud Web 3.2 to 4.3. */
export const chromeFallback: PropertyFallback = {
  group: 'roles',
  token: 'chrome',
  properties: { 'role-chrome': 'surfaceContainer', 'role-on-chrome': 'onSurface' },
}

export const urlsNeed: Need = {
  path: ['urls'],
  code: 'missing-links',
  otherwise: 'the account menu of OpenCloud Web breaks',
  standIn: { accessDeniedHelp: '', imprint: '', privacy: '' },
}

export const shareRolesNeed: Need = {
  path: ['shareRoles'],
  code: 'missing-share-roles',
  otherwise: 'the sharing dialogue of OpenCloud Web breaks',
}

/** Up to OpenCloud Web 7.2. */
export const designTokensNeed: Need = {
  path: ['designTokens'],
  code: 'missing-design-tokens',
  otherwise: 'OpenCloud Web up to 7.2 does not start',
  standIn: {},
}

/** From OpenCloud Web 6.2 on. */
export const rolesNeed: Need = {
  path: ['designTokens', 'roles'],
  code: 'missing-material-roles',
  otherwise: 'the office editor of OpenCloud Web 6.2 and later does not open',
  standIn: {},
}

/** OpenCloud Web 4.0 was the first that read none of them. */
export const groupsGone: readonly GoneKey[] = /* @__PURE__ */ (() =>
  (['tokens.breakpoints', 'tokens.fontSizes', 'tokens.sizes', 'tokens.spacing'] as const).map((place) => ({
    place,
    reason: 'OpenCloud Web 4.0 and later have no such tokens',
  })))()

export const iconColorsGone: GoneKey = {
  place: 'tokens.colorPalette',
  reason: 'OpenCloud Web 7.3 reads none of the palette, icon colours included',
}

/** Seen in OpenCloud Web 4.1. Earlier releases have only the first of them. */
const darkImages = {
  'logo.topbar': 'themes/opencloud/assets/logo-white.svg',
  'logo.topbarSmall': 'themes/opencloud/assets/logo-white-mobile.svg',
}

/** What all releases of OpenCloud have in common. */
export const openCloudConsumer = {
  family: openCloudWeb,
  merge: openCloudMerge,
  choice: { titleKey: 'label', unknownStored: 'system' },
  designTokens: {},
  modes: ['regular'],
  serverValues: { common: { shareRoles: shareRolesOfOcis7 } },
  brandingSlots: [],
  shipsOwnLogos: false,
} as const satisfies Partial<Consumer>

/** What else they have in common. */
export const openCloud = {
  painted: [],
  fonts: ['OpenCloud'],
  withoutHover: [],
  paintedInstead: {},
  uniqueNames: 'document',
  uploadFormats: [],
  serverReadsThemes: true,
  loginPageShowsLogo: false,
  loginPageTakesAddresses: false,
  loadsRelativeBackground: true,
  blocksForeignImages: true,
  servedAssets: 'themes/',
  builtInAssets: 'themes/opencloud/',
  gone: [],
  darkImages,
  themeNames: 'readable',
} as const satisfies Partial<Target>
