import type { AnyPlace, Value } from '../../formats/values.js'
import { child } from '../../json/pointer.js'
import { type Json, type JsonObject, setOwn } from '../../json/value.js'
import { type Draft, lose, nodeOf, put, report, type Step, share, take } from '../draft.js'

const SHARED = 'all themes set the same value'
const UNSET = 'an empty token is not set, and no theme sets it'

/**
 * The design tokens: what all themes set alike goes to the defaults, the rest stays in its theme. A token that some
 * theme leaves unset is never shared, or that theme would inherit it. An empty token is left out where no theme sets
 * it; otherwise it stays, because clients up to Web 12.4.0 clear a token of the theme that was shown before only when
 * the next one has it as an empty text.
 */
export const liftTokens: Step = (draft) => {
  for (const { place, entries, items } of Object.values(nodeOf(draft.defaults, 'tokens')?.keys ?? {})) {
    if (place === undefined || items !== undefined) continue
    if (entries !== undefined) liftMap(draft, place)
    else liftToken(draft, place)
  }
}

/** A token that is no map of tokens. */
function liftToken(draft: Draft, place: AnyPlace): void {
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
    for (const theme of themes) {
      const value = take(theme, place)
      if (value === undefined) continue
      lose(draft, value, 'dropped', UNSET)
      const what = value.from?.slice(value.from.lastIndexOf('/') + 1)
      report(
        draft,
        'tokens-unset',
        value.from ?? '',
        `The empty ${what} was left out: an empty token is not set.`,
      )
    }
  }
}

/** The tokens of one group of a theme, listed once: every step walks through them. */
interface TokenMap {
  readonly value: Value
  readonly map: JsonObject
  readonly keys: readonly string[]
  readonly values: readonly Json[]
}

function liftMap(draft: Draft, place: AnyPlace): void {
  const maps = draft.themes.map(({ values }) => readMap(values.get(place)))
  const shared = sharedOf(maps)
  const set = setSomewhere(maps)
  const [first] = maps
  if (first !== undefined && shared.size > 0) {
    const keys = first.keys.filter((key) => shared.has(key))
    put(draft.defaults, { ...part(first, keys), reason: SHARED })
  }
  draft.themes.forEach((theme, index) => {
    const map = maps[index]
    if (map === undefined) return
    const { alike, unset, left } = sort(map, shared, set)
    if (index > 0 && alike.length > 0) share(draft, part(map, alike), draft.defaults)
    if (unset.length > 0) dropUnset(draft, part(map, unset), unset.length)
    if (left.length === 0) take(theme, place)
    else if (left.length < map.keys.length) put(theme, part(map, left))
  })
}

/** The keys of a map by what becomes of them. This loop sees nearly all values of a file. */
function sort({ keys, values }: TokenMap, shared: ReadonlySet<string>, set: ReadonlySet<string>) {
  const alike: string[] = []
  const unset: string[] = []
  const left: string[] = []
  for (let position = 0; position < keys.length; position += 1) {
    const key = keys[position] as string
    if (shared.size > 0 && shared.has(key)) alike.push(key)
    else if (values[position] === '' && !set.has(key)) unset.push(key)
    else left.push(key)
  }
  return { alike, unset, left }
}

function readMap(value: Value | undefined): TokenMap | undefined {
  if (value === undefined) return undefined
  const map = value.value as JsonObject
  return { value, map, keys: Object.keys(map), values: Object.values(map) }
}

/** The part of a map that has some of its keys. */
function part({ value, map, keys }: TokenMap, wanted: readonly string[]): Value {
  if (wanted.length === keys.length) return value
  const object: JsonObject = {}
  for (const key of wanted) setOwn(object, key, map[key] as Json)
  // Where some tokens were left out already, the places of the others are listed.
  const leaves = value.leaves && wanted.map((key) => child(value.from as string, key))
  return { ...value, value: object, leaves }
}

function dropUnset(draft: Draft, value: Value, count: number): void {
  lose(draft, value, 'dropped', UNSET)
  const group = value.from?.slice(value.from.lastIndexOf('/') + 1)
  const what = count === 1 ? 'One empty token was' : `${count} empty tokens were`
  const whose = count === 1 ? 'it' : 'them'
  report(
    draft,
    'tokens-unset',
    value.from ?? '',
    `${what} left out of ${group}: an empty token is not set, and no theme sets ${whose}.`,
  )
}

const none: ReadonlySet<string> = new Set()

/** The tokens that every theme sets to the same value. A single theme shares nothing with others. */
function sharedOf([first, ...others]: readonly (TokenMap | undefined)[]): ReadonlySet<string> {
  if (first === undefined || others.length === 0) return none
  let positions = first.keys
    .map((_, position) => position)
    .filter((position) => first.values[position] !== '')
  for (const other of others) {
    if (other === undefined || positions.length === 0) return none
    positions = positions.filter((position) => {
      const key = first.keys[position] as string
      // Themes mostly list their tokens alike; looking a key up takes many times longer.
      const isThere = other.keys[position] === key
      return (
        (isThere ? other.values[position] : Object.hasOwn(other.map, key) && other.map[key]) ===
        first.values[position]
      )
    })
  }
  return new Set(positions.map((position) => first.keys[position] as string))
}

/** The tokens that are empty in some theme and have a value in another. */
function setSomewhere(maps: readonly (TokenMap | undefined)[]): ReadonlySet<string> {
  const empty = new Set<string>()
  const set = new Set<string>()
  for (const map of maps) {
    map?.values.forEach((value, position) => {
      if (value === '') empty.add(map.keys[position] as string)
    })
  }
  if (empty.size === 0) return none
  for (const map of maps) {
    map?.values.forEach((value, position) => {
      const key = map.keys[position] as string
      if (value !== '' && empty.has(key)) set.add(key)
    })
  }
  return set
}
