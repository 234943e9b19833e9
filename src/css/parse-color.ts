import {
  colorsNamed,
  convertLabToRgb,
  convertLrgbToRgb,
  convertOklabToRgb,
  convertP3ToXyz65,
  convertXyz65ToRgb,
  type Rgb,
} from 'culori/fn'
import { onlyPart, type Part, unitOf, wordsOf } from './value-parts.js'

type Channels = readonly [number, number, number]
type Conversion = (...channels: Channels) => Rgb

const within = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value))
const share = (value: number, full: number) => within(0, value / full, 1)

/** The conversion of a space with lightness, chroma and hue, by that of the same space in Cartesian coordinates. */
const polar =
  (toRgb: Conversion): Conversion =>
  (l, chroma, hue) => {
    const angle = (hue * Math.PI) / 180
    const radius = Math.max(0, chroma)
    return toRgb(l, radius * Math.cos(angle), radius * Math.sin(angle))
  }

const fromRgb: Conversion = (r, g, b) => ({ mode: 'rgb', r, g, b })
/** As CSS Color 4 has it. */
const fromHsl: Conversion = (h, s, l) => {
  const strength = s * Math.min(l, 1 - l)
  const channel = (offset: number) => {
    const place = (((offset + h / 30) % 12) + 12) % 12
    return l - strength * within(-1, Math.min(place - 3, 9 - place), 1)
  }
  return fromRgb(channel(0), channel(8), channel(4))
}

const fromHwb: Conversion = (h, w, b) => {
  const sum = Math.max(1, w + b)
  const channel = (pure: number) => pure * (1 - (w + b) / sum) + w / sum
  const color = fromHsl(h, 1, 0.5)
  return fromRgb(channel(color.r), channel(color.g), channel(color.b))
}

const fromLab: Conversion = (l, a, b) => convertLabToRgb({ l: within(0, l, 100), a, b })
const fromOklab: Conversion = (l, a, b) => convertOklabToRgb({ l: within(0, l, 1), a, b })

/** Functions and the spaces of `color()`: what 100% of each channel is, with 0 for a hue, and the conversion to sRGB. */
const spaces: ReadonlyMap<string, readonly [full: Channels, Conversion]> = /* @__PURE__ */ (() =>
  new Map<string, readonly [Channels, Conversion]>([
    ['rgb', [[255, 255, 255], (r, g, b) => fromRgb(share(r, 255), share(g, 255), share(b, 255))]],
    ['hsl', [[0, 100, 100], (h, s, l) => fromHsl(h, share(s, 100), share(l, 100))]],
    ['hwb', [[0, 100, 100], (h, w, b) => fromHwb(h, share(w, 100), share(b, 100))]],
    ['lab', [[100, 125, 125], fromLab]],
    ['lch', [[100, 150, 0], polar(fromLab)]],
    ['oklab', [[1, 0.4, 0.4], fromOklab]],
    ['oklch', [[1, 0.4, 0], polar(fromOklab)]],
    ['color srgb', [[1, 1, 1], fromRgb]],
    ['color srgb-linear', [[1, 1, 1], (r, g, b) => convertLrgbToRgb({ r, g, b })]],
    ['color display-p3', [[1, 1, 1], (r, g, b) => convertXyz65ToRgb(convertP3ToXyz65({ r, g, b }))]],
  ]))()

/** The units of angles in degrees. */
const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 57.29577951308232, turn: 360 }

/** The plain colour of a text in lower case; `undefined` for one that only browsers can compute. */
export function parseColor(text: string): Rgb | undefined {
  if (text.startsWith('#')) return parseHex(text.slice(1))
  if (text.endsWith(')')) return parseFunction(text)
  if (text === 'transparent') return { ...fromRgb(0, 0, 0), alpha: 0 }
  if (!Object.hasOwn(colorsNamed, text)) return undefined
  return parseHex(colorsNamed[text as keyof typeof colorsNamed].toString(16).padStart(6, '0'))
}

function parseHex(digits: string): Rgb | undefined {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return undefined
  const bytes = digits.match(digits.length < 6 ? /./g : /../g) ?? []
  const [r = 0, g = 0, b = 0, alpha = 1] = bytes.map(
    (byte) => Number.parseInt(byte.padStart(2, byte), 16) / 255,
  )
  return { ...fromRgb(r, g, b), alpha }
}

function parseFunction(text: string): Rgb | undefined {
  const { name = '', args = [] } = onlyPart(text) ?? {}
  const words = args.flatMap(wordsOf)
  if (args.length > 1 && !mayHaveCommas(name, args, words)) return undefined
  const space = name === 'color' ? `color ${words.shift()?.text}` : name.replace(/^(rgb|hsl)a$/, '$1')
  const [full, toRgb] = spaces.get(space) ?? []
  const hasSlash = args.length === 1 && words[3]?.text === '/'
  if (hasSlash) words.splice(3, 1)
  if (toRgb === undefined || words.length !== (hasSlash || args.length === 4 ? 4 : 3)) return undefined
  const values = words.map((word, index) => channelOf(word, full?.[index] ?? 1))
  if (values.some(Number.isNaN)) return undefined
  const [one = 0, two = 0, three = 0, alpha = 1] = values
  return { ...toRgb(one, two, three), alpha: within(0, alpha, 1) }
}

/** Whether the older notation allows the channels: all numbers or all percentages, or a hue and percentages. */
function mayHaveCommas(name: string, args: readonly Part[][], words: readonly Part[]): boolean {
  const [first, second, third] = words.map(({ text }) => unitOf(text))
  return (
    second === third &&
    (/^hsla?$/.test(name) ? second === '%' : /^rgba?$/.test(name) && first === second) &&
    args.every((arg) => wordsOf(arg).length === 1) &&
    words.every(({ text }) => text !== 'none')
  )
}

/** The value of a channel; `NaN` for one that is invalid, or has to be computed. */
function channelOf({ text }: Part, full: number): number {
  if (text === 'none') return 0
  const value = Number.parseFloat(text)
  const unit = unitOf(text) ?? 'none'
  if (unit === '') return value
  if (full === 0) return value * (DEGREES[unit] ?? Number.NaN)
  return unit === '%' ? (value * full) / 100 : Number.NaN
}
