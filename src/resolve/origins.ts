import { child, type Pointer, valueAt } from '../json/pointer.js'
import type { Json, JsonObject } from '../json/value.js'
import { type LayerValue, type LeafListener, type Merging, mergeLayers } from './merge.js'
import type { LayerName, Origin, ResolvedValue, ResolveOptions, SourceName } from './resolution.js'
import { placesOf, type Served } from './server.js'

/** The origins of the values in the document that reached the client. */
export interface Places {
  /** The document of a value, if no other one can have it. */
  only(layer: LayerName, pointer: Pointer): SourceName | undefined
  /** All origins of a value, highest first. */
  all(layer: LayerName, pointer: Pointer, value: Json): Origin[]
}

export function placesIn(served: Served): Places {
  // Most values are below root keys that only the file has.
  const overlaid = served.sources
    .filter(({ source }) => source !== 'file')
    .flatMap(({ document }) => Object.keys(document).map((key) => `${child('', key)}/`))
  const isOverlaid = (pointer: Pointer) => overlaid.some((top) => `${pointer}/`.startsWith(top))
  return {
    only: (_, pointer) => (isOverlaid(pointer) ? undefined : 'file'),
    all: (layer, pointer, value) =>
      isOverlaid(pointer)
        ? placesOf(served, pointer).map((place) => ({ layer, ...place }))
        : [{ layer, source: 'file', pointer, value }],
  }
}

/** The origins for a legacy file: the file, the old web options, and the client's own theme. */
export const legacyPlaces: Places = {
  only: (layer) => (layer === 'web-options' ? undefined : legacySource(layer)),
  all: (layer, pointer, value) => [
    layer === 'web-options'
      ? { layer, source: 'web-config', pointer: `/options${pointer.slice(pointer.lastIndexOf('/'))}`, value }
      : { layer, source: legacySource(layer), pointer, value },
  ],
}

function legacySource(layer: LayerName): SourceName {
  return layer === 'built-in' ? 'client' : 'file'
}

/** Most values override nothing. */
const none: readonly Origin[] = /* @__PURE__ */ Object.freeze([])

/** Merges layers, with the origin of every leaf if the caller wants it. */
export function mergeWithOrigins(
  layers: readonly LayerValue[],
  merging: Merging,
  { provenance = true }: ResolveOptions,
  places: Places,
): { theme: JsonObject; values: ResolvedValue[] } {
  const values: ResolvedValue[] = []
  const addAll = (pointer: Pointer, value: Json, origins: readonly Origin[]) => {
    const [origin, ...overrides] = origins
    if (origin !== undefined) values.push({ pointer, value, origin, overrides })
  }
  const listen: LeafListener = {
    leaf(pointer, value, contributors) {
      addAll(
        pointer,
        value,
        contributors.flatMap(({ layer, pointer: from, value: there }) => places.all(layer, from, there)),
      )
    },
    onlyLeaf(pointer, value, layer, from) {
      const source = places.only(layer, from)
      if (source === undefined) addAll(pointer, value, places.all(layer, from, value))
      else values.push({ pointer, value, origin: { layer, source, pointer: from, value }, overrides: none })
    },
  }
  const theme = mergeLayers(layers, provenance ? { ...merging, listen } : merging) as JsonObject
  return { theme, values }
}

/** Adds the values of a `common` at the root that one in the defaults replaced before the merge. */
export function addReplaced(values: ResolvedValue[], document: JsonObject, places: Places): void {
  for (const resolved of values) {
    const { pointer } = resolved
    const replaced = pointer.startsWith('/common/') ? valueAt(document, pointer) : undefined
    if (replaced === undefined) continue
    resolved.overrides = [...resolved.overrides, ...places.all('common', pointer, replaced)]
  }
}
