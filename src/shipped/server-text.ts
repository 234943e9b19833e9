import { isObject, type Json } from '../json/value.js'

/** Characters that the server's encoder escapes, although JSON doesn't require it. */
const escaped = /[<>&\u2028\u2029]/g

/**
 * A document as the logo upload of oCIS 3 to 5 wrote it: sorted keys, no white space, special characters of HTML escaped,
 * a newline at the end.
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
 * Whether the server may have written a text last. It is evidence, not proof: a customised theme after a logo upload looks
 * the same. The newline at the end is optional, because oCIS 6 and later omit it.
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

/** The server sorts by the bytes of UTF-8: in the order of code points, unlike `sort`, which compares UTF-16 units. */
function byCodePoint(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  const index = left.findIndex((character, position) => character !== right[position])
  if (index === -1) return left.length - right.length
  return (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1)
}
