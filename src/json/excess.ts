import { endOfString } from './tokens.js'

/** What a text may have at most to be read. */
export interface Limits {
  readonly values: number
  /** The characters of a key, with its quotes. */
  readonly key: number
}

/**
 * What more values become takes many times their own memory, and pointers repeat a key for all that is below it. Themes
 * have a few hundred values, and the largest files of all releases some thousands.
 */
export const limits: Limits = { values: 100_000, key: 10_000 }

/** Where a text goes beyond a limit. */
export interface Excess {
  readonly of: keyof Limits
  readonly offset: number
}

const QUOTE = 34
const COMMA = 44
const COLON = 58
const BRACKET = 91
const BRACE = 123

/**
 * Where a text goes beyond what can be read, found without reading it: a value stands behind each comma and opening
 * bracket. What is no JSON counts as far as it looks like some, and texts that are shorter than the limit of values
 * are within both.
 */
export function excessIn(text: string, { values, key }: Limits = limits): Excess | undefined {
  if (text.length <= values) return undefined
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const offset = at
      at = endOfString(text, offset) - 1
      if (at + 1 - offset > key && isKey(text, at + 1)) return { of: 'key', offset }
    } else if (code === COMMA || code === BRACKET || code === BRACE) {
      count += 1
      if (count > values) return { of: 'values', offset: at }
    }
  }
  return undefined
}

/** Whether a colon comes behind a string. */
function isKey(text: string, end: number): boolean {
  let at = end
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1
  return text.charCodeAt(at) === COLON
}
