import { clone, isLeaf, type Json, type JsonObject, setOwn } from '../../document/json.js'
import { eachLeaf, escapeToken, type Pointer } from '../../document/pointer.js'
import type { LedgerAction } from '../ledger.js'
import { themesPointer, type Work } from '../work.js'
import type { LegacySource, Placed } from './source.js'

/** A theme under construction. */
export interface DraftTheme {
  readonly source: Placed<JsonObject>
  readonly output: JsonObject
  /** Where the theme stands in the new file. */
  readonly pointer: Pointer
}

/** A legacy file half converted: what the steps read from and write to. */
export interface Draft extends Work {
  readonly source: LegacySource
  readonly root: JsonObject
  readonly common: JsonObject
  readonly clients: JsonObject
  readonly defaults: JsonObject
  readonly themes: readonly DraftTheme[]
  /** The themes whose own display name became their name. */
  readonly titled: Set<DraftTheme>
}

/** One step of a conversion. */
export type Step = (draft: Draft) => void

/** A value on its way to the output, and where it is from. */
export interface Slot {
  readonly value: Json
  readonly from: Pointer | null
  readonly action: LedgerAction
  readonly reason: string
}

export function newDraft(work: Work, source: LegacySource): Draft {
  const { target, options, ledger, diagnostics, said } = work
  return {
    target,
    options,
    ledger,
    diagnostics,
    said,
    source,
    root: {},
    common: {},
    clients: {},
    defaults: {},
    titled: new Set(),
    themes: source.themes.map((theme, index) => ({
      source: theme,
      output: {},
      pointer: `${themesPointer}/${index}`,
    })),
  }
}

/** A value that goes over unchanged. */
export function moved(value: Json, from: Pointer, reason: string): Slot {
  return { value, from, action: 'moved', reason }
}

/** Writes a slot into an object of the output and notes it in the ledger. */
export function write(draft: Draft, object: JsonObject, key: string, pointer: Pointer, slot: Slot): void {
  const { value, from, action, reason } = slot
  const to = `${pointer}/${escapeToken(key)}`
  if (isLeaf(value)) {
    setOwn(object, key, typeof value === 'object' ? clone(value) : value)
    draft.ledger.add(from, to, from === to && action === 'moved' ? 'kept' : action, reason)
    return
  }
  setOwn(object, key, clone(value))
  eachLeaf(value, '', (below) => {
    draft.ledger.add(
      from === null ? null : from + below,
      to + below,
      from === to && action === 'moved' ? 'kept' : action,
      reason,
    )
  })
}

/** Notes that a slot is spoken for by an equal value that already stands in the output. */
export function share(draft: Draft, slot: Slot, to: Pointer): void {
  const { value, from } = slot
  if (from === null) return
  // A value that stands in for a missing one is noted where it is from.
  if (slot.action === 'fallback') return
  if (slot.action === 'rewritten') draft.ledger.add(from, to, 'rewritten', slot.reason)
  else draft.ledger.addTree(value, from, to, 'shared', 'the same value speaks for several themes')
}
