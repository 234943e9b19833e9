import type { AnyPlace, Value } from '../../formats/values.js'
import { isEqualJson } from '../../json/value.js'
import { type Draft, nodeOf, put, type Step, share, take, valuesIn } from '../draft.js'

/** The groups of a theme that clients take only whole, or not at all. */
const groups: readonly AnyPlace[] = ['logo', 'login', 'banner']

/** The values of one group of a theme by place. */
type Group = ReadonlyMap<AnyPlace, Value>

/**
 * Puts a group that all themes have alike into the defaults. One that the target requires there is the first theme's
 * in any case, and themes that differ keep theirs as a whole, because clients reject a part of one.
 *
 * A key that some theme lacks never goes to the defaults: that theme would inherit it.
 */
export const liftGroups: Step = (draft) => {
  for (const group of groups) liftGroup(draft, group)
}

function liftGroup(draft: Draft, group: AnyPlace): void {
  const all = draft.themes.map(
    (theme): Group => new Map(valuesIn(theme, group).map((value) => [value.place, value])),
  )
  const [first] = all
  if (first === undefined) return
  const required = requiredPlaces(draft, group)
  const isAlike = first.size > 0 && all.every((values) => isSame(values, first))
  if (required.size === 0 && !isAlike) return
  const shared = new Map<AnyPlace, Value>()
  for (const [place, value] of first) {
    if (required.has(place) || all.every((values) => values.has(place))) shared.set(place, value)
  }
  for (const value of shared.values()) put(draft.defaults, value)
  all.forEach((values, index) => {
    const theme = draft.themes[index]
    if (theme === undefined || !isSame(values, shared)) return
    for (const [place, value] of values) {
      take(theme, place)
      if (index > 0) share(draft, value, draft.defaults)
    }
  })
}

/** The keys that the target asks for in a group of the defaults. */
function requiredPlaces({ defaults }: Draft, group: AnyPlace): ReadonlySet<AnyPlace> {
  const { required = [], keys = {} } = nodeOf(defaults, group) ?? {}
  return new Set(required.flatMap((key) => keys[key]?.place ?? []))
}

/** Whether two groups say the same, wherever they have it from. */
function isSame(a: Group, b: Group): boolean {
  if (a.size !== b.size) return false
  for (const [place, { value }] of a) {
    const other = b.get(place)
    if (other === undefined || !isEqualJson(value, other.value)) return false
  }
  return true
}
