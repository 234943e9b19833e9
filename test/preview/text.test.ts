import { describe, expect, it } from 'vitest'
import { endFitting, fitting, inTwoLines, widthOf } from '../../src/preview/text.js'

describe('a text that is cut', () => {
  it.each([
    ['Acme', 100, 'Acme'],
    ['', 100, ''],
    ['Files for everyone', 54, 'Files for…'],
    ['Files for everyone', 1, '…'],
    ['所有人的文件和文件夹', 54, '所有人的…'],
    ['所有人的文', 54, '所有人的文'],
    ['👍👍👍👍👍👍👍', 54, '👍👍👍👍…'],
  ])('fits the width: %s', (text, width, fit) => {
    expect(fitting(text, width, 10)).toBe(fit)
  })

  it('is never looked at as a whole', () => {
    expect(fitting('x'.repeat(10_000_000), 54, 10)).toBe('xxxxxxxxx…')
    expect(endFitting('x'.repeat(10_000_000), 54, 10)).toBe('…xxxxxxxxx')
  })

  it('keeps the end of a path', () => {
    expect(endFitting('themes/acme/logo.svg', 54, 10)).toBe('…/logo.svg')
    expect(endFitting('a.svg', 54, 10)).toBe('a.svg')
  })

  it.each([
    ['Files for all', ['Files for', 'all']],
    ['Files', ['Files']],
    ['Files for everyone at Acme', ['Files for', 'everyone…']],
    ['Filesforeveryone', ['Filesfore…']],
    ['所有人 的文件和文件夹', ['所有人', '的文件和…']],
  ])('is broken between words: %s', (text, lines) => {
    expect(inTwoLines(text, 54, 10)).toEqual(lines)
  })

  it('is as wide as its letters', () => {
    expect(widthOf('文a', 10)).toBeCloseTo(15.4)
  })
})
