import { isObject, type Json } from '../json/value.js'

/** What the server's encoder escapes beyond what JSON asks for. */
const escaped = /[<>&\u2028\u2029]/g

/**
 * A document as the logo upload of oCIS 3 to 5 wrote it: keys sorted, no white space, characters that mean
 * something in HTML escaped, a newline at the end.
 *
 * @example
 * serverText({ b: 1, a: '<' }) // '{"a":"\\u003c","b":1}\n'
 */
export function serverText(document: Json): string {
  const text = encode(document).replace(
    escaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${text}\n`
}

/**
 * Whether a text looks as if the server wrote it last. It is evidence, not proof: a customised theme that a logo
 * upload went over looks the same. The newline at the end is not asked for; oCIS 6 and later leave it out.
 */
export function looksServerWritten(text: string, document: Json): boolean {
  return text.trimEnd() === serverText(document).trimEnd()
}

function encode(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort(byCodePoint)
    .map((key) => `${JSON.stringify(key)}:${encode(value[key] as Json)}`)
  return `{${members.join(',')}}`
}

/** The server sorts by bytes of UTF-8, which is the order of code points and not that of UTF-16. */
function byCodePoint(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  const index = left.findIndex((character, position) => character !== right[position])
  if (index === -1) return left.length - right.length
  return (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1)
}
