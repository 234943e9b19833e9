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
    } else if (first === OPEN_OBJECT || first === OPEN_LIST) {
      visitor.open(first === OPEN_LIST, offset, at)
      lists.push(first === OPEN_LIST)
      expectsKey = first === OPEN_OBJECT
    } else if (isEnd(first)) {
      lists.pop()
      visitor.close(at)
    } else {
      while (at < text.length && !endsWord(text.charCodeAt(at))) at += 1
      visitor.scalar(offset, at)
    }
  }
}

const COLON = 58
const COMMA = 44
const OPEN_OBJECT = 123
const OPEN_LIST = 91

/** A blank, a tab, a line feed or a carriage return. */
const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 13

/** The end of an object or a list. */
const isEnd = (code: number) => code === 125 || code === 93

const endsWord = (code: number) => code === COMMA || isEnd(code) || isSpace(code)

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
