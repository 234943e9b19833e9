import { formatHex, parse } from 'culori'
import { describe, expect, it } from 'vitest'
import { contrastOf, solidColor } from '../../src/css/colors.js'
import { isColor } from '../../src/css/is-color.js'
import { colorValues } from '../support/css-values.js'

describe('colours', () => {
  it.each(colorValues.valid)('takes %j', (text) => {
    expect(isColor(text)).toBe(true)
    expect(isColor(` ${text}\n`)).toBe(true)
  })

  it.each(colorValues.invalid)('refuses %j', (text) => {
    expect(isColor(text)).toBe(false)
  })

  // What browsers accept as an image, a position, or a text that they close themselves.
  it.each(['none', '0', 'rgb(1, 2, 3', 'var(--x'])('refuses %j, which is no colour', (text) => {
    expect(isColor(text)).toBe(false)
  })

  it('are the same as culori reads them', () => {
    const channels = ['0', '50%', '-5', '.3', '100%', '1e2', 'none']
    const hues = ['-120', '30deg', '.4turn', '200grad', '5rad', 'none']
    const grid = (name: string, ...[ones, twos, threes]: readonly (readonly string[])[]) =>
      (ones ?? []).flatMap((one) =>
        (twos ?? []).flatMap((two) =>
          (threes ?? []).flatMap((three) => [
            `${name}${one} ${two} ${three})`,
            `${name}${one}, ${two}, ${three}, 20%)`,
            `${name}${one} ${two} ${three} / .7)`,
          ]),
        ),
      )
    const texts = [
      ...colorValues.valid,
      ...[
        'rgb(',
        'rgba(',
        'lab(',
        'oklab(',
        'color(srgb ',
        'color(srgb-linear ',
        'color(display-p3 ',
      ].flatMap((name) => grid(name, channels, channels, channels)),
      ...['hsl(', 'hsla(', 'hwb('].flatMap((name) => grid(name, hues, channels, channels)),
      ...['lch(', 'oklch('].flatMap((name) => grid(name, channels, channels, hues)),
    ]
    const read = texts.flatMap((text) => {
      const color = parse(text)
      // Browsers know no other spaces of culori, and clamp what has no meaning below 0.
      if (color === undefined || /rec2020|a98|prophoto|xyz|h(?:sl|wb).* -5/.test(text)) return []
      return [[text, { hex: formatHex(color), alpha: color.alpha ?? 1 }] as const]
    })
    expect(read.length).toBeGreaterThan(3000)
    expect(read.map(([text]) => [text, solidColor(text)])).toEqual(read)
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
    ['a gradient', `linear-gradient(${'red,'.repeat(long / 4)}blue)`, false],
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
