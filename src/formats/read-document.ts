import type { KeyNode } from '../generated/places.js'
import { child, type Pointer } from '../json/pointer.js'
import { hasOwn, isLeaf, isObject, type Json, type JsonObject, setOwn } from '../json/value.js'
import { isNamedTheme } from './legacy-groups.js'
import { DARK_KEY, LIGHT_KEY } from './named-clients.js'
import { type AnyPlace, type Layer, type LeftOut, placeIn, type Source, type SourceTheme } from './values.js'

/** A generation that documents can be read of. */
export type ReadableGeneration = 'flat' | 'named' | 'wrapped' | 'unwrapped' | 'current' | 'opencloud'

/** How a document is read. */
export interface Reading {
  /** What its keys are: the generation's own schema, or that of the target for what its clients read. */
  readonly tree: KeyNode
  /** What other releases of the same shape call things, first wins. */
  readonly others?: readonly KeyNode[]
  /** Whether the target has a place, whatever it calls it. */
  readonly knows?: (place: AnyPlace) => boolean
  /** Values to leave out. */
  readonly invalid: ReadonlySet<Pointer>
  /** Whether the shape is given up: what was empty is left out, and old names of a key too. */
  readonly isLegacy: boolean
  /** Why a value goes over. */
  readonly reasonOf: (place: AnyPlace) => string
}

/**
 * Reads a document that its schema accepts, but for the values to leave out, into values with their places.
 * Nothing is copied that needn't be, and every leaf is in the result.
 */
export function readDocument(document: JsonObject, generation: ReadableGeneration, reading: Reading): Source {
  const reader = new Reader(reading)
  frames[generation](reader, document, reading.tree)
  return reader.finish()
}

/** Where the layers of a document stand that the schema itself doesn't tell. */
const frames: Record<ReadableGeneration, (reader: Reader, document: JsonObject, tree: KeyNode) => void> = {
  current: (reader, document) => reader.document(document),
  opencloud: (reader, document) => reader.document(document),
  wrapped: (reader, document) => reader.document(document),
  flat: (reader, document, tree) => reader.theme(document, tree, [], '', LIGHT_KEY),
  named: (reader, document, tree) => {
    for (const key of Object.keys(document)) {
      const value = document[key] as Json
      const isTheme = isNamedTheme(key, value) && !reader.leavesOut(value, child('', key))
      if (isTheme) reader.theme(value as JsonObject, tree.entries ?? {}, [], child('', key), key)
      else if (!isNamedTheme(key, value)) reader.rootEntry(key, value, [])
    }
  },
  // What the successor has in "clients" stands at the root.
  unwrapped: (reader, document, tree) => {
    for (const key of Object.keys(document)) {
      const isClient = hasOwn(tree.keys?.['clients']?.keys ?? {}, key)
      reader.rootEntry(key, document[key] as Json, isClient ? ['clients'] : [])
    }
  },
}

/** The place of `$schema`, which belongs to the file also where a theme is the whole of it. */
const SCHEMA = 'schema'
const noLayer: readonly KeyNode[] = []

/** Where the reader is. */
interface Position {
  readonly node: KeyNode
  /** The same object in the schemas of other releases. */
  readonly others: readonly KeyNode[]
  readonly from: Pointer
  readonly place: AnyPlace
  readonly layer: Layer
}

/** A key of another release that may speak for one of the target. */
interface Alias {
  readonly layer: Layer
  readonly node: KeyNode
  readonly value: Json
  readonly from: Pointer
  readonly stranger: AnyPlace
}

class Reader {
  private readonly root: Layer = new Map()
  private readonly defaults: Layer = new Map()
  private readonly themes: SourceTheme[] = []
  private readonly leftOut: LeftOut[] = []
  private readonly aliases: Alias[] = []
  /** Every object and list that holds a value to leave out. */
  private readonly touched = new Set<Pointer>()

  constructor(private readonly reading: Reading) {
    for (const pointer of reading.invalid) {
      for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
        this.touched.add(pointer.slice(0, end))
        if (end === 0) break
      }
    }
  }

  finish(): Source {
    for (const { layer, node, value, from, stranger } of this.aliases) {
      const place = node.place as AnyPlace
      if (layer.has(place)) this.put(layer, stranger, value, from, node)
      else this.put(layer, place, value, from)
    }
    // The client falls back to the first theme, so that one has to be what the old client fell back to.
    const rank = ({ key }: SourceTheme) => (key === LIGHT_KEY ? 0 : key === DARK_KEY ? 1 : 2)
    const themes = [...this.themes].sort((a, b) => rank(a) - rank(b))
    return { root: this.root, defaults: this.defaults, themes, leftOut: this.leftOut }
  }

  document(document: JsonObject): void {
    const { tree, others = noLayer } = this.reading
    this.object(document, { node: tree, others, from: '', place: '', layer: this.root })
  }

  /** @param container the keys that lead to the object of the schema that the root key belongs into */
  rootEntry(key: string, value: Json, container: readonly string[]): void {
    let { tree: node, others = noLayer } = this.reading
    let place = ''
    for (const step of container) {
      node = node.keys?.[step] ?? {}
      others = others.map((other) => other.keys?.[step] ?? {})
      place = placeIn(place, step)
    }
    this.entry(key, value, { node, others, from: '', place, layer: this.root })
  }

  theme(
    object: JsonObject,
    node: KeyNode,
    others: readonly KeyNode[],
    from: Pointer,
    key: string | undefined,
  ): void {
    const values: Layer = new Map()
    const isEmpty = isLeaf(object)
    this.themes.push({ values, key, from, isEmpty })
    if (isEmpty && !this.reading.isLegacy) this.put(values, '', object, from)
    this.object(object, { node, others, from, place: '', layer: values })
  }

  /** Whether a value is one to leave out, which is noted then. */
  leavesOut(value: Json, from: Pointer): boolean {
    if (!this.reading.invalid.has(from)) return false
    const reason = 'it has the wrong type, and the caller asked to leave such values out'
    this.leftOut.push({ value, from, action: 'dropped', reason })
    return true
  }

  private object(object: JsonObject, position: Position): void {
    for (const key of Object.keys(object)) {
      const value = object[key] as Json
      const newer = this.reading.isLegacy ? this.newerName(object, key, position) : undefined
      if (newer === undefined) this.entry(key, value, position)
      else {
        const reason = `"${newer}" is the newer name of the same image`
        this.leftOut.push({ value, from: child(position.from, key), action: 'superseded', reason })
      }
    }
  }

  /** Of several names for one place in an object the newest counts, which is the first in the schema. */
  private newerName(object: JsonObject, key: string, { node, from }: Position): string | undefined {
    const place = keyOf(node, key)?.place
    if (place === undefined) return undefined
    for (const name in node.keys) {
      if (name === key) return undefined
      const isOther = node.keys[name]?.place === place && hasOwn(object, name)
      if (isOther && !this.reading.invalid.has(child(from, name))) return name
    }
    return undefined
  }

  private entry(key: string, value: Json, position: Position): void {
    const from = child(position.from, key)
    if (this.leavesOut(value, from)) return
    const node = keyOf(position.node, key)
    if (node === undefined) {
      this.unknown(key, value, from, position)
    } else if (node.noPlace !== undefined) {
      this.leftOut.push({ value, from, action: 'dropped', reason: node.noPlace, group: position.place })
    } else {
      const others = position.others.flatMap((other) => keyOf(other, key) ?? noLayer)
      const place = node.place ?? placeIn(position.place, key)
      this.known(value, { node, others, from, place, layer: position.layer })
    }
  }

  private known(value: Json, position: Position): void {
    const { node, others, from } = position
    const theme = themeOf(node)
    const isDefaults = node.scope === 'defaults'
    const place = isDefaults ? '' : position.place
    const layer = isDefaults ? this.defaults : place === SCHEMA ? this.root : position.layer
    const isGroup = node.keys !== undefined || node.entries !== undefined || theme !== undefined
    if (isGroup && typeof value === 'object' && value !== null && isLeaf(value)) {
      if (!this.reading.isLegacy) this.put(layer, place, value, from)
      else this.leftOut.push({ value, from, action: 'dropped', reason: 'it is empty' })
    } else if (theme !== undefined) {
      this.listThemes(value as JsonObject | Json[], theme, position)
    } else if (isObject(value) && (node.keys !== undefined || node.entries?.keys !== undefined)) {
      this.object(value, { node, others, from, place, layer })
    } else {
      this.put(layer, place, value, from)
    }
  }

  private listThemes(themes: JsonObject | Json[], node: KeyNode, { from, others }: Position): void {
    const otherThemes = others.flatMap((other) => themeOf(other) ?? noLayer)
    for (const key of Object.keys(themes)) {
      const value = (themes as JsonObject)[key] as Json
      const at = child(from, key)
      if (this.leavesOut(value, at)) continue
      this.theme(value as JsonObject, node, otherThemes, at, Array.isArray(themes) ? undefined : key)
    }
  }

  /** A key that the schema doesn't know: it stays in its object, unless another release calls a known place so. */
  private unknown(key: string, value: Json, from: Pointer, { others, place, layer }: Position): void {
    const stranger = placeIn(place, key)
    const node = others.map((other) => keyOf(other, key)).find((found) => found !== undefined)
    const isKnown = node?.place !== undefined && this.reading.knows?.(node.place) === true
    if (!isKnown) this.put(layer, stranger, value, from, node)
    else this.aliases.push({ layer, node: node as KeyNode, value, from, stranger })
  }

  private put(layer: Layer, place: AnyPlace, value: Json, from: Pointer, known?: KeyNode): void {
    const reason = this.reading.reasonOf(place)
    if (!this.touched.has(from)) {
      layer.set(place, { place, value, from, action: 'moved', reason, known })
      return
    }
    const leaves: Pointer[] = []
    const pruned = this.prune(value, from, leaves)
    // What is empty only because of what was left out says nothing any more.
    if (pruned === undefined) return
    layer.set(place, { place, value: pruned, from, action: 'moved', reason, known, leaves })
  }

  /** A value without what is to be left out of it; `undefined` when nothing stays. */
  private prune(value: Json, from: Pointer, leaves: Pointer[]): Json | undefined {
    if (this.leavesOut(value, from)) return undefined
    if (isLeaf(value)) {
      leaves.push(from)
      return value
    }
    if (Array.isArray(value)) {
      const items = value.map((item, index) => this.prune(item, child(from, index), leaves))
      const left = items.filter((item) => item !== undefined)
      return left.length === 0 ? undefined : left
    }
    const object: JsonObject = {}
    for (const key of Object.keys(value as JsonObject)) {
      const item = this.prune((value as JsonObject)[key] as Json, child(from, key), leaves)
      if (item !== undefined) setOwn(object, key, item)
    }
    return isLeaf(object) ? undefined : object
  }
}

function keyOf(node: KeyNode, key: string): KeyNode | undefined {
  return node.keys !== undefined && hasOwn(node.keys, key) ? node.keys[key] : undefined
}

/** What the themes of a list or a map are. */
function themeOf({ items, entries }: KeyNode): KeyNode | undefined {
  return [items, entries].find((node) => node?.scope === 'theme')
}
