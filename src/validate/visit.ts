import { layersOf } from '../formats/known-keys.js'
import type { KeyNode, ValueKind } from '../generated/places.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { child, type Pointer } from '../json/pointer.js'
import { isObject, type Json, type JsonObject } from '../json/value.js'
import type { Target } from '../targets/target.js'

/** Strings of one layer in the same object, map or list. */
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
  return getOrInsert(layersOfTables, places, () =>
    layersOf(places).map(({ path, node }) => ({ path, groups: [...groupsOf(node, [])] })),
  )
}

/** The strings of a known kind below a node. */
function* groupsOf({ keys = {}, entries, items }: KeyNode, parents: readonly string[]): Generator<Group> {
  const each = (entries ?? items)?.kind
  if (each !== undefined) yield { parents, kinds: each }
  const kinds: Record<string, ValueKind> = {}
  for (const [key, { kind }] of Object.entries(keys)) if (kind !== undefined) kinds[key] = kind
  if (Object.keys(kinds).length > 0) yield { parents, kinds }
  for (const [key, node] of Object.entries(keys)) yield* groupsOf(node, [...parents, key])
}

/** Called for a string of a known kind. Its pointer has to be joined, which few callers need. */
export type VisitValue = (text: string, kind: ValueKind, parent: Pointer, key: string) => void

/** Visits all strings of a known kind in a document, valid or not. */
export function visitValues(document: JsonObject, target: Target, visit: VisitValue): void {
  for (const layer of layersWithTexts(target.places)) visitBelow(document, layer, 0, '', visit)
}

/** Visits the layers that a path leads to, from a value that some of its keys have led to. */
function visitBelow(
  value: Json | undefined,
  layer: LayerOfTexts,
  depth: number,
  pointer: Pointer,
  visit: VisitValue,
): void {
  const key = layer.path[depth]
  if (key === '*') {
    if (!Array.isArray(value)) return
    for (let index = 0; index < value.length; index += 1)
      visitBelow(value[index], layer, depth + 1, `${pointer}/${index}`, visit)
  } else if (isObject(value)) {
    if (key === undefined) visitLayer(value, pointer, layer.groups, visit)
    else visitBelow(value[key], layer, depth + 1, child(pointer, key), visit)
  }
}

function visitLayer(layer: JsonObject, pointer: Pointer, groups: readonly Group[], visit: VisitValue): void {
  for (const { parents, kinds } of groups) {
    let holder: Json | undefined = layer
    let parent = pointer
    for (const key of parents) {
      holder = isObject(holder) ? holder[key] : undefined
      parent = `${parent}/${key}`
    }
    if (typeof holder !== 'object' || holder === null) continue
    const texts = holder as JsonObject
    for (const key in typeof kinds === 'string' ? texts : kinds) {
      const text = texts[key]
      if (typeof text === 'string')
        visit(text, typeof kinds === 'string' ? kinds : (kinds[key] as ValueKind), parent, key)
    }
  }
}
