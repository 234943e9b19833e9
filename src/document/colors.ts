import { modeHsl, modeHwb, modeLrgb, modeRgb, parse, useMode, wcagLuminance } from 'culori/fn'

/** Above this luminance black text is easier to read than white text, below it white text. */
const DARK_LUMINANCE = 0.179

/**
 * Whether a CSS colour is a dark one.
 *
 * @returns `undefined` for what is no colour, or one that is more transparent than not
 */
export function isDarkColor(text: string): boolean | undefined {
  registerModes()
  const color = parse(text.trim().toLowerCase())
  if (color === undefined || (color.alpha ?? 1) < 0.5) return undefined
  return wcagLuminance(color) < DARK_LUMINANCE
}

let isRegistered = false

/** Only when first needed: at the start it would keep bundlers from leaving the colours out. */
function registerModes(): void {
  if (isRegistered) return
  isRegistered = true
  for (const mode of [modeRgb, modeLrgb, modeHsl, modeHwb]) useMode(mode)
}
