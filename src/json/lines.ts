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
 * The lines of a text, counted as far as anyone asks.
 *
 * @example
 * linesOf('{\n  "a": 1\n}').range(4, 3) // { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } }
 */
export function linesOf(text: string): Lines {
  const starts = new LineStarts(text)
  const position = (offset: number): Position => {
    const line = starts.lineAt(offset)
    return { line, column: offset - starts.of(line) + 1 }
  }
  return {
    range: (offset, length) => ({ start: position(offset), end: position(offset + length) }),
    text(line) {
      const start = starts.of(line)
      let end = starts.of(line + 1)
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

/** Where the lines of a text start, found as far as anyone asks. */
class LineStarts {
  /** An array that has room for more: of millions of lines, a list would take the whole heap. */
  private starts = new Uint32Array(128)
  private count = 1
  private isWhole = false
  /** Few texts have carriage returns, and without them this is several times as fast. */
  private readonly ends: RegExp | undefined

  constructor(private readonly text: string) {
    this.ends = text.includes('\r') ? /\r\n|\r|\n/g : undefined
  }

  /** Where a line starts; the end of the text for one beyond the last. */
  of(line: number): number {
    while (this.count < line && !this.isWhole) this.findNext()
    return line <= this.count ? (this.starts[line - 1] as number) : this.text.length
  }

  /** The number of the line that an offset is in. */
  lineAt(offset: number): number {
    while (this.last <= offset && !this.isWhole) this.findNext()
    let low = 0
    let high = this.count
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  private get last(): number {
    return this.starts[this.count - 1] as number
  }

  private findNext(): void {
    const start = this.behindEnd(this.last)
    if (start === 0) {
      this.isWhole = true
      return
    }
    if (this.count === this.starts.length) {
      const more = new Uint32Array(2 * this.count)
      more.set(this.starts)
      this.starts = more
    }
    this.starts[this.count] = start
    this.count += 1
  }

  /** The offset behind the next line end; 0 where there is none. */
  private behindEnd(offset: number): number {
    if (this.ends === undefined) return this.text.indexOf('\n', offset) + 1
    this.ends.lastIndex = offset
    return this.ends.test(this.text) ? this.ends.lastIndex : 0
  }
}
