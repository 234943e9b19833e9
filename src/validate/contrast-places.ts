import type { Pointer } from '../json/pointer.js'
import type { JsonObject } from '../json/value.js'
import type { PaintedPair } from '../targets/contrast-pairs.js'
import { tokenGroup } from './layers.js'

/** The layers that a theme has its tokens from. */
export interface Layers {
  readonly index: number
  readonly inTheme: (token: string) => boolean
  readonly inDefaults: (token: string) => boolean
  /** Whether a place is in the checked file, and not in a theme below it. */
  readonly isWritten: (pointer: Pointer) => boolean
}

/** The layers of a theme, for a group of tokens. */
export function layersFor(
  theme: JsonObject,
  defaults: JsonObject,
  index: number,
  isWritten: Layers['isWritten'],
): (group: string) => Layers {
  return (group) => {
    const [ofTheme, ofDefaults] = [tokenGroup(theme, group), tokenGroup(defaults, group)]
    return {
      index,
      isWritten,
      inTheme: (token) => Boolean(ofTheme?.[token]),
      // An empty token of the theme hides that of the defaults.
      inDefaults: (token) => ofTheme?.[token] === undefined && Boolean(ofDefaults?.[token]),
    }
  }
}

/** Whether a theme or the defaults set a token. */
export const isSet = (token: string, { inTheme, inDefaults }: Layers) => inTheme(token) || inDefaults(token)

/** The place to change: one in the theme rather than in the defaults, that of the text rather than of the background. */
export function placeOf({ group, foreground, background }: PaintedPair, layers: Layers): Pointer {
  const isText = layers.inTheme(foreground) || (layers.inDefaults(foreground) && !layers.inTheme(background))
  const [first, second] = isText ? [foreground, background] : [background, foreground]
  const isWritten = (token: string) => layers.isWritten(pointerOf(group, token, layers))
  const isSecond = !isWritten(first) && isSet(second, layers) && isWritten(second)
  return pointerOf(group, isSecond ? second : first, layers)
}

/** The place of a token: in the theme if that has it, else in the defaults. */
export function pointerOf(group: string, token: string, { index, inTheme }: Layers): Pointer {
  return `/clients/web/${inTheme(token) ? `themes/${index}` : 'defaults'}/designTokens/${group}/${token}`
}
