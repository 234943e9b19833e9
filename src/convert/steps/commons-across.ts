import type { Spot } from '../../formats/layout.js'
import type { AnyPlace, UnknownKey, Value } from '../../formats/values.js'
import { isLeaf } from '../../json/value.js'
import {
  type Draft,
  isAcross,
  isPresent,
  layersOf,
  lose,
  put,
  type Scope,
  type Step,
  spotOf,
  take,
  valuesOf,
} from '../draft.js'
import { noPlace } from './without-place.js'

const COMMON = 'common'
const LOGO = 'common.logo'
const SMALL_LOGO = 'logo.topbarSmall'
const ROLES = 'shareRoles'

/**
 * Texts and links of a theme are in its own `common` in ownCloud, and beside its other keys in OpenCloud. Those that a
 * `common` in the defaults of ownCloud hid are dropped.
 */
export const settleCommonsAcross: Step = (draft) => {
  if (!isAcross(draft)) return
  if (draft.target.merge.common === 'flat') flatten(draft)
  else nest(draft)
}

function flatten(draft: Draft): void {
  const { root, defaults } = draft
  if (placesOfCommon(root).some((place) => isPresent(defaults, place))) {
    for (const value of valuesOfCommon(root, root)) {
      if (value.place === LOGO || isPresent(defaults, value.place)) continue
      take(root, value.place)
      lose(draft, value, 'superseded', 'a "common" in the defaults replaced the root\'s')
    }
  }
  for (const scope of layersOf(draft)) {
    const logo = take(scope, LOGO)
    if (logo !== undefined) lose(draft, logo, 'dropped', noPlace(draft, LOGO))
    const roles = scope.values.get(ROLES)
    if (roles === undefined || !isLeaf(roles.value)) continue
    take(scope, ROLES)
    lose(draft, roles, 'dropped', "empty: the root's share roles are merged in")
  }
}

/** A `common` in the defaults would replace the root's with its share roles, so its values go to the root. */
function nest(draft: Draft): void {
  const { root, defaults } = draft
  const small = defaults.values.has(SMALL_LOGO) ? undefined : take(root, SMALL_LOGO)
  if (small !== undefined) put(defaults, small)
  for (const value of valuesOfCommon(root, defaults)) {
    take(defaults, value.place)
    const present = root.values.get(value.place) ?? root.unknownKeys.get(value.place)
    if (present !== undefined) lose(draft, present, 'superseded', 'the defaults have a value of their own')
    take(root, value.place)
    put(root, value)
  }
}

/**
 * The place of `common`, which every target has, and the places in it. The small logo, which OpenCloud 4.1 and later also
 * read there, is in the group `logo` of ownCloud.
 */
const placesOfCommon = (root: Scope): readonly AnyPlace[] =>
  (spotOf(root, COMMON) as Spot).inside.filter((place) => place !== SMALL_LOGO)

/** The values of a layer that belong in a `common`. */
function valuesOfCommon(root: Scope, layer: Scope): readonly Value[] {
  const places = placesOfCommon(root).filter((place) => place !== COMMON)
  const all: readonly (Value | UnknownKey)[] = valuesOf(layer)
  return all.filter((value) => places.includes('group' in value ? value.group : value.place))
}
