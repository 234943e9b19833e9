import type { Ocis5Theme, Ocis6Theme, Ocis7Theme, Ocis8Theme, OcisNextTheme } from '../generated/types.js'
import type { TargetId } from './index.js'

interface Themes {
  'ocis-5': Ocis5Theme
  'ocis-6': Ocis6Theme
  'ocis-7': Ocis7Theme
  'ocis-8': Ocis8Theme
  'ocis-next': OcisNextTheme
}

/** The type of a theme file for a target. */
export type ThemeOf<Id extends TargetId> = Themes[Id]

/** The theme file of any target. */
export type CurrentTheme = ThemeOf<TargetId>

/**
 * Gives authors of a theme completion and checks in their editor; returns what it is given.
 *
 * @example
 * export default defineTheme({ clients: { web: { defaults: { … }, themes: [ … ] } } })
 */
export function defineTheme<Id extends TargetId = 'ocis-8'>(theme: ThemeOf<Id>): ThemeOf<Id> {
  return theme
}
