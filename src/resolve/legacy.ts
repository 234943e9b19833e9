import { isNamedTheme } from '../formats/legacy-groups.js'
import { isForFirstNamedClients } from '../formats/named-clients.js'
import type { WebOptions } from '../formats/web-options.js'
import { child, type Pointer } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { type DesignTokens, designTokensOfWeb7 } from '../targets/design-tokens.js'
import { propertyGroups } from '../targets/ocis-client.js'
import { shippedBackground, shippedCommon, shippedLogo } from '../targets/shipped-file.js'
import type { MergeRules, PropertyRules } from '../targets/target.js'
import type { LayerValue } from './merge.js'
import type { Choice, ResolveOptions } from './resolution.js'

/** How a generation's client made a theme of the file and what it brought along. */
interface LegacyRules {
  /** Nothing, its root groups, or every single value of the client's own theme shows through. */
  readonly builtIn: 'nothing' | 'groups' | 'values'
  readonly theme: JsonObject
  /** The keys that the client reads of the root's `common`. */
  readonly common: readonly string[]
}

/** What the clients of old took a file for. */
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

/** What Web 0.20 to 4.9 showed where the file said nothing. */
const builtInTheme: JsonObject = /* @__PURE__ */ (() => ({
  general: { name: shippedCommon.name, slogan: shippedCommon.slogan },
  logo: { sidebar: shippedLogo.topbar, favicon: shippedLogo.favicon, login: shippedLogo.login },
  loginPage: { autoRedirect: true, backgroundImg: shippedBackground },
}))()

const replaced: LegacyRules = { builtIn: 'nothing', theme: {}, common: [] }

/** Seen in Web 7.0.3 and 7.1: the rest of the root's `common` is for other clients. */
const withCommon: LegacyRules = { builtIn: 'nothing', theme: {}, common: ['accessDeniedHelpUrl'] }

/** The old web options, by the place of the link in the theme that they are used instead of. */
const linkOfOption: Readonly<Record<keyof WebOptions, readonly [group: string, key: string]>> = {
  imprintUrl: ['general', 'imprintUrl'],
  privacyUrl: ['general', 'privacyUrl'],
  accessDeniedHelpUrl: ['common', 'accessDeniedHelpUrl'],
}

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
    return name === undefined ? undefined : byKey(name, 'requested')
  }
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
 * The layers of a legacy theme: itself, beside it what its client read of the root's `common`, above both the old
 * web options where they had no link, and below them what the client brought along. The clients that brought
 * anything knew one theme only, `default`.
 */
export function legacyLayers(
  document: JsonObject,
  generation: 'flat' | 'named' | 'wrapped',
  [key, pointer, theme]: [string, Pointer, JsonObject],
  webOptions: WebOptions = {},
): LayerValue[] {
  const rules = rulesOf(document, generation)
  const layers: LayerValue[] = [{ layer: 'theme', pointer, value: theme, keys: undefined }]
  const common = ownObject(document, 'common') ?? {}
  const read = rules.common.filter((name) => Object.hasOwn(common, name))
  if (read.length > 0) {
    const value = { common: Object.fromEntries(read.map((name) => [name, common[name] as Json])) }
    layers.push({ layer: 'common', pointer: '', value, keys: undefined })
  }
  const options = optionsInPlace(theme, ownObject(document, 'common'), webOptions)
  if (options !== undefined) layers.unshift(options)
  if (rules.builtIn !== 'nothing' && key === 'default')
    layers.push({ layer: 'built-in', pointer: '', value: visible(theme, rules), keys: undefined })
  return layers
}

/** The old web options that gave a link, in the place of the one that the theme has none of. */
function optionsInPlace(
  theme: JsonObject,
  common: JsonObject | undefined,
  webOptions: WebOptions,
): LayerValue | undefined {
  const value: Record<string, Record<string, Json>> = {}
  for (const [option, [group, key]] of Object.entries(linkOfOption)) {
    const link = webOptions[option as keyof WebOptions]
    const holder = group === 'common' ? common : ownObject(theme, group)
    if (!link || (holder !== undefined && own(holder, key))) continue
    value[group] = { ...value[group], [key]: link }
  }
  if (Object.keys(value).length === 0) return undefined
  return { layer: 'web-options', pointer: '/options', value, keys: undefined }
}

function visible(theme: JsonObject, { builtIn, theme: brought }: LegacyRules): Json {
  if (builtIn === 'values') return brought
  return Object.fromEntries(Object.entries(brought).filter(([group]) => !Object.hasOwn(theme, group)))
}

/** Files say by their keys which client they were written for. */
function rulesOf(document: JsonObject, generation: 'flat' | 'named' | 'wrapped'): LegacyRules {
  if (generation === 'wrapped') return withCommon
  // Web 0.3 to 0.19 knew no login page, and took the file as it was.
  if (generation === 'flat') {
    return Object.hasOwn(document, 'loginPage')
      ? { ...replaced, builtIn: 'groups', theme: builtInTheme }
      : replaced
  }
  const themes = legacyThemes(document, 'named').map(([, , theme]) => theme)
  return isForFirstNamedClients(themes) ? { ...replaced, builtIn: 'values', theme: builtInTheme } : withCommon
}
