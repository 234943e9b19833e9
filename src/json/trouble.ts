import { createScanner } from 'jsonc-parser'
import { MAX_DEPTH } from './structure.js'

/** What JSON goes on with at a place. */
export type Expected = 'key' | 'colon' | 'value' | 'comma' | 'end'

/** A stretch of text without white space around it. */
export interface Token {
  readonly offset: number
  /** Just behind its last character. */
  readonly end: number
  /** Its first character; nothing at the end of the text. */
  readonly first: string
}

/** The first token that makes a text something else than JSON, and what is around it. */
export interface Trouble extends Token {
  readonly text: string
  readonly expected: Expected
  /** The token before it. */
  readonly before: Token | undefined
  /** The brackets around it that are not closed yet, innermost last. */
  readonly open: readonly Token[]
  /** Where a string breaks off: at a control character, a wrong escape, the end of its line or of the text. */
  readonly fault?: number
  /** Whether it is a bracket that would be in order, if there were not so many around it. */
  readonly isTooDeep?: true
}

/** The bracket that closes what another opens. */
export const closerOf = ({ first }: Token): string => (first === '{' ? '}' : ']')

/**
 * Where a text stops being JSON; `undefined` for JSON that is not nested too deeply. One pass without recursion, which
 * stops at the first trouble and keeps only the open brackets.
 */
export function firstTrouble(text: string): Trouble | undefined {
  const scanner = createScanner(text)
  const open: Token[] = []
  let before: Token | undefined
  let expected: Expected = 'value'
  for (let offset = behindSpace(text, 0); ; offset = behindSpace(text, before.end)) {
    const first = text.charAt(offset)
    const string = first === '"' ? stringAt(text, offset) : undefined
    if (string === undefined) {
      scanner.setPosition(offset)
      scanner.scan()
    }
    const token: Token = { first, offset, end: string?.end ?? offset + scanner.getTokenLength() }
    const trouble = (): Trouble => ({ ...token, text, expected, before, open })
    const around = open[open.length - 1]
    const afterValue = around === undefined ? 'end' : 'comma'
    switch (first) {
      case '':
        return expected === 'end' ? undefined : trouble()
      case '{':
      case '[':
        if (expected !== 'value') return trouble()
        if (open.length === MAX_DEPTH) return { ...trouble(), isTooDeep: true }
        open.push(token)
        expected = first === '{' ? 'key' : 'value'
        break
      case '}':
      case ']':
        if (around === undefined || closerOf(around) !== first) return trouble()
        if (expected !== 'comma' && before !== around) return trouble()
        open.pop()
        expected = open.length === 0 ? 'end' : 'comma'
        break
      case ':':
        if (expected !== 'colon') return trouble()
        expected = 'value'
        break
      case ',':
        if (expected !== 'comma') return trouble()
        expected = around?.first === '{' ? 'key' : 'value'
        break
      case '"':
        if (string?.fault !== undefined) return { ...trouble(), fault: string.fault }
        if (expected !== 'key' && expected !== 'value') return trouble()
        expected = expected === 'key' ? 'colon' : afterValue
        break
      default: {
        const isSound = Number(scanner.getTokenError()) === 0 && isLiteral(text, token)
        if (expected !== 'value' || !isSound) return trouble()
        expected = afterValue
      }
    }
    before = token
  }
}

/** Skipped here, because the scanner collects white space character by character. */
function behindSpace(text: string, offset: number): number {
  let at = offset
  for (let code = text.charCodeAt(at); isSpace(code); code = text.charCodeAt(at)) at += 1
  return at
}

/** Whether a number is out of range: JSON can spell it, but no program can hold it or write it again. */
export const isInfinite = (text: string, { offset, end }: Token): boolean =>
  Math.abs(Number(text.slice(offset, end))) === Number.POSITIVE_INFINITY

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9

const escapes = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/** The end of a string, or its first fault. Walked here, because the scanner builds the value, whatever its size. */
function stringAt(text: string, offset: number): { end: number; fault?: number } {
  for (let at = offset + 1; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) return { end: at + 1 }
    if (code === 92) {
      escapes.lastIndex = at
      if (!escapes.test(text)) return { end: at, fault: at }
      at = escapes.lastIndex - 1
    } else if (!(code >= 32)) {
      return { end: at, fault: at }
    }
  }
}

function isLiteral(text: string, token: Token): boolean {
  const { first, offset, end } = token
  if ((first >= '0' && first <= '9') || first === '-')
    return (end - offset > 1 || first !== '-') && !isInfinite(text, token)
  return end - offset <= 5 && /^(?:true|false|null)$/.test(text.slice(offset, end))
}
