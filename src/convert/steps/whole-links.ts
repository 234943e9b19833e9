import type { Spot } from '../../formats/layout.js'
import { type Draft, isPresent, type Scope, type Step } from '../draft.js'
import { fill } from './fallbacks.js'

export const URLS = 'urls'

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

/** Fills in the links that a layer lacks, with those of the layers below. */
export function complete(draft: Draft, scope: Scope, below: readonly Scope[]): void {
  for (const { place } of lackingLinks(draft, scope)) {
    const shown = below.map(({ values }) => values.get(place)?.value).find((value) => value !== undefined)
    fill(draft, scope, place, shown ?? '', 'links must be complete: inherited value')
  }
}

/** The links that clients require in a layer with some, and that it lacks. */
export function lackingLinks(draft: Draft, scope: Scope): readonly Spot[] {
  const group = scope.spots.get(URLS)
  if (group === undefined || !isPresent(scope, URLS)) return []
  const asked = draft.target.needs.flatMap(({ path: [first, key] }) => (first === URLS ? (key ?? []) : []))
  return group.members.filter(
    (spot) => (group.required.includes(spot) || asked.includes(spot.key)) && !isPresent(scope, spot.place),
  )
}
