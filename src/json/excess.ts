import { MAX_DEPTH } from './structure.js'
import { endOfString } from './tokens.js'

/** What a text may have at most to be read. */
export interface Limits {
  readonly values: number
  /** The characters of all keys on the way to each value, over all values: what their pointers take together. */
  readonly keys: number
}

/**
 * What more values become takes many times their own memory, and pointers repeat a key for all that is below it. Themes
 * have a few hundred values, and keys of some thousand characters in all.
 */
export const limits: Limits = { values: 100_000, keys: 10_000_000 }

/** Texts that can't have too much of anything. */
const SMALL = 20_000

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
 * bracket. What is no JSON counts as far as it looks like some; what is nested too deeply has a finding of its own.
 */
export function excessIn(text: string, { values, keys }: Limits = limits): Excess | undefined {
  if (text.length <= Math.min(values, SMALL)) return undefined
  const above: number[] = []
  let path = 0
  let key = 0
  let valueCount = 0
  let keyCount = 0
  let isTooDeep = false
  for (let at = 0; at < text.length; at += 1) {
    const offset = at
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        at = endOfString(text, offset) - 1
        if (!isKey(text, at + 1)) break
        key = at + 1 - offset
        keyCount += path + key
        break
      }
      case BRACKET:
      case BRACE:
        above.push(path)
        path += key
        key = 0
        valueCount += 1
        break
      case COMMA:
        valueCount += 1
        keyCount += path
        break
      case BRACKET + 2:
      case BRACE + 2:
        path = above.pop() ?? 0
    }
    if (valueCount > values) return { of: 'values', offset }
    if (above.length > MAX_DEPTH) isTooDeep = true
    else if (keyCount > keys && !isTooDeep) return { of: 'keys', offset }
  }
  return undefined
}

/** Whether a colon comes behind a string. */
function isKey(text: string, end: number): boolean {
  let at = end
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1
  return text.charCodeAt(at) === COLON
}
