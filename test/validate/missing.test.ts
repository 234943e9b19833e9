import { describe, expect, it } from 'vitest'
import { diagnostic } from '../../src/findings/diagnostic.js'
import { MissingPlaces } from '../../src/validate/missing.js'

describe('the reasons why something is missing', () => {
  it('stay few, however many there are', () => {
    const missing = new MissingPlaces()
    const finding = diagnostic('missing-key', '/common', 'Lacks it. Add it.')
    missing.note(finding, { places: ['/common/name', '/common/slogan'], what: 'Lacks it.' })
    const said = Array.from({ length: 1000 }, (_, index) =>
      missing.explain('/common/name', `/common/nam${index}`, `Rename nam${index}.`),
    )
    expect(said.filter(Boolean)).toHaveLength(finding.related?.length ?? 0)
    expect(finding.message.startsWith('Lacks it. Rename nam0.')).toBe(true)
    expect(finding.message.length).toBeLessThan(200)
    expect(missing.has('/common/name')).toBe(true)
    expect(missing.has('/common/logo')).toBe(false)
  })
})
