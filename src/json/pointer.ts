import { hasOwn, type Json, type JsonObject } from './value.js'

/** A JSON Pointer (RFC 6901): `''` is the document, `/common/name` a value in it. */
export type Pointer = string

/** One reference token of a JSON Pointer, escaped. */
export function escapeToken(key: string | number): string {
  if (typeof key === 'number') return String(key)
  if (!key.includes('~') && !key.includes('/')) return key
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The pointer of a key or index below a pointer. */
export function child(pointer: Pointer, key: string | number): Pointer {
  return `${pointer}/${escapeToken(key)}`
}

/** The keys that a pointer walks through, unescaped. */
export function parsePointer(pointer: Pointer): string[] {
  if (pointer === '') return []
  const tokens = pointer.slice(1).split('/')
  if (!pointer.includes('~')) return tokens
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value below some keys, `undefined` where there is none. */
export function valueBelow(document: Json, ...keys: readonly string[]): Json | undefined {
  let value: Json | undefined = document
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !hasOwn(value, key)) return undefined
    value = (value as Record<string, Json>)[key]
  }
  return value
}

/** Whether a pointer is one of some places, or below one. */
export function isAtOrBelow(pointer: Pointer, places: ReadonlySet<Pointer>): boolean {
  if (places.size === 0) return false
  for (let end = pointer.length; end !== -1; end = pointer.lastIndexOf('/', end - 1)) {
    if (places.has(pointer.slice(0, end))) return true
    if (end === 0) break
  }
  return false
}

/** Sets the value of a path, and adds the objects that lead to it. The keys are those of the format, never hostile ones. */
export function setBelow(document: JsonObject, path: readonly string[], value: Json): void {
  let parent = document
  for (const key of path.slice(0, -1)) {
    parent[key] ??= {}
    parent = parent[key] as JsonObject
  }
  parent[path.at(-1) as string] = value
}

/** The value that a pointer leads to, `undefined` where there is none. */
export function valueAt(document: Json, pointer: Pointer): Json | undefined {
  return valueBelow(document, ...parsePointer(pointer))
}

/**
 * Calls back for every leaf of a value: each scalar, and each object or array with nothing in it.
 *
 * @param value where to start
 * @param pointer the pointer of `value`
 */
export function eachLeaf(value: Json, pointer: Pointer, visit: (pointer: Pointer, leaf: Json) => void): void {
  let isLeaf = true
  if (typeof value === 'object') {
    for (const key in value) {
      isLeaf = false
      eachLeaf((value as Record<string, Json>)[key] as Json, child(pointer, key), visit)
    }
  }
  if (isLeaf) visit(pointer, value)
}
