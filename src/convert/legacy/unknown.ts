import { isEqualJson, isLeaf, type Json, type JsonObject } from '../../document/json.js'
import { child, escapeToken, type Pointer } from '../../document/pointer.js'
import type { KnownKeys } from '../../formats/places.js'
import { report } from '../work.js'
import { type Draft, moved, share, write } from './draft.js'

const nothing: ReadonlySet<string> = new Set()

/**
 * Takes over the keys of an object that no step knows: clients ignore them, somebody may not. Those that the
 * new client would suddenly read are left out instead, because no old client ever looked at them.
 *
 * @param known the keys that have a step of their own
 * @param read the keys that the target's client reads in the object they would go to
 */
export function copyUnknown(
  draft: Draft,
  source: JsonObject,
  from: Pointer,
  output: JsonObject,
  to: Pointer,
  known: ReadonlySet<string> = nothing,
  read: KnownKeys = {},
): void {
  for (const key of Object.keys(source)) {
    if (known.has(key)) continue
    copyUnknownKey(draft, key, source[key] as Json, child(from, key), output, to, read)
  }
}

/** The same for a single key. */
export function copyUnknownKey(
  draft: Draft,
  key: string,
  value: Json,
  from: Pointer,
  output: JsonObject,
  to: Pointer,
  read: KnownKeys,
): void {
  if (Object.hasOwn(read, key)) {
    dropSuddenlyRead(draft, key, value, from)
    return
  }
  if (!Object.hasOwn(output, key)) {
    write(draft, output, key, to, moved(value, from, 'no client knows this key; it was kept'))
    return
  }
  if (isEqualJson(output[key] as Json, value)) {
    share(draft, moved(value, from, ''), `${to}/${escapeToken(key)}`)
    return
  }
  draft.ledger.drop(
    value,
    from,
    'another value of the same key, which no client knows, stands there',
    'superseded',
  )
  const what = isLeaf(value) ? JSON.stringify(value) : 'this value'
  report(
    draft,
    'value-dropped',
    from,
    `Two different values of the unknown key ${JSON.stringify(key)} would go to ${to}; ${what} was left out.`,
  )
}

/** Leaves out a key that no old client looked at and the new one would. */
export function dropSuddenlyRead(draft: Draft, key: string, value: Json, from: Pointer): void {
  draft.ledger.drop(value, from, 'the old client ignored this key, and the new one would read it')
  report(
    draft,
    'value-dropped',
    from,
    `No client of that generation read the key ${JSON.stringify(key)} here, but ${draft.target.title} would. It was left out, so that nothing changes its looks; add it to the new file if you want it.`,
  )
}
