import { contrastOf } from '../css/colors.js'
import { remembered } from './remembered.js'

/**
 * The contrast of two colours.
 *
 * @param below what shows through a transparent background
 * @returns `undefined` where a colour that shows is no plain one
 */
export const ratioOf: (front: string, back: string, below: string) => number | undefined =
  /* @__PURE__ */ remembered(contrastOf, 16_384)
