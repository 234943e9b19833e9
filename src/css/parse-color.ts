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
/** The types of culori demand the `mode` of a colour, which its conversions don't read. */
type Convert = (color: never) => unknown

/** The same function converts OKLCH to OKLab, which its types don't say. */
const oklchToOklab = convertLchToLab as unknown as (color: never, mode: 'oklab') => never

/** Registers a colour space for reading only: the definitions of culori also mix, measure and write, which takes size. */
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

/** On first use: a call at import time would keep bundlers from dropping the code for colours. */
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

/** As `parse` of culori, which throws a TypeError for a unit that it doesn't know, as in `rgb(1px 2 3)`. */
function parsed(text: string): Color | undefined {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The colour of a text in any colour space; a channel `none` counts as 0. */
export function parseColor(text: string): Color | undefined {
  addModes()
  const color = parsed(text)
  return color?.mode === 'rgb' ? { ...NONE, ...color } : color
}

/** A colour blended over an opaque one, as CSS Compositing does: opaque too, and within sRGB. */
export function laidOver(under: Rgb, color: Rgb): Rgb {
  const { alpha = 1 } = color
  const mix = (below: number, above: number) => Math.max(0, Math.min(1, alpha * above + (1 - alpha) * below))
  return { mode: 'rgb', r: mix(under.r, color.r), g: mix(under.g, color.g), b: mix(under.b, color.b) }
}
