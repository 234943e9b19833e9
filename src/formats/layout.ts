import type { KeyNode } from '../generated/places.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { child, type Pointer } from '../json/pointer.js'
import { type AnyPlace, placeIn } from './values.js'

/** A place in one scope of a file, with its children. */
export interface Spot {
  readonly key: string
  /** Below the pointer of the scope. */
  readonly path: Pointer
  readonly place: AnyPlace
  /** The place of its object. */
  readonly group: AnyPlace
  readonly node: KeyNode
  /** The keys of the object, in the order of written files. */
  readonly members: readonly Spot[]
  /** The keys without which clients reject the object. */
  readonly required: readonly Spot[]
  /** Its own place, and every one below it. */
  readonly inside: readonly AnyPlace[]
}

/** The places of one scope. */
export interface ScopeLayout {
  /** The scope itself. */
  readonly top: Spot
  /** Every spot below the top, by its place. */
  readonly spots: ReadonlyMap<AnyPlace, Spot>
  /** The JSON Pointer of the scope in the file; for themes, of their list. */
  readonly pointer: Pointer
}

/** The places of a schema, by scope. */
export interface Layout {
  readonly root: ScopeLayout
  readonly defaults: ScopeLayout
  readonly theme: ScopeLayout
}

const layouts = new WeakMap<KeyNode, Layout>()

/** The places of the schema of a target; computed once per schema. */
export function layoutOf(tree: KeyNode): Layout {
  return getOrInsert(layouts, tree, () => makeLayout(tree))
}

function makeLayout(tree: KeyNode): Layout {
  const none: ScopeLayout = { top: spotOf('', '', '', '', {}), spots: new Map(), pointer: '' }
  const layers = new Map<string, ScopeLayout>()
  const scopeOf = (node: KeyNode, pointer: Pointer): ScopeLayout => {
    const top = spotOf('', '', '', '', node)
    const spots = new Map<AnyPlace, Spot>()
    const walk = ({ members }: Spot) => {
      for (const spot of members) {
        if (spot.node.items?.scope === 'theme') layers.set('theme', scopeOf(spot.node.items, spot.path))
        if (spot.node.scope === 'defaults') {
          layers.set('defaults', scopeOf(spot.node, spot.path))
        } else {
          spots.set(spot.place, spot)
          walk(spot)
        }
      }
    }
    walk(top)
    return { top, spots, pointer }
  }
  const root = scopeOf(tree, '')
  return { root, defaults: layers.get('defaults') ?? none, theme: layers.get('theme') ?? none }
}

function spotOf(key: string, path: Pointer, place: AnyPlace, group: AnyPlace, node: KeyNode): Spot {
  const below = (name: string, each: KeyNode) =>
    spotOf(name, child(path, name), each.place ?? placeIn(place, name), place, each)
  const { keys = {}, required = [], scope } = node
  // The defaults are a scope of their own, so their keys don't belong to the root.
  const isOther = scope === 'defaults' && path !== ''
  const members = isOther ? [] : Object.entries(keys).map(([name, each]) => below(name, each))
  return {
    key,
    path,
    place,
    group,
    node,
    members,
    required: required.map((name) => members.find((member) => member.key === name) ?? below(name, {})),
    inside: [place, ...members.flatMap(({ inside }) => inside)],
  }
}
