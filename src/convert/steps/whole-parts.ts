import { type Draft, isPresent, lose, put, type Scope, type Step, take } from '../draft.js'
import { fillGroup, type Pick, shippedValue } from './fallbacks.js'
import { complete, lackingLinks, URLS } from './whole-links.js'

const ROLES = 'shareRoles'

/**
 * Completes what clients reject in a branding file where it is only a part: the server merges its groups into those of
 * the theme below, but its list of themes replaces the theme's.
 */
export const completeParts: Step = (draft) => {
  const { root, defaults, themes, target } = draft
  const isFlat = target.merge.common === 'flat'
  if (isFlat) liftLinks(draft)
  for (const theme of themes) {
    if (isFlat) complete(draft, theme, [defaults, root])
    for (const group of theme.top.members)
      if (isPresent(theme, group.place))
        fillGroup(draft, theme, group, inherited(draft, [defaults, root], group.key))
  }
}

/** The value of a lower layer of the file, else the shipped one; share roles are inherited from an empty map, too. */
function inherited(draft: Draft, below: readonly Scope[], group: string): Pick {
  return (spot) => {
    const value = below.map(({ values }) => values.get(spot.place)?.value).find((one) => one !== undefined)
    const reason = `a theme's "${group}" must be complete: value of the lower layers`
    return [spot.place === ROLES ? {} : (value ?? shippedValue(draft, spot)), reason]
  }
}

/**
 * OpenCloud up to 3.0 rejects defaults with some of the links. In the root they are merged into those of the theme below,
 * and show as well.
 */
function liftLinks(draft: Draft): void {
  const { root, defaults, target } = draft
  if (lackingLinks(draft, defaults).length === 0) return
  for (const { place } of defaults.spots.get(URLS)?.members ?? []) {
    const value = take(defaults, place)
    if (value === undefined) continue
    const hidden = take(root, place)
    if (hidden !== undefined) lose(draft, hidden, 'superseded', 'the defaults have another link')
    put(root, {
      ...value,
      action: 'moved',
      reason: `${target.title} rejects defaults with only some of the links`,
    })
  }
}
