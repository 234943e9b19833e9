import type { JsonObject } from '../json/value.js'
import type { Consumer } from './target.js'

const themes = new WeakMap<Consumer, JsonObject>()

/**
 * A theme like the one that the server of a target ships: the same groups in the same places, with colours of our own. A
 * branding file is merged into it if no theme is given.
 */
export function serverTheme(target: Consumer): JsonObject {
  let theme = themes.get(target)
  if (theme === undefined) {
    theme = target.themeOfServer(target)
    themes.set(target, theme)
  }
  return theme
}
