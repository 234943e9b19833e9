import { isPlainText } from './plain-text.js'

/**
 * A value as JSON. Characters that a terminal acts on, and the `##[` and `##vso[` of pipeline commands, are escaped.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return (isPlainText(text) ? text : withEscapes(text)).replace(/##(?=\[|vso\[)/gi, '#\\u0023')
}

const withEscapes = (text: string) => text.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escapes)

/** The escapes of a character: two for one beyond U+FFFF. */
function escapes(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
