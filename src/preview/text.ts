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

/** Letters as wide as the font size: those of East Asia, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u

const widthOfLetter = (letter: string) => (WIDE.test(letter) ? 1 : LETTER)

/** The letters at the start of a text that fit a width, and whether these are all. */
function lettersIn(text: string, width: number, size: number): { fit: readonly string[]; isWhole: boolean } {
  const room = width / size
  // More letters never fit.
  const most = 2 * Math.ceil(room / LETTER) + 2
  const letters = Array.from(printable(text.slice(0, most)))
  let used = 0
  const end = letters.findIndex((letter) => {
    used += widthOfLetter(letter)
    return used > room
  })
  return end < 0
    ? { fit: letters, isWhole: text.length <= most }
    : { fit: letters.slice(0, end), isWhole: false }
}

/** Cuts a text to a width, by the average width of letters. */
export function fitting(text: string, width: number, size: number): string {
  const { fit, isWhole } = lettersIn(text, width, size)
  return isWhole ? fit.join('') : `${fit.slice(0, -1).join('').trimEnd()}…`
}

/** Cuts the start off a text: the end of a path tells more. */
export function endFitting(text: string, width: number, size: number): string {
  const reversed = Array.from(text.slice(-1000)).reverse().join('')
  return Array.from(fitting(reversed, width, size))
    .reverse()
    .join('')
}

/** Breaks a text between words into two lines, of which the second is cut. */
export function inTwoLines(text: string, width: number, size: number): readonly string[] {
  const { fit, isWhole } = lettersIn(text, width, size)
  const end = text.lastIndexOf(' ', fit.join('').length)
  if (isWhole || end <= 0) return [fitting(text, width, size)]
  return [text.slice(0, end), fitting(text.slice(end + 1), width, size)]
}

/** The approximate width of a text. */
export const widthOf = (text: string, size: number) =>
  Array.from(text).reduce((sum, letter) => sum + size * widthOfLetter(letter), 0)
