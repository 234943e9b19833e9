import { TEXT_CONTRAST } from '../../css/colors.js'
import { colorAt, type Palette, paletteOf, toneContrast, toneOf } from '../../css/tones.js'
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

/** What a background must go with, as tones. */
export interface Neighbours {
  /** Other backgrounds, which it must differ from. */
  readonly backgrounds?: readonly number[]
  /** Texts on it that are readable on the pages, too. */
  readonly texts: readonly number[]
}

/** A background without a colour of its own: the nearest tone to the usual one that goes with its neighbours. */
export function backgroundRole(
  role: string,
  palettes: ThemePalettes,
  { backgrounds = [], texts }: Neighbours,
  why = '',
): MadeRole {
  const { origin, tone } = toneOfRole(role, palettes, separatedTones[role])
  const isFar = (candidate: number) =>
    backgrounds.every((other) => Math.abs(other - candidate) >= BACKGROUND_DISTANCE)
  const away = palettes.isDark ? 1 : -1
  const candidates = [away, -away].flatMap((direction) =>
    Array.from({ length: 201 }, (_, step) => tone + (direction * step) / 2),
  )
  let found: number | undefined
  // With as many of the texts as possible.
  for (let count = texts.length; found === undefined && count >= 0; count -= 1) {
    const some = texts.slice(0, count)
    found = first(origin, candidates, (each) => isFar(each) && areReadable(some, each, palettes.surface))
  }
  found ??= tone
  return derived(role, origin, colorAt(origin.palette, found), described(found, origin) + why)
}

/** A text without a colour of its own: a tone that is readable on all backgrounds, if there is one. */
export function textRole(
  role: string,
  palettes: ThemePalettes,
  backgrounds: readonly number[],
): MadeRole | undefined {
  const { origin, tone } = toneOfRole(role, palettes)
  const found = first(origin, [tone, 100, 10, 0], (each) => isReadable(each, backgrounds))
  return found === undefined
    ? undefined
    : derived(role, origin, colorAt(origin.palette, found), described(found, origin))
}

/** The first of some tones that fits, also as a colour, which is rounded. */
function first(
  { palette }: Origin,
  tones: readonly number[],
  fits: (tone: number) => boolean,
): number | undefined {
  return tones.find(
    (each) => each >= 0 && each <= 100 && fits(each) && fits(toneOf(colorAt(palette, each)) as number),
  )
}

/** Whether a text is readable on all backgrounds. All are tones. */
export function isReadable(text: number, backgrounds: readonly number[]): boolean {
  return backgrounds.every((each) => Math.abs(toneContrast(text, each)) >= TEXT_CONTRAST)
}

/** Whether texts are readable on a background, and as light or as dark there as on the pages. All are tones. */
export function areReadable(texts: readonly number[], background: number, surface: number): boolean {
  return texts.every((text) => toneContrast(text, background) * Math.sign(text - surface) >= TEXT_CONTRAST)
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
