import type { Range } from '../json/lines.js'

/** A place as editors and terminals know it: `file:line:column`, or the file alone. */
export function placeOf(file: string, range: Range | undefined): string {
  return range === undefined ? file : `${file}:${range.start.line}:${range.start.column}`
}
