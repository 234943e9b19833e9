import { describe, expect, it } from 'vitest'
import { InterpolationError, interpolate } from '../../src/settings/interpolate.js'

const values: Readonly<Record<string, string>> = { A: 'a', EMPTY: '' }
const fill = (text: string) => interpolate(text, { get: (name) => values[name] })

describe('variables of a compose file', () => {
  it.each([
    ['plain', 'plain'],
    ['$A/${A}b', 'a/ab'],
    ['${NONE:-d}${NONE-d}${EMPTY:-d}${EMPTY-d}', 'ddd'],
    ['${NONE:-${A}-${NONE:-x}}', 'a-x'],
    ['${A:?needed}${EMPTY?needed}', 'a'],
    ['${A:+yes}${NONE:+yes}${EMPTY:+yes}${EMPTY+yes}', 'yesyes'],
    ['$$A $${A}', '$A ${A}'],
    ['${NONE}$NONE', ''],
    ['${NONE:-https://x:1/?a=b}', 'https://x:1/?a=b'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(fill(text)).toBe(expected)
  })

  it.each([
    ['${NONE:?set it}', 'NONE', 'NONE is not set (set it)'],
    ['${EMPTY:?}', 'EMPTY', 'EMPTY is not set'],
    ['${A', undefined, 'closing brace'],
    ['$1', undefined, 'Write $$'],
    ['${A%b}', undefined, 'without a valid variable'],
  ])('%j has no value', (text, variable, message) => {
    const error = (() => {
      try {
        return fill(text)
      } catch (caught) {
        return caught
      }
    })()
    expect(error).toBeInstanceOf(InterpolationError)
    expect(error).toMatchObject({ variable, message: expect.stringContaining(message) })
  })

  it('has bounds', () => {
    expect(() => fill('${NONE:-'.repeat(200) + '}'.repeat(200))).toThrow('more than 100 defaults')
    expect(() => fill('$A'.repeat(200_000))).toThrow('more than 128 kB')
    expect(fill('${NONE:-'.repeat(90) + '}'.repeat(90))).toBe('')
  })
})
