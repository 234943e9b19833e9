import type { AnyPlace, Value } from '../../formats/values.js'
import { isEqualJson } from '../../json/value.js'
import { type Draft, put, type Step, share, spotOf, type Theme, take, valuesIn } from '../draft.js'

/** The groups of a theme that clients take only whole, or not at all. */
const groups: readonly AnyPlace[] = ['logo', 'login', 'banner']

/** Where these are no groups, each image is one of its own. */
const images: readonly AnyPlace[] = ['logo.topbar', 'logo.topbarSmall', 'logo.favicon', 'login.background']

/**
 * Puts a group that all themes have alike into the defaults. One that the target requires there is the first theme's
 * in any case, and themes that differ keep theirs as a whole, because clients reject a part of one.
 *
 * A key that some theme lacks never goes to the defaults: that theme would inherit it.
 */
export const liftGroups: Step = (draft) => {
  for (const group of draft.target.merge.common === 'flat' ? images : groups) liftGroup(draft, group)
}

function liftGroup(draft: Draft, group: AnyPlace): void {
  const { themes, defaults } = draft
  const all = themes.map((theme) => ({ theme, values: valuesIn(theme, group) }))
  const [first] = all
  if (first === undefined) return
  const required = spotOf(defaults, group)?.required.map(({ place }) => place) ?? []
  const isAlike = all.every((each) => isSame(each, first.values))
  if (required.length === 0 && !isAlike) return
  const shared = first.values.filter(
    ({ place }) =>
      required.includes(place) ||
      themes.every(({ values, unknownKeys }) => values.has(place) || unknownKeys.has(place)),
  )
  for (const value of shared) put(defaults, value)
  for (const each of all) {
    if (!isSame(each, shared)) continue
    for (const value of each.values) {
      take(each.theme, value.place)
      if (each !== first) share(draft, value, defaults)
    }
  }
}

/** What one theme has of a group. */
interface Group {
  readonly theme: Theme
  readonly values: readonly Value[]
}

/** Whether a theme's group says the same as some values, wherever it has it from. */
function isSame({ theme, values }: Group, others: readonly Value[]): boolean {
  return (
    values.length === others.length &&
    others.every(({ place, value }) => {
      const own = theme.values.get(place) ?? theme.unknownKeys.get(place)
      return own !== undefined && isEqualJson(own.value, value)
    })
  )
}
