import { branding } from '../generated/places/branding.js'
import { legacyFlat } from '../generated/places/legacy-flat.js'
import { legacyNamed } from '../generated/places/legacy-named.js'
import { legacyUnwrapped } from '../generated/places/legacy-unwrapped.js'
import { legacyWrapped } from '../generated/places/legacy-wrapped.js'
import type { KeyNode, Place, Scope } from '../generated/places.js'
import { getOrInsert } from '../json/get-or-insert.js'
import type { Generation } from './generations.js'

/** The keys of the generations that no target reads. */
export const tablesOfGenerations = {
  get flat() {
    return legacyFlat
  },
  get named() {
    return legacyNamed
  },
  get wrapped() {
    return legacyWrapped
  },
  get unwrapped() {
    return legacyUnwrapped
  },
  get branding() {
    return branding
  },
} as const satisfies Partial<Record<Generation, KeyNode>>

/** The names of keys that clients read; `*` matches the items of a list and the keys of a map. */
export interface KnownKeys {
  readonly [key: string]: KnownKeys
}

const knownKeys = new WeakMap<KeyNode, KnownKeys>()

/** The names of the keys that clients read below a key. */
export function keysOf(node: KeyNode): KnownKeys {
  return getOrInsert(knownKeys, node, () =>
    Object.fromEntries(
      below(node)
        .filter(([, { unread }]) => unread !== true)
        .map(([key, each]) => [key, keysOf(each)]),
    ),
  )
}

/** Every key below a node with its name, in the order of the file; `*` for each entry of a map and item of a list. */
function below({ keys = {}, entries, items }: KeyNode): [string, KeyNode][] {
  const found = Object.entries(keys)
  const each = entries ?? items
  if (each !== undefined) found.push(['*', each])
  return found
}

/** A layer of a file: the object with the values of one scope. */
export interface Layer {
  readonly scope: Scope
  /** The keys that lead to it; `*` for the items of the list, or the entries of the map, that are such layers. */
  readonly path: readonly string[]
  readonly node: KeyNode
}

/** A key with the path to it. */
export interface FoundKey {
  readonly path: readonly string[]
  readonly node: KeyNode
  readonly scope: Scope | undefined
}

const foundKeys = new WeakMap<KeyNode, readonly FoundKey[]>()

/** Every key below a node, groups before what is in them, in the order of the file. */
export function allKeys(root: KeyNode): readonly FoundKey[] {
  return getOrInsert(foundKeys, root, () => [...walk(root, [], root.scope)])
}

function* walk(node: KeyNode, path: readonly string[], above: Scope | undefined): Generator<FoundKey> {
  const scope = node.scope ?? above
  yield { path, node, scope }
  for (const [key, each] of below(node)) yield* walk(each, [...path, key], scope)
}

/** The layers of a file, the lowest first. */
export function layersOf(root: KeyNode): readonly Layer[] {
  return allKeys(root).flatMap(({ path, node }) =>
    node.scope === undefined ? [] : [{ scope: node.scope, path, node }],
  )
}

/**
 * The keys that lead to a place in a scope; `*` for the theme, the key of a map or the index of a list. Of several keys
 * for one place, the newest.
 *
 * @returns `undefined` where the schema has no such place
 */
export function pathTo(root: KeyNode, place: Place, scope?: Scope): readonly string[] | undefined {
  return allKeys(root).find(({ node, scope: other }) => node.place === place && other === scope)?.path
}

/** The node that a path leads to; `*` and any other key lead to the entries of a map and the items of a list. */
export function nodeAt(root: KeyNode, path: readonly string[]): KeyNode | undefined {
  let node: KeyNode | undefined = root
  for (const key of path) {
    const { keys, entries, items } = node as KeyNode
    node = keys !== undefined && Object.hasOwn(keys, key) ? keys[key] : (entries ?? items)
    if (node === undefined) return undefined
  }
  return node
}
