import { isObject, type Json, type JsonObject, own, ownObject } from '../document/json.js'
import type { MergeRules, Need, Target } from './target.js'

/**
 * Whether a theme lacks a needed value once it is merged. Objects merge by key, so it is there as soon as any
 * layer has it; but a `common` in `defaults` replaces the root's as a whole.
 *
 * @param root a document that the target's check accepts
 */
export function lacksNeed(root: JsonObject, theme: JsonObject, need: Need, { merge }: Target): boolean {
  // Nearly always the theme or the defaults have it.
  if (has(theme, need.path)) return false
  return !layersOf(root, theme, merge).some((layer) => has(layer, need.path))
}

/** The layers of a theme in the client's merge, first wins. */
function layersOf(root: JsonObject, theme: JsonObject, { common: place }: MergeRules): JsonObject[] {
  const clients = ownObject(root, 'clients')
  const web = clients && ownObject(clients, 'web')
  const defaults = (web && ownObject(web, 'defaults')) ?? {}
  const common = own(root, 'common')
  if (place === 'flat') return isObject(common) ? [theme, defaults, common] : [theme, defaults]
  return common === undefined || Object.hasOwn(defaults, 'common')
    ? [theme, defaults]
    : [theme, defaults, { common }]
}

function has(layer: JsonObject, path: readonly string[]): boolean {
  let value: Json | undefined = layer
  for (const key of path) {
    if (!isObject(value)) return false
    value = own(value, key)
  }
  return value !== undefined
}
