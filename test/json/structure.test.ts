import { describe, expect, it } from 'vitest'
import { isTooDeep, MAX_DEPTH, structureOf } from '../../src/json/structure.js'
import type { Json } from '../../src/json/value.js'
import { resolve } from '../../src/resolve/resolve.js'
import { validate } from '../../src/validate/validate.js'

function nested(levels: number): Json {
  let value: Json = {}
  for (let level = 1; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

const common = (value: unknown) => ({ common: { name: 'Acme', deep: value } })

describe('a walk through a document', () => {
  it('counts keys and levels', () => {
    expect(structureOf({ a: [{ b: null }], constructor: 1 })).toEqual({
      keys: 3,
      depth: 3,
      hasHostileKey: true,
    })
    expect(isTooDeep(nested(MAX_DEPTH))).toBe(false)
    expect(isTooDeep(nested(MAX_DEPTH + 1))).toBe(true)
  })

  it.each([
    ['validate', validate],
    ['resolve', resolve],
  ])('survives any depth in %s', (_, call) => {
    for (const document of [common(nested(100_000)), { web: { default: { general: nested(100_000) } } }])
      expect(call(document).diagnostics.map(({ code }) => code)).toEqual(['too-deep'])
  })

  it.each([
    ['a bigint', 1n, 'bigint'],
    ['a function', () => 1, 'function'],
    ['a symbol', Symbol('s'), 'symbol'],
    ['an infinite number', Number.NEGATIVE_INFINITY, '-Infinity'],
    ['no number', Number.NaN, 'NaN'],
  ])('calls %s a wrong call and says where', (_, value, type) => {
    for (const call of [validate, resolve]) {
      expect(() => call(common([value]))).toThrow(TypeError)
      expect(() => call(common([value]))).toThrow(new RegExp(`/common/deep/0 there is (?:a )?${type}`))
    }
  })

  it('finds what holds itself, however many ways lead there', () => {
    const value: Record<string, unknown> = {}
    Object.assign(value, { one: value, other: [value] })
    expect(() => structureOf(common(value) as Json)).toThrow(/contains itself at \/common\/deep\/one/)
  })

  it('takes one value at several places for what it is', () => {
    const shared = { a: 1 }
    expect(structureOf({ one: shared, other: shared }).depth).toBe(2)
  })
})

describe('a validation without rules', () => {
  const nested = (levels: number, inside: unknown): unknown =>
    Array.from({ length: levels }).reduce((value) => ({ a: value }), inside)
  const themes = { clients: { web: { defaults: {}, themes: [] } } }

  it.each<[string, unknown]>([
    ['a BigInt', 1n],
    ['a function', () => {}],
    ['a symbol', Symbol('a')],
    ['an infinite number', Number.POSITIVE_INFINITY],
  ])('takes %s for a wrong call, however deep it is, as one with rules does', (_, value) => {
    for (const levels of [0, 1, 40, 400]) {
      const document = { ...themes, other: nested(levels, [value]) }
      expect(() => validate(document, { rules: 'off' })).toThrow(TypeError)
      expect(() => validate(document)).toThrow(TypeError)
    }
  })

  it('takes what holds itself for a wrong call', () => {
    const round: Record<string, unknown> = { ...themes }
    round['round'] = [round]
    expect(() => validate(round, { rules: 'off' })).toThrow(TypeError)
  })

  it.each([600, 100_000])('finds %i levels too deep', (levels) => {
    const document = { ...themes, other: nested(levels, 1) }
    for (const rules of ['off', {}] as const)
      expect(validate(document, { rules }).diagnostics.map(({ code }) => code)).toEqual(['too-deep'])
  })

  it('takes a key without a value, as JSON.stringify does', () => {
    const document = { ...themes, other: undefined }
    expect(validate(document, { rules: 'off' })).toEqual(validate(themes, { rules: 'off' }))
  })
})
