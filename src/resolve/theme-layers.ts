import { type KnownKeys, keysOf } from '../formats/known-keys.js'
import { webSection } from '../formats/web-section.js'
import { valueBelow } from '../json/pointer.js'
import { type Json, type JsonObject, own, ownObject } from '../json/value.js'
import type { Consumer } from '../targets/target.js'
import { type LayerValue, type Merging, mergeLayers } from './merge.js'
import { serve } from './server.js'

/**
 * The layers of a theme in the client's merge, highest first.
 *
 * @param index the index of the theme in the list
 */
export function layersOf(
  document: JsonObject,
  section: JsonObject,
  index: number,
  target: Consumer,
): LayerValue[] {
  const keysAt = (...path: string[]): KnownKeys =>
    path.reduce((keys, key) => keys[key] ?? {}, keysOf(target.places))
  const layers: LayerValue[] = [
    {
      layer: 'theme',
      pointer: `/clients/web/themes/${index}`,
      value: valueBelow(section, 'themes', String(index)) as Json,
      keys: keysAt('clients', 'web', 'themes', '*'),
    },
    {
      layer: 'defaults',
      pointer: '/clients/web/defaults',
      value: ownObject(section, 'defaults') ?? {},
      keys: keysAt('clients', 'web', 'defaults'),
    },
  ]
  const common = own(document, 'common')
  if (common === undefined) return layers
  const commonKeys = keysAt('common')
  if (target.merge.common === 'flat') {
    layers.push({ layer: 'common', pointer: '/common', value: common, keys: commonKeys })
  } else if (!replacesCommon(section)) {
    layers.push({ layer: 'common', pointer: '', value: { common }, keys: { common: commonKeys } })
  }
  return layers
}

/** Whether a `common` in the defaults replaces the root's; for clients with `merge.common` of `group` only. */
export function replacesCommon(section: JsonObject): boolean {
  return Object.hasOwn(ownObject(section, 'defaults') ?? {}, 'common')
}

/**
 * Merges the themes of an accepted document as the server and the client do, without the origins of values. The server's
 * merge is done only once.
 */
export function themeMerger(file: JsonObject, target: Consumer): (theme: number) => JsonObject {
  const { document } = serve(file, target, 'ocis', undefined)
  const section = webSection(document) ?? {}
  const merging: Merging = { rules: target.merge, read: new WeakMap() }
  return (theme) => mergeLayers(layersOf(document, section, theme, target), merging) as JsonObject
}
