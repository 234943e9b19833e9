import { convertRgbToLrgb, type Rgb } from 'culori/fn'
import { parseColor } from './parse-color.js'

/** The contrast that WCAG 2 requires for text of normal size. */
export const TEXT_CONTRAST = 4.5

/** The contrast that WCAG 2 requires for large text. */
export const LARGE_TEXT_CONTRAST = 3

/** A contrast for messages, rounded down. */
export const ratioText = (ratio: number) => `${Math.floor(ratio * 10) / 10}:1`

/** Above this luminance black text is easier to read than white text, below it white text. */
const DARK_LUMINANCE = 0.179

/** Longer texts are no single colour, and reading them would take long. */
const MAX_COLOR = 1_000

/**
 * Whether a CSS colour is dark.
 *
 * @returns `undefined` for an invalid colour, or one that is more transparent than opaque
 */
export function isDarkColor(text: string): boolean | undefined {
  const color = colorOf(normalized(text))
  if (color === undefined || (color.alpha ?? 1) < 0.5) return undefined
  return luminanceOf(color) < DARK_LUMINANCE
}

/** A colour in sRGB, which every drawing program understands. */
export interface SolidColor {
  /** `#rrggbb` */
  readonly hex: string
  /** From 0 to 1. */
  readonly alpha: number
}

/**
 * A CSS colour in sRGB; channels outside of sRGB are clamped.
 *
 * @returns `undefined` for an invalid colour, and for one that only a browser can compute (`var(…)`, gradients, …)
 */
export function solidColor(text: string): SolidColor | undefined {
  const color = colorOf(normalized(text))
  if (color === undefined) return undefined
  return { hex: hexOf(color), alpha: color.alpha ?? 1 }
}

/** `#rrggbb`, without the alpha channel; channels outside of sRGB are clamped. */
export function hexOf({ r, g, b }: Rgb): string {
  const digits = [r, g, b].map((channel) =>
    Math.round(within(channel) * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}

const within = (channel: number) => Math.max(0, Math.min(1, channel))

/** Whether two colours are the same, in any notation. */
export function isSameColor(one: string, other: string): boolean {
  if (one === other) return true
  const [first, second] = [solidColor(one), solidColor(other)]
  return first !== undefined && first.hex === second?.hex && first.alpha === second.alpha
}

/** A hexadecimal colour in one notation (`#FfF` as `#ffffff`), anything else unchanged. */
export function colorNotation(text: string): string {
  if (!text.startsWith('#') || !/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text)) return text
  const digits = text.slice(1).toLowerCase()
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  return `#${long.length === 8 && long.endsWith('ff') ? long.slice(0, 6) : long}`
}

/**
 * The contrast of two colours by WCAG 2, from 1 to 21. Transparent colours are blended with those below them.
 *
 * @param below the colours below the background, from top to bottom; white is below them all
 * @returns `undefined` if a visible one is no plain colour
 */
export function contrastOf(foreground: string, background: string, ...below: string[]): number | undefined {
  const front = colorOf(normalized(foreground))
  const back = paintedOver([background, ...below])
  if (front === undefined || back === undefined) return undefined
  return ratioOf(over(back, front), back)
}

/** The visible colour of several that lie on each other, from top to bottom: an opaque one hides those below it. */
export function paintedOver([top, ...below]: readonly string[]): Rgb | undefined {
  if (top === undefined) return WHITE
  const color = colorOf(normalized(top))
  if (color === undefined || isOpaque(color)) return color
  const under = paintedOver(below)
  return under && over(under, color)
}

const isOpaque = ({ alpha = 1 }: Rgb) => alpha >= 1

/** A colour blended over an opaque one, as CSS Compositing does: opaque too, and within sRGB. */
function over(under: Rgb, color: Rgb): Rgb {
  const { alpha = 1 } = color
  if (isOpaque(color)) return color
  const mix = (below: number, above: number) => within(alpha * above + (1 - alpha) * below)
  return { mode: 'rgb', r: mix(under.r, color.r), g: mix(under.g, color.g), b: mix(under.b, color.b) }
}

const WHITE: Rgb = { mode: 'rgb', r: 1, g: 1, b: 1 }

/** The relative luminance of WCAG 2, from 0 to 1. */
export function luminanceOf(color: Rgb): number {
  const { r, g, b } = convertRgbToLrgb(color)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast of two opaque colours by WCAG 2. */
export function ratioOf(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** A CSS value as browsers compare it. */
export function normalized(text: string): string {
  return text.trim().toLowerCase()
}

/**
 * The plain colour of a normalized text.
 *
 * @returns `undefined` for an invalid colour, or one that only browsers can compute
 */
export const colorOf = (value: string): Rgb | undefined =>
  value.length > MAX_COLOR ? undefined : parseColor(value)
