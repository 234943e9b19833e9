import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_VALUES, offsetOfValue } from '../../src/json/value-count.js'
import { parseText } from '../../src/text/parse-text.js'

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
    expect(parseText(list(MAX_VALUES)).diagnostics).toEqual([])
    const { document, diagnostics } = parseText(list(MAX_VALUES + 1))
    expect(document).toBeUndefined()
    expect(diagnostics.map(({ code, range }) => [code, range?.start.line])).toEqual([['too-many-values', 2]])
  })
})
