import stringWidth from 'fast-string-width'
import { brief } from '../json/quoted.js'
import { visible } from '../report/visible.js'

/** Longer cells are cut, because all lines are padded to the longest; the last cell of a row is not padded, nor cut. */
const MAX_CELL = 100

/** Columns as wide as their widest cell. */
export function table(texts: readonly (readonly string[])[]): string[] {
  const rows = texts.map((row) =>
    row.map((cell, column) => visible(column < row.length - 1 ? brief(cell, MAX_CELL) : cell)),
  )
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell))
    })
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd(),
  )
}
