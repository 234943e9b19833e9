import type { TargetId } from '../generated/target-facts.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { escapeToken, type Pointer, parsePointer } from '../json/pointer.js'
import { isObject, type JsonObject, own } from '../json/value.js'
import { type DesignTokens, tokenValue } from '../targets/design-tokens.js'
import type { ServedReleases } from '../targets/server-theme.js'
import type { Consumer, PropertyGroup, PropertyRules } from '../targets/target.js'
import type { ResolvedProperty } from './resolution.js'

/** The known releases, with a function that only some clients need. */
export interface Clients extends ServedReleases<Consumer<TargetId>> {
  /** Writes a key in kebab case as OpenCloud does; clients of ownCloud don't. */
  readonly kebabCase?: (key: string) => string
}

const PREFIX = '--oc-'
const moments = ['start', 'store'] as const
const FONT_FAMILY = '--oc-font-family'

/**
 * The custom properties on `:root` while a theme is shown: those that the client sets, then those of the design system
 * that are left. An empty token counts as not set.
 *
 * @param theme the merged theme
 */
export function customProperties(
  theme: JsonObject,
  rules: PropertyRules,
  tokens: DesignTokens,
  kebabCase: Clients['kebabCase'],
): ResolvedProperty[] {
  const found = new Map<string, ResolvedProperty>()
  for (const by of moments) {
    for (const group of rules[by]) addGroup(found, theme, group, by, kebabCase)
    addFontFamily(found, theme, by)
  }
  for (const { group, token, properties } of rules.fallbacks) {
    const map = groupOf(theme, group)
    // An empty token counts as missing.
    if (map === undefined || own(map, token)) continue
    for (const [name, source] of Object.entries(properties)) {
      const value = own(map, source)
      if (typeof value !== 'string') continue
      const pointer = `/designTokens/${escapeToken(group)}/${escapeToken(source)}`
      if (value === '') found.delete(PREFIX + name)
      else
        found.set(PREFIX + name, { name: PREFIX + name, value, set: true, pointer, by: ['start', 'store'] })
    }
  }
  const properties = [...found.values()]
  for (const [name, value] of defaultsOf(tokens)) {
    if (!found.has(name)) properties.push({ name, value, set: false, pointer: null, by: [] })
  }
  return properties
}

const resolvedTokens = new WeakMap<DesignTokens, readonly (readonly [string, string])[]>()

/** The custom properties of the design system, computed once per release. */
function defaultsOf(tokens: DesignTokens): readonly (readonly [string, string])[] {
  return getOrInsert(resolvedTokens, tokens, () =>
    Object.keys(tokens).map((token) => [PREFIX + token, tokenValue(tokens, token)] as const),
  )
}

/** The names of the custom properties for the token at a pointer of the shown theme. */
export function customProperty(
  pointer: Pointer,
  rules: PropertyRules,
  kebabCase: Clients['kebabCase'],
): string[] {
  const [designTokens, group, key, ...rest] = parsePointer(pointer)
  if (designTokens !== 'designTokens' || rest.length > 0) return []
  if (key === undefined) return group === 'fontFamily' ? [FONT_FAMILY] : []
  return [...rules.start, ...rules.store]
    .filter((rule) => rule.group === group)
    .map((rule) => nameOf(rule, key, kebabCase))
}

function nameOf({ prefix, kebab }: PropertyGroup, key: string, kebabCase: Clients['kebabCase']): string {
  return PREFIX + prefix + (kebab && kebabCase ? kebabCase(key) : key)
}

function addGroup(
  found: Map<string, ResolvedProperty>,
  theme: JsonObject,
  rule: PropertyGroup,
  by: 'start' | 'store',
  kebabCase: Clients['kebabCase'],
): void {
  const { group } = rule
  const map = groupOf(theme, group)
  if (map === undefined) return
  const pointer = `/designTokens/${escapeToken(group)}/`
  for (const key of Object.keys(map)) {
    const value = map[key]
    if (typeof value === 'string')
      add(found, nameOf(rule, key, kebabCase), value, pointer + escapeToken(key), by)
  }
}

function addFontFamily(found: Map<string, ResolvedProperty>, theme: JsonObject, by: 'start' | 'store'): void {
  const tokens = own(theme, 'designTokens')
  const value = isObject(tokens) ? own(tokens, 'fontFamily') : undefined
  if (typeof value === 'string') add(found, FONT_FAMILY, value, '/designTokens/fontFamily', by)
}

/** Of several keys for the same property the last one wins; an empty one clears it. */
function add(
  found: Map<string, ResolvedProperty>,
  name: string,
  value: string,
  pointer: string,
  by: 'start' | 'store',
): void {
  if (value === '') {
    found.delete(name)
    return
  }
  const present = found.get(name)
  if (present !== undefined && present.pointer === pointer) present.by.push(by)
  else found.set(name, { name, value, set: true, pointer, by: [by] })
}

function groupOf(theme: JsonObject, group: string): JsonObject | undefined {
  const tokens = own(theme, 'designTokens')
  const map = isObject(tokens) ? own(tokens, group) : undefined
  return isObject(map) ? map : undefined
}
