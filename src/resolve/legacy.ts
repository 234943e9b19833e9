import { isObject, type Json, type JsonObject, ownObject } from '../document/json.js'
import { child, type Pointer } from '../document/pointer.js'
import { isNamedTheme } from '../formats/detect.js'
import { isForFirstNamedClients } from '../formats/named-clients.js'
import type { DesignTokens } from '../targets/design-tokens.js'
import { designTokensOfWeb7 } from '../targets/design-tokens.js'
import { shippedBackground, shippedCommon, shippedLogo } from '../targets/shipped.js'
import type { MergeRules, PropertyRules } from '../targets/target.js'
import type { LayerValue } from './merge.js'
import type { Choice, ResolveOptions } from './types.js'

/** How a generation's client made a theme of the file and what it brought along. */
interface LegacyRules {
  /** Nothing, its root groups, or every single value of the client's own theme shows through. */
  readonly builtIn: 'nothing' | 'groups' | 'values'
  readonly theme: JsonObject
}

/** What the clients of old took a file for. */
export interface LegacyClient {
  readonly merge: MergeRules
  readonly properties: PropertyRules
  readonly designTokens: DesignTokens
}

const groups = [
  { group: 'breakpoints', prefix: 'breakpoint-' },
  { group: 'colorPalette', prefix: 'color-' },
  { group: 'fontSizes', prefix: 'font-size-' },
  { group: 'sizes', prefix: 'size-' },
  { group: 'spacing', prefix: 'space-' },
] as const

/** Seen in Web 5.0 to 7.1. */
export const legacyClient: LegacyClient = {
  merge: { common: 'flat', lists: 'replace', keepsInheritedNames: true },
  properties: { start: groups, store: groups, fallbacks: [] },
  designTokens: designTokensOfWeb7,
}

/** What Web 0.20 to 4.9 showed where the file said nothing. */
const builtInTheme: JsonObject = {
  general: { name: shippedCommon.name, slogan: shippedCommon.slogan },
  logo: { sidebar: shippedLogo.topbar, favicon: shippedLogo.favicon, login: shippedLogo.login },
  loginPage: { autoRedirect: true, backgroundImg: shippedBackground },
}

const replaced: LegacyRules = { builtIn: 'nothing', theme: {} }

/** The themes of a legacy file by their keys, in the order of the file. */
export function legacyThemes(
  document: JsonObject,
  generation: 'flat' | 'named' | 'wrapped',
): [string, Pointer, JsonObject][] {
  if (generation === 'flat') return [['default', '', document]]
  const container = generation === 'wrapped' ? ownObject(document, 'web') : document
  const pointer = generation === 'wrapped' ? '/web' : ''
  if (container === undefined) return []
  return Object.entries(container).flatMap(([key, value]): [string, Pointer, JsonObject][] => {
    const isTheme = generation === 'named' ? isNamedTheme(key, value) : isObject(value)
    return isTheme ? [[key, child(pointer, key), value as JsonObject]] : []
  })
}

/** The theme that the old client showed: the stored one, else the one for what the system prefers, else `default`. */
export function chooseLegacyTheme(
  themes: readonly [string, Pointer, JsonObject][],
  options: ResolveOptions,
): Choice | undefined {
  const byKey = (key: string, reason: string): Choice | undefined => {
    const index = themes.findIndex(([name]) => name === key)
    return index === -1 ? undefined : { index, name: key, reason }
  }
  if (options.theme !== undefined) {
    const name = typeof options.theme === 'number' ? themes[options.theme]?.[0] : options.theme
    return name === undefined ? undefined : byKey(name, 'it was asked for')
  }
  if (options.stored !== undefined) {
    const stored = byKey(options.stored, `the browser stored its name ${JSON.stringify(options.stored)}`)
    return stored ?? byKey('default', 'the stored name is none of the file’s')
  }
  const prefers = options.prefers ?? 'light'
  const name = prefers === 'dark' ? 'default-dark' : 'default'
  return (
    byKey(name, `"${name}" is for systems that prefer ${prefers} themes`) ??
    byKey('default', 'the file has no theme for dark systems')
  )
}

/**
 * The layers of a legacy theme: itself, and below it what its client brought along. The clients that did so knew
 * one theme only, `default`.
 */
export function legacyLayers(
  document: JsonObject,
  generation: 'flat' | 'named' | 'wrapped',
  [key, pointer, theme]: [string, Pointer, JsonObject],
): LayerValue[] {
  const rules = rulesOf(document, generation)
  const own: LayerValue = { layer: 'theme', pointer, value: theme, keys: undefined }
  if (rules.builtIn === 'nothing' || key !== 'default') return [own]
  return [own, { layer: 'built-in', pointer: '', value: visible(theme, rules), keys: undefined }]
}

function visible(theme: JsonObject, { builtIn, theme: brought }: LegacyRules): Json {
  if (builtIn === 'values') return brought
  return Object.fromEntries(Object.entries(brought).filter(([group]) => !Object.hasOwn(theme, group)))
}

/** Files say by their keys which client they were written for. */
function rulesOf(document: JsonObject, generation: 'flat' | 'named' | 'wrapped'): LegacyRules {
  if (generation === 'wrapped') return replaced
  // Web 0.3 to 0.19 knew no login page, and took the file as it was.
  if (generation === 'flat') {
    return Object.hasOwn(document, 'loginPage') ? { builtIn: 'groups', theme: builtInTheme } : replaced
  }
  const themes = legacyThemes(document, 'named').map(([, , theme]) => theme)
  return isForFirstNamedClients(themes) ? { builtIn: 'values', theme: builtInTheme } : replaced
}
