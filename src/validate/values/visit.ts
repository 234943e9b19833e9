import { hasOwn, isObject, type Json, type JsonObject } from '../../document/json.js'
import type { Pointer } from '../../document/pointer.js'
import type { KnownKeys } from '../../generated/known-keys.js'
import type { Target } from '../../targets/target.js'
import type { ValueKind, ValuePlace } from '../../targets/value-kinds.js'

/** Places of one layer that share the object that holds them. */
interface Group {
  readonly parents: readonly string[]
  /** The kind of each key, or of all keys. */
  readonly kinds: Readonly<Record<string, ValueKind>> | ValueKind
}

/** Where the values of a target's documents stand. */
interface Places {
  readonly root: readonly Group[]
  readonly common: readonly Group[]
  readonly defaults: readonly Group[]
  readonly theme: readonly Group[]
}

const placesOfTargets = new WeakMap<Target, Places>()

function placesOf(target: Target): Places {
  let places = placesOfTargets.get(target)
  if (places === undefined) {
    const web = target.keys['clients']?.['web'] ?? {}
    const isFlat = target.merge.common === 'flat'
    places = {
      root: isFlat ? [] : groups(target.values, { common: target.keys['common'] ?? {} }),
      common: isFlat ? groups(target.values, target.keys['common'] ?? {}) : [],
      defaults: groups(target.values, web['defaults'] ?? {}),
      theme: groups(target.values, web['themes']?.['*'] ?? {}),
    }
    placesOfTargets.set(target, places)
  }
  return places
}

/** The places that a layer may have after its known keys. */
function groups(values: readonly ValuePlace[], keys: KnownKeys): Group[] {
  const found = new Map<
    string,
    { parents: readonly string[]; kinds: Record<string, ValueKind> | ValueKind }
  >()
  for (const { path, kind } of values) {
    if (!isKnown(keys, path)) continue
    const parents = path.slice(0, -1)
    const last = path[path.length - 1] as string
    const name = parents.join('/')
    const group = found.get(name)
    const known = last === '*' ? keysAt(keys, parents) : undefined
    // A map may have any key; of other objects only those count that the client reads.
    if (known !== undefined && !Object.hasOwn(known, '*')) {
      found.set(name, { parents, kinds: Object.fromEntries(Object.keys(known).map((key) => [key, kind])) })
    } else if (last === '*') found.set(name, { parents, kinds: kind })
    else if (group === undefined) found.set(name, { parents, kinds: { [last]: kind } })
    else if (typeof group.kinds === 'object') group.kinds[last] = kind
  }
  return [...found.values()]
}

function keysAt(keys: KnownKeys, path: readonly string[]): KnownKeys {
  return path.reduce((below, key) => below[key] ?? {}, keys)
}

function isKnown(keys: KnownKeys | undefined, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true
  if (keys === undefined) return false
  if (first === '*') return Object.keys(keys).length > 0 || rest.length === 0
  return Object.hasOwn(keys, first) && isKnown(keys[first], rest)
}

/** Calls back for a text of a known kind; its pointer is put together only on demand. */
export type VisitValue = (text: string, kind: ValueKind, parent: Pointer, key: string) => void

/** Visits all texts of a document whose use is known, whatever else is wrong with the document. */
export function visitValues(document: JsonObject, target: Target, visit: VisitValue): void {
  const places = placesOf(target)
  visitLayer(document, '', places.root, visit)
  const { common, clients } = document
  if (isObject(common)) visitLayer(common, '/common', places.common, visit)
  const web = isObject(clients) ? clients['web'] : undefined
  if (!isObject(web)) return
  const { defaults, themes } = web
  if (isObject(defaults)) visitLayer(defaults, '/clients/web/defaults', places.defaults, visit)
  if (!Array.isArray(themes)) return
  for (let index = 0; index < themes.length; index += 1) {
    const theme = themes[index] as Json
    if (isObject(theme)) visitLayer(theme, `/clients/web/themes/${index}`, places.theme, visit)
  }
}

function visitLayer(layer: JsonObject, pointer: Pointer, all: readonly Group[], visit: VisitValue): void {
  for (const { parents, kinds } of all) {
    let value: Json | undefined = layer
    let parent = pointer
    for (const key of parents) {
      value = isObject(value) && hasOwn(value, key) ? value[key] : undefined
      if (value === undefined) break
      parent = `${parent}/${key}`
    }
    if (Array.isArray(value)) {
      if (typeof kinds !== 'string') continue
      for (let index = 0; index < value.length; index += 1) {
        const item = value[index] as Json
        if (typeof item === 'string') visit(item, kinds, parent, String(index))
      }
    } else if (isObject(value)) {
      if (typeof kinds === 'string') {
        for (const key in value) {
          const item = value[key]
          if (typeof item === 'string') visit(item, kinds, parent, key)
        }
      } else {
        for (const key in kinds) {
          const item = value[key]
          if (typeof item === 'string' && hasOwn(value, key))
            visit(item, kinds[key] as ValueKind, parent, key)
        }
      }
    }
  }
}
