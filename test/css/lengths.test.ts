import { describe, expect, it } from 'vitest'
import { isLength, lacksUnit } from '../../src/css/lengths.js'
import { lengthValues } from '../support/css-values.js'

describe('lengths', () => {
  it.each(lengthValues.valid)('takes %j', (text) => {
    expect(isLength(text)).toBe(true)
    expect(isLength(` ${text.toUpperCase()}\n`)).toBe(true)
  })

  it.each(lengthValues.invalid)('refuses %j', (text) => {
    expect(isLength(text)).toBe(false)
  })

  // Browsers close what a text leaves open, and compute what stands for a variable only when they use it.
  it.each(['calc(1px', 'calc(var(--x)+2px)', 'var(--x)px', 'calc(var(--x)px)', 'var(--x) 1px'])(
    'refuses %j, which browsers accept and can not use',
    (text) => {
      expect(isLength(text)).toBe(false)
    },
  )

  it.each([
    ['16', true],
    ['-1.5', true],
    ['0', false],
    ['16px', false],
    ['wide', false],
  ])('lack a unit: %j', (text, lacks) => {
    expect(lacksUnit(text)).toBe(lacks)
  })

  it.each([
    ['brackets', `${'('.repeat(1e6)}1px`],
    ['functions', 'calc('.repeat(1e5) + ')'.repeat(1e5)],
    ['terms', `calc(1px${' + 1px'.repeat(1e6)})`],
    ['digits', '1'.repeat(1e7)],
    ['quotes', '"\''.repeat(1e6)],
  ])('of many %s are none', (_, text) => {
    expect(isLength(text)).toBe(false)
  })
})
