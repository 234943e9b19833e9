import type { Range } from '../json/lines.js'

/** The start of a range: `line:column`. */
export const lineAndColumn = ({ start }: Range): string => `${start.line}:${start.column}`

/** A place as editors and terminals know it: `file:line:column`, or the file alone. */
export function placeOf(file: string, range: Range | undefined): string {
  return range === undefined ? file : `${file}:${lineAndColumn(range)}`
}
