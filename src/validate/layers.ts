import type { Pointer } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isObject, type Json, type JsonObject, own } from '../json/value.js'
import type { Target } from '../targets/target.js'

/** Calls back for `clients.web.defaults` and each theme, if they are objects. */
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

/**
 * The value of a token of a merged theme. An empty one in the theme hides that of `defaults`, and counts as not set.
 *
 * @param inTheme the token's group in the theme
 * @param inDefaults the token's group in `defaults`
 */
export function effectiveToken(
  inTheme: JsonObject | undefined,
  inDefaults: JsonObject | undefined,
  token: string,
): string | undefined {
  let text = inTheme?.[token]
  if (typeof text !== 'string') text = inDefaults?.[token]
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** A group of design tokens of a layer. */
export function tokenGroup(layer: JsonObject, group: string): JsonObject | undefined {
  const tokens = layer['designTokens']
  const map = isObject(tokens) ? tokens[group] : undefined
  return isObject(map) ? map : undefined
}

/** A theme for messages: its title, else another name that it has, else its pointer. */
export function nameOf(theme: JsonObject, index: number, { choice }: Target): string {
  for (const key of [choice.titleKey, 'label', 'name']) {
    const name = theme[key]
    if (typeof name === 'string' && name.trim() !== '') return quoted(name)
  }
  return `/clients/web/themes/${index}`
}
