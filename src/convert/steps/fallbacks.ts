import type { Spot } from '../../formats/layout.js'
import type { AnyPlace } from '../../formats/values.js'
import { type Pointer, valueAt } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import { isObject, type Json } from '../../json/value.js'
import { type Draft, inputPointerOf, isPresent, made, put, report, type Scope } from '../draft.js'

/** The reason for a default from the shipped theme. */
export const SHIPPED = 'shipped value'

/** The default for a place with its reason; `undefined` for none. */
export type Pick = (spot: Spot) => readonly [Json, string] | undefined

/** Fills in every missing key that the target requires in an object. */
export function fillGroup(draft: Draft, scope: Scope, group: Spot, pickFallback: Pick): void {
  for (const spot of group.required) {
    if (spot.required.length > 0) {
      fillGroup(draft, scope, spot, pickFallback)
    } else if (!isPresent(scope, spot.place)) {
      const fallback = pickFallback(spot)
      if (fallback !== undefined) fill(draft, scope, spot.place, ...fallback)
    }
  }
}

/** The shipped value of a key, else the value that the server adds, else an empty object. */
export function shippedValue(draft: Draft, { place, node }: Spot): Json {
  return node.fallback ?? suppliedAt(draft, place) ?? {}
}

/** The value that another scope has, else the shipped one. */
export function asIn(draft: Draft, { values }: Scope, reason: string): Pick {
  return (spot) => [values.get(spot.place)?.value ?? shippedValue(draft, spot), reason]
}

/** The value that the target's server adds to the root if a file lacks it. */
export function suppliedAt({ target, root }: Draft, place: AnyPlace): Json | undefined {
  const spot = root.spots.get(place)
  // For an object with known keys, only the values in it count.
  return spot === undefined || spot.node.keys !== undefined
    ? undefined
    : valueAt(target.serverValues, spot.path)
}

/** Fills in a missing value and reports it. */
export function fill(draft: Draft, scope: Scope, place: AnyPlace, value: Json, reason: string): void {
  put(scope, made(place, value, 'fallback', reason))
  reportFilled(draft, inputPointerOf(scope, place), value, reason)
}

/** Reports a filled-in value. */
export function reportFilled(draft: Draft, pointer: Pointer, value: Json, reason: string): void {
  // Empty strings and maps aren't visible, so they aren't reported.
  if (value === '' || isObject(value)) return
  report(
    draft,
    'fallback-used',
    pointer,
    `The file has no value for ${pointer}, which ${draft.target.title} requires. Using the default ${quoted(value)} (${reason}); replace it if needed.`,
  )
}
