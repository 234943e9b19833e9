import { assertPreview } from './assert-preview.js'
import type { Preview } from './preview.js'
import type { Drawing } from './scene.js'
import { escapeHtml, fitting } from './text.js'
import { labelOf, type PreviewTheme } from './theme.js'

/** The pages in a picture. */
const pages = ['files', 'overlays', 'access-denied', 'public-link'] as const
/** The width of a page in the picture. */
const WIDTH = 640
const GAP = 20
const LABEL = 34
const LABEL_SIZE = 15
/** More themes would make the picture too tall to be useful. */
const MOST_THEMES = 4

interface Tile {
  readonly drawing: Drawing
  readonly label: string
}

/**
 * One picture of the most important pages of a preview: light beside dark, before beside after.
 *
 * @param drawn the result of `preview`, or some of its themes
 * @returns a whole SVG document; `undefined` where no theme is drawn
 * @throws TypeError for anything but a preview
 *
 * @example
 * const svg = previewPicture(preview(document))
 */
export function previewPicture(drawn: Pick<Preview, 'themes'>): string | undefined {
  assertPreview(drawn)
  const { themes } = drawn
  const columns = themes.slice(0, MOST_THEMES).flatMap(columnsOf)
  if (columns.length === 0) return undefined
  const heights = pages.map((_, row) =>
    Math.max(0, ...columns.map((column) => (column[row] === undefined ? 0 : heightOf(column[row].drawing)))),
  )
  const width = GAP + columns.length * (WIDTH + GAP)
  const height = GAP + heights.reduce((sum, each) => (each === 0 ? sum : sum + each + LABEL + GAP), 0)
  const tiles = columns.flatMap((column, index) => {
    let y = GAP
    return column.map((tile, row) => {
      const placed = tile === undefined ? '' : place(tile, GAP + index * (WIDTH + GAP), y)
      const taken = heights[row] ?? 0
      y += taken === 0 ? 0 : taken + LABEL + GAP
      return placed
    })
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/>${tiles.join('')}</svg>`
}

function columnsOf({ name, before, after }: PreviewTheme): (Tile | undefined)[][] {
  return [before, after].flatMap((side) =>
    side === undefined
      ? []
      : [
          pages.map((page): Tile | undefined => {
            const drawing = side.drawings.find((each) => each.page === page)
            return drawing && { drawing, label: `${labelOf(side)}, ${name}: ${drawing.title}` }
          }),
        ],
  )
}

const heightOf = ({ width, height }: Drawing) => Math.round((height * WIDTH) / width)

/** Places a drawing. It scales to the box, because it has its own viewBox. */
function place({ drawing, label }: Tile, x: number, y: number): string {
  const box = `x="${x}" y="${y + LABEL}" width="${WIDTH}" height="${heightOf(drawing)}"`
  const inner = drawing.svg.replace(/ width="\d+" height="\d+" role="group"/, ` ${box} role="group"`)
  return `<text x="${x}" y="${y + 22}" font-family="sans-serif" font-size="${LABEL_SIZE}" fill="#1b1f24">${escapeHtml(fitting(label, WIDTH, LABEL_SIZE))}</text>${inner}`
}
