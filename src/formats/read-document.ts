import type { KeyNode } from '../generated/places.js'
import { child, type Pointer } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { hasOwn, isLeaf, isObject, type Json, type JsonObject, setOwn } from '../json/value.js'
import type { Generation } from './generations.js'
import { isNamedTheme } from './legacy-groups.js'
import { DARK_KEY, LIGHT_KEY } from './named-clients.js'
import type { Reading, Shape } from './reading.js'
import {
  type AnyPlace,
  emptyLayer,
  type Layer,
  type LeftOut,
  placeIn,
  type Source,
  type SourceTheme,
  type Value,
} from './values.js'

/** A generation whose documents can be read. */
export type ReadableGeneration = 'flat' | 'named' | 'wrapped' | 'unwrapped' | 'current' | 'opencloud'

/** Whether the themes of a generation have the legacy groups; those of the unwrapped draft have the current ones. */
export function hasLegacyThemes(generation: Generation): generation is 'flat' | 'named' | 'wrapped' {
  return generation === 'flat' || generation === 'named' || generation === 'wrapped'
}

/**
 * Reads a document into values with their places. Its schema must accept it, apart from the values to leave out. Every
 * leaf is in the result, and values are shared with the document.
 *
 * @param invalid the pointers of the values to leave out
 */
export function readDocument(
  document: JsonObject,
  generation: ReadableGeneration,
  reading: Reading,
  invalid: ReadonlySet<Pointer>,
): Source {
  const reader = new Reader(reading, invalid)
  rootReaders[generation](reader, document, reading.tree)
  return reader.finish()
}

/** Reads the root of a document of each generation: not every schema says where the layers are. */
const rootReaders: Record<ReadableGeneration, (reader: Reader, document: JsonObject, tree: Shape) => void> = {
  current: (reader, document, tree) => reader.document(document, tree),
  opencloud: (reader, document, tree) => reader.document(document, tree),
  wrapped: (reader, document, tree) => reader.document(document, tree),
  flat: (reader, document, tree) => reader.theme(document, tree, '', LIGHT_KEY),
  named: (reader, document, tree) => {
    for (const key of Object.keys(document)) {
      const value = document[key] as Json
      if (!isNamedTheme(key, value)) reader.rootEntry(key, value, tree)
      else reader.theme(value, tree.themes as Shape, child('', key), key)
    }
  },
  // The keys of "clients" are at the root.
  unwrapped: (reader, document, tree) => {
    const clients = tree.members.get('clients') as Shape
    for (const key of Object.keys(document)) {
      reader.rootEntry(key, document[key] as Json, clients.members.has(key) ? clients : tree)
    }
  },
}

/** The place of `$schema`, which belongs to the file also if the file is a single theme. */
const SCHEMA = 'schema'

/** A key of another release for a place that the target has under another name. */
interface Alias {
  readonly value: Json
  readonly from: Pointer
  readonly layer: Layer
  readonly shape: Shape
  /** Its object and its key. */
  readonly group: AnyPlace
  readonly key: string
  readonly known: KeyNode
}

class Reader {
  private readonly root = emptyLayer()
  private readonly defaults = emptyLayer()
  private readonly themes: SourceTheme[] = []
  private readonly leftOut: LeftOut[] = []
  private readonly aliases: Alias[] = []
  private readonly renamed: Pointer[] = []
  /** Every object and list that holds a value to leave out. */
  private readonly touched = new Set<Pointer>()

  constructor(
    private readonly reading: Reading,
    private readonly invalid: ReadonlySet<Pointer>,
  ) {
    for (const pointer of invalid) {
      for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
        this.touched.add(pointer.slice(0, end))
        if (end === 0) break
      }
    }
  }

  finish(): Source {
    for (const { value, from, layer, shape, group, key, known } of this.aliases) {
      if (isRead(layer, shape)) {
        this.unknown(layer, group, key, value, from, known)
      } else {
        this.renamed.push(from)
        this.known(value, from, layer, shape, `the target has another name for ${quoted(key)}`)
      }
    }
    // Current clients fall back to the first theme, legacy ones to `default`.
    const rank = ({ key }: SourceTheme) => (key === LIGHT_KEY ? 0 : key === DARK_KEY ? 1 : 2)
    this.themes.sort((a, b) => rank(a) - rank(b))
    const { root, defaults, themes, leftOut, renamed } = this
    return { root, defaults, themes, leftOut, renamed }
  }

  document(document: JsonObject, shape: Shape): void {
    this.object(document, '', this.root, shape)
  }

  /** @param shape the object of the schema that the root key belongs to */
  rootEntry(key: string, value: Json, shape: Shape): void {
    this.entry(key, value, '', this.root, shape)
  }

  theme(value: Json, shape: Shape, from: Pointer, key: string | undefined): void {
    if (this.leavesOut(value, from)) return
    const { values, unknownKeys } = emptyLayer()
    const theme = { values, unknownKeys, key, from, isEmpty: isLeaf(value) }
    this.themes.push(theme)
    if (theme.isEmpty && !this.reading.hasLegacyThemes)
      this.put(theme, '', value, from, this.reading.reasonOf(''))
    this.object(value as JsonObject, from, theme, shape)
  }

  /** Whether a value is to be left out; if so, that is noted. */
  private leavesOut(value: Json, from: Pointer): boolean {
    if (this.invalid.size === 0 || !this.invalid.has(from)) return false
    const reason = 'wrong type, dropped as requested'
    this.leftOut.push({ value, from, action: 'dropped', reason })
    return true
  }

  private object(object: JsonObject, from: Pointer, layer: Layer, shape: Shape, reason?: string): void {
    for (const key in object) this.entry(key, object[key] as Json, from, layer, shape, object, reason)
  }

  /**
   * @param beside the object of the key, in which other keys may have the same place
   * @param reason for the ledger, if the object itself has another name
   */
  private entry(
    key: string,
    value: Json,
    above: Pointer,
    layer: Layer,
    shape: Shape,
    beside?: JsonObject,
    reason?: string,
  ): void {
    const from = child(above, key)
    const member = shape.members.get(key)
    if (this.reading.hasLegacyThemes && member !== undefined && beside !== undefined) {
      const newer = member.newer.find((name) => hasOwn(beside, name) && !this.invalid.has(child(above, name)))
      if (newer !== undefined) {
        const reason = `"${newer}" is the newer name of the same image`
        this.leftOut.push({ value, from, action: 'superseded', reason })
        return
      }
    }
    if (this.leavesOut(value, from)) return
    if (member === undefined) {
      // It stays in its object, unless it is the name that another release has for a known place.
      const group = shape.place
      const known = shape.unknownKeys.get(key)
      const alias = known?.place && this.reading.shapes.get(known.place)
      if (known && alias) this.aliases.push({ value, from, layer, shape: alias, group, key, known })
      else this.unknown(layer, group, key, value, from, known, reason)
    } else if (member.node.noPlace !== undefined) {
      const reason = member.node.noPlace
      this.leftOut.push({ value, from, action: 'dropped', reason, group: shape.place })
    } else {
      this.known(value, from, layer, member, reason)
    }
  }

  private known(value: Json, from: Pointer, above: Layer, shape: Shape, reason = shape.reason): void {
    const { place, themes } = shape
    const layer = shape.node.scope === 'defaults' ? this.defaults : place === SCHEMA ? this.root : above
    if (shape.isGroup && typeof value === 'object' && value !== null && isLeaf(value)) {
      if (!this.reading.hasLegacyThemes) this.put(layer, place, value, from, reason)
      else this.leftOut.push({ value, from, action: 'dropped', reason: 'empty' })
    } else if (themes !== undefined) {
      const isList = Array.isArray(value)
      for (const key of Object.keys(value as JsonObject)) {
        this.theme((value as JsonObject)[key] as Json, themes, child(from, key), isList ? undefined : key)
      }
    } else if (shape.isObject && isObject(value)) {
      this.object(value, from, layer, shape, reason === shape.reason ? undefined : reason)
    } else {
      this.put(layer, place, value, from, reason)
    }
  }

  /** A key that the schema doesn't know. */
  private unknown(
    { unknownKeys }: Layer,
    group: AnyPlace,
    key: string,
    value: Json,
    from: Pointer,
    known?: KeyNode,
    reason?: string,
  ): void {
    const place = placeIn(group, key)
    const found = this.pruned(place, value, from, reason ?? this.reading.reasonOf(place))
    if (found !== undefined) unknownKeys.set(place, { ...found, group, key, known })
  }

  private put({ values }: Layer, place: AnyPlace, value: Json, from: Pointer, reason: string): void {
    const found = this.pruned(place, value, from, reason)
    if (found !== undefined) values.set(place, found)
  }

  /** A value for the result, without the parts to leave out; `undefined` if nothing is left. */
  private pruned(place: AnyPlace, value: Json, from: Pointer, reason: string): Value | undefined {
    if (this.touched.size === 0 || !this.touched.has(from))
      return { place, value, from, action: 'moved', reason }
    const pruning: Pruning = { leaves: [], isShifted: false }
    const pruned = this.prune(value, from, pruning)
    if (pruned === undefined) return undefined
    const leaves = pruning.isShifted ? pruning.leaves : undefined
    return { place, value: pruned, from, action: 'moved', reason, leaves }
  }

  /** A value without the parts to leave out; `undefined` if nothing is left. */
  private prune(value: Json, from: Pointer, pruning: Pruning): Json | undefined {
    if (this.leavesOut(value, from)) return undefined
    if (isLeaf(value)) {
      pruning.leaves.push(from)
      return value
    }
    if (Array.isArray(value)) {
      const items = value.map((item, index) => this.prune(item, child(from, index), pruning))
      const left = items.filter((item) => item !== undefined)
      if (left.length < items.length) pruning.isShifted = true
      return left.length === 0 ? undefined : left
    }
    const object: JsonObject = {}
    for (const key of Object.keys(value as JsonObject)) {
      const item = this.prune((value as JsonObject)[key] as Json, child(from, key), pruning)
      if (item !== undefined) setOwn(object, key, item)
    }
    return isLeaf(object) ? undefined : object
  }
}

/** What `prune` notes about a value. */
interface Pruning {
  /** The pointers of the leaves that are left. */
  readonly leaves: Pointer[]
  /** Whether items of a list have another index now. */
  isShifted: boolean
}

/** Whether a layer has a value for a shape or below it. The entries of a map are among its unknown keys. */
function isRead(layer: Layer, { place, members, node }: Shape): boolean {
  if (layer.values.has(place)) return true
  if (node.entries !== undefined)
    for (const { group } of layer.unknownKeys.values()) if (group === place) return true
  return [...members.values()].some((member) => isRead(layer, member))
}
