import { webSection } from '../formats/web-section.js'
import type { KeyNode } from '../generated/places.js'
import { hasOwn, isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import type { MergeRules, Need, Target } from './target.js'

/**
 * Whether a merged theme lacks a needed value. Objects merge by key, so one layer that has it is enough; but a `common`
 * in `defaults` replaces the root's as a whole.
 *
 * @param root a document that the target's check accepts
 */
export function lacksNeed(
  root: JsonObject,
  theme: JsonObject,
  need: Need,
  { merge, places }: Target,
): boolean {
  // The most frequent case first.
  if (has(theme, need.path)) return false
  const layers = layersOf(root, theme, merge, isReadInCommon(places, need.path))
  return !layers.some((layer) => has(layer, need.path))
}

/** Whether a client with a flat `common` reads a value there; it drops unknown keys before it merges. */
const isReadInCommon = ({ keys }: KeyNode, [key = '']: readonly string[]): boolean =>
  hasOwn(keys?.['common']?.keys ?? {}, key)

/** Whether any of the themes lacks a needed value; checks the layers below them only once. */
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
 * The layers of a theme in the client's merge; the first that has a key wins.
 *
 * @param isReadFlat whether a flat `common` counts
 */
function layersOf(
  root: JsonObject,
  theme: JsonObject,
  { common: place }: MergeRules,
  isReadFlat: boolean,
): JsonObject[] {
  const defaults = ownObject(webSection(root) ?? {}, 'defaults') ?? {}
  const common = own(root, 'common')
  if (place === 'flat') return isObject(common) && isReadFlat ? [theme, defaults, common] : [theme, defaults]
  return common === undefined || Object.hasOwn(defaults, 'common')
    ? [theme, defaults]
    : [theme, defaults, { common }]
}

/** Whether a layer has a value. The keys are read directly, because no object inherits one of these names. */
function has(layer: JsonObject, path: readonly string[], from = 0): boolean {
  let value: Json | undefined = layer
  for (let index = from; index < path.length; index += 1) {
    if (!isObject(value)) return false
    value = value[path[index] as string]
  }
  return value !== undefined
}
