import { isPlainText } from '../json/plain-text.js'
import { brief } from '../json/quoted.js'

/** The most characters of one text in a line; the longest paths of files have fewer. */
const MAX_LENGTH = 5000

/**
 * A text of a file, a file name, a setting or the environment for a terminal or a log: always within one line, cut
 * where it is very long, and never the beginning of a command to the one who reads it. Runners of GitHub take `::` at the start of a line as
 * one, white space before it or not.
 */
export function visible(text: string): string {
  return printable(brief(text, MAX_LENGTH)).replace(/^(\s*):/, '$1\uff1a')
}

/**
 * A text without characters that move the cursor, change the terminal or the direction of writing, or end the line,
 * and without what runners of GitHub (`##[`) and Azure (`##vso[`) take as a command anywhere in a line.
 */
export function printable(text: string): string {
  const isQuiet = isPlainText(text) && !text.includes('\n')
  return (isQuiet ? text : withPictures(text)).replace(/##(?=\[|vso\[)/gi, '#\uff03')
}

/** A text with pictures of its control characters. */
function withPictures(text: string): string {
  return (
    text
      .replaceAll('\t', '  ')
      // The picture of the escape holds the byte 9B, which begins a control sequence for a terminal without UTF-8.
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
        character < ' ' && character !== '\u001b'
          ? String.fromCharCode(0x2400 + character.charCodeAt(0))
          : '\ufffd',
      )
  )
}
