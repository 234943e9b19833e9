import type { Spot } from '../formats/layout.js'
import type { AnyPlace, UnknownKey, Value } from '../formats/values.js'
import { child, type Pointer } from '../json/pointer.js'
import { clone, isLeaf, type Json, type JsonObject, setOwn } from '../json/value.js'
import { type Draft, lose, note, type Scope } from './draft.js'

/**
 * Writes the values that remain after the steps, in the order of the target's schema, with an entry for each leaf. Keys
 * that the target doesn't know come last in their object, in the order of the input.
 */
export function write(draft: Draft): JsonObject {
  const themes = draft.themes.map((theme) => new Writer(draft, theme))
  const defaults = new Writer(draft, draft.defaults)
  return (new Writer(draft, draft.root, { defaults, themes }).scope() ?? {}) as JsonObject
}

/** The layers inside the root's tree that have scopes of their own. */
interface Layers {
  readonly defaults: Writer
  readonly themes: readonly Writer[]
}

class Writer {
  /** The values whose place the target doesn't know, by the place of their object. */
  private readonly unknownKeys = new Map<AnyPlace, UnknownKey[]>()

  constructor(
    private readonly draft: Draft,
    private readonly at: Scope,
    private readonly layers?: Layers,
  ) {
    for (const unknown of at.unknownKeys.values()) {
      const others = this.unknownKeys.get(unknown.group)
      if (others === undefined) this.unknownKeys.set(unknown.group, [unknown])
      else others.push(unknown)
    }
  }

  scope(): Json | undefined {
    const { top, pointer, values } = this.at
    return this.object(values.get(''), '', top.members, pointer)
  }

  private spot({ place, path, members, node }: Spot): Json | undefined {
    if (node.scope === 'defaults') return this.layers?.defaults.scope()
    const own = this.at.values.get(place)
    const themes = node.items?.scope === 'theme' ? this.layers?.themes : undefined
    if (themes === undefined || themes.length === 0)
      return this.object(own, place, members, this.at.pointer + path)
    this.replace(own)
    return themes.map((theme) => theme.scope() ?? {})
  }

  /**
   * @param own the value of the place itself
   * @returns `undefined` if there is nothing to write
   */
  private object(
    own: Value | undefined,
    place: AnyPlace,
    members: readonly Spot[],
    to: Pointer,
  ): Json | undefined {
    const unknownKeys = this.unknownKeys.get(place)
    const isWhole = own !== undefined && !isLeaf(own.value)
    const object = isWhole ? (this.leaf(own, to) as JsonObject) : {}
    for (const spot of members) add(object, spot.key, this.spot(spot))
    for (const unknown of unknownKeys ?? [])
      add(object, unknown.key, this.object(unknown, unknown.place, [], child(to, unknown.key)))
    if (isLeaf(object)) return own && this.leaf(own, to)
    if (!isWhole) this.replace(own)
    return object
  }

  private leaf(value: Value, to: Pointer): Json {
    note(this.draft, value, to, value.action, value.reason)
    return clone(value.value)
  }

  private replace(empty: Value | undefined): void {
    if (empty !== undefined)
      lose(this.draft, empty, 'superseded', 'empty: replaced by the default that the target requires')
  }
}

function add(object: JsonObject, key: string, value: Json | undefined): void {
  if (value !== undefined) setOwn(object, key, value)
}
