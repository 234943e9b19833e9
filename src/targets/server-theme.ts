import type { JsonObject } from '../json/value.js'
import type { Target } from './target.js'

const themes = new WeakMap<Target, JsonObject>()

/**
 * A theme as the target's server brings it along: the same groups in the same places, with colours of our own. It
 * is used as the theme that a branding file is merged into.
 */
export function serverTheme(target: Target): JsonObject {
  let theme = themes.get(target)
  if (theme === undefined) {
    theme = target.themeOfServer(target)
    themes.set(target, theme)
  }
  return theme
}
