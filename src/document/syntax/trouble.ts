import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'

/** A bracket that is not closed yet. */
export interface Opener {
  readonly bracket: '{' | '['
  readonly offset: number
}

/** What JSON would go on with. */
export type Expected = 'key' | 'colon' | 'value' | 'comma' | 'end'

/** The last token that was in order. */
export interface Before {
  readonly type: 'opener' | 'closer' | 'key' | 'colon' | 'comma' | 'string' | 'literal'
  readonly offset: number
  /** Just behind its last character. */
  readonly end: number
  /** Where the value begins that ends with this token, or with the one before this comma. */
  readonly start: number
}

/** The first thing in a text that the parser stumbles over, and where the parser was. */
export interface Trouble {
  readonly text: string
  readonly offset: number
  readonly length: number
  /** The name of the parser's error code. */
  readonly kind: string
  readonly expected: Expected
  readonly before: Before | undefined
  /** The brackets around, innermost last. */
  readonly open: readonly Opener[]
  /** What is there, up to the end of its line. */
  readonly found: string
}

/** A text up to the end of its line. */
export function restOfLine(text: string, offset: number): string {
  const ends = /[\r\n]/g
  ends.lastIndex = offset
  return text.slice(offset, ends.exec(text)?.index)
}

/** Where a parser that recovers from errors meets the first one; `undefined` for JSON. */
export function firstTrouble(text: string): Trouble | undefined {
  const open: Opener[] = []
  let before: Before | undefined
  let expected: Expected = 'value'
  let trouble: Trouble | undefined

  const pass = (type: Before['type'], offset: number, length: number, next: Expected, start = offset) => {
    before = { type, offset, end: offset + length, start }
    expected = next
  }
  const begin = (bracket: Opener['bracket']) => (offset: number) => {
    open.push({ bracket, offset })
    pass('opener', offset, 1, bracket === '{' ? 'key' : 'value')
  }
  // The parser also ends what the text leaves open.
  const end = (bracket: '}' | ']') => (offset: number) => {
    if (text[offset] !== bracket) return
    const opener = open.pop()
    pass('closer', offset, 1, afterValue(), opener?.offset)
  }
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma')
  const isFirst =
    <Values extends unknown[]>(call: (...values: Values) => void) =>
    (...values: Values) => {
      if (trouble === undefined) call(...values)
    }

  visit(
    text,
    {
      onObjectBegin: isFirst(begin('{')),
      onArrayBegin: isFirst(begin('[')),
      onObjectEnd: isFirst(end('}')),
      onArrayEnd: isFirst(end(']')),
      onObjectProperty: isFirst((_, offset: number, length: number) => pass('key', offset, length, 'colon')),
      onLiteralValue: isFirst((value: unknown, offset: number, length: number) =>
        pass(typeof value === 'string' ? 'string' : 'literal', offset, length, afterValue()),
      ),
      onSeparator: isFirst((character: string, offset: number) => {
        if (character === ':') pass('colon', offset, 1, 'value')
        else pass('comma', offset, 1, open.at(-1)?.bracket === '{' ? 'key' : 'value', before?.start)
      }),
      onError: isFirst((error: ParseErrorCode, offset: number, length: number) => {
        trouble = {
          ...{ text, offset, length, expected, before },
          open: [...open],
          kind: printParseErrorCode(error),
          found: restOfLine(text, offset),
        }
      }),
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  return trouble
}

/** The innermost bracket around, as a character. */
export function around({ open }: Trouble): '{' | '[' | undefined {
  return open.at(-1)?.bracket
}

/** What a sticky pattern matches at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

/** Where the commas, closing brackets and white space begin that end at an offset. */
export function tailStart(text: string, end: number): number {
  let start = end
  while (start > 0 && /[\s,}\]]/.test(text.charAt(start - 1))) start -= 1
  return start
}

/** Whether an offset is behind everything but white space. */
export function isAtEnd(text: string, offset: number): boolean {
  return text.slice(offset).trim() === ''
}
