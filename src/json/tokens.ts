/** Called for the tokens of a text in their order, each with its offset and the offset after it. */
export interface TokenVisitor {
  open(isList: boolean, offset: number, end: number): void
  close(end: number): void
  /** A key, with its quotes. */
  key(offset: number, end: number): void
  /** A string, number, `true`, `false` or `null`. */
  scalar(offset: number, end: number): void
}

/**
 * Walks through the tokens of a text that `JSON.parse` accepts. It builds no strings, unlike the scanner for texts with
 * mistakes, which copies each string and all white space.
 */
export function visitTokens(text: string, visitor: TokenVisitor): void {
  const lists: boolean[] = []
  let expectsKey = false
  let at = 0
  while (at < text.length) {
    const offset = at
    const first = text.charCodeAt(at)
    at += 1
    if (isSpace(first) || first === COLON) continue
    if (first === QUOTE) {
      at = endOfString(text, offset)
      if (expectsKey) visitor.key(offset, at)
      else visitor.scalar(offset, at)
      expectsKey = false
    } else if (first === COMMA) {
      expectsKey = lists[lists.length - 1] === false
    } else if (isOpening(first)) {
      visitor.open(first === OPEN_LIST, offset, at)
      lists.push(first === OPEN_LIST)
      expectsKey = first === OPEN_OBJECT
    } else if (isEnd(first)) {
      lists.pop()
      visitor.close(at)
    } else {
      at = endOfWord(text, at)
      visitor.scalar(offset, at)
    }
  }
}

const COLON = 58
const COMMA = 44
const OPEN_OBJECT = 123
export const OPEN_LIST = 91

/** A blank, a tab, a line feed or a carriage return. */
const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 13

/** The start of an object or a list. */
export const isOpening = (code: number) => code === OPEN_OBJECT || code === OPEN_LIST

/** The end of an object or a list. */
export const isEnd = (code: number) => code === 125 || code === 93

const endsWord = (code: number) => code === COMMA || isEnd(code) || isSpace(code)

/** Where a number, `true`, `false` or `null` ends. */
function endOfWord(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !endsWord(text.charCodeAt(end))) end += 1
  return end
}

/** Where the next key, value or bracket is: behind white space, a colon or a comma. */
export function afterSpace(text: string, offset: number): number {
  let at = offset
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (!isSpace(code) && code !== COLON && code !== COMMA) break
  }
  return at
}

/** Where a value ends. */
export function endOfValue(text: string, offset: number): number {
  const first = text.charCodeAt(offset)
  if (first === QUOTE) return endOfString(text, offset)
  return isOpening(first) ? endOfOpen(text, offset + 1) : endOfWord(text, offset)
}

/** What comes before the next bracket, with the strings in it; of those, only ones without a backslash. */
const beforeBracket = /[^"{}[\]]*(?:"[^"\\]*"[^"{}[\]]*)*/y

/** Where the object or list ends that is open at an offset. Many times faster than a look at each token. */
export function endOfOpen(text: string, offset: number): number {
  let at = offset
  for (let depth = 1; depth > 0; ) {
    beforeBracket.lastIndex = at
    beforeBracket.test(text)
    at = beforeBracket.lastIndex
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = endOfString(text, at)
    } else {
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

/** The key that a token of a text stands for; the offsets include its quotes. */
export function keyAt(text: string, offset: number, end: number): string {
  const written = text.slice(offset + 1, end - 1)
  return written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written
}
