import type { Change } from '../../src/findings/description.js'
import { parsePointer } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'

/** Changes a document in place. A change of the whole document returns another one. */
export function changed(document: JsonObject, { at, value }: Change): Json {
  const keys = parsePointer(at)
  const last = keys.pop()
  if (last === undefined) return value ?? null
  let parent = document as Record<string, Json>
  for (const key of keys) {
    parent[key] ??= {}
    parent = parent[key] as Record<string, Json>
  }
  if (value === undefined && Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (value === undefined) delete parent[last]
  else parent[last] = value
  return document
}

/** Sets a value of a document in place; `undefined` removes the value. */
export function setAt(document: JsonObject, at: string, value: Json | undefined): JsonObject {
  return changed(document, { at, ...(value !== undefined && { value }) }) as JsonObject
}
