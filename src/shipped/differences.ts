import { child, type Pointer } from '../json/pointer.js'
import { isLeaf, type Json, own as ownValue } from '../json/value.js'

/** A value that differs from a shipped one. Without `shipped` or `own`, that side has no such value. */
export interface Difference {
  pointer: Pointer
  /** The value that the release shipped. */
  shipped?: Json
  /** The value of the document. */
  own?: Json
}

/** The leaves in which two documents differ, whatever the order of their keys. */
export function differencesOf(shipped: Json, own: Json): Difference[] {
  const found: Difference[] = []
  compare(shipped, own, '', found)
  return found
}

/** No generator: in a single call V8 would spend longer on optimising it than on everything else. */
function compare(
  shipped: Json | undefined,
  own: Json | undefined,
  pointer: Pointer,
  found: Difference[],
): void {
  if (shipped === own) return
  const [left, right] = [keysOf(shipped), keysOf(own)]
  if (left !== undefined && right !== undefined && Array.isArray(shipped) === Array.isArray(own)) {
    for (const key of new Set([...left, ...right])) {
      compare(at(shipped, key), at(own, key), child(pointer, key), found)
    }
    return
  }
  const filled = (keys: readonly string[] | undefined) => keys !== undefined && keys.length > 0
  if (!filled(left) && !filled(right)) {
    found.push({ pointer, ...(shipped !== undefined && { shipped }), ...(own !== undefined && { own }) })
    return
  }
  // Only one side is a group: the leaves of both sides are listed.
  for (const [side, value, keys] of [
    ['shipped', shipped, left],
    ['own', own, right],
  ] as const) {
    if (value === undefined) continue
    if (isLeaf(value)) found.push({ pointer, [side]: value })
    else
      for (const key of keys ?? []) {
        const item = at(value, key)
        const below = child(pointer, key)
        if (side === 'own') compare(undefined, item, below, found)
        else compare(item, undefined, below, found)
      }
  }
}

function keysOf(value: Json | undefined): string[] | undefined {
  return typeof value === 'object' && value !== null ? Object.keys(value) : undefined
}

function at(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null
    ? ownValue(value as Record<string, Json>, key)
    : undefined
}
