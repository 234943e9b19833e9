import { describe, expect, it } from 'vitest'
import { type DiagnosticCode, targets, type ValidateOptions, validate } from '../../src/index.js'
import { shippedThemes } from '../../src/shipped/shipped-themes.js'
import { serverTheme } from '../../src/targets/all-served.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'

describe('what upstream ships', () => {
  const deserved = new Set<DiagnosticCode>([
    'image-not-served',
    'low-contrast',
    'missing-material-roles',
    'relative-background',
  ])

  function expectNoComplaint(input: unknown, options: ValidateOptions = {}): void {
    const { diagnostics } = validate(input, options)
    const others = diagnostics.filter(({ severity, code }) => severity !== 'info' && !deserved.has(code))
    expect(others).toEqual([])
  }

  it('raises no error, and no warning that it does not deserve', () => {
    const current = shippedThemes().at(-1)?.document
    expectNoComplaint(current, { target: 'ocis-5' })
    expectNoComplaint({ ...current, common: serverTheme(targets['ocis-8'])['common'] }, { target: 'ocis-8' })
  })

  it.runIf(hasCorpus)('does so in every real file', () => {
    const files = corpusFiles('current', 'logo-upload').filter(({ file }) => !file.includes('ocis-4'))
    expect(files.length).toBeGreaterThan(8)
    for (const { file, text } of files)
      expectNoComplaint(text, { as: file.includes('.branding.') ? 'branding' : 'theme' })
  })
})
