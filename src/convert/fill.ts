import { clone, isObject, type Json, type JsonObject, own, ownObject, setOwn } from '../document/json.js'
import { child, type Pointer } from '../document/pointer.js'
import { report, type Work } from './work.js'

/** Why a value of the shipped theme stands in. */
export const SHIPPED = 'the shipped value'

/** Fills every key that a template has and an object lacks, but for what somebody else supplies. */
export function fill(
  work: Work,
  object: JsonObject,
  template: JsonObject,
  pointer: Pointer,
  reason: string,
  supplied: JsonObject = {},
): void {
  for (const key of Object.keys(template)) {
    const value = template[key] as Json
    const present = own(object, key)
    const to = child(pointer, key)
    if (present === undefined) {
      if (!Object.hasOwn(supplied, key)) put(work, object, key, value, to, reason)
    }
    // The share roles are the file's own matter once it has any.
    else if (isObject(present) && isObject(value) && key !== 'shareRoles')
      fill(work, present, value, to, reason, ownObject(supplied, key))
  }
}

/** Puts a value where there is none, and says so. */
export function put(
  work: Work,
  object: JsonObject,
  key: string,
  value: Json,
  to: Pointer,
  reason: string,
): void {
  setOwn(object, key, clone(value))
  work.ledger.make(value, to, 'fallback', reason)
  if (key === 'shareRoles') return
  reportVisible(work, value, to, reason)
}

/** People see texts and images; empty texts and maps are nothing to look at. */
function reportVisible(work: Work, value: Json, to: Pointer, reason: string): void {
  if (isObject(value)) {
    for (const key of Object.keys(value)) {
      if (key !== 'shareRoles') reportVisible(work, value[key] as Json, child(to, key), reason)
    }
  } else if (value !== '') {
    report(
      work,
      'fallback-used',
      to,
      `The file has no value for ${to}, which ${work.target.title} requires. ${JSON.stringify(value)} stands in (${reason}); put your own there if that is not what you want.`,
    )
  }
}

/** The object at a key, which is made where there is none. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  const present = ownObject(object, key)
  if (present !== undefined) return present
  const empty: JsonObject = {}
  setOwn(object, key, empty)
  return empty
}
