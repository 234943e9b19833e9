import { type Pointer, parsePointer } from './pointer.js'
import { keyAt, visitTokens } from './tokens.js'

/** A place in a text. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  line: number
  column: number
}

/** A stretch of text from its first character to just behind its last. */
export interface Range {
  start: Position
  end: Position
}

/** Turns offsets of a text into lines and columns, for any mix of line ends. */
export interface Lines {
  range(offset: number, length: number): Range
  /** A line by its number, without its end; empty beyond the last one. */
  text(line: number): string
}

/**
 * The lines of a text, counted once.
 *
 * @example
 * linesOf('{\n  "a": 1\n}').range(4, 3) // { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } }
 */
export function linesOf(text: string): Lines {
  const { starts, count } = startsOf(text)
  const position = (offset: number): Position => {
    let low = 0
    let high = count
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
  return {
    range: (offset, length) => ({ start: position(offset), end: position(offset + length) }),
    text(line) {
      const start = starts[line - 1] ?? text.length
      let end = line < count ? (starts[line] as number) : text.length
      while (end > start && isLineEnd(text.charCodeAt(end - 1))) end -= 1
      return text.slice(start, end)
    },
  }
}

const isLineEnd = (code: number) => code === 10 || code === 13

/**
 * The lines and columns of one stretch of a text. Keeps nothing, which matters for texts of millions of lines; for
 * several stretches of one text, `linesOf` is faster.
 */
export function rangeIn(text: string, offset: number, length: number): Range {
  return { start: positionIn(text, offset), end: positionIn(text, offset + length) }
}

function positionIn(text: string, offset: number): Position {
  let line = 1
  let start = 0
  for (let at = 0; at < offset; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue
    line += 1
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}

/**
 * Where each line starts, in an array that has room for more: of millions of lines, a list would take the whole heap.
 * Few texts have carriage returns, and without them this is several times as fast.
 */
function startsOf(text: string): { starts: Uint32Array; count: number } {
  let starts = new Uint32Array(1024)
  let count = 1
  const add = (start: number) => {
    if (count === starts.length) {
      const more = new Uint32Array(2 * count)
      more.set(starts)
      starts = more
    }
    starts[count] = start
    count += 1
  }
  if (text.includes('\r')) {
    const ends = /\r\n|\r|\n/g
    for (let match = ends.exec(text); match !== null; match = ends.exec(text)) add(ends.lastIndex)
  } else {
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) add(end + 1)
  }
  return { starts, count }
}

/** What of a place is meant: its value, or the key that the value stands behind. */
export type Part = 'value' | 'key'

/** A stretch of text that is not turned into lines and columns yet. */
interface Stretch {
  offset: number
  length: number
}

/** A wanted place or one on the way to it, and where the text has it. */
interface Place {
  readonly below: Map<string, Place>
  key: Stretch | undefined
  value: Stretch | undefined
  /** The value around it that has it: of two equal keys, what the first one holds doesn't count. */
  around: Stretch | undefined
}

/** An object or list that is open while the text is read; without a place, nothing in it is wanted. */
interface Open {
  readonly place: Place | undefined
  /** The number of items so far. */
  count: number
  readonly isList: boolean
}

/**
 * Finds places in the text of a document. The text is read once, and nothing is kept but the wanted places.
 *
 * @param text a text that `JSON.parse` accepts
 * @param pointers the places that may be asked for
 * @returns a function that gives the range of a pointer's value or key; where the document has no such value,
 *   the range of the nearest value around it
 */
export function locator(
  text: string,
  pointers: Iterable<Pointer>,
): (pointer: Pointer, part: Part) => Range | undefined {
  const lines = linesOf(text)
  const keysOf = new Map([...pointers].map((pointer) => [pointer, parsePointer(pointer)]))
  const root = placesFor(keysOf.values())
  read(text, root)
  return (pointer, part) => {
    let place = root
    for (const key of keysOf.get(pointer) ?? parsePointer(pointer)) {
      const next = place.below.get(key)
      if (next?.value === undefined || next.around !== place.value) return rangeOf(lines, place.value)
      place = next
    }
    return rangeOf(lines, part === 'key' ? (place.key ?? place.value) : place.value)
  }
}

function rangeOf(lines: Lines, stretch: Stretch | undefined): Range | undefined {
  return stretch && lines.range(stretch.offset, stretch.length)
}

const newPlace = (): Place => ({ below: new Map(), key: undefined, value: undefined, around: undefined })

function placesFor(paths: Iterable<readonly string[]>): Place {
  const root = newPlace()
  for (const path of paths) {
    let place = root
    for (const key of path) {
      let next = place.below.get(key)
      if (next === undefined) {
        next = newPlace()
        place.below.set(key, next)
      }
      place = next
    }
  }
  return root
}

/** Notes where a text has the places. */
function read(text: string, root: Place): void {
  const open: Open[] = []
  let place: Place | undefined = root
  let key: Stretch | undefined
  const start = (offset: number, length: number): Place | undefined => {
    const inside = open.at(-1)
    if (inside?.isList) {
      place = inside.place?.below.get(String(inside.count))
      inside.count += 1
    }
    const found = place
    if (found !== undefined) {
      found.key = inside?.isList ? undefined : key
      found.value = { offset, length }
      found.around = inside?.place?.value
    }
    return found
  }
  visitTokens(text, {
    open(isList, offset, end) {
      open.push({ place: start(offset, end - offset), count: 0, isList })
    },
    close(end) {
      const value = open.pop()?.place?.value
      if (value !== undefined) value.length = end - value.offset
    },
    key(offset, end) {
      const inside = open.at(-1)?.place
      place = inside?.below.get(keyAt(text, offset, end))
      key = place && { offset, length: end - offset }
    },
    scalar(offset, end) {
      start(offset, end - offset)
    },
  })
}
