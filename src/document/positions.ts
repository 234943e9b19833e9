import { type Node, parseTree } from 'jsonc-parser'
import { type Pointer, parsePointer } from './pointer.js'

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
}

/**
 * The lines of a text. They are counted once, up to the last place that somebody asks for.
 *
 * @example
 * linesOf('{\n  "a": 1\n}').range(4, 3) // { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } }
 */
export function linesOf(text: string): Lines {
  const starts = startsOf(text)
  const position = (offset: number): Position => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
  return { range: (offset, length) => ({ start: position(offset), end: position(offset + length) }) }
}

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

/** Where each line starts. Nearly no text has carriage returns, and without them this is several times as fast. */
function startsOf(text: string): number[] {
  const starts = [0]
  if (text.includes('\r')) {
    const ends = /\r\n|\r|\n/g
    for (let match = ends.exec(text); match !== null; match = ends.exec(text)) starts.push(ends.lastIndex)
  } else {
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  }
  return starts
}

/** What of a place is meant: its value, or the key that the value stands behind. */
export type Part = 'value' | 'key'

/**
 * Finds places in the text of a document.
 *
 * @param text a text that `JSON.parse` accepts
 * @returns a function that gives the range of a pointer's value or key; where the document has no such value,
 *   the range of the nearest value around it
 */
export function locator(text: string): (pointer: Pointer, part: Part) => Range | undefined {
  const lines = linesOf(text)
  const root = parseTree(text)
  return (pointer, part) => {
    let node = root
    for (const key of parsePointer(pointer)) {
      const next = node && below(node, key)
      if (next === undefined) return node && rangeOf(lines, node)
      node = next
    }
    if (part === 'key' && node?.parent?.type === 'property') return rangeOf(lines, keyOf(node.parent))
    return node && rangeOf(lines, node)
  }
}

function rangeOf(lines: Lines, { offset, length }: Node): Range {
  return lines.range(offset, length)
}

function keyOf(property: Node): Node {
  return property.children?.[0] ?? property
}

/** The value of a key or index; of two equal keys the last, as for `JSON.parse`. */
function below(node: Node, key: string): Node | undefined {
  if (node.type === 'array') return node.children?.[Number(key)]
  if (node.type !== 'object') return undefined
  let found: Node | undefined
  for (const property of node.children ?? []) if (keyOf(property).value === key) found = property
  return found?.children?.[1]
}
