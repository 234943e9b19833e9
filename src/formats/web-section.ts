import type { Pointer } from '../json/pointer.js'
import { isObject, type JsonObject, own, ownObject } from '../json/value.js'

/** `clients.web` of a document: the defaults and the themes of the web client. */
export function webSection(document: JsonObject): JsonObject | undefined {
  const clients = ownObject(document, 'clients')
  return clients && ownObject(clients, 'web')
}

/** Calls back for `clients.web.defaults` and each theme, if they are objects. */
export function eachLayer(
  document: JsonObject,
  visit: (layer: JsonObject, pointer: Pointer, theme: number | undefined) => void,
): void {
  const web = webSection(document)
  if (web === undefined) return
  const defaults = own(web, 'defaults')
  if (isObject(defaults)) visit(defaults, '/clients/web/defaults', undefined)
  const themes = own(web, 'themes')
  if (!Array.isArray(themes)) return
  themes.forEach((theme, index) => {
    if (isObject(theme)) visit(theme, `/clients/web/themes/${index}`, index)
  })
}
