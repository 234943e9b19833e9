import { layersOf } from '../formats/known-keys.js'
import type { KeyNode, ValueKind } from '../generated/places.js'
import { child, type Pointer } from '../json/pointer.js'
import { hasOwn, isObject, type Json, type JsonObject } from '../json/value.js'
import type { Target } from '../targets/target.js'

/** Texts of one layer that share the object, map or list that holds them. */
interface Group {
  readonly parents: readonly string[]
  /** The kind of each key, or of all keys. */
  readonly kinds: Readonly<Record<string, ValueKind>> | ValueKind
}

interface LayerOfTexts {
  readonly path: readonly string[]
  readonly groups: readonly Group[]
}

const layersOfTables = new WeakMap<KeyNode, readonly LayerOfTexts[]>()

function layersWithTexts(places: KeyNode): readonly LayerOfTexts[] {
  let layers = layersOfTables.get(places)
  if (layers === undefined) {
    layers = layersOf(places).map(({ path, node }) => ({ path, groups: [...groupsOf(node, [])] }))
    layersOfTables.set(places, layers)
  }
  return layers
}

/** The texts below a node whose use is known. */
function* groupsOf({ keys = {}, entries, items }: KeyNode, parents: readonly string[]): Generator<Group> {
  const each = (entries ?? items)?.kind
  if (each !== undefined) yield { parents, kinds: each }
  const kinds: Record<string, ValueKind> = {}
  for (const key of Object.keys(keys)) {
    const kind = keys[key]?.kind
    if (kind !== undefined) kinds[key] = kind
  }
  if (Object.keys(kinds).length > 0) yield { parents, kinds }
  for (const key of Object.keys(keys)) yield* groupsOf(keys[key] as KeyNode, [...parents, key])
}

/** Calls back for a text of a known kind; its pointer is put together only on demand. */
export type VisitValue = (text: string, kind: ValueKind, parent: Pointer, key: string) => void

/** Visits all texts of a document whose use is known, whatever else is wrong with the document. */
export function visitValues(document: JsonObject, target: Target, visit: VisitValue): void {
  for (const { path, groups } of layersWithTexts(target.places)) {
    if (groups.length > 0) visitBelow(document, path, '', groups, visit)
  }
}

/** Visits the layers that a path leads to. */
function visitBelow(
  value: Json | undefined,
  [key, ...rest]: readonly string[],
  pointer: Pointer,
  groups: readonly Group[],
  visit: VisitValue,
): void {
  if (key === '*') {
    if (!Array.isArray(value)) return
    for (let index = 0; index < value.length; index += 1)
      visitBelow(value[index], rest, `${pointer}/${index}`, groups, visit)
  } else if (isObject(value)) {
    if (key === undefined) visitLayer(value, pointer, groups, visit)
    else if (hasOwn(value, key)) visitBelow(value[key], rest, child(pointer, key), groups, visit)
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
