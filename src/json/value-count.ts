/**
 * Texts with more values are not read: what they become takes many times their own memory. Themes have a few hundred,
 * and the largest files of all releases some thousands.
 */
export const MAX_VALUES = 250_000

const QUOTE = 34
const COMMA = 44
const BRACKET = 91
const BACKSLASH = 92
const BRACE = 123

/**
 * Where the values of a text become more than so many, counted without reading them: each stands behind a comma or an
 * opening bracket. What is no JSON counts as far as it looks like some.
 */
export function offsetOfValue(count: number, text: string): number | undefined {
  // Each value takes a character at least.
  if (text.length <= count) return undefined
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = endOfString(text, at)
    } else if (code === COMMA || code === BRACKET || code === BRACE) {
      values += 1
      if (values > count) return at
    }
  }
  return undefined
}

/** The closing quote of a string. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at += 1
  }
  return text.length
}
