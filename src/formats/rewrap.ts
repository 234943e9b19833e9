import { isObject, type Json, type JsonObject, setOwn } from '../json/value.js'
import { clientNames, isNamedTheme, rootSections } from './legacy-groups.js'
import { DARK_KEY, LIGHT_KEY } from './named-clients.js'

/** An unwrapped document in the current shape; the values are shared. */
export function rewrap(document: JsonObject): JsonObject {
  const clients: JsonObject = {}
  const root: JsonObject = {}
  for (const key of Object.keys(document)) {
    setOwn(clientNames.includes(key) ? clients : root, key, document[key] as Json)
  }
  root['clients'] = clients
  return root
}

/** A named file in the wrapped shape, with the themes in `web`; the values are shared. */
export function wrapNamed(document: JsonObject): JsonObject {
  const web: JsonObject = {}
  const root: JsonObject = {}
  for (const key of Object.keys(document)) {
    const value = document[key] as Json
    setOwn(isMeantAsTheme(key, value) ? web : root, key, value)
  }
  root['web'] = web
  return root
}

/** Whether a root key of a named file is a theme, or would be one if it were an object. */
function isMeantAsTheme(key: string, value: Json): boolean {
  if (isObject(value)) return isNamedTheme(key, value)
  if (key === LIGHT_KEY || key === DARK_KEY) return true
  // A version or a comment is an unknown key, not a theme.
  return Array.isArray(value) && !rootSections.has(key)
}
