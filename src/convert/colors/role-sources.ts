/**
 * The tokens that a role of OpenCloud 2.0 and later is computed from. From the change of OpenCloud 2.0 that replaced the
 * palette by roles, and measured in ownCloud Web 12.5 and OpenCloud Web 7.3.
 */
export interface RoleSource {
  readonly role: string
  /** Tokens of the palette; the first that is set counts. */
  readonly from: readonly string[]
  /** Whether the two clients paint different things with it: the use is only similar. */
  readonly isAlike?: true
}

/** For a palette of OpenCloud 1.x. */
const frameOfOpenCloud: readonly RoleSource[] = [
  { role: 'chrome', from: ['background-chrome'] },
  { role: 'onChrome', from: ['swatch-inverse-default'] },
]

/** For a palette of ownCloud, whose `swatch-inverse-default` is white on white bars too, and so no colour of the frame. */
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

/** Releases from 4.0 on have another role for the borders of rows than for those of fields; earlier ones have one for both. */
const borders: Readonly<Record<RowBorder, readonly RoleSource[]>> = {
  surfaceContainerHighest: [
    { role: 'surfaceContainerHighest', from: ['border'] },
    { role: 'outlineVariant', from: ['input-border'] },
  ],
  outlineVariant: [{ role: 'outlineVariant', from: ['border'] }],
}

/** The role for the borders of rows in a release. */
export type RowBorder = 'surfaceContainerHighest' | 'outlineVariant'

/** The tokens for the filled buttons of OpenCloud: the primary ones if they are readable on pages, else the passive ones. */
export const buttonSources = {
  primary: { background: 'swatch-primary-default', text: ['swatch-primary-contrast', 'text-inverse'] },
  passive: { background: 'swatch-passive-default', text: ['swatch-passive-contrast', 'text-inverse'] },
} as const

/** The sources of all roles but those of buttons. */
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

/** Roles whose colours must differ on one page, besides that of the borders; the first keeps its colour. */
export const backgrounds = ['surface', 'surfaceContainer', 'secondaryContainer'] as const

/** The least difference between the tones of two backgrounds on each other. */
export const BACKGROUND_DISTANCE = 3
