/**
 * What the roles of OpenCloud 2.0 and later are made of, and tokens of their older palettes out of roles. Read off the
 * change of OpenCloud 2.0, which replaced the palette by roles everywhere, and measured in ownCloud Web 12.5 and
 * OpenCloud Web 7.3.
 */
export interface RoleSource {
  readonly role: string
  /** Tokens of the palette, the first that is set counts. */
  readonly from: readonly string[]
  /** Whether the two clients paint different things with it, so that it is similar only. */
  readonly isAlike?: true
}

/** Where the palette is one of OpenCloud 1.x. */
const frameOfOpenCloud: readonly RoleSource[] = [
  { role: 'chrome', from: ['background-chrome'] },
  { role: 'onChrome', from: ['swatch-inverse-default'] },
]

/** ownCloud's `swatch-inverse-default` is also white on white bars, so it is no colour of the frame. */
const frameOfOwnCloud: readonly RoleSource[] = [
  { role: 'chrome', from: ['swatch-brand-default'] },
  { role: 'onChrome', from: ['swatch-brand-contrast'] },
]

const shared: readonly RoleSource[] = [
  { role: 'surface', from: ['background-default'] },
  { role: 'background', from: ['background-default'] },
  { role: 'onSurface', from: ['text-default'] },
  { role: 'onBackground', from: ['text-default'] },
  { role: 'onSurfaceVariant', from: ['text-muted'] },
  {
    role: 'surfaceContainer',
    from: ['background-sidebar', 'background-muted', 'background-hover', 'background-highlight'],
  },
  { role: 'surfaceContainerHigh', from: ['background-hover'], isAlike: true },
  { role: 'secondaryContainer', from: ['background-highlight'] },
  { role: 'onSecondaryContainer', from: ['text-default'] },
  { role: 'outline', from: ['input-border'] },
  { role: 'primary', from: ['swatch-primary-gradient', 'swatch-primary-default'] },
  { role: 'onPrimary', from: ['swatch-primary-contrast'] },
  { role: 'error', from: ['swatch-danger-default'] },
  { role: 'onError', from: ['swatch-danger-contrast'] },
  { role: 'tertiary', from: ['swatch-success-default'], isAlike: true },
  { role: 'onTertiary', from: ['swatch-success-contrast'], isAlike: true },
]

/** Releases from 4.0 on draw borders of rows in a role of their own, earlier ones in that of fields. */
const borders: Readonly<Record<RowBorder, readonly RoleSource[]>> = {
  surfaceContainerHighest: [
    { role: 'surfaceContainerHighest', from: ['border'] },
    { role: 'outlineVariant', from: ['input-border'] },
  ],
  outlineVariant: [{ role: 'outlineVariant', from: ['border'] }],
}

/** The role that a release draws the borders of rows in. */
export type RowBorder = 'surfaceContainerHighest' | 'outlineVariant'

/** The tokens that the filled buttons of OpenCloud may be painted with: the first where it can be read on pages. */
export const buttonSources = {
  primary: { background: 'swatch-primary-default', text: ['swatch-primary-contrast', 'text-inverse'] },
  passive: { background: 'swatch-passive-default', text: ['swatch-passive-contrast', 'text-inverse'] },
} as const

/** What each role is made of, but for the buttons. */
export function roleSources(isOfOpenCloud: boolean, border: RowBorder): readonly RoleSource[] {
  return [...(isOfOpenCloud ? frameOfOpenCloud : frameOfOwnCloud), ...shared, ...borders[border]]
}

/** Colours that ownCloud Web has no token for. */
export const fixedRoles: Readonly<Record<string, string>> = {
  inverseSurface: '#333333',
  inverseOnSurface: '#ffffff',
  shadow: '#000000',
  scrim: '#000000',
}

/** Roles whose colours must be told apart on one page, besides that of the borders; the first keeps its colour. */
export const backgrounds = ['surface', 'surfaceContainer', 'secondaryContainer'] as const

/** The least difference between the tones of two backgrounds on each other. */
export const BACKGROUND_DISTANCE = 3
