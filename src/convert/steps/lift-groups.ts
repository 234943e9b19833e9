import type { AnyPlace, Value } from '../../formats/values.js'
import { isEqualJson } from '../../json/value.js'
import { type Draft, put, type Step, share, spotOf, type Theme, take, valuesIn } from '../draft.js'

/** The groups that are shared as a whole: `logo` and `loginPage` must be complete, and a banner is one unit. */
const groups: readonly AnyPlace[] = ['logo', 'login', 'banner']

/** In a flat theme, which has no such groups, each image is shared by itself. */
const images: readonly AnyPlace[] = ['logo.topbar', 'logo.topbarSmall', 'logo.favicon', 'login.background']

/**
 * Moves a group that all themes have alike into the defaults. A group that the target requires there is always that of
 * the first theme; themes that differ keep theirs as a whole, because clients reject a partial one.
 *
 * A key that some theme lacks never goes to the defaults, because that theme would inherit it.
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

/** The values of a group in one theme. */
interface Group {
  readonly theme: Theme
  readonly values: readonly Value[]
}

/** Whether a theme's group has the same values as another one. */
function isSame({ theme, values }: Group, others: readonly Value[]): boolean {
  return (
    values.length === others.length &&
    others.every(({ place, value }) => {
      const own = theme.values.get(place) ?? theme.unknownKeys.get(place)
      return own !== undefined && isEqualJson(own.value, value)
    })
  )
}
