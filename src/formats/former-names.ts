import type { KeyNode } from '../generated/places.js'

/** Names that keys had before any release read them, by what they are called since; drafts and early guides have them. */
const formerNames: Readonly<Record<string, string>> = { shareRoles: 'roles' }

/** Whether a key is what another one was called once. */
export function isFormerNameOf(key: string, today: string): boolean {
  return Object.hasOwn(formerNames, today) && formerNames[today] === key
}

/** The keys of a schema that had another name once, under that one, on their way from the root. */
export function formerly({ place, scope, keys = {}, items }: KeyNode): KeyNode {
  const found: Record<string, KeyNode> = {}
  for (const [key, node] of Object.entries(keys)) {
    const former = Object.hasOwn(formerNames, key) ? formerNames[key] : undefined
    if (former !== undefined) found[former] = node
    else if (node.keys !== undefined || node.items !== undefined) found[key] = formerly(node)
  }
  return {
    ...(place !== undefined && { place }),
    ...(scope !== undefined && { scope }),
    keys: found,
    ...(items !== undefined && { items: formerly(items) }),
  }
}
