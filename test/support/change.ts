import type { Json, JsonObject } from '../../src/json/value.js'
import { changed } from './examples.js'

/** The document itself, with another value at a place; `undefined` takes what is there away. */
export function setAt(document: JsonObject, at: string, value: Json | undefined): JsonObject {
  return changed(document, { at, ...(value !== undefined && { value }) }) as JsonObject
}
