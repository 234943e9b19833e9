import { describe, expect, it } from 'vitest'
import { linesOf, rangesOf } from '../../src/json/lines.js'

describe('the lines of a text', () => {
  const text = 'ab\r\ncd\ne'

  it('start behind each line end', () => {
    const rangeOf = rangesOf(text)
    expect(rangeOf(7, 1)).toEqual({ start: { line: 3, column: 1 }, end: { line: 3, column: 2 } })
    expect(rangeOf(0, 2).end).toEqual({ line: 1, column: 3 })
    expect(rangeOf(4, 3).end).toEqual({ line: 3, column: 1 })
  })

  it('are known without their ends, and empty beyond the last one', () => {
    expect([2, 1, 3, 4, 5].map(linesOf(text))).toEqual(['cd', 'ab', 'e', '', ''])
  })

  it('may be any number', () => {
    expect(rangesOf('\n'.repeat(1000))(999, 1)).toEqual({
      start: { line: 1000, column: 1 },
      end: { line: 1001, column: 1 },
    })
  })
})
