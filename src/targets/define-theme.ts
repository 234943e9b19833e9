import type { ThemeFiles } from '../generated/theme-types.js'
import type { KnownTokens } from '../generated/token-types.js'
import type { defaultTarget, OwnCloudTargetId, TargetId } from './index.js'

/** The type of a theme file for a target. */
export type ThemeOf<Id extends TargetId> = ThemeFiles[Id]

/** The theme file of any target of ownCloud Infinite Scale. */
export type CurrentTheme = ThemeOf<OwnCloudTargetId>

/** A key with a fixed name; `never` for the keys of a map. */
type Named<Key> = string extends Key ? never : number extends Key ? never : Key

/** A type without its index signatures; maps, which have nothing else, stay. */
type OnlyNamed<T, Tokens> = T extends readonly (infer Item)[]
  ? OnlyNamed<Item, Tokens>[]
  : T extends object
    ? keyof { [Key in keyof T as Named<Key>]: true } extends never
      ? T
      : {
          [Key in keyof T as Named<Key>]: Key extends 'designTokens'
            ? WithTokens<T[Key], Tokens>
            : OnlyNamed<T[Key], Tokens>
        }
    : T

/** Design tokens with only the names that the client or its design system knows. */
type WithTokens<T, Tokens> = T extends object
  ? {
      [Group in keyof T as Named<Group>]: Group extends keyof Tokens
        ? { [Token in Tokens[Group] & string]?: string }
        : T[Group]
    }
  : T

/** The type of a theme file for a target, with only the keys and tokens that the target knows. */
export type StrictThemeOf<Id extends TargetId> = OnlyNamed<ThemeOf<Id>, KnownTokens[Id]>

/**
 * Gives the author of a theme completion in the editor, and compiler errors for misspelt keys and tokens. At run time it
 * only returns its argument.
 *
 * @param theme a theme
 * @param options `target` unless the theme is for oCIS 8; `ownKeys` for one with keys or tokens of your own, which clients ignore
 * @returns the same object
 *
 * @example
 * export default defineTheme({
 *   clients: {
 *     web: {
 *       defaults: {
 *         logo: { topbar: 'themes/acme/logo.svg', favicon: 'themes/acme/icon.png', login: 'themes/acme/logo.svg' },
 *         loginPage: { backgroundImg: 'themes/acme/harbour.jpg' },
 *         designTokens: { colorPalette: { border: '#d5e0de' } },
 *       },
 *       themes: [{ name: 'Light', isDark: false }],
 *     },
 *   },
 * }, { target: 'ocis-8' })
 */
export function defineTheme<Id extends TargetId = typeof defaultTarget>(
  theme: StrictThemeOf<Id>,
  options?: { target?: Id | TargetId; ownKeys?: false },
): ThemeOf<Id>
export function defineTheme<Id extends TargetId = typeof defaultTarget>(
  theme: ThemeOf<Id>,
  options: { target?: Id | TargetId; ownKeys: true },
): ThemeOf<Id>
export function defineTheme(theme: unknown): unknown {
  return theme
}
