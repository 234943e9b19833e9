import { describe, expect, it } from 'vitest'
import { catalogue, ruleCodes, validate } from '../../src/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { withChanges } from '../support/test-rule.js'

describe('settings of rules', () => {
  const document = withChanges(exampleTheme(), { '/common/logo': '/a.svg', '/contact': 'x' })

  it('can be switched off and raised', () => {
    const severities = (rules: Parameters<typeof validate>[1]) =>
      validate(document, rules).diagnostics.map(({ code, severity }) => `${code} ${severity}`)
    expect(severities({})).toEqual(['unknown-key info', 'absolute-logo warning'])
    expect(severities({ rules: { 'unknown-key': 'off' } })).toEqual(['absolute-logo warning'])
    expect(severities({ rules: { 'absolute-logo': 'error', 'unknown-key': 'warning' } })).toEqual([
      'unknown-key warning',
      'absolute-logo error',
    ])
    expect(severities({ rules: 'off' })).toEqual([])
    expect(validate(document, { rules: { 'absolute-logo': 'error' } }).valid).toBe(false)
  })

  it('let the next rule judge a text when the first is off', () => {
    const unsafe = withChanges(exampleTheme(), {
      '/clients/web/themes/0/designTokens/colorPalette/border': 'url(//a)',
    })
    expect(
      validate(unsafe, { rules: { 'unsafe-token': 'off' } }).diagnostics.map(({ code }) => code),
    ).toEqual(['invalid-color'])
  })

  it('are only those that there are', () => {
    expect(() => validate({}, { rules: { 'no-such-rule': 'off' } as never })).toThrow(RangeError)
    expect(() => validate({}, { rules: { 'missing-key': 'off' } })).toThrow(RangeError)
    expect(() => validate({}, { rules: { 'low-contrast': 'loud' as 'off' } })).toThrow(TypeError)
    for (const code of ruleCodes) expect(catalogue).toHaveProperty(code)
  })
})
