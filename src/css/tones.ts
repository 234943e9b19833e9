import { convertOklabToRgb, convertRgbToOklab, type Rgb } from 'culori/fn'
import { colorOf, hexOf, luminanceOf, normalized, paintedOver, ratioOf } from './colors.js'

/**
 * A hue with its chroma, from which colours of any lightness are made. In OKLCH, because colours of the same CIE LCH hue
 * look different: `#0000ff` at tone 80 is lavender there, and light blue here.
 */
export interface Palette {
  readonly hue: number
  readonly chroma: number
}

/** A colour as it shows over another one: an opaque one keeps its text. */
export interface Shown {
  readonly text: string
  readonly isBlended: boolean
}

/**
 * A colour as it shows over what is below it.
 *
 * @returns `undefined` for a text that is no plain colour, such as `var(…)`
 */
export function shownOver(text: string, below: string): Shown | undefined {
  const color = colorOf(normalized(text))
  if (color === undefined) return undefined
  if ((color.alpha ?? 1) >= 1) return { text, isBlended: false }
  const shown = paintedOver([text, below])
  return shown && { text: hexOf(shown), isBlended: true }
}

/**
 * The tone of a colour: its lightness L* in CIE LAB, from 0 (black) to 100 (white).
 *
 * @returns `undefined` for a text that is no plain colour
 */
export function toneOf(text: string): number | undefined {
  const color = colorOf(normalized(text))
  return color && toneOfColor(color)
}

function toneOfColor(color: Rgb): number {
  const luminance = luminanceOf(color)
  return luminance <= 216 / 24389 ? (luminance * 24389) / 27 : 116 * Math.cbrt(luminance) - 16
}

function luminanceAt(tone: number): number {
  return tone <= 8 ? (tone * 27) / 24389 : ((tone + 16) / 116) ** 3
}

/** The contrast of two tones by WCAG 2, negative if the first is the darker one. */
export function toneContrast(tone: number, below: number): number {
  const [one, other] = [luminanceAt(tone) + 0.05, luminanceAt(below) + 0.05]
  return one > other ? one / other : -other / one
}

/**
 * The hue and chroma of a colour.
 *
 * @returns `undefined` for a text that is no plain colour
 */
export function paletteOf(text: string): Palette | undefined {
  const color = colorOf(normalized(text))
  if (color === undefined) return undefined
  const { a, b } = convertRgbToOklab(color)
  return { hue: (Math.atan2(b, a) * 180) / Math.PI, chroma: Math.hypot(a, b) }
}

/** The lightness is searched this far around that of the grey of the same tone, in so many halvings. */
const RANGE = 0.2
const STEPS = 9

/** Computed colours: a file has the same ones several times. */
const known = new Map<string, string>()
const MOST_KNOWN = 1_000

/** The colour of a palette with a tone, and with as much of the chroma as fits into sRGB. */
export function colorAt(palette: Palette, tone: number): string {
  if (tone <= 0) return '#000000'
  if (tone >= 100) return '#ffffff'
  const key = `${palette.hue} ${palette.chroma} ${tone}`
  let color = known.get(key)
  if (color === undefined) {
    color = computeColor(palette, tone)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, color)
  }
  return color
}

function computeColor({ hue, chroma }: Palette, tone: number): string {
  const grey = Math.cbrt(luminanceAt(tone))
  let low = Math.max(0, grey - RANGE)
  let high = Math.min(1, grey + RANGE)
  let color: Rgb = { mode: 'rgb', r: 0, g: 0, b: 0 }
  for (let step = 0; step < STEPS; step += 1) {
    const lightness = (low + high) / 2
    color = shownAt(lightness, hue, chroma)
    if (toneOfColor(color) < tone) low = lightness
    else high = lightness
  }
  return hexOf(color)
}

/** The colour of a lightness and hue, with as much of the chroma as fits into sRGB. */
function shownAt(lightness: number, hue: number, chroma: number): Rgb {
  let color = at(lightness, hue, chroma)
  if (isWithin(color)) return color
  let low = 0
  let high = chroma
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    color = at(lightness, hue, middle)
    if (isWithin(color)) low = middle
    else high = middle
  }
  return at(lightness, hue, low)
}

function at(l: number, hue: number, chroma: number): Rgb {
  const angle = (hue * Math.PI) / 180
  return convertOklabToRgb({ l, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) })
}

/** Whether a colour is within sRGB, apart from rounding errors. */
function isWithin({ r, g, b }: Rgb): boolean {
  return [r, g, b].every((channel) => channel > -1e-4 && channel < 1 + 1e-4)
}

/** The contrast of two opaque colours by WCAG 2; `undefined` if one is no plain colour. */
export function contrastBetween(one: string, other: string): number | undefined {
  const [first, second] = [colorOf(normalized(one)), colorOf(normalized(other))]
  return first && second && ratioOf(first, second)
}
