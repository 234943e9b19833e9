import { describe, expect, it } from 'vitest'
import { colorAt, contrastBetween, type Palette, paletteOf, shownOver, toneOf } from '../../src/css/tones.js'

const tone = (color: string, wanted: number) => colorAt(paletteOf(color) as Palette, wanted)

/** How far two hexadecimal colours are from each other, in steps of eight bits. */
function distance(one: string, other: string): number {
  const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const [a, b] = [parts(one), parts(other)]
  return Math.max(...a.map((part, index) => Math.abs(part - (b[index] ?? 0))))
}

describe('a tone', () => {
  it.each([
    ['#000000', 0],
    ['#ffffff', 100],
    ['white', 100],
    ['rgb(119 119 119)', 50.03],
    ['oklch(13% 0.028 261.692)', 2],
  ])('of %s is %d', (color, wanted) => {
    expect(toneOf(color)).toBeCloseTo(wanted, 0)
  })

  it.each(['var(--x)', 'none', '', 'fff', '__proto__', 'currentColor'])('is none of %j', (text) => {
    expect(toneOf(text)).toBeUndefined()
    expect(paletteOf(text)).toBeUndefined()
    expect(shownOver(text, '#ffffff')).toBeUndefined()
    expect(contrastBetween(text, '#ffffff')).toBeUndefined()
  })

  it.each([
    ['#70787c', 90, '#dbe4e8'],
    ['#70787c', 30, '#40484c'],
    ['#70787c', 80, '#bfc8cc'],
    ['#70787c', 60, '#8a9296'],
    ['#00677f', 10, '#001f28'],
    ['#00677f', 30, '#004e60'],
    ['#ba1a1a', 90, '#ffdad6'],
    ['#ba1a1a', 80, '#ffb4ab'],
  ])('of the palette of %s at %d is that of Material', (color, at, wanted) => {
    expect(distance(tone(color, at), wanted)).toBeLessThanOrEqual(2)
  })

  it('keeps the hue to the eye: blue becomes light blue, not lavender', () => {
    const light = tone('#0000ff', 80)
    const [red = 0, green = 0] = [1, 3].map((at) => Number.parseInt(light.slice(at, at + 2), 16))
    expect(red).toBeLessThan(green)
  })

  it('is what was asked for, whatever the chroma', () => {
    for (const color of ['#0000ff', '#ff0000', '#00ff00', '#ffff00', '#808080'])
      for (let wanted = 0; wanted <= 100; wanted += 5)
        expect(Math.abs((toneOf(tone(color, wanted)) ?? -9) - wanted)).toBeLessThan(0.6)
  })
})

describe('a colour over another', () => {
  it('keeps its own text where nothing shines through', () => {
    expect(shownOver('rgb(1, 2, 3)', 'var(--x)')).toEqual({ text: 'rgb(1, 2, 3)', isBlended: false })
  })

  it('is blended with what is below', () => {
    expect(shownOver('rgba(0, 0, 0, .5)', '#ffffff')).toEqual({ text: '#808080', isBlended: true })
    expect(shownOver('transparent', '#123456')).toEqual({ text: '#123456', isBlended: true })
  })

  it("is none where what is below can't be computed", () => {
    expect(shownOver('rgba(0, 0, 0, .5)', 'var(--x)')).toBeUndefined()
  })
})
