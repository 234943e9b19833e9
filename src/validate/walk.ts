import { child, type Pointer } from '../json/pointer.js'
import type { Json } from '../json/value.js'

/** Walks through a document, and below a value only if the callback returns `true` for it. */
export function walk(
  value: Json,
  pointer: Pointer,
  depth: number,
  goesOn: (pointer: Pointer, depth: number, key: string | undefined, value: Json) => boolean,
  key?: string,
): void {
  if (!goesOn(pointer, depth, key, value) || typeof value !== 'object' || value === null) return
  for (const [name, item] of Object.entries(value)) {
    walk(item, child(pointer, name), depth + 1, goesOn, Array.isArray(value) ? undefined : name)
  }
}
