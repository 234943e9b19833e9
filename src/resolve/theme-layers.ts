import { type KnownKeys, keysOf } from '../formats/known-keys.js'
import { valueBelow } from '../json/pointer.js'
import { type Json, type JsonObject, own, ownObject } from '../json/value.js'
import type { Target } from '../targets/target.js'
import { type LayerValue, type Merging, mergeLayers } from './merge.js'
import { serve } from './server.js'

/** What the web client reads of a document. */
export function sectionOf(document: JsonObject): JsonObject {
  return ownObject(ownObject(document, 'clients') ?? {}, 'web') ?? {}
}

/**
 * The layers of a theme as the client sees them, highest first.
 *
 * @param index the place of the theme in the list
 */
export function layersOf(
  document: JsonObject,
  section: JsonObject,
  index: number,
  target: Target,
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

/** Whether the root's `common` gives way as a whole to one in the defaults, in clients that read one there. */
export function replacesCommon(section: JsonObject): boolean {
  return Object.hasOwn(ownObject(section, 'defaults') ?? {}, 'common')
}

/**
 * Merges the themes of a document that the client accepts, behind the target's own server, without where values are
 * from. Work for all of them is done once.
 */
export function themeMerger(file: JsonObject, target: Target): (theme: number) => JsonObject {
  const { document } = serve(file, target, 'ocis', undefined)
  const section = sectionOf(document)
  const merging: Merging = { rules: target.merge, read: new WeakMap() }
  return (theme) => mergeLayers(layersOf(document, section, theme, target), merging) as JsonObject
}
