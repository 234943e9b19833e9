import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../src/json/lines.js'
import { eachLeaf } from '../../src/json/pointer.js'
import { locator } from '../../src/json/positions.js'
import type { Json } from '../../src/json/value.js'

/** The text of a range, found by counting lines and columns as an editor does. */
function textOf(text: string, { start, end }: Range): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const offset = ({ line, column }: Range['start']) =>
    lines.slice(0, line - 1).reduce((length, { length: more }) => length + more, 0) + column - 1
  return text.slice(offset(start), offset(end))
}

describe('the place of a value', () => {
  it.each([
    ['\n', 2, 3],
    ['\r\n', 2, 3],
    ['\r', 2, 3],
    ['\n\r', 3, 3],
    ['\n\n', 3, 3],
  ])('counts lines for the line end %j', (lineEnd, line, column) => {
    const text = `{${lineEnd}  "a": 1${lineEnd}}`
    expect(locator(text, ['/a'])('/a', 'key')).toEqual({
      start: { line, column },
      end: { line, column: column + 3 },
    })
  })

  it('counts columns as editors do: a tab is one, a character outside the first plane two', () => {
    const text = '{\t"é": "😀", "e\u0301": "日本", "x": 1}'
    const locate = locator(text, ['/é', '/e\u0301', '/x'])
    expect(locate('/é', 'value')?.start).toEqual({ line: 1, column: 8 })
    expect(locate('/e\u0301', 'value')?.start).toEqual({ line: 1, column: 20 })
    expect(locate('/x', 'key')?.start).toEqual({ line: 1, column: 26 })
  })

  it('is the value around it for what is not there', () => {
    const text = '{"a": {"c": 3}, "d": "x", "e": [{"f": 1}]}'
    const locate = locator(text, ['/a/none/deeper', '/a/c', '/d/none', '/e/1', '/e/0/f', ''])
    expect(textOf(text, locate('/a/none/deeper', 'value') as Range)).toBe('{"c": 3}')
    expect(textOf(text, locate('/a/none/deeper', 'key') as Range)).toBe('{"c": 3}')
    expect(textOf(text, locate('/a/c', 'key') as Range)).toBe('"c"')
    expect(textOf(text, locate('/d/none', 'value') as Range)).toBe('"x"')
    expect(textOf(text, locate('/e/1', 'value') as Range)).toBe('[{"f": 1}]')
    expect(textOf(text, locate('/e/0/f', 'value') as Range)).toBe('1')
    expect(textOf(text, locate('', 'value') as Range)).toBe(text)
    expect(textOf(text, locate('', 'key') as Range)).toBe(text)
  })

  it.each(['{"}', ']', '\\', '\\"[', '"', ''])('is right behind values that hold %j', (hard) => {
    const document = { [hard]: { [hard]: [hard, { b: hard }] }, a: { c: hard, d: 1 }, e: 2 }
    const text = JSON.stringify(document)
    const locate = locator(text, ['/a', '/a/d', '/e'])
    expect(textOf(text, locate('/a', 'value') as Range)).toBe(JSON.stringify(document.a))
    expect(textOf(text, locate('/a/d', 'value') as Range)).toBe('1')
    expect(textOf(text, locate('/e', 'value') as Range)).toBe('2')
  })

  it('is found behind as much as a text may have', () => {
    const members = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key ${index}`, '\n']))
    const text = JSON.stringify({ members, long: ['\n'.repeat(1_000_000)], last: 1 })
    expect(textOf(text, locator(text, ['/last'])('/last', 'key') as Range)).toBe('"last"')
  })

  it("is the value's own text, for any document, layout and line end", () => {
    const layout = fc.constantFrom(undefined, 1, '\t', '   ')
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
    fc.assert(
      fc.property(fc.jsonValue(), layout, lineEnd, (value, space, end) => {
        const document = JSON.parse(JSON.stringify(value)) as Json
        const text = JSON.stringify(document, null, space).replaceAll('\n', end)
        const leaves: string[] = []
        eachLeaf(document, '', (pointer) => leaves.push(pointer))
        const locate = locator(text, leaves)
        eachLeaf(document, '', (pointer, leaf) => {
          expect(JSON.parse(textOf(text, locate(pointer, 'value') as Range))).toEqual(leaf)
          const name = pointer
            .slice(pointer.lastIndexOf('/') + 1)
            .replaceAll('~1', '/')
            .replaceAll('~0', '~')
          const key = textOf(text, locate(pointer, 'key') as Range)
          expect([JSON.stringify(leaf), JSON.stringify(name)]).toContain(
            key.startsWith('"') && JSON.parse(key) === name
              ? JSON.stringify(name)
              : JSON.stringify(JSON.parse(key)),
          )
        })
      }),
      { numRuns: 300 },
    )
  })
})
