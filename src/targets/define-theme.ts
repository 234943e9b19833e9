import type {
  Ocis5Theme,
  Ocis6Theme,
  Ocis7Theme,
  Ocis8Theme,
  OcisNextTheme,
  Opencloud1Theme,
  Opencloud2Theme,
  Opencloud4Theme,
  Opencloud73Theme,
} from '../generated/theme-types.js'
import type { ConversionTargetId, TargetId } from './index.js'

interface Themes {
  'ocis-5': Ocis5Theme
  'ocis-6': Ocis6Theme
  'ocis-7': Ocis7Theme
  'ocis-8': Ocis8Theme
  'ocis-next': OcisNextTheme
  'opencloud-1': Opencloud1Theme
  'opencloud-2': Opencloud2Theme
  'opencloud-4': Opencloud4Theme
  'opencloud-7.3': Opencloud73Theme
}

/** The type of a theme file for a target. */
export type ThemeOf<Id extends TargetId> = Themes[Id]

/** The theme file of any target of ownCloud Infinite Scale. */
export type CurrentTheme = ThemeOf<ConversionTargetId>

/**
 * Gives authors of a theme completion and checks in their editor; returns what it is given.
 *
 * @example
 * export default defineTheme({ clients: { web: { defaults: { … }, themes: [ … ] } } })
 */
export function defineTheme<Id extends TargetId = 'ocis-8'>(theme: ThemeOf<Id>): ThemeOf<Id> {
  return theme
}
