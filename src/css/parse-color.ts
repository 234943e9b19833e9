import {
  type Color,
  convertHslToRgb,
  convertHwbToRgb,
  convertLabToRgb,
  convertLchToLab,
  convertLrgbToRgb,
  convertOklabToRgb,
  convertP3ToXyz65,
  convertRgbToLrgb,
  convertXyz65ToRgb,
  parse,
  parseHex,
  parseHsl,
  parseHslLegacy,
  parseHwb,
  parseLab,
  parseLch,
  parseNamed,
  parseOklab,
  parseOklch,
  parseRgb,
  parseRgbLegacy,
  parseTransparent,
  type Rgb,
  useMode,
} from 'culori/fn'

type Definition = Parameters<typeof useMode>[0]
/** The library's types leave out that a mode is converted without its name. */
type Convert = (color: never) => unknown

/** The types leave out that the conversion is the same one for the two pairs of spaces. */
const oklchToOklab = convertLchToLab as unknown as (color: never, mode: 'oklab') => never

/** A color space with what reading needs of it; its own definition has mixing, measuring and writing as well. */
function addMode(
  mode: string,
  channels: string,
  parsers: readonly unknown[],
  toRgb?: Convert,
  more: object = {},
): void {
  const all = [...channels, 'alpha']
  const definition = {
    mode,
    channels: all,
    parse: parsers,
    toMode: toRgb === undefined ? {} : { rgb: toRgb },
    interpolate: Object.fromEntries(all.map((channel) => [channel, {}])),
    ...more,
  }
  useMode(definition as unknown as Definition)
}

const NONE = { r: 0, g: 0, b: 0 }

let isReady = false

/** Only when first needed: at the start it would keep bundlers from leaving the colours out. */
function addModes(): void {
  if (isReady) return
  isReady = true
  const rgbParsers = [parseRgb, parseHex, parseRgbLegacy, parseNamed, parseTransparent, 'srgb']
  addMode('rgb', 'rgb', rgbParsers)
  addMode('lrgb', 'rgb', ['srgb-linear'], convertLrgbToRgb, { fromMode: { rgb: convertRgbToLrgb } })
  addMode('hsl', 'hsl', [parseHsl, parseHslLegacy], convertHslToRgb)
  addMode('hwb', 'hwb', [parseHwb], convertHwbToRgb)
  addMode('lab', 'lab', [parseLab], convertLabToRgb)
  addMode('lch', 'lch', [parseLch], (color) => convertLabToRgb(convertLchToLab(color)))
  addMode('oklab', 'lab', [parseOklab], convertOklabToRgb)
  addMode('oklch', 'lch', [parseOklch], (color) => convertOklabToRgb(oklchToOklab(color, 'oklab')))
  addMode('p3', 'rgb', ['display-p3'], (color) => convertXyz65ToRgb(convertP3ToXyz65(color)))
}

/** What the library reads; it throws a TypeError where a number has a unit that it doesn't know, as in `rgb(1px 2 3)`. */
function parsed(text: string): Color | undefined {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The colour that a text is, in whatever color space it is written; a channel that is `none` counts as 0. */
export function parseColor(text: string): Color | undefined {
  addModes()
  const color = parsed(text)
  return color?.mode === 'rgb' ? { ...NONE, ...color } : color
}

/**
 * A colour laid over an opaque one, after CSS Compositing: what shows is opaque as well, and within sRGB.
 */
export function laidOver(under: Rgb, color: Rgb): Rgb {
  const { alpha = 1 } = color
  const mix = (below: number, above: number) => Math.max(0, Math.min(1, alpha * above + (1 - alpha) * below))
  return { mode: 'rgb', r: mix(under.r, color.r), g: mix(under.g, color.g), b: mix(under.b, color.b) }
}
