// The tokens of a text that `JSON.parse` accepts. No strings are built for them, unlike by the scanner for texts with
// mistakes, which copies each string and all white space.

/** A part of a text, not yet as lines and columns. */
export interface Stretch {
  readonly offset: number
  readonly length: number
}

const OPEN_OBJECT = 123
export const OPEN_LIST = 91

/** The start of an object or a list. */
export const isOpening = (code: number) => code === OPEN_OBJECT || code === OPEN_LIST

/** The end of an object or a list. */
export const isEnd = (code: number) => code === 125 || code === 93

/** The offset after what a sticky pattern matches there; each also matches nothing. */
function after(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  pattern.test(text)
  return pattern.lastIndex
}

const space = /[\s:,]*/y

/** Where the next key, value or bracket is: after white space, a colon or a comma. */
export const afterSpace = (text: string, offset: number) => after(space, text, offset)

/** A number, `true`, `false` or `null`. */
const word = /[^\s,}\]]*/y

/** The offset after anything but an object or list. */
export function endOfScalar(text: string, offset: number): number {
  return text.charCodeAt(offset) === QUOTE ? endOfString(text, offset) : after(word, text, offset)
}

/** The offset after a value. */
export function endOfValue(text: string, offset: number): number {
  return isOpening(text.charCodeAt(offset)) ? endOfOpen(text, offset + 1) : endOfScalar(text, offset)
}

/**
 * What precedes the next bracket, with strings, as far as none has a backslash. The limit bounds the stack of engines,
 * which note each repetition.
 */
const beforeBracket = /[^"{}[\]]*(?:"[^"\\]*"[^"{}[\]]*){0,999}/y

/**
 * The offset after the object or list that is open at an offset. It looks for brackets alone, which is several times as
 * fast as a look at each token.
 */
export function endOfOpen(text: string, offset: number): number {
  let at = offset
  for (let depth = 1; depth > 0; ) {
    at = after(beforeBracket, text, at)
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else {
      at += 1
      depth += isOpening(code) ? 1 : -1
    }
  }
  return at
}

const QUOTE = 34
const BACKSLASH = 92

/** The offset after the closing quote of a string; the end of the text for a string without one. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end + 1
}

/** Whether an odd number of backslashes precedes a character of a string. */
function isEscaped(text: string, offset: number): boolean {
  let before = offset - 1
  while (text.charCodeAt(before) === BACKSLASH) before -= 1
  return (offset - before) % 2 === 0
}

/** The key that a token of a text stands for, with its quotes. */
export function keyAt(text: string, { offset, length }: Stretch): string {
  const written = text.slice(offset + 1, offset + length - 1)
  return written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written
}
