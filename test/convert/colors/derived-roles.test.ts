import { describe, expect, it } from 'vitest'
import {
  backgroundRole,
  derivedRole,
  palettesOf,
  textRole,
} from '../../../src/convert/colors/derived-roles.js'
import type { MadeRole } from '../../../src/convert/colors/made-role.js'
import { ERROR, TERTIARY_HUE } from '../../../src/convert/colors/role-tones.js'
import { contrastBetween, paletteOf, toneOf } from '../../../src/css/tones.js'

const made = (colors: Record<string, string>) =>
  new Map(
    Object.entries(colors).map(([role, color]): [string, MadeRole] => [
      role,
      { role, color, kind: 'exact', token: `${role}-token`, from: `/${role}`, reason: 'set' },
    ]),
  )
const palettes = (colors: Record<string, string>) => palettesOf(made(colors))

describe('the palettes of a theme', () => {
  it('are those of its own colours', () => {
    const colors = {
      surface: '#101418',
      primary: '#0b4f4a',
      secondary: '#4e85c8',
      tertiary: '#006600',
      error: '#aa0000',
    }
    const { origins, isDark, surface } = palettes(colors)
    const { neutral, variant, ...others } = origins
    for (const [name, { color, palette }] of Object.entries({ ...others, surface: neutral })) {
      expect(color).toBe(colors[name as keyof typeof colors])
      expect(palette).toEqual(paletteOf(color))
    }
    expect(variant.palette).toEqual({ hue: neutral.palette.hue, chroma: neutral.palette.chroma * 2 })
    expect([isDark, surface]).toEqual([true, toneOf('#101418')])
  })

  it('are made of each other where it has none', () => {
    const { origins, surface, isDark } = palettes({ primary: '#0b4f4a' })
    const { hue, chroma } = origins.primary.palette
    expect(origins.secondary.color).toBe('#0b4f4a')
    expect(origins.tertiary.palette.hue).toBeCloseTo((hue + TERTIARY_HUE) % 360)
    expect(origins.tertiary.palette.chroma).toBeCloseTo(chroma / 2)
    expect(origins.error).toMatchObject({ color: ERROR, from: null })
    expect(origins.neutral).toMatchObject({ color: '#ffffff', from: null })
    expect([isDark, Math.round(surface)]).toEqual([false, 100])
    expect(palettes({ secondary: '#4e85c8' }).origins.primary.color).toBe('#4e85c8')
    expect(palettes({ surface: '#eeeeee' }).origins.primary.color).toBe('#eeeeee')
  })
})

describe('a derived role', () => {
  const tone = (role: string, surface: string) =>
    toneOf(derivedRole(role, palettes({ surface, primary: '#0b4f4a' })).color) ?? Number.NaN

  it.each([
    ['primaryContainer', 90, 30],
    ['onPrimary', 100, 20],
    ['surfaceContainer', 95, 2],
    ['surfaceContainerLowest', 100, 0],
    ['unknownToTheTable', 99, 10],
  ])('%s is tone %d on white and %d on black', (role, light, dark) => {
    expect(tone(role, '#ffffff')).toBeCloseTo(light, 0)
    expect(tone(role, '#000000')).toBeCloseTo(dark, 0)
  })

  it('says what it is a tone of, and where that is from', () => {
    const role = derivedRole('primaryContainer', palettes({ primary: '#0b4f4a' }))
    expect(role).toMatchObject({ kind: 'derived', token: 'primary-token', from: '/primary' })
    expect(role.reason).toBe('tone 90 of primary (#0b4f4a)')
    const usual = derivedRole('onError', palettes({}))
    expect(usual.reason).toContain('usual colour')
    expect(usual.from).toBeNull()
  })

  it('can be the colour itself', () => {
    const role = derivedRole('surfaceTint', palettes({ primary: '#0b4f4a' }))
    expect(role).toMatchObject({ color: '#0b4f4a', from: '/primary' })
    expect(role.reason).toContain('primary')
  })
})

describe('a background that is too close to others', () => {
  const every = (step: number, from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
  const apart = (surface: string, others: readonly number[]) => {
    const role = backgroundRole('surfaceContainer', palettes({ surface }), { backgrounds: others, texts: [] })
    return toneOf(role.color) ?? Number.NaN
  }

  it.each([
    ['stays where it is far', '#ffffff', [100], 95],
    ['goes down on a light page', '#ffffff', [95], 92],
    ['goes up on a dark page', '#000000', [0, 2], 5],
    ['goes up on a light page where nothing is left below', '#ffffff', every(5, 0, 95), 98],
    ['goes down on a dark page where nothing is left above', '#303030', every(5, 20, 100), 17],
    ['stays where nothing is left', '#ffffff', every(5, 0, 100), 95],
  ])('%s', (_, surface, others, tone) => {
    expect(apart(surface, others)).toBeCloseTo(tone, -0.5)
    const isFar = others.every((other) => Math.abs(other - apart(surface, others)) >= 2.99)
    expect(isFar).toBe(others.length !== 21)
  })

  it('says so', () => {
    const { reason, token } = backgroundRole(
      'surfaceContainer',
      palettes({ surface: '#ffffff' }),
      { backgrounds: [95], texts: [] },
      ': too close',
    )
    expect(reason).toMatch(/^tone 9[12](\.\d)? of surface \(#ffffff\): too close$/)
    expect(token).toBe('surface-token')
  })
})

describe('a background below texts that are readable on the page', () => {
  const below = (surface: string, texts: readonly string[], backgrounds: readonly number[] = []) =>
    backgroundRole('surfaceContainer', palettes({ surface }), {
      backgrounds,
      texts: texts.map((text) => toneOf(text) as number),
    }).color
  const ratio = (text: string, background: string) => contrastBetween(text, background) ?? 0

  it.each([
    ['dark on white', '#ffffff', '#707070'],
    ['dark on light grey', '#eeeeee', '#6b6b6b'],
    ['light on black', '#000000', '#7a7a7a'],
    ['light on dark grey', '#303030', '#999999'],
    ['light on blue', '#0b3b8a', '#cfc6c0'],
  ])('is as light as it has to be: %s', (_, surface, text) => {
    expect(ratio(text, surface)).toBeGreaterThan(4.5)
    const color = below(surface, [text], [toneOf(surface) as number])
    expect(ratio(text, color)).toBeGreaterThanOrEqual(4.5)
    expect(Math.abs((toneOf(color) as number) - (toneOf(surface) as number))).toBeGreaterThan(2.9)
    expect(Math.abs((toneOf(color) as number) - (toneOf(surface) as number))).toBeLessThan(12)
  })

  it('is usual where that is enough, or where nothing is', () => {
    expect(below('#ffffff', ['#333333'])).toBe(below('#ffffff', []))
    // Black would have the contrast, but not on a white page.
    expect(below('#ffffff', ['#767676'], [100])).toBe(below('#ffffff', [], [100]))
  })

  it('goes with the first texts where it cannot go with all', () => {
    const color = below('#ffffff', ['#6e6e6e', '#767676'], [100])
    expect(ratio('#6e6e6e', color)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('a text without a colour', () => {
  const text = (backgrounds: readonly string[]) =>
    textRole(
      'onPrimary',
      palettes({ surface: '#ffffff', primary: '#0b4f4a' }),
      backgrounds.map((each) => toneOf(each) as number),
    )

  it.each([
    [['#0b4f4a'], 100],
    [['#0b4f4a', '#004488'], 100],
    [['#ffcc00'], 10],
    [['#ffcc00', '#999999'], 10],
    [['#808080'], 0],
  ])('is readable on %j', (backgrounds, tone) => {
    expect(text(backgrounds)?.reason).toBe(`tone ${tone} of primary (#0b4f4a)`)
    for (const each of backgrounds)
      expect(contrastBetween(text(backgrounds)?.color ?? '', each)).toBeGreaterThanOrEqual(4.5)
  })

  it('is none where no tone is readable on all', () => {
    expect(text(['#0b4f4a', '#ffcc00'])).toBeUndefined()
  })
})
