import { type AnyPlace, placeIn, splitPlace, type Value } from '../formats/values.js'
import type { KeyNode } from '../generated/places.js'
import { child, eachLeaf, escapeToken, type Pointer } from '../json/pointer.js'
import { clone, isLeaf, isObject, type Json, type JsonObject, setOwn } from '../json/value.js'
import { type Draft, lose, type Scope } from './draft.js'
import type { LedgerEntry } from './ledger.js'

/**
 * Writes what the steps have left, in the order of the target's schema, and notes where each leaf is from. Keys that
 * the target doesn't know come last in their object, as they stood.
 */
export function write(draft: Draft): JsonObject {
  const themes = draft.themes.map((theme) => new Writer(draft, theme))
  const defaults = new Writer(draft, draft.defaults)
  const layers: Layers = {
    defaults: () => defaults.scope(),
    themes: () => themes.map((theme) => theme.scope() ?? {}),
  }
  return (new Writer(draft, draft.root, layers).scope() ?? {}) as JsonObject
}

/** What stands in the root without being of its scope. */
interface Layers {
  defaults(): Json | undefined
  themes(): Json[]
}

class Writer {
  /** The values whose place the target doesn't know, by the place of the object that they stand in. */
  private readonly strangers = new Map<AnyPlace, { key: string; value: Value }[]>()

  constructor(
    private readonly draft: Draft,
    private readonly at: Scope,
    private readonly layers?: Layers,
  ) {
    for (const value of at.values.values()) {
      if (value.place === '' || at.spots.has(value.place)) continue
      const split = splitPlace(value.place)
      if (split === undefined) {
        lose(draft, value, 'dropped', `${draft.target.title} has no place for it`)
        continue
      }
      const others = this.strangers.get(split.group)
      if (others === undefined) this.strangers.set(split.group, [{ key: split.key, value }])
      else others.push({ key: split.key, value })
    }
  }

  scope(): Json | undefined {
    return this.value(this.at.node, '', this.at.pointer)
  }

  /** @returns `undefined` where there is nothing to write */
  private value(node: KeyNode, place: AnyPlace, to: Pointer): Json | undefined {
    const own = this.at.values.get(place)
    const strangers = this.strangers.get(place)
    const themes = node.items?.scope === 'theme' ? (this.layers?.themes() ?? []) : []
    if (node.keys === undefined && strangers === undefined && themes.length === 0)
      return own && this.leaf(own, to)
    const isWhole = own !== undefined && !isLeaf(own.value)
    const object: JsonObject = isWhole ? (this.leaf(own, to) as JsonObject) : {}
    let isWritten = isWhole || themes.length > 0
    const add = (key: string, value: Json | undefined) => {
      if (value === undefined) return
      setOwn(object, key, value)
      isWritten = true
    }
    for (const key in node.keys) {
      const found = node.keys[key] as KeyNode
      if (found.scope === 'defaults') add(key, this.layers?.defaults())
      else add(key, this.value(found, found.place ?? placeIn(place, key), child(to, key)))
    }
    for (const { key, value } of strangers ?? []) add(key, this.value({}, value.place, child(to, key)))
    if (!isWritten) return own && this.leaf(own, to)
    if (own !== undefined && !isWhole)
      lose(this.draft, own, 'superseded', 'it was empty, and what the target requires took its place')
    return themes.length > 0 ? themes : object
  }

  private leaf(value: Value, to: Pointer): Json {
    note(this.draft.entries, value, to)
    return clone(value.value)
  }
}

/** Notes where the leaves of a value are from, now that it is written. */
function note(entries: LedgerEntry[], { value, from, action, reason, leaves }: Value, to: Pointer): void {
  if (leaves !== undefined) {
    let index = 0
    eachLeaf(value, to, (pointer) => {
      const leaf = leaves[index++] as Pointer
      entries.push({ from: leaf, to: pointer, action: how(action, leaf, pointer), reason })
    })
    return
  }
  const done = how(action, from, to)
  if (isLeaf(value)) entries.push({ from, to, action: done, reason })
  else if (isObject(value)) noteKeys(entries, value, from, to, done, reason)
  else eachLeaf(value, '', (below) => noteLeaf(entries, from, to, below, done, reason))
}

function how(action: Value['action'], from: Pointer | null, to: Pointer): LedgerEntry['action'] {
  return action === 'moved' && from === to ? 'kept' : action
}

/** Maps of tokens hold nearly all values of a file; their keys need no walk. */
function noteKeys(
  entries: LedgerEntry[],
  object: JsonObject,
  from: Pointer | null,
  to: Pointer,
  action: LedgerEntry['action'],
  reason: string,
): void {
  for (const key in object) {
    const item = object[key] as Json
    const below = `/${escapeToken(key)}`
    if (isLeaf(item)) noteLeaf(entries, from, to, below, action, reason)
    else eachLeaf(item, below, (leaf) => noteLeaf(entries, from, to, leaf, action, reason))
  }
}

function noteLeaf(
  entries: LedgerEntry[],
  from: Pointer | null,
  to: Pointer,
  below: Pointer,
  action: LedgerEntry['action'],
  reason: string,
): void {
  entries.push({ from: from === null ? null : from + below, to: to + below, action, reason })
}
