import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseText } from '../../src/index.js'

describe('the text of a file', () => {
  it('is read as JSON.parse reads it, and refused where JSON.parse refuses it', () => {
    const mangled = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', '{', '\\', '//', 'NaN', "'", '\u0007', '\ufeff'),
      )
      .map(([text, at, noise]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + noise + text.slice(place)
      })
    fc.assert(
      fc.property(mangled, (text) => {
        let expected: unknown
        try {
          expected = JSON.parse(text)
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError)
          const { document, diagnostics } = parseText(text)
          expect(document).toBeUndefined()
          expect(diagnostics.length).toBeGreaterThan(0)
          for (const { range, message } of diagnostics) {
            expect(range).toBeDefined()
            expect(message).toMatch(/\S\.( \(.*\))?$/s)
          }
          return
        }
        const parsed = parseText(text)
        const isDuplicate = parsed.diagnostics.some(({ code }) => code === 'duplicate-key')
        if (!isDuplicate) expect(parsed.document).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('marks each of two equal keys as it is written', () => {
    const [finding] = parseText('{ "b\\u006frder": 1,\n  "border": 2 }').diagnostics
    expect(finding).toMatchObject({
      code: 'duplicate-key',
      pointer: '/border',
      range: { start: { line: 2, column: 3 }, end: { line: 2, column: 11 } },
      related: [{ range: { start: { line: 1, column: 3 }, end: { line: 1, column: 16 } } }],
    })
  })

  it('tells duplicate keys from others, whatever the keys and values hold', () => {
    const key = fc.oneof(
      fc.constantFrom('a', '"', '\\', ':', '{', '__proto__', 'a:b', '\\"', '\u2028'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.jsonValue()), { maxLength: 8 }), (entries) => {
        const text = `{${entries.map(([name, value]) => `${JSON.stringify(name)} : ${JSON.stringify(value)}`).join(',\n')}}`
        const names = entries.map(([name]) => name)
        const doubled = names.filter((name, index) => names.indexOf(name) !== index)
        const { diagnostics } = parseText(text)
        expect(diagnostics.map(({ code }) => code)).toEqual(doubled.map(() => 'duplicate-key'))
        for (const { related, range } of diagnostics) {
          expect(related).toHaveLength(1)
          expect(related?.[0]?.range?.start.line).toBeLessThan(range?.start.line as number)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
