import { describe, expect, it } from 'vitest'
import type { DiagnosticCode } from '../../src/diagnostics/catalogue.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/explanations/example-themes.js'
import { explanations } from '../../src/explanations/index.js'
import { catalogue, convert, ruleCodes, validate } from '../../src/index.js'
import { findingsOf } from '../support/examples.js'

const codes = Object.keys(catalogue) as DiagnosticCode[]

describe('the explanations', () => {
  it('start from themes that nothing is to be said about', () => {
    expect(validate(JSON.stringify(exampleTheme())).diagnostics).toEqual([])
    expect(convert(exampleTheme()).diagnostics).toEqual([])
    expect(convert(exampleLegacyTheme()).diagnostics).toEqual([])
  })

  it('cover every code, and nothing else', () => {
    expect(Object.keys(explanations).sort()).toEqual([...codes].sort())
    expect(codes).toEqual(expect.arrayContaining([...ruleCodes]))
  })

  describe.each(codes)('%s', (code) => {
    const { wrong, right, why, since } = explanations[code]

    it('has a wrong example that raises it and nothing else', () => {
      const found = findingsOf(wrong).map((finding) => finding.code)
      expect([...new Set(found)]).toEqual([code])
    })

    it('has a right example that raises nothing', () => {
      expect(findingsOf(right)).toEqual([])
    })

    it('says why it matters, and since when', () => {
      expect(why).toMatch(/^[A-Z].{30,}\.$/s)
      expect(since).not.toBe('')
    })
  })
})
