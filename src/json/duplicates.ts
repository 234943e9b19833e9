import { createScanner } from 'jsonc-parser'
import { child } from './pointer.js'

/** Where a key stands in its text, with its quotes. Escapes make it longer. */
interface KeyPlace {
  offset: number
  length: number
}

/** A key that stands in its object already. */
export interface Duplicate {
  pointer: string
  key: string
  first: KeyPlace
  second: KeyPlace
}

const QUOTE = 34
const SPACE = 32

/**
 * How many keys the objects in a text have at most, those that stand twice counted twice. Too many are counted
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
  keys: Map<string, KeyPlace> | undefined
  pointer: string
  /** The key or index whose value comes next. */
  current: string | number
  expectsKey: boolean
}

/**
 * The keys that stand twice in one object. One pass over the tokens, without recursion.
 *
 * @param text a text that `JSON.parse` accepts
 */
export function* duplicatesIn(text: string): Generator<Duplicate> {
  const scanner = createScanner(text, true)
  const stack: Container[] = []
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const top = stack[stack.length - 1]
    const token = text[scanner.getTokenOffset()]
    switch (token) {
      case '{':
      case '[': {
        const isObject = token === '{'
        stack.push({
          keys: isObject ? new Map() : undefined,
          pointer: top === undefined ? '' : child(top.pointer, top.current),
          current: isObject ? '' : 0,
          expectsKey: isObject,
        })
        break
      }
      case '}':
      case ']':
        stack.pop()
        break
      case ',':
        if (top === undefined) break
        if (typeof top.current === 'number') top.current += 1
        else top.expectsKey = true
        break
      case '"':
        if (top?.keys !== undefined && top.expectsKey) {
          const key = scanner.getTokenValue()
          const place = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() }
          const first = top.keys.get(key)
          if (first === undefined) top.keys.set(key, place)
          else yield { pointer: child(top.pointer, key), key, first, second: place }
          top.current = key
          top.expectsKey = false
        }
        break
    }
  }
}
