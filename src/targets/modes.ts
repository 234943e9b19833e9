import { isObject, type Json } from '../json/value.js'
import type { ThemeMode } from './target.js'

/** The mode of a theme; without one it is a regular theme. Known to clients since Web 12.4. */
export function modeOf(theme: Json): ThemeMode {
  return isObject(theme) && theme['mode'] === 'vault' ? 'vault' : 'regular'
}

/** Whether clients show a theme on their normal pages. */
export function isShown(theme: Json): boolean {
  return isObject(theme) && modeOf(theme) === 'regular'
}
