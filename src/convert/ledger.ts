import type { Generation } from '../formats/generations.js'
import type { Pointer } from '../json/pointer.js'
import type { TargetId } from '../targets/index.js'

/**
 * What happened to a value.
 *
 * - `kept`: same place.
 * - `moved`: it stands elsewhere, unchanged.
 * - `rewritten`: its successor stands there, for instance the new path of an image.
 * - `shared`: merged with an identical value of another place.
 * - `superseded`: another value takes precedence, as it did before.
 * - `dropped`: the target has no place for it.
 * - `fallback`: the target requires a value and the input has none there: filled with a default.
 * - `added`: a rule of the conversion or the caller gave it.
 * - `mapped`: a colour taken over for a similar use in another product: alike, not the same.
 * - `derived`: a colour was made from another one; the reason says from which, and its tone.
 */
export type LedgerAction =
  | 'kept'
  | 'moved'
  | 'rewritten'
  | 'shared'
  | 'superseded'
  | 'dropped'
  | 'fallback'
  | 'added'
  | 'mapped'
  | 'derived'

/** A value of the input that the output has, too. */
export interface CarriedEntry {
  action: 'kept' | 'moved' | 'rewritten' | 'shared' | 'mapped'
  /** JSON Pointer into the input. */
  from: Pointer
  /** JSON Pointer into the output. */
  to: Pointer
  reason: string
}

/** A value of the input that isn't in the output. */
export interface LeftOutEntry {
  action: 'dropped' | 'superseded'
  /** JSON Pointer into the input. */
  from: Pointer
  to: null
  reason: string
}

/** A value of the output that the input doesn't have at that place. */
export interface FilledEntry {
  action: 'fallback' | 'derived'
  /** JSON Pointer into the input, of the value used instead or that it was made from; else `null`. */
  from: Pointer | null
  /** JSON Pointer into the output. */
  to: Pointer
  reason: string
}

/** A value of the output that the input doesn't have at all. */
export interface AddedEntry {
  action: 'added'
  from: null
  /** JSON Pointer into the output. */
  to: Pointer
  reason: string
}

/** The fate of one leaf of the input, or the origin of one leaf of the output; the action tells which. */
export type LedgerEntry = CarriedEntry | LeftOutEntry | FilledEntry | AddedEntry

/** The record of a conversion, value by value: every leaf of the input and every leaf of the output is in it. */
export interface Ledger {
  source: Generation
  target: TargetId
  entries: LedgerEntry[]
}
