/** The palettes that roles without a source are tones of. */
export type PaletteName = 'primary' | 'secondary' | 'tertiary' | 'error' | 'neutral' | 'variant'

/** The tone of a role in a light and in a dark theme. */
export interface RoleTone {
  readonly palette: PaletteName
  readonly light: number
  readonly dark: number
  /** Whether the tones are relative to that of `surface`. */
  readonly isOffset?: true
  /** Whether it is the colour of the palette itself. */
  readonly isSame?: true
}

const tone = (palette: PaletteName, light: number, dark: number): RoleTone => ({ palette, light, dark })

/** Relative to `surface`, so that backgrounds keep their order around it; the offsets are those of OpenCloud's own themes. */
const offset = (light: number, dark: number): RoleTone => ({
  palette: 'neutral',
  light,
  dark,
  isOffset: true,
})

/** The roles that each strong colour has. */
function strong(name: 'primary' | 'secondary' | 'tertiary' | 'error'): [string, RoleTone][] {
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  const roles: [string, RoleTone][] = [
    [name, tone(name, 40, 80)],
    [`on${title}`, tone(name, 100, 20)],
    [`${name}Container`, tone(name, 90, 30)],
    [`on${title}Container`, tone(name, 10, 90)],
  ]
  if (name === 'error') return roles
  return [...roles, [`${name}Fixed`, tone(name, 90, 90)], [`on${title}Fixed`, tone(name, 10, 10)]]
}

/** The tone of every role that OpenCloud knows, as in Material design; OpenCloud's own two roles have none. */
export const roleTones: ReadonlyMap<string, RoleTone> = /* @__PURE__ */ makeRoleTones()

function makeRoleTones(): ReadonlyMap<string, RoleTone> {
  return new Map<string, RoleTone>([
    ...strong('primary'),
    ...strong('secondary'),
    ...strong('tertiary'),
    ...strong('error'),
    ['background', tone('neutral', 99, 10)],
    ['onBackground', tone('neutral', 10, 90)],
    ['surface', tone('neutral', 99, 10)],
    ['onSurface', tone('neutral', 10, 90)],
    ['surfaceVariant', tone('variant', 90, 30)],
    ['onSurfaceVariant', tone('variant', 30, 80)],
    ['surfaceTint', { ...tone('primary', 40, 80), isSame: true }],
    ['surfaceDim', offset(-12, -4)],
    ['surfaceBright', offset(-1, 14)],
    ['surfaceContainerLowest', offset(1, -6)],
    ['surfaceContainerLow', offset(-3, 0)],
    ['surfaceContainer', offset(-5, 2)],
    ['surfaceContainerHigh', offset(-7, 7)],
    ['surfaceContainerHighest', offset(-9, 12)],
    ['inverseSurface', tone('neutral', 20, 90)],
    ['inverseOnSurface', tone('neutral', 95, 20)],
    ['inversePrimary', tone('primary', 80, 40)],
    ['outline', tone('variant', 50, 60)],
    ['outlineVariant', tone('variant', 80, 30)],
  ])
}

/** A role with another tone than the usual one. */
export type Mark = readonly [role: string, usual: RoleTone]

/**
 * Information about the palette that the roles would lose, kept as a slightly different tone of a role that no measured
 * page of OpenCloud uses. The conversion back reads it to find the token that a role was computed from.
 */
export const marks = /* @__PURE__ */ (() => ({
  /** Buttons have the passive swatch, because the primary one is unreadable. */
  passiveButtons: ['surfaceTint', tone('primary', 39, 81)],
  /** The role for borders of rows is `outlineVariant`. */
  oldBorders: ['surfaceBright', offset(-2, 13)],
  /** `secondaryContainer` has another tone, because its own colour was too close to another background. */
  separatedHighlight: ['surfaceVariant', tone('variant', 89, 31)],
}))() satisfies Readonly<Record<string, Mark>>

/** The tones of separated backgrounds whose usual tone hasn't the hue of the page. */
export const separatedTones: Readonly<Record<string, RoleTone>> = {
  secondaryContainer: { palette: 'neutral', light: -7, dark: 7, isOffset: true },
}

/** Whether a role is a background in the hue of the page. */
export const isBackground = (role: string) => (separatedTones[role] ?? roleTones.get(role))?.isOffset === true

/** The error colour of a theme without one, for its hue and chroma. */
export const ERROR = '#ba1a1a'

/** The distance in degrees between the hue of the primary colour and that of a tertiary colour without a source. */
export const TERTIARY_HUE = 60
