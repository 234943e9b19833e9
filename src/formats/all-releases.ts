import type { KeyNode } from '../generated/places.js'

/**
 * What the keys of a document are to any of several releases: the keys of all of them, each as the first release
 * that knows it has it. No key is required, because the document needn't be for any of them.
 */
export function keysOfAll(releases: readonly KeyNode[]): KeyNode {
  const [first = {}] = releases
  const { required: _, keys: __, entries: ___, items: ____, ...node } = first
  const keys = all(releases, ({ keys: own = {} }) => Object.entries(own))
  const entries = all(releases, ({ entries: own }) => (own === undefined ? [] : [['*', own]]))
  const items = all(releases, ({ items: own }) => (own === undefined ? [] : [['*', own]]))
  return {
    ...node,
    ...(keys !== undefined && { keys }),
    ...(entries !== undefined && { entries: entries['*'] as KeyNode }),
    ...(items !== undefined && { items: items['*'] as KeyNode }),
  }
}

/** What each key leads to in all releases that have it; `undefined` without any. */
function all(
  releases: readonly KeyNode[],
  keysOf: (release: KeyNode) => readonly (readonly [string, KeyNode])[],
): Record<string, KeyNode> | undefined {
  const found = new Map<string, KeyNode[]>()
  for (const release of releases) {
    for (const [key, node] of keysOf(release)) found.set(key, [...(found.get(key) ?? []), node])
  }
  if (found.size === 0) return undefined
  return Object.fromEntries([...found].map(([key, nodes]) => [key, keysOfAll(nodes)]))
}
