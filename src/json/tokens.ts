/** Hears of the parts of a text in their order: each with its offset, and the offset behind it. */
export interface TokenVisitor {
  open(isList: boolean, offset: number, end: number): void
  close(end: number): void
  /** A key, with its quotes. */
  key(offset: number, end: number): void
  /** A string, number, `true`, `false` or `null`. */
  scalar(offset: number, end: number): void
}

/**
 * Walks through a text that `JSON.parse` accepts. Builds nothing, unlike the scanners for texts with mistakes, which
 * put together each string and all white space, whatever their size.
 */
export function visitTokens(text: string, visitor: TokenVisitor): void {
  const lists: boolean[] = []
  let expectsKey = false
  let at = 0
  while (at < text.length) {
    const offset = at
    const first = text[at]
    at += 1
    switch (first) {
      case '{':
      case '[':
        visitor.open(first === '[', offset, at)
        lists.push(first === '[')
        expectsKey = first === '{'
        break
      case '}':
      case ']':
        lists.pop()
        visitor.close(at)
        break
      case ',':
        expectsKey = lists[lists.length - 1] === false
        break
      case '"':
        at = endOfString(text, offset)
        if (expectsKey) visitor.key(offset, at)
        else visitor.scalar(offset, at)
        expectsKey = false
        break
      case ':':
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        break
      default:
        while (at < text.length && !/[\s,\]}]/.test(text[at] as string)) at += 1
        visitor.scalar(offset, at)
    }
  }
}

const QUOTE = 34
const BACKSLASH = 92

/** Where a string ends, just behind its closing quote; the end of the text for a string without one. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) at += 1
  }
  return text.length
}

/** What a key means that stands somewhere in a text with its quotes. */
export function keyAt(text: string, offset: number, end: number): string {
  const written = text.slice(offset + 1, end - 1)
  return written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written
}
