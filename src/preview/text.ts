import { printable } from '../report/visible.js'

/** A text of a theme in HTML or SVG, as content or as the value of an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return printable(text).replace(
    /[&<>"']/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] as string,
  )
}

/** About how wide a letter is, in parts of its size. */
const LETTER = 0.54

/** A text that is cut where it is wider than its place. */
export function fitting(text: string, width: number, size: number): string {
  const most = Math.max(1, Math.floor(width / (size * LETTER)))
  const letters = Array.from(printable(text.slice(0, 4 * most + 4)))
  return letters.length > most || text.length > 4 * most + 4
    ? `${letters.slice(0, most - 1).join('')}…`
    : letters.join('')
}

/** About how wide a text is. */
export const widthOf = (text: string, size: number) => Array.from(text).length * size * LETTER
