import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachLeaf } from '../../src/json/pointer.js'
import { linesOf, locator, type Range } from '../../src/json/positions.js'
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

  it('is the object for what is not there, and the last of two equal keys', () => {
    const text = '{"a": {"b": [1, 2]}, "a": {"c": 3}}'
    const locate = locator(text, ['/a/none/deeper', '/a/c', '/a/b/0'])
    expect(textOf(text, locate('/a/b/0', 'value') as Range)).toBe('{"c": 3}')
    expect(textOf(text, locate('/a/none/deeper', 'value') as Range)).toBe('{"c": 3}')
    expect(textOf(text, locate('/a/c', 'key') as Range)).toBe('"c"')
    expect(textOf(text, locate('', 'value') as Range)).toBe(text)
    expect(textOf(text, locate('', 'key') as Range)).toBe(text)
  })

  it('is the value’s own text, for any document, layout and line end', () => {
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

  it('knows where each line starts', () => {
    const lines = linesOf('ab\r\ncd\ne')
    expect(lines.range(0, 2).end).toEqual({ line: 1, column: 3 })
    expect(lines.range(4, 3).end).toEqual({ line: 3, column: 1 })
    expect(lines.range(7, 1)).toEqual({ start: { line: 3, column: 1 }, end: { line: 3, column: 2 } })
  })
})
