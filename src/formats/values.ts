import type { KeyNode } from '../generated/places.js'
import { escapeToken, type Pointer } from '../json/pointer.js'
import type { Json } from '../json/value.js'

/**
 * What a value is, whatever a release calls it: a place of the schemas, or for a key that no schema knows the place
 * of its object, a slash, and the key. The same form names an entry of a map.
 */
export type AnyPlace = string

/** A value of a conversion: a leaf, a map of leaves, or the whole content of an unknown key. */
export interface Value {
  readonly place: AnyPlace
  readonly value: Json
  /** Where it is from in the input; `null` for what isn't. */
  readonly from: Pointer | null
  /** How it came to be what it is; what is written where it was read is `kept`. */
  readonly action: 'moved' | 'rewritten' | 'fallback' | 'added' | 'mapped' | 'derived'
  readonly reason: string
  /** Where its leaves are from, in their order, when items of a list in it were left out. */
  readonly leaves?: readonly Pointer[] | undefined
}

/** The value of a key that the schema doesn't know. */
export interface Stranger extends Value {
  /** The place of its object. */
  readonly group: AnyPlace
  readonly key: string
  /** What the key is to another release. */
  readonly known?: KeyNode | undefined
}

/** The values of one scope: the root, the defaults, or a theme. */
export interface Layer {
  readonly values: Map<AnyPlace, Value>
  readonly strangers: Map<AnyPlace, Stranger>
}

/** A theme as it was read. */
export interface SourceTheme extends Layer {
  /** The name that a map of themes has it by. */
  readonly key: string | undefined
  readonly from: Pointer
  /** Whether nothing at all is in it. */
  readonly isEmpty: boolean
}

/** A value that is discarded together with its object. */
export interface LeftOut {
  readonly value: Json
  readonly from: Pointer
  readonly action: 'dropped' | 'superseded'
  readonly reason: string
  /** The place of its object, for a key without a successor. */
  readonly group?: AnyPlace
}

/** All values of a document, by scope. */
export interface Source {
  readonly root: Layer
  readonly defaults: Layer
  readonly themes: readonly SourceTheme[]
  readonly leftOut: readonly LeftOut[]
  /** Where values are that the schema has under another name. */
  readonly renamed: readonly Pointer[]
}

/** The place of a key in the object at a place, for a key without a place of its own. */
export function placeIn(group: AnyPlace, key: string): AnyPlace {
  return `${group}/${escapeToken(key)}`
}

/** A layer without values. */
export function emptyLayer(): Layer {
  return { values: new Map(), strangers: new Map() }
}
