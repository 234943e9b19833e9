import { contrastOf } from '../css/colors.js'

/** Ratios by their colours: those of a theme come again in its next version, and in many files. */
const ratios = new Map<string, Map<string, number | undefined>>()
const MAX_REMEMBERED = 1024

/**
 * The contrast of two colours.
 *
 * @param below what shows through a transparent background; `''` for nothing
 * @returns `undefined` where a colour that shows is no plain one
 */
export function ratioOf(front: string, back: string, below: string): number | undefined {
  let known = ratios.get(front)
  if (known === undefined) {
    if (ratios.size >= MAX_REMEMBERED) ratios.clear()
    known = new Map()
    ratios.set(front, known)
  }
  // What is below doesn't count then, and most backgrounds are written so.
  const isOpaque = back.length === '#rrggbb'.length && back.startsWith('#')
  const key = isOpaque || below === '' ? back : `${back} ${below}`
  let ratio = known.get(key)
  if (ratio === undefined && !known.has(key)) {
    ratio = key === back ? contrastOf(front, back) : contrastOf(front, back, below)
    if (known.size >= MAX_REMEMBERED) known.clear()
    known.set(key, ratio)
  }
  return ratio
}
