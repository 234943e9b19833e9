import { contrastOf } from '../css/colors.js'
import { tokenValue } from '../resolve/properties.js'
import type { Target } from '../targets/target.js'

const designColors = new WeakMap<Target, Map<string, string | undefined>>()

/** The name of the custom property that a token becomes, without what all of them start with. */
export function propertyOf({ properties }: Target, group: string, token: string): string {
  return (properties.store.find((rule) => rule.group === group)?.prefix ?? '') + token
}

/** The design system's own colour of a token. */
export function designColor(target: Target, group: string, token: string): string | undefined {
  let colors = designColors.get(target)
  if (colors === undefined) {
    colors = new Map()
    designColors.set(target, colors)
  }
  const name = propertyOf(target, group, token)
  let value = colors.get(name)
  if (value === undefined && !colors.has(name)) {
    value = Object.hasOwn(target.designTokens, name) ? tokenValue(target.designTokens, name) : undefined
    colors.set(name, value)
  }
  return value
}

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
