import type { KeyNode } from '../generated/places.js'

/**
 * The keys of several releases in one table, each as the first release that knows it defines it. No key is required,
 * because the document may be for any of the releases.
 */
export function keysOfAll(releases: readonly KeyNode[]): KeyNode {
  const [first = {}] = releases
  const { required: _, keys: __, entries: ___, items: ____, ...node } = first
  const keys = merged(releases, ({ keys: own = {} }) => Object.entries(own))
  const entries = merged(releases, ({ entries: own }) => (own === undefined ? [] : [['*', own]]))
  const items = merged(releases, ({ items: own }) => (own === undefined ? [] : [['*', own]]))
  return {
    ...node,
    ...(keys !== undefined && { keys }),
    ...(entries !== undefined && { entries: entries['*'] as KeyNode }),
    ...(items !== undefined && { items: items['*'] as KeyNode }),
  }
}

/** The keys of the releases, each merged over all that have it; `undefined` if there are none. */
function merged(
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
