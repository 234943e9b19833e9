import { contrastOf, isSameColor, solidColor } from '../css/colors.js'
import { designColor } from '../targets/design-colors.js'
import type { Target } from '../targets/target.js'
import { memoized } from './memoized.js'

/**
 * The contrast of two colours.
 *
 * @param below the colour below a transparent background
 * @returns `undefined` if a visible one is no plain colour
 */
export const ratioOf: (front: string, back: string, below: string) => number | undefined =
  /* @__PURE__ */ memoized(contrastOf, 16_384)

/** Whether a colour is the one that the design system has for a token, in any notation. */
export function isDesignColor(target: Target, group: string, token: string, color: string): boolean {
  const own = designColor(target, group, token)
  return own !== undefined && isSame(own, color)
}

const isSame = /* @__PURE__ */ memoized(isSameColor, 16_384)

/** Whether something shows through a colour. */
export const isTransparent: (color: string) => boolean = /* @__PURE__ */ memoized(
  (color) => solidColor(color)?.alpha !== 1,
  16_384,
)
