import { type Draft, isPresent, type Scope, type Step } from '../draft.js'
import { fill } from './fallbacks.js'

const URLS = 'urls'

/**
 * OpenCloud up to 3.0 requires all links in each layer that has any: missing ones are filled with those of the layer
 * below, or with empty strings.
 */
export const completeLinks: Step = (draft) => {
  const { root, defaults, themes, target } = draft
  if (target.merge.common !== 'flat') return
  complete(draft, root, [])
  complete(draft, defaults, [root])
  for (const theme of themes) complete(draft, theme, [defaults, root])
}

function complete(draft: Draft, scope: Scope, below: readonly Scope[]): void {
  const group = scope.spots.get(URLS)
  if (group === undefined || !isPresent(scope, URLS)) return
  const asked = draft.target.needs.flatMap(({ path: [first, key] }) => (first === URLS ? (key ?? []) : []))
  for (const spot of group.members) {
    if (!group.required.includes(spot) && !asked.includes(spot.key)) continue
    if (isPresent(scope, spot.place)) continue
    const shown = below
      .map(({ values }) => values.get(spot.place)?.value)
      .find((value) => value !== undefined)
    fill(draft, scope, spot.place, shown ?? '', 'links must be complete: inherited value')
  }
}
