import { isLeaf, type Json } from '../document/json.js'
import { eachLeaf, type Pointer } from '../document/pointer.js'
import type { Generation } from '../formats/generations.js'
import type { TargetId } from '../targets/index.js'

/**
 * What happened to a value.
 *
 * - `kept`: it stands where it stood.
 * - `moved`: it stands elsewhere, unchanged.
 * - `rewritten`: its successor stands there, for instance the new path of an image.
 * - `shared`: an equal value of another place speaks for it.
 * - `superseded`: another value takes precedence, as it did before.
 * - `dropped`: the target has no place for it.
 * - `fallback`: the target requires a value and the input has none there; this one stands in.
 * - `added`: a rule of the conversion or the caller gave it.
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

/** Why the schema that a legacy file names is left out. */
export const OLD_SCHEMA = 'it named the schema of the old shape'

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

/** Collects the entries of a ledger. */
export class LedgerBook {
  entries: LedgerEntry[] = []
  private readonly emptied = new Set<Pointer>()
  private readonly empties: { entry: LedgerEntry; copy: Json }[] = []

  /** Notes one leaf. */
  add(from: Pointer | null, to: Pointer | null, action: LedgerAction, reason: string): LedgerEntry {
    const entry = { from, to, action, reason }
    this.entries.push(entry)
    return entry
  }

  /** Notes an empty object that went over, and that later steps may fill. */
  addEmpty(from: Pointer, to: Pointer, action: LedgerAction, reason: string, copy: Json): void {
    this.empties.push({ entry: this.add(from, to, action, reason), copy })
  }

  /** Notes an object of the input that the conversion finds empty only because what was in it is left out. */
  noteEmptied(pointer: Pointer): void {
    this.emptied.add(pointer)
  }

  /** Corrects what was noted of empty objects that were filled since, or that are none in the input. */
  settleEmpties(): void {
    if (this.emptied.size > 0) this.settleEmptied()
    for (const { entry, copy } of this.empties) {
      if (isLeaf(copy)) continue
      entry.to = null
      entry.action = 'superseded'
      entry.reason = 'it was empty, and what the target requires took its place'
    }
  }

  private settleEmptied(): void {
    const isEmptied = ({ from }: LedgerEntry) => from !== null && this.emptied.has(from)
    this.entries = this.entries.filter((entry) => entry.to !== null || !isEmptied(entry))
    for (const entry of this.entries) if (isEmptied(entry)) entry.from = null
  }

  /** Notes a value with everything in it, leaf by leaf, as going from one place to another. */
  addTree(value: Json, from: Pointer, to: Pointer, action: LedgerAction, reason: string): void {
    if (isLeaf(value)) {
      this.add(from, to, action, reason)
      return
    }
    eachLeaf(value, '', (below) => this.add(from + below, to + below, action, reason))
  }

  /** Notes a value with everything in it as left out. */
  drop(value: Json, from: Pointer, reason: string, action: 'dropped' | 'superseded' = 'dropped'): void {
    if (isLeaf(value)) {
      this.add(from, null, action, reason)
      return
    }
    eachLeaf(value, from, (leaf) => this.add(leaf, null, action, reason))
  }

  /** Notes a value with everything in it as not from the input. */
  make(value: Json, to: Pointer, action: 'fallback' | 'added', reason: string): void {
    for (const leaf of leavesOf(value)) this.add(null, to + leaf, action, reason)
  }
}

/** The pointers of the leaves of values that are filled in again and again. */
const knownLeaves = new WeakMap<object, readonly Pointer[]>()

function leavesOf(value: Json): readonly Pointer[] {
  if (typeof value !== 'object' || value === null) return noPointer
  let leaves = knownLeaves.get(value)
  if (leaves === undefined) {
    const found: Pointer[] = []
    eachLeaf(value, '', (leaf) => found.push(leaf))
    leaves = found
    knownLeaves.set(value, leaves)
  }
  return leaves
}
const noPointer: readonly Pointer[] = ['']
