import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excessIn, limits } from '../../src/json/excess.js'
import { parseText } from '../../src/text/parse-text.js'

const offsetOfValue = (values: number, text: string) =>
  excessIn(text, { values, keys: Number.POSITIVE_INFINITY })?.offset

/** A comma or an opening bracket for each value in others, and a bracket for each that is empty. */
function counted(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const items = Object.values(value)
  return items.reduce((sum: number, item) => sum + counted(item), Math.max(1, items.length))
}

describe('the values of a text', () => {
  it('are counted by commas and opening brackets, outside of strings', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        const count = counted(value)
        expect(offsetOfValue(count, text)).toBeUndefined()
        if (count > 0) expect('[{,').toContain(text[offsetOfValue(count - 1, text) ?? text.length])
      }),
    )
  })

  it.each<[string, number, number | undefined]>([
    ['[1,2,3]', 2, 4],
    ['[1,2,3]', 3, undefined],
    ['{"a":{"b":[1]}}', 2, 10],
    ['"[,[,[,["', 1, undefined],
    ['["\\",[,["]', 1, undefined],
    ['["\\\\",1]', 1, 5],
    ['["never closed,,,,,', 1, undefined],
    [',,,,', 3, 3],
  ])('%s: what is beyond %i stands at %j', (text, count, offset) => {
    expect(offsetOfValue(count, text)).toBe(offset)
  })

  it('are too many where reading them would take all memory', () => {
    const list = (count: number) => `[\n${Array(count).fill(0).join()}]`
    expect(parseText(list(limits.values)).diagnostics).toEqual([])
    const { document, diagnostics } = parseText(list(limits.values + 1))
    expect(document).toBeUndefined()
    expect(diagnostics.map(({ code, range }) => [code, range?.start.line])).toEqual([['too-many-values', 2]])
  })
})

describe('the keys of a text', () => {
  it.each<[string, number | undefined]>([
    ['{"abc":1}', undefined],
    ['{"abcd" \n:1}', 1],
    ['{"a":"abcdefgh"}', undefined],
    ['["abcdefgh","b"]', undefined],
    ['{"a":[1,2]}', 7],
    ['{"a":[1],"":[1,2,3]}', 14],
    ['{"a":{"\\"\\"":1}}', 6],
  ])('of more than five characters, counted for each value below, are found in %s at %j', (text, offset) => {
    expect(excessIn(text, { values: 6, keys: 5 })).toEqual(
      offset === undefined ? undefined : { of: 'keys', offset },
    )
  })

  it('are too long where pointers would repeat them too often', () => {
    const text = (count: number) => JSON.stringify({ ['k'.repeat(19_998)]: Array(count).fill(0) })
    expect(parseText(text(499)).diagnostics).toEqual([])
    expect(parseText(text(510)).diagnostics).toMatchObject([{ code: 'too-long-key' }])
  })
})
