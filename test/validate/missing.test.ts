import { describe, expect, it } from 'vitest'
import { diagnostic } from '../../src/findings/diagnostic.js'
import { MissingPlaces } from '../../src/validate/missing.js'

const finding = () => diagnostic('missing-key', '/common', 'Lacks it. Add it.')
const places = ['/common/name', '/common/slogan']

describe('the reasons why something is missing', () => {
  it('stand with what lacks it, and with their places', () => {
    const missing = new MissingPlaces()
    const lack = finding()
    missing.note(lack, { places, what: 'Lacks it.' })
    expect(missing.explain('/common/logo', '/x', 'No.')).toBe(false)
    expect(lack).toEqual(finding())
    expect(missing.explain('/common/slogan', '/common/slogna', 'Rename slogna.')).toBe(true)
    expect(missing.explain('/common/name', '/common/nmae', 'Rename nmae.')).toBe(true)
    expect(lack.message).toBe('Lacks it. Rename slogna. Rename nmae.')
    expect(lack.related).toEqual([
      { message: 'Found here', pointer: '/common/slogna' },
      { message: 'Found here', pointer: '/common/nmae' },
    ])
  })

  it('stand with each finding that lacks it', () => {
    const missing = new MissingPlaces()
    const lacks = [finding(), finding()]
    for (const [index, lack] of lacks.entries())
      missing.note(lack, { places: ['/common/name'], what: `Lack ${index}.` })
    expect(missing.explain('/common/name', '/common/nmae', 'Rename it.')).toBe(true)
    expect(lacks.map(({ message }) => message)).toEqual(['Lack 0. Rename it.', 'Lack 1. Rename it.'])
  })

  it('stay few, however many there are', () => {
    const missing = new MissingPlaces()
    const lack = finding()
    missing.note(lack, { places, what: 'Lacks it.' })
    const said = Array.from({ length: 1000 }, (_, index) =>
      missing.explain('/common/name', `/common/nam${index}`, `Rename nam${index}.`),
    )
    expect(said.filter(Boolean)).toHaveLength(5)
    expect(lack.related).toHaveLength(5)
    expect(lack.message.startsWith('Lacks it. Rename nam0.')).toBe(true)
    expect(lack.message.length).toBeLessThan(200)
    expect(missing.has('/common/name')).toBe(true)
    expect(missing.has('/common/logo')).toBe(false)
  })

  it('are kept for many missing values, and not for any number', () => {
    const missing = new MissingPlaces()
    const all = Array.from({ length: 10_001 }, (_, index) => `/${index}`)
    missing.note(finding(), { places: all, what: 'Lacks it.' })
    expect(all.filter((place) => !missing.has(place))).toEqual(['/10000'])
  })
})
