import stringWidth from 'fast-string-width'
import type { Range } from '../json/lines.js'
import { printable } from './visible.js'

/** Longer lines are cut around the range. */
const MAX_WIDTH = 100
const BEFORE = 40

/**
 * The line where a range starts, with carets below the range. They are aligned also below wide, combining and control
 * characters.
 *
 * @returns the line number, the line as a terminal can show it, and the carets, with an ellipsis for a range over several
 *   lines
 */
export function frameOf(
  line: string,
  { start, end }: Range,
): { number: string; source: string; carets: string } {
  const from = start.column - 1
  const goesOn = end.line > start.line
  const to = goesOn ? line.length : end.column - 1
  const first = line.length > MAX_WIDTH ? Math.max(0, from - BEFORE) : 0
  const last = Math.min(line.length, first + MAX_WIDTH)
  const lead = first > 0 ? '…' : ''
  const before = lead + printable(line.slice(first, from))
  const marked = printable(line.slice(from, Math.min(to, last)))
  const after = printable(line.slice(Math.min(to, last), last)) + (last < line.length ? '…' : '')
  return {
    number: String(start.line),
    source: before + marked + after,
    carets:
      ' '.repeat(stringWidth(before)) + '^'.repeat(Math.max(1, stringWidth(marked))) + (goesOn ? '…' : ''),
  }
}
