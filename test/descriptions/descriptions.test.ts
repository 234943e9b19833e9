import { describe, expect, it } from 'vitest'
import { describeCode } from '../../src/descriptions/describe.js'
import type { Example } from '../../src/descriptions/example.js'
import type { DiagnosticCode } from '../../src/findings/catalogue.js'
import { descriptions } from '../../src/generated/descriptions.js'
import { catalogue, convert, ruleCodes, validate } from '../../src/index.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { findingsOf } from '../support/examples.js'

const codes = Object.keys(catalogue) as DiagnosticCode[]

describe('the descriptions', () => {
  it('start from themes that nothing is to be said about', () => {
    expect(validate(JSON.stringify(exampleTheme())).diagnostics).toEqual([])
    expect(convert(exampleTheme()).diagnostics).toEqual([])
    expect(convert(exampleLegacyTheme()).diagnostics).toEqual([])
  })

  it('cover every code, and nothing else', () => {
    expect(Object.keys(descriptions).sort()).toEqual([...codes].sort())
    expect(codes).toEqual(expect.arrayContaining([...ruleCodes]))
  })

  describe.each(codes)('%s', (code) => {
    const { wrong, right, why, since } = descriptions[code]

    it('has a wrong example that raises it and nothing else', () => {
      const found = findingsOf(wrong).map((finding) => finding.code)
      expect([...new Set(found)]).toEqual([code])
    })

    it('has a right example that raises nothing', () => {
      expect(findingsOf(right)).toEqual([])
    })

    it('shows what differs between the two', () => {
      const [before = '', after = ''] = describeCode(code).split('\n\nRight: ')
      const wrongLines = before.split('\n\nWrong: ')[1]?.split('\n') ?? []
      const rightLines = after.split('\n')
      const isOnlyIn = (lines: string[], example: Example) =>
        lines.some((line) => /\w/.test(line) && !JSON.stringify(example, null, 2).includes(line.trim()))
      expect(isOnlyIn(wrongLines, right) || isOnlyIn(rightLines, wrong)).toBe(true)
      expect(Math.max(...wrongLines.map(({ length }) => length))).toBeLessThan(400)
    })

    it('introduces both examples with a sentence', () => {
      const introductions = describeCode(code).match(/^(?:Wrong|Right): .*$/gm)
      expect(introductions).toHaveLength(2)
      for (const line of introductions ?? []) expect(line).toMatch(/[^.\s][.:]$/)
    })

    it('says why it matters, and since when', () => {
      expect(why).toMatch(/^[A-Z].{30,}\.$/s)
      expect(since).not.toBe('')
    })
  })
})
