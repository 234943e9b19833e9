import { colorAt, type Palette, paletteOf, toneOf } from '../../css/tones.js'
import type { MadeRole } from './made-role.js'
import { BACKGROUND_DISTANCE } from './role-sources.js'
import {
  ERROR,
  type PaletteName,
  type RoleTone,
  roleTones,
  separatedTones,
  TERTIARY_HUE,
} from './role-tones.js'

/** The colour that a palette was made from. */
interface Origin extends Pick<MadeRole, 'token' | 'from' | 'color'> {
  readonly palette: Palette
  /** The name of the colour, for messages. */
  readonly title: string
}

/** The hues of a theme, and the lightness of its pages. */
export interface ThemePalettes {
  readonly origins: Readonly<Record<PaletteName, Origin>>
  readonly surface: number
  /** Whether the pages are dark, whatever `isDark` of the theme is. */
  readonly isDark: boolean
}

const BLACK: Palette = { hue: 0, chroma: 0 }

/** The palettes of a theme, from its mapped roles. */
export function palettesOf(made: ReadonlyMap<string, MadeRole>): ThemePalettes {
  const of = (role: string): Origin | undefined => {
    const found = made.get(role)
    const palette = found && paletteOf(found.color)
    return found && palette && { ...found, palette, title: role }
  }
  const neutral = of('surface') ?? fixed('#ffffff')
  const primary = of('primary') ?? of('secondary') ?? neutral
  const { hue, chroma } = primary.palette
  const turned = { hue: (hue + TERTIARY_HUE) % 360, chroma: chroma / 2 }
  const twice = { hue: neutral.palette.hue, chroma: neutral.palette.chroma * 2 }
  const surface = toneOf(neutral.color) ?? 100
  return {
    origins: {
      neutral,
      variant: { ...neutral, palette: twice },
      primary,
      secondary: of('secondary') ?? primary,
      tertiary: of('tertiary') ?? { ...primary, palette: turned },
      error: of('error') ?? fixed(ERROR),
    },
    surface,
    isDark: surface < 50,
  }
}

function fixed(color: string): Origin {
  return { color, from: null, palette: paletteOf(color) ?? BLACK, title: 'the usual colour' }
}

/** A role without a source: a tone of its palette. */
export function derivedRole(role: string, palettes: ThemePalettes, usual?: RoleTone): MadeRole {
  const { origin, tone, isSame } = toneOfRole(role, palettes, usual)
  if (isSame) return derived(role, origin, origin.color, `same colour as ${origin.title}`)
  return derived(role, origin, colorAt(origin.palette, tone), described(tone, origin))
}

/** A role whose own colour is too close to others: the nearest tone that is far enough from them. */
export function separatedRole(role: string, palettes: ThemePalettes, others: readonly number[]): MadeRole {
  const { origin, tone } = toneOfRole(role, palettes, separatedTones[role])
  const isFar = (candidate: number) =>
    others.every((other) => Math.abs(other - candidate) >= BACKGROUND_DISTANCE)
  const isApart = (candidate: number) =>
    isFar(candidate) && isFar(toneOf(colorAt(origin.palette, candidate)) ?? 0)
  const away = palettes.isDark ? 1 : -1
  const candidates = [away, -away].flatMap((direction) =>
    Array.from({ length: 201 }, (_, step) => tone + (direction * step) / 2),
  )
  const apart = candidates.find((each) => each >= 0 && each <= 100 && isApart(each)) ?? tone
  const reason = `${described(apart, origin)}: its own colour is too close to another background`
  return derived(role, origin, colorAt(origin.palette, apart), reason)
}

function toneOfRole(
  role: string,
  { origins, surface, isDark }: ThemePalettes,
  usual: RoleTone = roleTones.get(role) ?? DEFAULT,
) {
  const { palette, light, dark, isOffset, isSame } = usual
  const tone = (isOffset ? surface : 0) + (isDark ? dark : light)
  return { origin: origins[palette], tone: Math.min(100, Math.max(0, tone)), isSame }
}

const DEFAULT: RoleTone = { palette: 'neutral', light: 99, dark: 10 }

function described(tone: number, { title, color }: Origin): string {
  return `tone ${Math.round(tone * 10) / 10} of ${title} (${color})`
}

function derived(role: string, { token, from }: Origin, color: string, reason: string): MadeRole {
  return { role, color, kind: 'derived', token, from, reason }
}
