import { printable } from '../report/visible.js'

/** Escapes a text for HTML or SVG, as content or in an attribute. */
export function escapeHtml(text: string): string {
  return printable(text).replace(
    /[&<>"']/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] as string,
  )
}

/** The average width of a letter, relative to the font size. */
const LETTER = 0.54

/** Cuts a text to a width, by the average width of letters. */
export function fitting(text: string, width: number, size: number): string {
  const most = Math.max(1, Math.floor(width / (size * LETTER)))
  const letters = Array.from(printable(text.slice(0, 4 * most + 4)))
  return letters.length > most || text.length > 4 * most + 4
    ? `${letters.slice(0, most - 1).join('')}…`
    : letters.join('')
}

/** The approximate width of a text. */
export const widthOf = (text: string, size: number) => Array.from(text).length * size * LETTER
