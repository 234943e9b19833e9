import type { ThemeFiles } from '../generated/theme-types.js'
import type { OwnCloudTargetId, TargetId } from './index.js'

/** The type of a theme file for a target. */
export type ThemeOf<Id extends TargetId> = ThemeFiles[Id]

/** The theme file of any target of ownCloud Infinite Scale. */
export type CurrentTheme = ThemeOf<OwnCloudTargetId>

/**
 * Gives authors of a theme completion and checks in their editor; returns what it is given.
 *
 * @example
 * export default defineTheme({ clients: { web: { defaults: { … }, themes: [ … ] } } })
 */
export function defineTheme<Id extends TargetId = 'ocis-8'>(theme: ThemeOf<Id>): ThemeOf<Id> {
  return theme
}
