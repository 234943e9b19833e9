import { describe, expect, it } from 'vitest'
import { jsonText } from '../../src/json/json-text.js'
import { printable, visible } from '../../src/report/visible.js'

describe('a text that is shown', () => {
  it.each([
    ['plain ü 日本 😀', 'plain ü 日本 😀'],
    ['a\tb', 'a  b'],
    ['a\nb\r\u0000\u0007', 'a␊b␍␀␇'],
    ['\u001b[31m', '\ufffd[31m'],
    ['\u007f\u009b\u202e\u2028\u2029\u200b\ufeff\ud800\u{e0001}', '\ufffd'.repeat(9)],
    ['::error::x', '：:error::x'],
    ['  ::error::x', '  ：:error::x'],
    ['\t::error::x', '  ：:error::x'],
    ['a::b', 'a::b'],
    ['a ##[error]x', 'a #＃[error]x'],
    ['a ###VSO[task.x]x', 'a ##＃VSO[task.x]x'],
    ['## title', '## title'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('keeps a colon where it does not begin a line', () => {
    expect(printable(': 1')).toBe(': 1')
  })
})

describe('a value as JSON', () => {
  const value = {
    'a\u001b\u202e': [
      '\u2028\u2029\u007f\u009b\ufeff\u{e0001} 😀 ü',
      '##[error] ##vso[task.x] ## a',
      '\\##[x',
    ],
  }

  it('is the same value to whoever reads it', () => {
    expect(JSON.parse(jsonText(value))).toEqual(value)
  })

  it('has escapes for what a terminal or a runner acts on, and only for that', () => {
    const text = jsonText(value)
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]|##(?:\[|vso\[)/u)
    expect(text).toContain(' 😀 ü')
    expect(text).toContain('\\u202e')
    expect(jsonText({ a: [1, 'x'] })).toBe(JSON.stringify({ a: [1, 'x'] }, null, 2))
  })
})
