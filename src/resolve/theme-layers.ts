import { keysOf } from '../formats/known-keys.js'
import { valueBelow } from '../json/pointer.js'
import { type JsonObject, own, ownObject } from '../json/value.js'
import type { Target } from '../targets/target.js'
import { type LayerValue, type Merging, mergeLayers } from './merge.js'
import { serve } from './server.js'

/** What the web client reads of a document. */
export function sectionOf(document: JsonObject): JsonObject {
  return ownObject(ownObject(document, 'clients') ?? {}, 'web') ?? {}
}

/** The layers of a theme as the client sees them, highest first. */
export function layersOf(
  document: JsonObject,
  section: JsonObject,
  index: number | undefined,
  target: Target,
): LayerValue[] {
  const pointer = '/clients/web'
  const known = keysOf(target.places)
  const keys = known['clients']?.['web']
  const layers: LayerValue[] = []
  const theme = index === undefined ? undefined : valueBelow(section, 'themes', String(index))
  if (theme !== undefined) {
    layers.push({
      layer: 'theme',
      pointer: `${pointer}/themes/${index}`,
      value: theme,
      keys: keys?.['themes']?.['*'] ?? {},
    })
  }
  const defaults = ownObject(section, 'defaults') ?? {}
  layers.push({
    layer: 'defaults',
    pointer: `${pointer}/defaults`,
    value: defaults,
    keys: keys?.['defaults'] ?? {},
  })
  const common = own(document, 'common')
  if (common === undefined) return layers
  const commonKeys = known['common'] ?? {}
  if (target.merge.common === 'flat') {
    layers.push({ layer: 'common', pointer: '/common', value: common, keys: commonKeys })
  } else if (!replacesCommon(target, section)) {
    layers.push({ layer: 'common', pointer: '', value: { common }, keys: { common: commonKeys } })
  }
  return layers
}

/** Whether the root's `common` gives way as a whole to one in the defaults. */
export function replacesCommon({ merge: { common } }: Target, section: JsonObject): boolean {
  return common === 'group' && Object.hasOwn(ownObject(section, 'defaults') ?? {}, 'common')
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
