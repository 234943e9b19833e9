import { describe, expect, it } from 'vitest'
import { severityOf } from '../../src/findings/severity-of-code.js'
import { catalogue, type DiagnosticCode } from '../../src/index.js'

describe('the severity of a code', () => {
  it('is that of the catalogue', () => {
    const codes = Object.keys(catalogue) as DiagnosticCode[]
    for (const code of codes) expect([code, severityOf(code)]).toEqual([code, catalogue[code].severity])
    expect(new Set(codes.map(severityOf))).toEqual(new Set(['error', 'warning', 'info']))
  })
})
