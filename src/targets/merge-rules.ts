import type { KeyNode } from '../generated/places.js'
import { hasOwn, isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import type { MergeRules, Need, Target } from './target.js'

/**
 * Whether a theme lacks a needed value once it is merged. Objects merge by key, so it is there as soon as any
 * layer has it; but a `common` in `defaults` replaces the root's as a whole.
 *
 * @param root a document that the target's check accepts
 */
export function lacksNeed(
  root: JsonObject,
  theme: JsonObject,
  need: Need,
  { merge, places }: Target,
): boolean {
  // Usually the theme or the defaults have it.
  if (has(theme, need.path)) return false
  const layers = layersOf(root, theme, merge, isReadInCommon(places, need.path))
  return !layers.some((layer) => has(layer, need.path))
}

/** Whether a flat client reads a value in the root's `common`, and doesn't drop it there before it merges. */
const isReadInCommon = ({ keys }: KeyNode, [key = '']: readonly string[]): boolean =>
  hasOwn(keys?.['common']?.keys ?? {}, key)

/** Whether any of the themes lacks a needed value; the layers below them are looked at once. */
export function lackAny(
  root: JsonObject,
  themes: readonly JsonObject[],
  need: Need,
  { merge, places }: Target,
): boolean {
  const { path } = need
  const clients = root['clients'] as JsonObject
  const { defaults } = clients['web'] as JsonObject
  const { common } = root
  if (isObject(defaults) && has(defaults, path)) return false
  if (isObject(common)) {
    if (merge.common === 'flat' && isReadInCommon(places, path) && has(common, path)) return false
    const counts = merge.common === 'group' && !(isObject(defaults) && hasOwn(defaults, 'common'))
    if (counts && path[0] === 'common' && has(common, path, 1)) return false
  }
  for (const theme of themes) if (!has(theme, path)) return true
  return false
}

/**
 * The layers of a theme in the client's merge, first wins.
 *
 * @param isReadFlat whether a flat `common` counts
 */
function layersOf(
  root: JsonObject,
  theme: JsonObject,
  { common: place }: MergeRules,
  isReadFlat: boolean,
): JsonObject[] {
  const clients = ownObject(root, 'clients')
  const web = clients && ownObject(clients, 'web')
  const defaults = (web && ownObject(web, 'defaults')) ?? {}
  const common = own(root, 'common')
  if (place === 'flat') return isObject(common) && isReadFlat ? [theme, defaults, common] : [theme, defaults]
  return common === undefined || Object.hasOwn(defaults, 'common')
    ? [theme, defaults]
    : [theme, defaults, { common }]
}

/** The keys are those of the format, which no object inherits. */
function has(layer: JsonObject, path: readonly string[], from = 0): boolean {
  let value: Json | undefined = layer
  for (let index = from; index < path.length; index += 1) {
    if (!isObject(value)) return false
    value = value[path[index] as string]
  }
  return value !== undefined
}
