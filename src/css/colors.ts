import { type Color, converter, type Rgb, wcagContrast, wcagLuminance } from 'culori/fn'
import { laidOver, parseColor } from './parse-color.js'

/** The contrast that WCAG 2 requires for text of normal size. */
export const TEXT_CONTRAST = 4.5

/** The contrast that WCAG 2 requires for large text. */
export const LARGE_TEXT_CONTRAST = 3

/** A contrast for messages, rounded down. */
export const ratioText = (ratio: number) => `${Math.floor(ratio * 10) / 10}:1`

/** Above this luminance black text is easier to read than white text, below it white text. */
const DARK_LUMINANCE = 0.179

/** Longer texts are no single colour, and culori would take long to split them. */
const MAX_COLOR = 1_000
/** Longer gradients are not parsed. */
const MAX_GRADIENT = 100_000

/** Functions whose colour only a browser can compute. */
const FUNCTIONS =
  /^(?:var|calc|env|attr|color-mix|light-dark|color-contrast|contrast-color|device-cmyk|color)\(.+\)$|^(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(.*(?:var|calc|env|from)\b.*\)$/s

const GRADIENT = /^(?:repeating-)?(?:linear|radial|conic)-gradient\((.+)\)$/s

/** The part before the first colour of a gradient: its direction, shape or colour space. */
const DIRECTION =
  /^(?:to |from |at |in |circle|ellipse|closest-|farthest-|[-+]?[\d.]+(?:deg|g?rad|turn|px|r?em|%)\b|var\(|calc\()/

/** The position behind a colour of a gradient. */
const STOP = /(?:\s+[-+]?[\d.]+(?:%|[a-z]+)?|\s+(?:calc|var)\(.*\))+$/

const KEYWORDS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'currentcolor',
  'inherit',
  'initial',
  'revert',
  'revert-layer',
  'unset',
  ...['accentcolor', 'accentcolortext', 'activetext', 'buttonborder', 'buttonface', 'buttontext', 'canvas'],
  ...['canvastext', 'field', 'fieldtext', 'graytext', 'highlight', 'highlighttext', 'linktext', 'mark'],
  ...['marktext', 'selecteditem', 'selecteditemtext', 'visitedtext'],
])

/**
 * Whether a browser accepts a text as a colour, or where it may result in one (`var(…)`, `color-mix(…)`, a gradient, a
 * system colour).
 */
export function isColor(text: string): boolean {
  const value = normalized(text)
  return isOneColor(value) || isGradient(value)
}

function isOneColor(value: string): boolean {
  return KEYWORDS.has(value) || colorOf(value) !== undefined || FUNCTIONS.test(value)
}

function isGradient(value: string): boolean {
  const content = GRADIENT.exec(value)?.[1]
  if (content === undefined) return false
  // The file is reported as too large anyway.
  if (content.length > MAX_GRADIENT) return true
  const [first = '', ...rest] = argumentsOf(content)
  const isStop = (text: string) => isOneColor(text.replace(STOP, ''))
  const isHint = (text: string) => /^[-+]?[\d.]+(?:%|[a-z]+)$/.test(text)
  if (!isStop(first) && (rest.length === 0 || !DIRECTION.test(first))) return false
  return rest.every((text) => isStop(text) || isHint(text))
}

/** The parts between the commas outside nested parentheses. */
function argumentsOf(content: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const character of content) {
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim())
}

/**
 * Whether a CSS colour is dark.
 *
 * @returns `undefined` for an invalid colour, or one that is more transparent than opaque
 */
export function isDarkColor(text: string): boolean | undefined {
  const color = colorOf(normalized(text))
  if (color === undefined || (color.alpha ?? 1) < 0.5) return undefined
  return wcagLuminance(color) < DARK_LUMINANCE
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
  const { r, g, b, alpha = 1 } = toRgb(color)
  const digits = [r, g, b].map((channel) =>
    Math.round(Math.min(1, Math.max(0, channel || 0)) * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return { hex: `#${digits.join('')}`, alpha: Math.min(1, Math.max(0, alpha)) }
}

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
  return wcagContrast(over(back, front), back)
}

/** The visible colour of several that lie on each other, from top to bottom: an opaque one hides those below it. */
export function paintedOver([top, ...below]: readonly string[]): Color | undefined {
  if (top === undefined) return WHITE
  const color = colorOf(normalized(top))
  if (color === undefined || isOpaque(color)) return color
  const under = paintedOver(below)
  return under && over(under, color)
}

const isOpaque = ({ alpha = 1 }: Color) => alpha >= 1

function over(under: Color, color: Color): Color {
  return isOpaque(color) ? color : laidOver(toRgb(under), toRgb(color))
}

/** Converts a colour of any colour space to sRGB. */
export const toRgb: (color: Color) => Rgb = /* @__PURE__ */ converter('rgb')

const WHITE: Color = { mode: 'rgb', r: 1, g: 1, b: 1 }

/** A CSS value as browsers compare it. */
export function normalized(text: string): string {
  return text.trim().toLowerCase()
}

/**
 * The plain colour of a normalized text.
 *
 * @returns `undefined` for an invalid colour, or one that only browsers can compute
 */
export function colorOf(value: string): Color | undefined {
  // culori accepts hexadecimal digits without # too; browsers don't.
  return value.length > MAX_COLOR || /^[\da-f]+$/.test(value) ? undefined : parseColor(value)
}
