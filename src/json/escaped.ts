import { isPlainText } from './plain-text.js'

/**
 * A text with JSON's escapes for the characters that a terminal acts on or nobody sees, but for line breaks, and in the
 * `##[` and `##vso[` of pipeline commands.
 */
export const escaped = (text: string): string =>
  isPlainText(text) && !text.includes('##')
    ? text
    : text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|#(?=\[|vso\[)/giu, asEscapes)

/** The same on one line, for a message. */
export const onOneLine = (text: string): string => escaped(text).replaceAll('\n', '\\n')

/** The escapes of a character: two for one beyond U+FFFF. */
const asEscapes = (character: string) =>
  character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
