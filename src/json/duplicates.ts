import { child } from './pointer.js'
import {
  afterSpace,
  endOfScalar,
  endOfString,
  isEnd,
  isOpening,
  keyAt,
  OPEN_LIST,
  type Stretch,
} from './tokens.js'

/** A duplicate key of an object. */
export interface Duplicate {
  pointer: string
  key: string
  first: Stretch
  second: Stretch
}

const QUOTE = 34
const SPACE = 32

/**
 * An upper bound of the number of keys of the objects in a text, with duplicates. Too many are counted
 * only where a string holds a colon right behind a quote.
 *
 * @param text a text that `JSON.parse` accepts
 */
export function countKeys(text: string): number {
  let count = 0
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1
    while (text.charCodeAt(before) <= SPACE) before -= 1
    if (text.charCodeAt(before) === QUOTE) count += 1
  }
  return count
}

/** An object or list that is open. */
interface Container {
  readonly pointer: string
  /** Where each key of an object stands; `undefined` for a list. */
  readonly keys: Map<string, Stretch> | undefined
  /** The number of items of a list so far. */
  count: number
}

/**
 * Calls back for each duplicate key of an object. One pass over the tokens, without recursion.
 *
 * @param text a text that `JSON.parse` accepts
 */
export function eachDuplicate(text: string, report: (duplicate: Duplicate) => void): void {
  const open: Container[] = []
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    const around = open[open.length - 1]
    if (isEnd(text.charCodeAt(at))) {
      open.pop()
      at += 1
      continue
    }
    let key: string | number = around === undefined ? '' : around.count++
    if (around?.keys !== undefined) {
      const second = { offset: at, length: endOfString(text, at) - at }
      at += second.length
      key = keyAt(text, second)
      const first = around.keys.get(key)
      if (first === undefined) around.keys.set(key, second)
      else report({ pointer: child(around.pointer, key), key, first, second })
      at = afterSpace(text, at)
    }
    const code = text.charCodeAt(at)
    if (isOpening(code)) {
      const pointer = around === undefined ? '' : child(around.pointer, key)
      open.push({ pointer, keys: code === OPEN_LIST ? undefined : new Map(), count: 0 })
      at += 1
    } else at = endOfScalar(text, at)
  }
}
