import { type Json, type JsonObject, setOwn } from '../document/json.js'

/** The keys of `clients`, which stand at the root in drafts without it. */
export const clientSections: ReadonlySet<string> = new Set(['web', 'android', 'ios', 'desktop'])

/** A document of the draft without `clients`, in the shape of its successor; the values are shared. */
export function rewrap(document: JsonObject): JsonObject {
  const clients: JsonObject = {}
  const root: JsonObject = {}
  for (const key of Object.keys(document)) {
    setOwn(clientSections.has(key) ? clients : root, key, document[key] as Json)
  }
  root['clients'] = clients
  return root
}
