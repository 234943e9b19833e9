import { describe, expect, it } from 'vitest'
import { FindingCollection } from '../../src/findings/collection.js'
import { diagnostic } from '../../src/findings/diagnostic.js'
import { convert, parseText, validate } from '../../src/index.js'
import { legacyAcme } from '../support/acme.js'

const wrong = (count: number) => ({
  common: { name: 'a', slogan: 'b', logo: 'c', urls: { accessDeniedHelp: '', imprint: '', privacy: '' } },
  clients: { web: { defaults: {}, themes: Array.from({ length: count }, () => null) } },
})

describe('a collection of findings', () => {
  it('lists the first of each code and counts the others', () => {
    const found = new FindingCollection(2)
    for (const name of ['a', 'b', 'c', 'd']) found.add(diagnostic('unknown-key', `/${name}`, name))
    found.addAll([diagnostic('wrong-type', '/e', 'e')])
    expect(found.listed.map(({ pointer }) => pointer)).toEqual(['/a', '/b', '/e'])
    expect(found.omitted()).toEqual([{ code: 'unknown-key', severity: 'info', count: 2 }])
    expect(found.hasErrors).toBe(true)
    expect(found.isEmpty).toBe(false)
  })

  it('counts each severity of a code for itself, so that no error hides behind warnings', () => {
    const found = new FindingCollection(1)
    for (const severity of ['info', 'info', 'error', 'error', 'error'] as const)
      found.add({ ...diagnostic('unknown-key', '', 'x'), severity })
    expect(found.listed.map(({ severity }) => severity)).toEqual(['info', 'error'])
    expect(found.omitted().map(({ severity, count }) => [severity, count])).toEqual([
      ['info', 1],
      ['error', 2],
    ])
  })

  it('lists all without a limit', () => {
    const found = new FindingCollection()
    for (let index = 0; index < 1000; index += 1) found.add(diagnostic('unknown-key', '', 'x'))
    expect(found.listed).toHaveLength(1000)
    expect(found.omitted()).toEqual([])
  })
})

describe('the option maxFindings', () => {
  it('leaves out of a validation what is beyond it, and counts that', () => {
    const all = validate(wrong(250))
    const some = validate(wrong(250), { maxFindings: 100 })
    expect(all.omitted).toEqual([])
    expect(all.diagnostics.filter(({ code }) => code === 'wrong-type')).toHaveLength(250)
    const ofType = all.diagnostics.filter(({ code }) => code === 'wrong-type')
    const others = all.diagnostics.filter(({ code }) => code !== 'wrong-type')
    expect(some.diagnostics).toHaveLength(100 + others.length)
    expect(some.diagnostics).toEqual(expect.arrayContaining([...ofType.slice(0, 100), ...others]))
    expect(some.omitted).toEqual([{ code: 'wrong-type', severity: 'error', count: 150 }])
    expect(some.valid).toBe(false)
  })

  it('finds the places of those that are left, and of no others', () => {
    const { diagnostics, omitted } = validate(JSON.stringify(wrong(5), null, 2), { maxFindings: 2 })
    const found = diagnostics.filter(({ code }) => code === 'wrong-type')
    expect(found.map(({ range }) => range?.start.line)).toEqual([16, 17])
    expect(omitted).toContainEqual({ code: 'wrong-type', severity: 'error', count: 3 })
  })

  it('counts keys that stand twice too', () => {
    const text = `{${Array(6).fill('"a":1').join()}}`
    expect(parseText(text).diagnostics).toHaveLength(5)
    const { diagnostics, omitted } = validate(text, { maxFindings: 3 })
    expect(diagnostics.map(({ range }) => range?.start.column)).toEqual([8, 14, 20])
    expect(omitted).toEqual([{ code: 'duplicate-key', severity: 'error', count: 2 }])
  })

  it('counts what the rules find, once for each severity that they are given', () => {
    const document = {
      ...convert(legacyAcme).theme,
      ...Object.fromEntries([1, 2, 3, 4].map((key) => [`x${key}`, key])),
    }
    expect(validate(document, { maxFindings: 1, rules: { 'unknown-key': 'error' } })).toMatchObject({
      valid: false,
      omitted: expect.arrayContaining([{ code: 'unknown-key', severity: 'error', count: 3 }]) as unknown,
    })
  })

  it('bounds the findings of a conversion, and not what is converted', () => {
    const colors = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`c${index}`, index]))
    const document = structuredClone(legacyAcme) as { web: { default: { designTokens?: object } } }
    document.web.default.designTokens = { colorPalette: colors }
    const stopped = convert(document, { maxFindings: 5 })
    expect(stopped.theme).toBeUndefined()
    expect(stopped.diagnostics.filter(({ code }) => code === 'wrong-type')).toHaveLength(5)
    expect(stopped.omitted).toContainEqual({ code: 'wrong-type', severity: 'error', count: 15 })
    const options = { invalidValues: 'drop' } as const
    const [some, all] = [convert(document, { ...options, maxFindings: 5 }), convert(document, options)]
    expect(some.theme).toEqual(all.theme)
    expect(some.ledger).toEqual(all.ledger)
    expect(some.omitted).toContainEqual({ code: 'value-invalid-dropped', severity: 'warning', count: 15 })
  })

  it.each([0, -1, 1.5, Number.NaN, '5', null])('is a wrong call as %j', (maxFindings) => {
    const options = { maxFindings: maxFindings as number }
    expect(() => validate({}, options)).toThrow(TypeError)
    expect(() => convert({}, options)).toThrow(TypeError)
  })
})
