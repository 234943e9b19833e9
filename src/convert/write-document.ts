import type { Spot } from '../formats/layout.js'
import { type AnyPlace, splitPlace, type Value } from '../formats/values.js'
import { child, type Pointer } from '../json/pointer.js'
import { clone, isLeaf, type Json, type JsonObject, setOwn } from '../json/value.js'
import { type Draft, lose, note, type Scope } from './draft.js'

/**
 * Writes what the steps have left, in the order of the target's schema, and notes where each leaf is from. Keys that
 * the target doesn't know come last in their object, as they stood.
 */
export function write(draft: Draft): JsonObject {
  const themes = draft.themes.map((theme) => new Writer(draft, theme))
  const defaults = new Writer(draft, draft.defaults)
  return (new Writer(draft, draft.root, { defaults, themes }).scope() ?? {}) as JsonObject
}

/** What stands in the root without being of its scope. */
interface Layers {
  readonly defaults: Writer
  readonly themes: readonly Writer[]
}

/** A value of an unknown key. */
interface Stranger {
  readonly key: string
  readonly value: Value
}

class Writer {
  /** The values whose place the target doesn't know, by the place of the object that they stand in. */
  private readonly strangers = new Map<AnyPlace, Stranger[]>()

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
      const stranger = { key: split.key, value }
      const others = this.strangers.get(split.group)
      if (others === undefined) this.strangers.set(split.group, [stranger])
      else others.push(stranger)
    }
  }

  scope(): Json | undefined {
    const { top, pointer } = this.at
    return this.value(top.place, top.members, pointer)
  }

  /** @returns `undefined` where there is nothing to write */
  private value(place: AnyPlace, members: readonly Spot[], to: Pointer): Json | undefined {
    const own = this.at.values.get(place)
    const strangers = this.strangers.get(place)
    if (members.length === 0 && strangers === undefined) return own && this.leaf(own, to)
    const isWhole = own !== undefined && !isLeaf(own.value)
    const object = isWhole ? (this.leaf(own, to) as JsonObject) : {}
    for (const spot of members) add(object, spot.key, this.spot(spot))
    for (const { key, value } of strangers ?? [])
      add(object, key, this.value(value.place, [], child(to, key)))
    if (isLeaf(object)) return own && this.leaf(own, to)
    if (!isWhole) this.replace(own)
    return object
  }

  private spot({ place, path, members, node }: Spot): Json | undefined {
    if (node.scope === 'defaults') return this.layers?.defaults.scope()
    const themes = node.items?.scope === 'theme' ? this.layers?.themes : undefined
    if (themes === undefined || themes.length === 0) return this.value(place, members, this.at.pointer + path)
    this.replace(this.at.values.get(place))
    return themes.map((theme) => theme.scope() ?? {})
  }

  private leaf(value: Value, to: Pointer): Json {
    note(this.draft, value, to, value.action, value.reason)
    return clone(value.value)
  }

  private replace(empty: Value | undefined): void {
    if (empty !== undefined)
      lose(this.draft, empty, 'superseded', 'it was empty, and what the target requires took its place')
  }
}

function add(object: JsonObject, key: string, value: Json | undefined): void {
  if (value !== undefined) setOwn(object, key, value)
}
