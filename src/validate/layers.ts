import { isObject, type Json, type JsonObject, own } from '../document/json.js'
import type { Pointer } from '../document/pointer.js'

/** Calls back for `clients.web.defaults` and each theme, where they are objects. */
export function eachLayer(
  document: JsonObject,
  visit: (layer: JsonObject, pointer: Pointer, theme: number | undefined) => void,
): void {
  const clients = own(document, 'clients')
  const web = isObject(clients) ? own(clients, 'web') : undefined
  if (!isObject(web)) return
  const defaults = own(web, 'defaults')
  if (isObject(defaults)) visit(defaults, '/clients/web/defaults', undefined)
  const themes = own(web, 'themes')
  if (!Array.isArray(themes)) return
  for (let index = 0; index < themes.length; index += 1) {
    const theme = themes[index] as Json
    if (isObject(theme)) visit(theme, `/clients/web/themes/${index}`, index)
  }
}

/** A text in a theme after the client's merge, with the place it is from. */
export interface Effective {
  readonly text: string
  readonly pointer: Pointer
  readonly isTheme: boolean
}

/**
 * The text at two keys of a group of a theme, after the client's merge of it over `defaults`: an empty text in the
 * theme hides that of `defaults`, and means "not set".
 */
export function effectiveText(
  defaults: JsonObject,
  theme: JsonObject,
  index: number,
  path: readonly [string, string, string],
): Effective | undefined {
  const inTheme = textAt(theme, path)
  if (inTheme !== undefined) {
    return inTheme === ''
      ? undefined
      : { text: inTheme, pointer: `/clients/web/themes/${index}/${path.join('/')}`, isTheme: true }
  }
  const inDefaults = textAt(defaults, path)
  return inDefaults === undefined || inDefaults === ''
    ? undefined
    : { text: inDefaults, pointer: `/clients/web/defaults/${path.join('/')}`, isTheme: false }
}

function textAt(
  layer: JsonObject,
  [first, second, third]: readonly [string, string, string],
): string | undefined {
  const one = layer[first]
  const two = isObject(one) ? one[second] : undefined
  const text = isObject(two) ? two[third] : undefined
  return typeof text === 'string' ? text : undefined
}
