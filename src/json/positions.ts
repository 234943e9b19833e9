import { type Range, rangesOf } from './lines.js'
import { type Pointer, parsePointer } from './pointer.js'
import {
  afterSpace,
  endOfOpen,
  endOfString,
  endOfValue,
  isEnd,
  isOpening,
  keyAt,
  OPEN_LIST,
  type Stretch,
} from './tokens.js'

/** What of a place is meant: its value, or the key that the value stands behind. */
export type Part = 'value' | 'key'

/** A wanted place or one on the way to it, and where the text has it. */
interface Place {
  readonly above: Place | undefined
  readonly below: Map<string, Place>
  isWanted: boolean
  key: Stretch | undefined
  value: Stretch | undefined
}

/**
 * Finds places in the text of a document. The text is read once, up to the last wanted place, and nothing is kept but
 * the wanted places.
 *
 * @param text a text that `JSON.parse` accepts, without duplicate keys
 * @param pointers the places that may be asked for
 * @returns a function that gives the range of a pointer's value or key; where the document has no such value,
 *   the range of the nearest value around it
 */
export function locator(
  text: string,
  pointers: Iterable<Pointer>,
): (pointer: Pointer, part: Part) => Range | undefined {
  const places = new Map<Pointer, Place>()
  for (const pointer of pointers) placeOf(pointer, places).isWanted = true
  readValue(text, afterSpace(text, 0), placeOf('', places), false)
  const rangeOf = rangesOf(text)
  return (pointer, part) => {
    let place = places.get(pointer)
    const key = part === 'key' ? place?.key : undefined
    while (place !== undefined && place.value === undefined) place = place.above
    const found = key ?? place?.value
    return found && rangeOf(found.offset, found.length)
  }
}

/** The place of a pointer, which it gets with those on the way to it unless it has one. */
function placeOf(pointer: Pointer, places: Map<Pointer, Place>): Place {
  let place = places.get(pointer)
  if (place === undefined) {
    const end = pointer.lastIndexOf('/')
    const above = end === -1 ? undefined : placeOf(pointer.slice(0, end), places)
    place = { above, below: new Map(), isWanted: false, key: undefined, value: undefined }
    const [key] = parsePointer(pointer.slice(end)) as [string]
    above?.below.set(key, place)
    places.set(pointer, place)
  }
  return place
}

/**
 * Notes where a value and the places in it are.
 *
 * @param goesOn whether anything behind the value is wanted
 * @returns the end of the value, or how far it was read if nothing behind that is wanted
 */
function readValue(text: string, offset: number, place: Place, goesOn: boolean): number {
  const isWithin = place.below.size > 0 && isOpening(text.charCodeAt(offset))
  const end = isWithin ? readItems(text, offset, place, goesOn || place.isWanted) : endOfValue(text, offset)
  place.value = { offset, length: end - offset }
  return end
}

/** Notes the places in an object or list; arguments and result as of `readValue`. */
function readItems(text: string, offset: number, place: Place, needsEnd: boolean): number {
  const isList = text.charCodeAt(offset) === OPEN_LIST
  let missing = place.below.size
  let at = afterSpace(text, offset + 1)
  for (let index = 0; !isEnd(text.charCodeAt(at)); index += 1) {
    if (missing === 0) return needsEnd ? endOfOpen(text, at) : at
    const key = isList ? undefined : { offset: at, length: endOfString(text, at) - at }
    const item = place.below.get(key === undefined ? String(index) : keyAt(text, key))
    if (key !== undefined) at = afterSpace(text, at + key.length)
    if (item === undefined) at = endOfValue(text, at)
    else {
      missing -= 1
      item.key = key
      at = readValue(text, at, item, needsEnd || missing > 0)
    }
    at = afterSpace(text, at)
  }
  return at + 1
}
