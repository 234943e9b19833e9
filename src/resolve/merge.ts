import type { KnownKeys } from '../formats/known-keys.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { eachLeaf, escapeToken, type Pointer, valueAt } from '../json/pointer.js'
import { hasOwn, isLeaf, isObject, type Json, type JsonObject, own, setOwn } from '../json/value.js'
import type { MergeRules } from '../targets/target.js'
import type { LayerName } from './resolution.js'

/** A value of one layer. */
export interface LayerValue {
  readonly layer: LayerName
  /** Its JSON Pointer in the document that reached the client. */
  readonly pointer: Pointer
  readonly value: Json
  /** The keys that the client reads in it; `undefined` if it reads all. */
  readonly keys: KnownKeys | undefined
}

/** Called for every leaf of the result. */
export interface LeafListener {
  /** A leaf with all layers that have a value for it, highest first. */
  leaf(pointer: Pointer, value: Json, layers: readonly LayerValue[]): void
  /** A leaf of a single layer, and its JSON Pointer in the document that reached the client. */
  onlyLeaf(pointer: Pointer, value: Json, layer: LayerName, from: Pointer): void
}

/** How to merge. */
export interface Merging {
  readonly rules: MergeRules
  readonly listen?: LeafListener | undefined
  /** The parts of objects that the client reads, cached because several themes share most layers. */
  readonly read: WeakMap<KnownKeys, WeakMap<JsonObject, JsonObject>>
}

/**
 * Merges layers as the client does: objects by key, any other value replaces, and keys that the client doesn't read are
 * left out. Values of a single layer are shared with the result.
 *
 * @param layers highest first
 */
export function mergeLayers(layers: readonly LayerValue[], merging: Merging, pointer: Pointer = ''): Json {
  const [top] = layers as readonly [LayerValue]
  const { value } = top
  if (typeof value !== 'object' || value === null) {
    merging.listen?.leaf(pointer, value, layers)
    return value
  }
  if (Array.isArray(value)) return mergeLists(layers, value, merging, pointer)
  let count = 1
  while (count < layers.length && isObject((layers[count] as LayerValue).value)) count += 1
  if (count > 1) {
    return mergeObjects(count === layers.length ? layers : layers.slice(0, count), merging, pointer)
  }
  const alone = readAlone(value, top.keys, merging)
  const { listen } = merging
  if (listen !== undefined) {
    if (isLeaf(alone)) listen.leaf(pointer, alone, layers)
    else visitLeaves(alone, value, top, pointer, listen)
  }
  return alone
}

function mergeObjects(objects: readonly LayerValue[], merging: Merging, pointer: Pointer): JsonObject {
  const { rules, listen } = merging
  const merged: JsonObject = {}
  const slash = `${pointer}/`
  let isEmpty = true
  // The client copies the lower layer first, so its keys come first.
  for (let index = objects.length - 1; index >= 0; index -= 1) {
    for (const key of Object.keys((objects[index] as LayerValue).value as JsonObject)) {
      if (hasOwn(merged, key)) continue
      // Pointers are only built for a listener.
      const token = listen === undefined ? '' : escapeToken(key)
      const below: LayerValue[] = []
      for (const layer of objects) {
        const value = own(layer.value as JsonObject, key)
        if (value === undefined) continue
        const keys = keysBelow(layer.keys, key)
        if (keys === null) continue
        const from = listen === undefined ? '' : `${layer.pointer}/${token}`
        below.push({ layer: layer.layer, pointer: from, value, keys })
      }
      if (below.length === 0 || !survives(key, index, objects.length, rules)) continue
      isEmpty = false
      setOwn(merged, key, mergeLayers(below, merging, slash + token))
    }
  }
  if (isEmpty) listen?.leaf(pointer, merged, objects)
  return merged
}

/** The part that the client reads of an object in a single layer: the object itself if it reads all of it. */
function readAlone(object: JsonObject, keys: KnownKeys | undefined, { read }: Merging): JsonObject {
  if (keys === undefined) return withoutUnread(object, keys)
  const known = getOrInsert(read, keys, () => new WeakMap())
  return getOrInsert(known, object, () => withoutUnread(object, keys))
}

function withoutUnread(object: JsonObject, known: KnownKeys | undefined): JsonObject {
  const isMap = known === undefined || hasOwn(known, '*')
  let filtered: JsonObject | undefined
  for (const key in object) {
    const value = object[key] as Json
    let result: Json | undefined = value
    if (inheritedNames.has(key) || !(isMap || hasOwn(known, key))) result = undefined
    else if (isObject(value)) result = withoutUnread(value, keysBelow(known, key) ?? undefined)
    // The object is copied from the first difference on.
    if (result !== value) filtered ??= before(object, key)
    if (filtered !== undefined && result !== undefined) filtered[key] = result
  }
  return filtered ?? object
}

/** The part of an object before a key. */
function before(object: JsonObject, end: string): JsonObject {
  const copy: JsonObject = {}
  for (const key in object) {
    if (key === end) break
    copy[key] = object[key] as Json
  }
  return copy
}

/** Visits the leaves that the client reads in an object of a single layer. */
function visitLeaves(
  read: JsonObject | Json[],
  whole: JsonObject | Json[],
  { layer, pointer: from }: Pick<LayerValue, 'layer' | 'pointer'>,
  pointer: Pointer,
  listen: LeafListener,
): void {
  const slash = `${pointer}/`
  const fromSlash = `${from}/`
  for (const key in read) {
    const item = (read as JsonObject)[key] as Json
    const token = escapeToken(key)
    if (typeof item !== 'object' || item === null) {
      listen.onlyLeaf(slash + token, item, layer, fromSlash + token)
      continue
    }
    const value = (whole as JsonObject)[key] as JsonObject | Json[]
    const place = { layer, pointer: fromSlash + token, value, keys: undefined }
    if (isLeaf(item)) listen.leaf(slash + token, item, [place])
    else visitLeaves(item, value, place, slash + token, listen)
  }
}

function mergeLists(
  layers: readonly LayerValue[],
  list: Json[],
  { rules, listen }: Merging,
  pointer: Pointer,
): Json[] {
  const isAlone = rules.lists === 'replace' || !Array.isArray(layers[1]?.value)
  const lists = isAlone ? layers.slice(0, 1) : layers.filter(({ value }) => Array.isArray(value)).reverse()
  const merged = isAlone ? list : lists.flatMap(({ value }) => value as Json[])
  if (listen === undefined) return merged
  if (merged.length === 0) listen.leaf(pointer, merged, layers)
  let position = 0
  for (const layer of lists) {
    for (const [index, item] of (layer.value as Json[]).entries()) {
      const to = `${pointer}/${position}`
      position += 1
      eachLeaf(item, '', (below, leaf) => {
        listen.leaf(to + below, leaf, contributors(isAlone ? layers : [layer], `/${index}${below}`))
      })
    }
  }
  return merged
}

/** The layers that have a value at a place below them. */
function contributors(layers: readonly LayerValue[], below: Pointer): LayerValue[] {
  return layers.flatMap((layer) => {
    const value = valueAt(layer.value, below)
    return value === undefined ? [] : [{ ...layer, pointer: layer.pointer + below, value }]
  })
}

/** The keys that the client reads below a key; `null` if it doesn't read the key itself. */
function keysBelow(keys: KnownKeys | undefined, key: string): KnownKeys | undefined | null {
  if (keys === undefined) return undefined
  if (Object.hasOwn(keys, key)) return keys[key]
  if (Object.hasOwn(keys, '*')) return keys['*']
  return null
}

/** The names that every object inherits. */
const inheritedNames: ReadonlySet<string> = /* @__PURE__ */ (() =>
  new Set(Object.getOwnPropertyNames(Object.prototype)))()

/** The client's merge loses keys that every object inherits, unless the lowest of several groups has them. */
function survives(key: string, index: number, count: number, rules: MergeRules): boolean {
  if (!inheritedNames.has(key)) return true
  return rules.keepsInheritedNames && key !== '__proto__' && index === count - 1
}
