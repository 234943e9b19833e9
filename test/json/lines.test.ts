import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/json/lines.js'

describe('the lines of a text', () => {
  const text = 'ab\r\ncd\ne'

  it('start behind each line end', () => {
    const lines = linesOf(text)
    expect(lines.range(7, 1)).toEqual({ start: { line: 3, column: 1 }, end: { line: 3, column: 2 } })
    expect(lines.range(0, 2).end).toEqual({ line: 1, column: 3 })
    expect(lines.range(4, 3).end).toEqual({ line: 3, column: 1 })
  })

  it('are known without their ends, and empty beyond the last one', () => {
    const lines = linesOf(text)
    expect([2, 1, 3, 4, 5].map((line) => lines.text(line))).toEqual(['cd', 'ab', 'e', '', ''])
  })

  it('may be any number', () => {
    const lines = linesOf('\n'.repeat(1000))
    expect(lines.range(999, 1)).toEqual({ start: { line: 1000, column: 1 }, end: { line: 1001, column: 1 } })
  })
})
