import type { KeyNode } from '../generated/places.js'
import { child, type Pointer } from '../json/pointer.js'
import { type AnyPlace, placeIn } from './values.js'

/** Where a place is in one scope of a file. */
export interface Spot {
  /** Below the pointer of the scope. */
  readonly path: Pointer
  /** The place of the object that it stands in. */
  readonly group: AnyPlace
  readonly node: KeyNode
}

/** One scope of the files of a schema. */
export interface ScopeLayout {
  readonly node: KeyNode
  readonly spots: ReadonlyMap<AnyPlace, Spot>
}

/** Where a schema has which place. */
export interface Layout {
  readonly root: ScopeLayout
  readonly defaults: ScopeLayout & { readonly pointer: Pointer }
  /** Themes stand in the list that has this pointer. */
  readonly theme: ScopeLayout & { readonly pointer: Pointer }
}

const layouts = new WeakMap<KeyNode, Layout>()

/** Where the schema of a target has which place; made once for each. */
export function layoutOf(tree: KeyNode): Layout {
  let layout = layouts.get(tree)
  if (layout === undefined) {
    layout = makeLayout(tree)
    layouts.set(tree, layout)
  }
  return layout
}

function makeLayout(tree: KeyNode): Layout {
  const layers = new Map<string, { node: KeyNode; pointer: Pointer }>()
  const spotsOf = (node: KeyNode) => {
    const spots = new Map<AnyPlace, Spot>()
    const walk = (object: KeyNode, group: AnyPlace, path: Pointer) => {
      for (const [key, found] of Object.entries(object.keys ?? {})) {
        const at = child(path, key)
        if (found.scope === 'defaults') layers.set('defaults', { node: found, pointer: at })
        if (found.items?.scope === 'theme') layers.set('theme', { node: found.items, pointer: at })
        if (found.scope === 'defaults') continue
        const place = found.place ?? placeIn(group, key)
        spots.set(place, { path: at, group, node: found })
        walk(found, place, at)
      }
    }
    walk(node, '', '')
    return spots
  }
  const root = { node: tree, spots: spotsOf(tree) }
  const layer = (scope: string) => {
    const { node, pointer } = layers.get(scope) ?? { node: {}, pointer: '' }
    return { node, pointer, spots: spotsOf(node) }
  }
  return { root, defaults: layer('defaults'), theme: layer('theme') }
}
