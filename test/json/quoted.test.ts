import { describe, expect, it } from 'vitest'
import { brief, quoted } from '../../src/json/quoted.js'

describe('a value in a sentence', () => {
  it.each<[unknown, string]>([
    ['Acme', '"Acme"'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    ['x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['x'.repeat(81), `"${'x'.repeat(79)}…"`],
    [`${'x'.repeat(78)}😀😀`, `"${'x'.repeat(78)}…"`],
    [7, '7'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Array(100).fill(1), `[${'1,'.repeat(39)}…`],
  ])('%j is %s', (value, expected) => {
    expect(quoted(value)).toBe(expected)
  })

  it('keeps its beginning, whatever its length', () => {
    expect(brief('abc', 3)).toBe('abc')
    expect(brief('abcd', 3)).toBe('ab…')
  })
})
