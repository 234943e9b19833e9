import { type Fragment, fragmentsIn } from '../formats/parts.js'
import { child, type Pointer, parsePointer, setBelow } from '../json/pointer.js'
import { type Json, type JsonObject, setOwn } from '../json/value.js'
import type { Lifted } from './lift-pasted.js'

/**
 * Moves the groups of a document that has nothing but such groups, as documentation prints them, to where clients read
 * them.
 *
 * @returns `undefined` for any other document, and if a group may belong in several places
 */
export function liftFragments(
  input: JsonObject,
): (Lifted & { readonly fragments: readonly Fragment[] }) | undefined {
  const fragments = fragmentsIn(input)
  if (fragments.length === 0 || !fragments.every(({ isCertain }) => isCertain)) return undefined
  const document: JsonObject = {}
  if (Object.hasOwn(input, '$schema')) setOwn(document, '$schema', input['$schema'] as Json)
  for (const { key, place } of fragments) setBelow(document, parsePointer(place), input[key] as Json)
  return {
    document,
    fragments,
    entries: [],
    inInput(pointer: Pointer) {
      const found = fragments.find(({ place }) => pointer === place || pointer.startsWith(`${place}/`))
      return found === undefined ? pointer : child('', found.key) + pointer.slice(found.place.length)
    },
  }
}
