import { isNamedTheme } from '../formats/legacy-groups.js'
import { isForFirstNamedClients } from '../formats/named-clients.js'
import type { WebOptions } from '../formats/web-options.js'
import { child, type Pointer } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isLeaf, isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { type DesignTokens, designTokensOfWeb7 } from '../targets/design-tokens.js'
import { propertyGroups } from '../targets/ocis-client.js'
import { shippedBackground, shippedCommon, shippedLogo } from '../targets/shipped-file.js'
import type { MergeRules, PropertyRules } from '../targets/target.js'
import type { LayerValue } from './merge.js'
import type { Choice, LayerName, ResolveOptions } from './resolution.js'

/** How the client of a generation read the file. */
interface LegacyRules {
  /** The part of the client's own theme that the file was merged over. */
  readonly builtIn: JsonObject
  /** The keys that the client read in the root's `common`. */
  readonly common: readonly string[]
}

/** The key of a theme, its pointer, and the theme. */
export type LegacyTheme = readonly [key: string, pointer: Pointer, theme: JsonObject]

/** The rules of legacy clients. */
export interface LegacyClient {
  readonly merge: MergeRules
  readonly properties: PropertyRules
  readonly designTokens: DesignTokens
}

/** Seen in Web 5.0 to 7.1. */
export const legacyClient: LegacyClient = {
  merge: { common: 'flat', lists: 'replace', keepsInheritedNames: true },
  properties: { start: propertyGroups, store: propertyGroups, fallbacks: [] },
  designTokens: designTokensOfWeb7,
}

/** The values of Web 0.20 to 4.9 for what a file lacks. */
const builtInTheme: JsonObject = /* @__PURE__ */ (() => ({
  general: { name: shippedCommon.name, slogan: shippedCommon.slogan },
  logo: { sidebar: shippedLogo.topbar, favicon: shippedLogo.favicon, login: shippedLogo.login },
  loginPage: { autoRedirect: true, backgroundImg: shippedBackground },
}))()

/** Seen in Web 7.0.3 and 7.1: the other keys of the root's `common` are for other clients. */
const withCommon: LegacyRules = { builtIn: {}, common: ['accessDeniedHelpUrl'] }

/** The old web options, with the link of the theme that each one replaces if it is missing. */
const linkOfOption: Readonly<Record<keyof WebOptions, readonly [group: string, key: string]>> = {
  imprintUrl: ['general', 'imprintUrl'],
  privacyUrl: ['general', 'privacyUrl'],
  accessDeniedHelpUrl: ['common', 'accessDeniedHelpUrl'],
}

/** The themes of a legacy file by their keys, in the order of the file. */
export function legacyThemes(document: JsonObject, generation: 'flat' | 'named' | 'wrapped'): LegacyTheme[] {
  if (generation === 'flat') return [['default', '', document]]
  return generation === 'wrapped'
    ? themesIn(document['web'] as JsonObject, '/web', (_, value) => isObject(value))
    : themesIn(document, '', isNamedTheme)
}

function themesIn(
  container: JsonObject,
  pointer: Pointer,
  isTheme: (key: string, value: Json) => boolean,
): LegacyTheme[] {
  return Object.entries(container)
    .filter(([key, value]) => isTheme(key, value))
    .map(([key, value]) => [key, child(pointer, key), value as JsonObject])
}

/** The theme that the old client showed: the stored one, else the one that the system prefers, else `default`. */
export function chooseLegacyTheme(
  themes: readonly LegacyTheme[],
  options: ResolveOptions,
): Choice | undefined {
  const at = (index: number, reason: string): Choice | undefined => {
    const theme = themes[index]
    return theme && { index, name: theme[0], reason }
  }
  const byKey = (key: string, reason: string) =>
    at(
      themes.findIndex(([name]) => name === key),
      reason,
    )
  if (typeof options.theme === 'number') return at(options.theme, 'requested')
  if (options.theme !== undefined) return byKey(options.theme, 'requested')
  if (options.stored !== undefined) {
    const stored = byKey(options.stored, `the browser stored its name ${quoted(options.stored)}`)
    return stored ?? byKey('default', 'the file has no theme with the stored name')
  }
  const prefers = options.prefers ?? 'light'
  const name = prefers === 'dark' ? 'default-dark' : 'default'
  return (
    byKey(name, `"${name}" is for systems that prefer ${prefers} themes`) ??
    byKey('default', 'the file has no theme for dark systems')
  )
}

/**
 * The layers of a legacy theme, highest first: the old web options for links that it lacks; the theme; the keys that its
 * client read in the root's `common`; the client's own theme, which only clients had that read no theme but `default`.
 */
export function legacyLayers(
  document: JsonObject,
  generation: 'flat' | 'named' | 'wrapped',
  [key, pointer, theme]: LegacyTheme,
  webOptions: WebOptions = {},
): LayerValue[] {
  const rules = rulesOf(document, generation)
  const common = ownObject(document, 'common') ?? {}
  const read = rules.common.flatMap((name) => (Object.hasOwn(common, name) ? [[name, common[name]]] : []))
  const layers: readonly (readonly [LayerName, Pointer, JsonObject])[] = [
    ['web-options', '/options', optionsInPlace(theme, common, webOptions)],
    ['theme', pointer, theme],
    ['common', '', read.length > 0 ? { common: Object.fromEntries(read) } : {}],
    ['built-in', '', key === 'default' ? rules.builtIn : {}],
  ]
  return layers
    .filter(([layer, , value]) => layer === 'theme' || !isLeaf(value))
    .map(([layer, from, value]) => ({ layer, pointer: from, value, keys: undefined }))
}

/** The old web options for links that the theme lacks, as parts of a theme. */
function optionsInPlace(theme: JsonObject, common: JsonObject, webOptions: WebOptions): JsonObject {
  const value: Record<string, Record<string, Json>> = {}
  for (const [option, [group, key]] of Object.entries(linkOfOption)) {
    const link = webOptions[option as keyof WebOptions]
    const holder = group === 'common' ? common : (ownObject(theme, group) ?? {})
    if (!link || own(holder, key)) continue
    value[group] = { ...value[group], [key]: link }
  }
  return value
}

/** The rules of the client that a file was written for, which its keys show. */
function rulesOf(document: JsonObject, generation: 'flat' | 'named' | 'wrapped'): LegacyRules {
  if (generation === 'wrapped') return withCommon
  if (generation === 'flat') {
    // Web 0.3 to 0.19 had no login page and read the file as it is; 0.20 to 2.1 merged its groups over the built-in ones.
    const left = Object.entries(builtInTheme).filter(([group]) => !Object.hasOwn(document, group))
    return { builtIn: Object.hasOwn(document, 'loginPage') ? Object.fromEntries(left) : {}, common: [] }
  }
  const themes = legacyThemes(document, generation).map(([, , theme]) => theme)
  return isForFirstNamedClients(themes) ? { builtIn: builtInTheme, common: [] } : withCommon
}
