import type { KeyNode } from '../generated/places.js'
import { escapeToken, type Pointer } from '../json/pointer.js'
import type { Json } from '../json/value.js'

/**
 * What a value is, whatever a release calls it: a place of the schemas. For an unknown key, or an entry of a map, it is
 * the place of the object, a slash, and the key.
 */
export type AnyPlace = string

/** A value of a conversion: a leaf, a map of leaves, or the whole content of an unknown key. */
export interface Value {
  readonly place: AnyPlace
  readonly value: Json
  /** Its pointer in the input; `null` for a value that isn't from the input. */
  readonly from: Pointer | null
  /** How it was made. The ledger has `kept` for a moved value that is written where it was read. */
  readonly action: 'moved' | 'rewritten' | 'fallback' | 'added' | 'mapped' | 'derived'
  readonly reason: string
  /** The pointers of its leaves in the input, in their order, if items of a list in it were left out. */
  readonly leaves?: readonly Pointer[] | undefined
}

/** The value of a key that the schema doesn't know. */
export interface UnknownKey extends Value {
  /** The place of its object. */
  readonly group: AnyPlace
  readonly key: string
  /** The key in another release that knows it. */
  readonly known?: KeyNode | undefined
}

/** The values of one scope: the root, the defaults, or a theme. */
export interface Layer {
  readonly values: Map<AnyPlace, Value>
  readonly unknownKeys: Map<AnyPlace, UnknownKey>
}

/** A theme of the input. */
export interface SourceTheme extends Layer {
  /** Its key in a map of themes; `undefined` in a list. */
  readonly key: string | undefined
  readonly from: Pointer
  /** Whether it is an empty object. */
  readonly isEmpty: boolean
}

/** A value of the input that is not carried over. */
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
  /** The pointers of values that the schema has under another name. */
  readonly renamed: readonly Pointer[]
}

/** The place of a key in the object at a place, for a key without a place of its own. */
export function placeIn(group: AnyPlace, key: string): AnyPlace {
  return `${group}/${escapeToken(key)}`
}

/** A layer without values. */
export function emptyLayer(): Layer {
  return { values: new Map(), unknownKeys: new Map() }
}
