import type { Spot } from '../../formats/layout.js'
import type { AnyPlace } from '../../formats/values.js'
import { type Pointer, valueAt } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import { isObject, type Json } from '../../json/value.js'
import { type Draft, isPresent, made, pointerOf, put, report, type Scope } from '../draft.js'

/** The reason for a default from the shipped theme. */
export const SHIPPED = 'shipped value'

/** The default for a place with its reason; `undefined` for none. */
export type Pick = (spot: Spot) => readonly [Json, string] | undefined

/** Fills every key that the target requires in an object and that isn't there. */
export function fillGroup(draft: Draft, scope: Scope, group: Spot | undefined, pickFallback: Pick): void {
  for (const spot of group?.required ?? []) {
    if (spot.required.length > 0) {
      fillGroup(draft, scope, spot, pickFallback)
    } else if (!isPresent(scope, spot.place)) {
      const fallback = pickFallback(spot)
      if (fallback !== undefined) fill(draft, scope, spot.place, ...fallback)
    }
  }
}

/** The shipped value of a key: its own, else what the server adds there, else nothing in it. */
export function shippedValue(draft: Draft, { place, node }: Spot): Json {
  return node.fallback ?? suppliedBy(draft).get(place) ?? {}
}

/** The value that another scope has, else the shipped one. */
export function asIn(draft: Draft, { values }: Scope, reason: string): Pick {
  return (spot) => [values.get(spot.place)?.value ?? shippedValue(draft, spot), reason]
}

const supplied = new WeakMap<Draft['target'], ReadonlyMap<AnyPlace, Json>>()

/** What the target's server adds to the root where a file has no such value, by place. */
export function suppliedBy({ target, root }: Draft): ReadonlyMap<AnyPlace, Json> {
  let values = supplied.get(target)
  if (values === undefined) {
    const rows = [...root.spots].flatMap(([place, { path, node }]): [AnyPlace, Json][] => {
      const value = valueAt(target.serverValues, path)
      // Of an object with keys of its own, only what is in it counts.
      return value === undefined || (node.keys !== undefined && isObject(value)) ? [] : [[place, value]]
    })
    values = new Map(rows)
    supplied.set(target, values)
  }
  return values
}

/** Fills in a missing value and reports it. */
export function fill(draft: Draft, scope: Scope, place: AnyPlace, value: Json, reason: string): void {
  put(scope, made(place, value, 'fallback', reason))
  reportFilled(draft, pointerOf(scope, place), value, reason)
}

/** Says that a value stands at a place of the new file that was empty. */
export function reportFilled(draft: Draft, to: Pointer, value: Json, reason: string): void {
  // Only texts and images are visible; empty texts and maps aren't.
  if (value === '' || isObject(value)) return
  report(
    draft,
    'fallback-used',
    to,
    `The file has no value for ${to}, which ${draft.target.title} requires. Using the default ${quoted(value)} (${reason}); replace it if needed.`,
  )
}
