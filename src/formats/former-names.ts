import type { KeyNode } from '../generated/places.js'

/** Names that keys had before any release read them, by their present name; drafts and early guides have them. */
const formerNames: Readonly<Record<string, string>> = { shareRoles: 'roles' }

/** Whether a key is the former name of another one. */
export function isFormerNameOf(key: string, current: string): boolean {
  return Object.hasOwn(formerNames, current) && formerNames[current] === key
}

/** The renamed keys of a schema under their former names, with the objects that lead to them. */
export function keysByFormerName({ place, scope, keys = {}, items }: KeyNode): KeyNode {
  const found: Record<string, KeyNode> = {}
  for (const [key, node] of Object.entries(keys)) {
    const former = Object.hasOwn(formerNames, key) ? formerNames[key] : undefined
    if (former !== undefined) found[former] = node
    else if (node.keys !== undefined || node.items !== undefined) found[key] = keysByFormerName(node)
  }
  return {
    ...(place !== undefined && { place }),
    ...(scope !== undefined && { scope }),
    keys: found,
    ...(items !== undefined && { items: keysByFormerName(items) }),
  }
}
