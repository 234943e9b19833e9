import { isLeaf, isObject, type Json, type JsonObject, own, setOwn } from '../document/json.js'
import { eachLeaf, escapeToken, type Pointer, valueAt } from '../document/pointer.js'
import type { KnownKeys } from '../generated/known-keys.js'
import type { MergeRules } from '../targets/target.js'
import type { LayerName } from './types.js'

/** A value of one layer. */
export interface LayerValue {
  readonly layer: LayerName
  /** Where it stands in the document that reached the client. */
  readonly pointer: Pointer
  readonly value: Json
  /** The keys that the client reads in it; `undefined` where it takes everything. */
  readonly keys: KnownKeys | undefined
}

/** Hears of every leaf of the result. */
export interface LeafListener {
  /** A leaf with the layers that give it, highest first. */
  leaf(pointer: Pointer, value: Json, layers: readonly LayerValue[]): void
  /** A leaf that one layer alone gives, and where it stands in the document that reached the client. */
  onlyLeaf(pointer: Pointer, value: Json, layer: LayerName, from: Pointer): void
}

/**
 * Merges layers as the client does: objects by key, everything else replaces, keys that the client doesn't read
 * are left out. What one layer alone gives is shared with it.
 *
 * @param layers highest first
 */
export function mergeLayers(
  layers: readonly LayerValue[],
  rules: MergeRules,
  listen: LeafListener | undefined,
  pointer: Pointer = '',
): Json {
  const [top] = layers as readonly [LayerValue]
  if (Array.isArray(top.value)) return mergeLists(layers, top.value, rules, listen, pointer)
  if (!isObject(top.value)) {
    listen?.leaf(pointer, top.value, layers)
    return top.value
  }
  const last = layers.findIndex(({ value }) => !isObject(value))
  const objects = last === -1 ? layers : layers.slice(0, last)
  return objects.length === 1
    ? filterObject(top, top.value, listen, pointer, rules, layers)
    : mergeObjects(objects, rules, listen, pointer)
}

function mergeObjects(
  objects: readonly LayerValue[],
  rules: MergeRules,
  listen: LeafListener | undefined,
  pointer: Pointer,
): JsonObject {
  const merged: JsonObject = {}
  const slash = `${pointer}/`
  let isEmpty = true
  // The client copies the lower layer first, so its keys come first.
  for (let index = objects.length - 1; index >= 0; index -= 1) {
    for (const key of Object.keys((objects[index] as LayerValue).value as JsonObject)) {
      if (Object.hasOwn(merged, key)) continue
      const below: LayerValue[] = []
      for (const layer of objects) {
        const value = own(layer.value as JsonObject, key)
        if (value === undefined) continue
        const keys = keysBelow(layer.keys, key)
        if (keys === null) continue
        below.push({ layer: layer.layer, pointer: `${layer.pointer}/${escapeToken(key)}`, value, keys })
      }
      if (below.length === 0 || !survives(key, index, objects.length, rules)) continue
      isEmpty = false
      setOwn(merged, key, mergeLayers(below, rules, listen, slash + escapeToken(key)))
    }
  }
  if (isEmpty) listen?.leaf(pointer, merged, objects)
  return merged
}

/** An object that one layer alone gives: as it is, unless the client leaves out some of its keys. */
function filterObject(
  layer: LayerValue,
  object: JsonObject,
  listen: LeafListener | undefined,
  pointer: Pointer,
  rules: MergeRules,
  layers: readonly LayerValue[],
): JsonObject {
  const { keys: known } = layer
  const slash = `${pointer}/`
  const fromSlash = `${layer.pointer}/`
  const keys = Object.keys(object)
  let filtered: JsonObject | undefined
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string
    const value = object[key] as Json
    const below = key in Object.prototype ? null : keysBelow(known, key)
    let result: Json | undefined = value
    if (below === null) result = undefined
    else if (typeof value === 'object' && value !== null) {
      const token = escapeToken(key)
      const child = { layer: layer.layer, pointer: fromSlash + token, value, keys: below }
      result = mergeLayers([child], rules, listen, slash + token)
    } else if (listen !== undefined) {
      const token = escapeToken(key)
      listen.onlyLeaf(slash + token, value, layer.layer, fromSlash + token)
    }
    // From the first difference on the object can no longer be shared.
    if (result !== value) filtered ??= firstOf(object, keys, index)
    if (filtered !== undefined && result !== undefined) filtered[key] = result
  }
  const result = filtered ?? object
  if (listen !== undefined && isLeaf(result)) listen.leaf(pointer, result, layers)
  return result
}

function firstOf(object: JsonObject, keys: readonly string[], count: number): JsonObject {
  const copy: JsonObject = {}
  for (const key of keys.slice(0, count)) copy[key] = object[key] as Json
  return copy
}

function mergeLists(
  layers: readonly LayerValue[],
  list: Json[],
  rules: MergeRules,
  listen: LeafListener | undefined,
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

/** The keys that the client reads below a key; `null` where it doesn't read the key itself. */
function keysBelow(keys: KnownKeys | undefined, key: string): KnownKeys | undefined | null {
  if (keys === undefined) return undefined
  if (Object.hasOwn(keys, key) && key !== '*') return keys[key]
  if (Object.hasOwn(keys, '*')) return key === '__proto__' ? null : keys['*']
  return null
}

/** Keys that every object inherits get lost in the client's merge, unless the lower of two groups has them. */
function survives(key: string, index: number, count: number, rules: MergeRules): boolean {
  if (!(key in Object.prototype)) return true
  return rules.keepsInheritedNames && key !== '__proto__' && count > 1 && index === count - 1
}
