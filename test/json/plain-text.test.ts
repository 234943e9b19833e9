import { describe, expect, it } from 'vitest'
import { jsonText } from '../../src/json/json-text.js'
import { isPlainText } from '../../src/json/plain-text.js'
import { printable } from '../../src/report/visible.js'

const each = Array.from({ length: 0x3100 }, (_, code) => String.fromCharCode(code))

describe('plain texts', () => {
  it('have no character that a terminal or a log would take for something else', () => {
    const risky = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
    expect(
      each.filter((character) => isPlainText(character) && character !== '\n' && risky.test(character)),
    ).toEqual([])
    for (const text of ['\ud800', '\u{e0001}', 'a\u202eb', '\u009b', '\u007f', '\u00ad'])
      expect(isPlainText(text)).toBe(false)
  })

  it('are most texts', () => {
    expect(isPlainText('Ä theme – “Café’s” → 3:1 …\n')).toBe(true)
  })

  it('stay as they are', () => {
    for (const character of each.filter((one) => isPlainText(one) && one !== '\n')) {
      expect(printable(character)).toBe(character)
      expect(JSON.parse(jsonText(character))).toBe(character)
    }
    expect(printable('a\nb\tc\u202ed##[e')).toBe('a␊b  c�d#＃[e')
    expect(jsonText('a\u202eb##[c')).toBe(String.raw`"a\u202eb#\u0023[c"`)
  })
})
