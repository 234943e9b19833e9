import { isPlainText } from '../json/plain-text.js'
import { brief } from '../json/quoted.js'

/** The longest text, in characters; the longest paths of files are shorter. */
const MAX_LENGTH = 5000

/**
 * Makes a text from a file, a file name, a setting or the environment safe for a terminal or a log: on one line, cut where
 * it is very long, and not a command for a CI runner. For GitHub's runner, `::` at the start of a line is one, also behind
 * white space.
 */
export function visible(text: string): string {
  return printable(brief(text, MAX_LENGTH)).replace(/^(\s*):/, '$1\uff1a')
}

/**
 * Replaces characters that move the cursor, change the terminal or the direction of writing, or end the line; and the
 * commands of the runners of GitHub (`##[`) and Azure (`##vso[`), which count anywhere in a line.
 */
export function printable(text: string): string {
  const isQuiet = isPlainText(text) && !text.includes('\n')
  return (isQuiet ? text : withPictures(text)).replace(/##(?=\[|vso\[)/gi, '#\uff03')
}

/** Replaces control characters by their pictures. */
function withPictures(text: string): string {
  return (
    text
      .replaceAll('\t', '  ')
      // In UTF-8, the picture of the escape has the byte 9B, which begins a control sequence on other terminals.
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
        character < ' ' && character !== '\u001b'
          ? String.fromCharCode(0x2400 + character.charCodeAt(0))
          : '\ufffd',
      )
  )
}
