import type { Spot } from '../../formats/layout.js'
import type { Value } from '../../formats/values.js'
import { isLeaf, type Json, type JsonObject, setOwn } from '../../json/value.js'
import { type Draft, lose, put, report, type Step, share, spotOf, take } from '../draft.js'

const SHARED = 'all themes set the same value'
const UNSET = 'an empty token is not set, and no theme sets it'

/**
 * Moves the design tokens that all themes set alike into the defaults. A token that some theme leaves unset stays in its
 * theme, because that theme would inherit it. An empty token is dropped if no theme sets it; else it stays, because
 * clients up to Web 12.4.0 clear a token of the previous theme only if the next one has it as an empty string.
 */
export const liftTokens: Step = (draft) => {
  const { members } = spotOf(draft.defaults, 'tokens') as Spot
  for (const spot of members) {
    if (spot.node.entries !== undefined) liftMap(draft, spot)
    else liftToken(draft, spot)
  }
}

/** Shares a token that isn't in a map, such as `fontFamily`. */
function liftToken(draft: Draft, { place, key }: Spot): void {
  const { themes, defaults } = draft
  const all = themes.map(({ values }) => values.get(place))
  const [first] = all
  const isSet = all.some((value) => value !== undefined && value.value !== '')
  const isShared = all.length > 1 && first !== undefined && first.value !== ''
  if (isShared && all.every((value) => value?.value === first.value)) {
    put(defaults, { ...first, reason: SHARED })
    themes.forEach((theme, index) => {
      take(theme, place)
      if (index > 0) share(draft, all[index] as Value, defaults)
    })
  } else if (!isSet) {
    const dropped = themes.flatMap((theme) => take(theme, place) ?? [])
    for (const value of dropped) lose(draft, value, 'dropped', UNSET)
    reportUnset(draft, dropped, `The empty ${key} was dropped: clients treat it as not set.`)
  }
}

/** One token over all themes. */
interface Token {
  /** The value in the first theme that has it. */
  readonly value: Json
  /** The number of themes with that value. */
  count: number
  /** Whether any theme sets it. */
  isSet: boolean
}

function liftMap(draft: Draft, { place, key: group }: Spot): void {
  const { themes, defaults } = draft
  const tokens = new Map<string, Token>()
  for (const { values } of themes) addTokens(tokens, values.get(place)?.value)
  const isShared = ({ value, count }: Token) => count === themes.length && count > 1 && value !== ''
  const dropped: Value[] = []
  for (const theme of themes) {
    const value = theme.values.get(place)
    if (value === undefined) continue
    const [shared, unset, left] = split(value.value as JsonObject, (key) => {
      const token = tokens.get(key) as Token
      return isShared(token) ? 0 : token.isSet ? 2 : 1
    })
    if (!isLeaf(shared)) {
      if (theme === themes[0]) put(defaults, { ...value, value: shared, reason: SHARED })
      else share(draft, { ...value, value: shared }, defaults)
    }
    if (!isLeaf(unset)) dropped.push({ ...value, value: unset })
    if (isLeaf(left)) take(theme, place)
    else put(theme, { ...value, value: left })
  }
  dropUnset(draft, dropped, group)
}

/** Splits a map in three parts; a map that is one part as a whole isn't copied. */
function split(map: JsonObject, partOf: (key: string) => 0 | 1 | 2): [JsonObject, JsonObject, JsonObject] {
  const parts: [JsonObject, JsonObject, JsonObject] = [{}, {}, {}]
  const keys = Object.keys(map)
  const indexes = keys.map(partOf)
  const [first] = indexes
  if (first !== undefined && indexes.every((index) => index === first)) parts[first] = map
  else for (const [at, key] of keys.entries()) setOwn(parts[indexes[at] as 0 | 1 | 2], key, map[key] as Json)
  return parts
}

function addTokens(tokens: Map<string, Token>, map: Json | undefined): void {
  for (const key in map as JsonObject | undefined) {
    const value = (map as JsonObject)[key] as Json
    const token = tokens.get(key)
    if (token === undefined) tokens.set(key, { value, count: 1, isSet: value !== '' })
    else {
      if (token.value === value) token.count += 1
      if (value !== '') token.isSet = true
    }
  }
}

/** Drops the tokens of a group that no theme sets, and reports them once. */
function dropUnset(draft: Draft, dropped: readonly Value[], group: string): void {
  const names = new Set(dropped.flatMap(({ value }) => Object.keys(value as JsonObject)))
  for (const value of dropped) lose(draft, value, 'dropped', UNSET)
  const what = names.size === 1 ? '1 empty token' : `${names.size} empty tokens`
  const whose = names.size === 1 ? 'it' : 'them'
  const where = dropped.length > 1 ? `${group} in ${dropped.length} themes` : group
  const why = `no theme sets ${whose}, and clients treat empty tokens as not set`
  reportUnset(draft, dropped, `${what} dropped from ${where}: ${why}.`)
}

/** Reports what was dropped from all themes, with the place in the first of them. */
function reportUnset(draft: Draft, [first]: readonly Value[], message: string): void {
  if (first !== undefined) report(draft, 'tokens-unset', first.from, message)
}
