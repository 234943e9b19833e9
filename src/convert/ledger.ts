import type { Generation } from '../formats/generations.js'
import type { Pointer } from '../json/pointer.js'
import type { TargetId } from '../targets/index.js'

/**
 * What happened to a value.
 *
 * - `kept`: it stands where it stood.
 * - `moved`: it stands elsewhere, unchanged.
 * - `rewritten`: its successor stands there, for instance the new path of an image.
 * - `shared`: merged with an identical value of another place.
 * - `superseded`: another value takes precedence, as it did before.
 * - `dropped`: the target has no place for it.
 * - `fallback`: the target requires a value and the input has none there: filled with a default.
 * - `added`: a rule of the conversion or the caller gave it.
 * - `mapped`: a colour stands for that of another product with a similar use: alike, not the same.
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

/** What became of one leaf of the input, or where one leaf of the output is from. */
export interface LedgerEntry {
  /** JSON Pointer into the input; `null` for a value that is not from the input. */
  from: Pointer | null
  /** JSON Pointer into the output; `null` for a value that is not in the output. */
  to: Pointer | null
  action: LedgerAction
  reason: string
}

/** What a conversion did, value by value: every leaf of the input and every leaf of the output is in it. */
export interface Ledger {
  source: Generation
  target: TargetId
  entries: LedgerEntry[]
}
