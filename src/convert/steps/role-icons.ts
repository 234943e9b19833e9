import { type AnyPlace, placeIn } from '../../formats/values.js'
import { isObject, type Json, own } from '../../json/value.js'
import { type Draft, inputPointerOf, isPresent, putUnknownKey, type Scope, type Step } from '../draft.js'
import { reportFilled, suppliedAt } from './fallbacks.js'

const ROLES = 'shareRoles'
/** The icon that clients show for a role without one. */
const UNKNOWN_ICON = 'user'

/** Gives every share role the icon that clients require: that of the inherited role, else the server's. */
export const completeRoleIcons: Step = (draft) => {
  const { root, defaults, themes } = draft
  const key = root.spots.get(ROLES)?.node.entries?.required?.[0]
  if (key === undefined) return
  const server = suppliedAt(draft, ROLES)
  const ofServer = (id: string) => textIn(isObject(server) ? own(server, id) : undefined, key)
  fillIcons(draft, root, key, ofServer)
  fillIcons(draft, defaults, key, ofServer)
  const below = isPresent(defaults, 'common') ? defaults : root
  for (const theme of themes) fillIcons(draft, theme, key, (id) => iconOf(below, id, key) ?? ofServer(id))
}

function fillIcons(
  draft: Draft,
  scope: Scope,
  key: string,
  iconElsewhere: (id: string) => string | undefined,
): void {
  for (const { place, group, key: id, value } of [...scope.unknownKeys.values()]) {
    if (group !== ROLES || !isObject(value) || Object.hasOwn(value, key)) continue
    const icon = iconElsewhere(id)
    const reason = icon === undefined ? 'icon for unknown roles' : 'icon of the same role elsewhere'
    putUnknownKey(scope, place, key, { value: icon ?? UNKNOWN_ICON, from: null, action: 'fallback', reason })
    reportFilled(draft, inputPointerOf(scope, placeIn(place, key)), icon ?? UNKNOWN_ICON, reason)
  }
}

/** The icon of a role in a scope, from the file or filled in. */
function iconOf({ unknownKeys }: Scope, id: string, key: string): string | undefined {
  const place: AnyPlace = placeIn(ROLES, id)
  return textIn(unknownKeys.get(place)?.value, key) ?? textOf(unknownKeys.get(placeIn(place, key))?.value)
}

function textIn(object: Json | undefined, key: string): string | undefined {
  return isObject(object) ? textOf(own(object, key)) : undefined
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
