import {
  type DesignTokens,
  designTokensOfWeb8,
  designTokensOfWeb9,
  designTokensOfWeb12,
} from './design-tokens.js'
import { designTokensOfOpenCloud1, designTokensOfOpenCloud2 } from './opencloud-tokens.js'
import { tokenPrefixes } from './token-prefixes.js'

/** The tokens of one group that a client knows. */
export interface TokenNames {
  /** The tokens that the pages of the client read. */
  readonly read: ReadonlySet<string>
  /** The tokens of the design system that no page reads. */
  readonly unread: ReadonlySet<string>
  /** The prefix of further tokens that are read. */
  readonly readPrefix?: string
}

/** The known tokens of each group; for a group that isn't listed they aren't known. */
export type TokenGroups = Readonly<Record<string, TokenNames>>

/** Tokens of the design system that no page reads; seen in Web 8.0.6 to 12.5.0. */
const unreadOfWeb = [
  'breakpoint-large-default',
  'breakpoint-large-max',
  'breakpoint-medium-default',
  'breakpoint-medium-max',
  'breakpoint-small-default',
  'breakpoint-small-max',
  'breakpoint-xlarge',
  'color-icon-code',
  'color-icon-file',
  'color-icon-medical',
  'color-icon-text',
  'color-swatch-inverse-contrast',
  'size-form-check-default',
  'size-height-small',
  'size-width-medium',
  'space-xxlarge',
]

/** Tokens that pages read, but for which the design system has no value; seen in Web 8.0.6. */
const alsoReadByWeb8: readonly string[] = [
  'color-primary-contrast',
  'color-swatch-passive-hover-outline',
  'color-swatch-primary-gradient-hover',
  'color-swatch-primary-muted-hover',
  'size-tiles-actual',
]

/** Seen in Web 7.1.3. */
export const alsoReadByWeb7: readonly string[] = /* @__PURE__ */ alsoReadByWeb8
  .filter((name) => name !== 'size-tiles-actual')
  .concat('color-icon-default')

/** Seen in Web 9.0.0 to 12.0.4. */
const alsoReadByWeb9: readonly string[] = /* @__PURE__ */ alsoReadByWeb8.concat('color-text')

/** Seen in Web 12.5.0, the first of them in 12.3.3. */
const alsoReadByWeb12: readonly string[] = /* @__PURE__ */ alsoReadByWeb9.concat([
  'color-icon-visio',
  'color-background-sidebar',
  'color-search-input-bg',
  'color-search-input-border',
  'color-search-input-text-default',
  'color-search-input-text-muted',
])

function grouped(tokens: DesignTokens, unread: readonly string[], alsoRead: readonly string[]): TokenGroups {
  const without = new Set(unread)
  const read = [...Object.keys(tokens).filter((token) => !without.has(token)), ...alsoRead]
  const below = (names: readonly string[], prefix: string) =>
    new Set(names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)))
  return Object.fromEntries(
    Object.entries(tokenPrefixes).map(([group, prefix]) => [
      group,
      { read: below(read, prefix), unread: below(unread, prefix) },
    ]),
  )
}

/** Seen in Web 8.0.6, which doesn't read `size-width-small` either. */
export const tokensOfWeb8: TokenGroups = /* @__PURE__ */ grouped(
  designTokensOfWeb8,
  /* @__PURE__ */ unreadOfWeb.concat('size-width-small'),
  alsoReadByWeb8,
)

/** Seen in Web 9.0.0 to 12.0.4; `size-width-small` is read from 11.3.6 on. */
export const tokensOfWeb9: TokenGroups = /* @__PURE__ */ grouped(
  designTokensOfWeb9,
  unreadOfWeb,
  alsoReadByWeb9,
)

/** Seen in Web 12.1.0 to 12.5.0. */
export const tokensOfWeb12: TokenGroups = /* @__PURE__ */ grouped(
  designTokensOfWeb12,
  unreadOfWeb,
  alsoReadByWeb12,
)

const none: ReadonlySet<string> = /* @__PURE__ */ new Set()

const fixed: readonly string[] = /* @__PURE__ */ ['primary', 'secondary', 'tertiary'].flatMap((name) => {
  const title = name[0]?.toUpperCase() + name.slice(1)
  return [name, `on${title}`, `${name}Container`, `on${title}Container`, `${name}Fixed`, `on${title}Fixed`]
})

/** The roles of Material design that OpenCloud Web knows, and its own `chrome` and `onChrome`. */
const roles: TokenNames = /* @__PURE__ */ (() => ({
  read: new Set([
    ...fixed,
    'error',
    'onError',
    'errorContainer',
    'onErrorContainer',
    'background',
    'onBackground',
    'surface',
    'onSurface',
    'surfaceVariant',
    'onSurfaceVariant',
    'surfaceDim',
    'surfaceBright',
    'surfaceTint',
    'surfaceContainerLowest',
    'surfaceContainerLow',
    'surfaceContainer',
    'surfaceContainerHigh',
    'surfaceContainerHighest',
    'inverseSurface',
    'inverseOnSurface',
    'inversePrimary',
    'outline',
    'outlineVariant',
    'shadow',
    'scrim',
    'chrome',
    'onChrome',
  ]),
  unread: none,
}))()

/** Tokens of the design system that no page reads; seen in OpenCloud Web 1.0 to 3.3. */
const unreadOfOpenCloud: readonly string[] = /* @__PURE__ */ unreadOfWeb
  .filter((token) => token !== 'color-swatch-inverse-contrast')
  .concat('breakpoint-xsmall-max')

/** Seen in OpenCloud Web 1.0. */
export const tokensOfOpenCloud1: TokenGroups = /* @__PURE__ */ grouped(
  designTokensOfOpenCloud1,
  unreadOfOpenCloud,
  [],
)

/** From 2.0 to 7.2 only the icons of the palette are read. */
const withRoles: TokenGroups = /* @__PURE__ */ (() => ({
  roles,
  colorPalette: { read: none, unread: none, readPrefix: 'icon-' },
}))()

/** Roles that no page reads; seen in OpenCloud Web 2.0 to 3.3. Web 6.2 reads all. */
const unreadRoles: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'errorContainer',
  'onErrorContainer',
  'background',
  'onBackground',
  'surfaceVariant',
  'surfaceDim',
  'surfaceBright',
  'surfaceTint',
  'inverseSurface',
  'inverseOnSurface',
  'inversePrimary',
  'scrim',
])

/** Seen in OpenCloud Web 2.0 to 3.3, which don't read the limits of the logo and `size-width-small` either. */
export const tokensOfOpenCloud2: TokenGroups = /* @__PURE__ */ (() => ({
  ...grouped(
    designTokensOfOpenCloud2,
    unreadOfOpenCloud.concat('size-max-height-logo', 'size-max-width-logo', 'size-width-small'),
    [],
  ),
  ...withRoles,
  roles: { read: new Set([...roles.read].filter((role) => !unreadRoles.has(role))), unread: unreadRoles },
}))()

/** OpenCloud Web 4.0 to 7.2, which has no sizes, spacing and breakpoints. */
export const tokensOfOpenCloud4: TokenGroups = withRoles

/** OpenCloud Web 7.3 reads none of the palette. */
export const tokensOfOpenCloud73: TokenGroups = /* @__PURE__ */ (() => ({
  roles,
  colorPalette: { read: none, unread: none },
}))()
