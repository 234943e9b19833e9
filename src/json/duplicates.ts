import { child } from './pointer.js'
import { keyAt, visitTokens } from './tokens.js'

/** The range of a key in its text, with its quotes. Escapes make it longer. */
interface KeyPlace {
  offset: number
  length: number
}

/** A duplicate key of an object. */
export interface Duplicate {
  pointer: string
  key: string
  first: KeyPlace
  second: KeyPlace
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

interface Container {
  /** Where each key of an object stands; `undefined` for a list. */
  readonly keys: Map<string, KeyPlace> | undefined
  readonly pointer: string
  /** The key or index whose value comes next. */
  current: string | number
}

/**
 * Calls back for each duplicate key of an object. One pass over the tokens, without recursion.
 *
 * @param text a text that `JSON.parse` accepts
 */
export function eachDuplicate(text: string, report: (duplicate: Duplicate) => void): void {
  const stack: Container[] = []
  // What is next in a list has the next index.
  const next = () => {
    const top = stack[stack.length - 1]
    if (top !== undefined && typeof top.current === 'number') top.current += 1
    return top
  }
  visitTokens(text, {
    open(isList) {
      const top = next()
      stack.push({
        keys: isList ? undefined : new Map(),
        pointer: top === undefined ? '' : child(top.pointer, top.current),
        current: isList ? -1 : '',
      })
    },
    close() {
      stack.pop()
    },
    key(offset, end) {
      const top = stack[stack.length - 1] as Container
      const key = keyAt(text, offset, end)
      const place = { offset, length: end - offset }
      const first = top.keys?.get(key)
      if (first === undefined) top.keys?.set(key, place)
      else report({ pointer: child(top.pointer, key), key, first, second: place })
      top.current = key
    },
    scalar() {
      next()
    },
  })
}
