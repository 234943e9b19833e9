import { describe, expect, it } from 'vitest'
import { contrastOf, isColor } from '../../src/css/colors.js'

describe('colours', () => {
  it.each([
    ...['#fff', '#FFFA', '#d5e0de', '#d5e0deff', 'teal', 'Teal', ' teal ', 'transparent', 'currentColor'],
    ...[
      'rgb(1, 2, 3)',
      'rgb(1 2 3 / 50%)',
      'rgba(183, 76, 27, .5)',
      'hsl(180deg 50% 50%)',
      'hwb(90 10% 10%)',
    ],
    ...[
      'lab(50% 40 59)',
      'lch(50% 40 59)',
      'oklab(0.5 0.1 0.1)',
      'oklch(60% 0.1 120)',
      'color(display-p3 1 0 0)',
    ],
    ...[
      'var(--oc-color-border)',
      'color-mix(in srgb, red, blue)',
      'light-dark(#fff, #000)',
      'inherit',
      'Canvas',
    ],
    ...['rgb(var(--red), 0, 0)', 'linear-gradient(red, blue)'],
    ...[
      'linear-gradient(to right, #fff 0%, 30%, rgb(1, 2, 3) 50% 60%)',
      'repeating-conic-gradient(from 45deg at 50% 50%, red 10deg, var(--x) 20deg)',
      'radial-gradient(circle at top, red, color-mix(in srgb, red, blue) 10px)',
      'linear-gradient(red)',
    ],
  ])('takes %j', (text) => {
    expect(isColor(text)).toBe(true)
  })

  it.each(
    ['fff', 'd5e0de', '#d5e0d', '#ggg', 'greyish', 'rgb(1, 2)', '12px', 'red blue', '#', 'rgb()', '0'].concat(
      [
        'none',
        'linear-gradient(foo)',
        'linear-gradient(red, blu)',
        'linear-gradient(45deg)',
        'linear-gradient()',
      ],
    ),
  )('refuses %j', (text) => {
    expect(isColor(text)).toBe(false)
  })

  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.47],
    ['color(srgb 1 1 1)', 'color(srgb 0 0 none)', 21],
    ['#ffffff', 'lab(none 0 0)', 21],
    ['oklch(0% 0 none)', 'color(display-p3 1 1 1)', 21],
  ])('%s on %s has a contrast of %d', (front, back, ratio) => {
    expect(contrastOf(front, back)).toBeCloseTo(ratio, 1)
    expect(contrastOf(back, front)).toBeCloseTo(ratio, 1)
  })

  it('are laid over what is below them', () => {
    expect(contrastOf('rgba(0, 0, 0, 0)', '#ffffff')).toBeCloseTo(1)
    expect(contrastOf('rgba(0, 0, 0, 0.5)', '#ffffff')).toBeCloseTo(
      contrastOf('#808080', '#fff') as number,
      0,
    )
    expect(contrastOf('#ffffff', 'transparent', '#000000')).toBeCloseTo(21)
    expect(contrastOf('#ffffff', 'transparent')).toBeCloseTo(1)
    expect(contrastOf('#ffffff', '#00000000', '#000000')).toBeCloseTo(21)
    expect(contrastOf('var(--x)', '#ffffff')).toBeUndefined()
    expect(contrastOf('#ffffff', 'transparent', 'var(--x)')).toBeUndefined()
    expect(contrastOf('#ffffff', 'rgb(0 0 0)', 'var(--x)')).toBeCloseTo(21)
    expect(contrastOf('#ffffff', '#0000', '#000', 'var(--x)')).toBeCloseTo(21)
  })
})

describe('texts of many megabytes', () => {
  const long = 10_000_000

  it.each([
    ['a word', 'x'.repeat(long), false],
    ['a function', `rgb(${'1,'.repeat(long / 2)}1)`, false],
    ['hexadecimal digits', `#${'f'.repeat(long)}`, false],
    ['a gradient', `linear-gradient(${'red,'.repeat(long / 4)}blue)`, true],
  ])('are not taken apart: %s', (_, text, isRight) => {
    expect(isColor(text)).toBe(isRight)
  })
})

describe('numbers with units that no colour has', () => {
  it.each([
    'rgb(1px 2 3)',
    'rgb(0 0 0 / 5px)',
    'hsl(1x 2% 3%)',
    'lab(50% 40em 59)',
    'rgb(1 2 3 / 1none)',
    'themes/1acme.png',
    'a/1b',
  ])('make %j no colour, and no error', (text) => {
    expect(isColor(text)).toBe(false)
    expect(contrastOf(text, '#fff')).toBeUndefined()
  })

  it('are none in any order of the parts of a colour', () => {
    const parts = ['a', 'e', '1', '-', '.', '/', '(', ')', ' ', '%', ',', '#', 'rgb(', 'deg', 'none']
    const pairs = parts.flatMap((one) => parts.map((other) => one + other))
    const throwing: string[] = []
    for (const text of pairs.flatMap((start) => pairs.map((end) => start + end))) {
      try {
        isColor(text)
      } catch {
        throwing.push(text)
      }
    }
    expect(throwing).toEqual([])
  })
})
