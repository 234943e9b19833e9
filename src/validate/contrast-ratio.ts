import { contrastOf } from '../css/colors.js'
import { memoized } from './memoized.js'

/**
 * The contrast of two colours.
 *
 * @param below the colour below a transparent background
 * @returns `undefined` if a visible one is no plain colour
 */
export const ratioOf: (front: string, back: string, below: string) => number | undefined =
  /* @__PURE__ */ memoized(contrastOf, 16_384)
