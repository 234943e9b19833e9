import type { Generation } from '../formats/generations.js'
import type { Pointer } from '../json/pointer.js'
import type { TargetId } from '../targets/index.js'

/**
 * What happened to a value.
 *
 * - `kept`: same place.
 * - `moved`: another place, same value.
 * - `rewritten`: another value in its place, for instance the new path of an image.
 * - `shared`: merged with an identical value of another place.
 * - `superseded`: another value takes precedence.
 * - `dropped`: the target has no place for it.
 * - `fallback`: a value that the input lacks: filled with a default, because the target requires it or has another one.
 * - `added`: required by a rule of the conversion, or requested by the caller.
 * - `mapped`: a colour with a similar use in the other product: alike, not the same.
 * - `derived`: a colour computed from another one; the reason has its tone and the other colour.
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

/** A value of the input that is in the output. */
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
  /** JSON Pointer into the input, of the value that was used or that it was computed from; else `null`. */
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

/** What happened to one leaf of the input, or where one leaf of the output is from. */
export type LedgerEntry = CarriedEntry | LeftOutEntry | FilledEntry | AddedEntry

/** The record of a conversion, value by value: every leaf of the input and every leaf of the output is in it. */
export interface Ledger {
  source: Generation
  target: TargetId
  entries: LedgerEntry[]
}
