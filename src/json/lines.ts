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

/** A part of a text in lines and columns, for any mix of line ends. */
export type RangeOf = (offset: number, length: number) => Range

/**
 * Turns parts of a text into lines and columns. The lines are counted as far as anyone asks.
 *
 * @example
 * rangesOf('{\n  "a": 1\n}')(4, 3) // { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } }
 */
export function rangesOf(text: string): RangeOf {
  const { startOf, lineAt } = lineStarts(text)
  const position = (offset: number): Position => {
    const line = lineAt(offset)
    return { line, column: offset - startOf(line) + 1 }
  }
  return (offset, length) => ({ start: position(offset), end: position(offset + length) })
}

/** The lines of a text by their numbers, without their ends; empty beyond the last one. */
export function linesOf(text: string): (line: number) => string {
  const { startOf } = lineStarts(text)
  return (line) => {
    const start = startOf(line)
    let end = startOf(line + 1)
    while (end > start && isLineEnd(text.charCodeAt(end - 1))) end -= 1
    return text.slice(start, end)
  }
}

const isLineEnd = (code: number) => code === 10 || code === 13

/**
 * The lines and columns of one stretch of a text. Keeps nothing, which matters for texts of millions of lines; for
 * several stretches of one text, `rangesOf` is faster.
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

/** Where the lines of a text start, found as far as anyone asks. */
function lineStarts(text: string) {
  // Few texts have carriage returns, and without them this is several times as fast.
  const ends = text.includes('\r') ? /\r\n|\r|\n/g : undefined
  // An array that has room for more: of millions of lines, a list would take the whole heap.
  let starts = new Uint32Array(128)
  let count = 1
  let last = 0
  /** Finds the next line; one that starts beyond the text comes after the last. */
  const findNext = () => {
    if (ends !== undefined) {
      ends.lastIndex = last
      ends.test(text)
    }
    last = (ends === undefined ? text.indexOf('\n', last) + 1 : ends.lastIndex) || text.length + 1
    if (count === starts.length) {
      const more = new Uint32Array(2 * count)
      more.set(starts)
      starts = more
    }
    starts[count] = last
    count += 1
  }
  return {
    /** Where a line starts; the end of the text for one that it doesn't have. */
    startOf(line: number): number {
      while (count < line && last <= text.length) findNext()
      return Math.min(line > count ? last : (starts[line - 1] as number), text.length)
    },
    /** The number of the line that an offset is in. */
    lineAt(offset: number): number {
      while (last <= offset && last <= text.length) findNext()
      let low = 0
      let high = count
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if ((starts[middle] as number) <= offset) low = middle
        else high = middle
      }
      return low + 1
    },
  }
}
