import type { Spot } from '../formats/layout.js'
import type { AnyPlace, Stranger, Value } from '../formats/values.js'
import { child, type Pointer } from '../json/pointer.js'
import { clone, isLeaf, type Json, type JsonObject, setOwn } from '../json/value.js'
import { type Draft, lose, note, type Scope } from './draft.js'

/**
 * Writes the values that remain after the steps, in the order of the target's schema, and notes where each leaf is from. Keys that
 * the target doesn't know come last in their object, as they stood.
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
  private readonly strangers = new Map<AnyPlace, Stranger[]>()

  constructor(
    private readonly draft: Draft,
    private readonly at: Scope,
    private readonly layers?: Layers,
  ) {
    for (const stranger of at.strangers.values()) {
      const others = this.strangers.get(stranger.group)
      if (others === undefined) this.strangers.set(stranger.group, [stranger])
      else others.push(stranger)
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
   * @param own what stands at the place as a whole
   * @returns `undefined` where there is nothing to write
   */
  private object(
    own: Value | undefined,
    place: AnyPlace,
    members: readonly Spot[],
    to: Pointer,
  ): Json | undefined {
    const strangers = this.strangers.get(place)
    const isWhole = own !== undefined && !isLeaf(own.value)
    const object = isWhole ? (this.leaf(own, to) as JsonObject) : {}
    for (const spot of members) add(object, spot.key, this.spot(spot))
    for (const stranger of strangers ?? [])
      add(object, stranger.key, this.object(stranger, stranger.place, [], child(to, stranger.key)))
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
