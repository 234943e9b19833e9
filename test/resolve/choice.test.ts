import { describe, expect, it } from 'vitest'
import { type ResolveOptions, targets } from '../../src/index.js'
import type { Json } from '../../src/json/value.js'
import { chooseTheme } from '../../src/resolve/choice.js'
import type { Target } from '../../src/targets/target.js'

const themes: Json[] = [
  { name: 'Light', isDark: false },
  { name: 'Dark', isDark: true },
  { isDark: false },
  'no theme',
  { name: 5, isDark: 'yes' },
]
const choose = (options: ResolveOptions, target: keyof typeof targets = 'ocis-8', list = themes) =>
  chooseTheme(list, targets[target] as Target, options)

describe('the choice of a theme', () => {
  it.each<[string, ResolveOptions, keyof typeof targets, number, string, RegExp]>([
    ['what fits the system', {}, 'ocis-8', 0, 'Light', /^first theme that fits .*prefers light/],
    [
      'what fits a dark one',
      { prefers: 'dark' },
      'ocis-8',
      1,
      'Dark',
      /^first theme that fits .*prefers dark/,
    ],
    ['an index', { theme: 1, stored: 'Light' }, 'ocis-8', 1, 'Dark', /^requested$/],
    ['the index of a nameless one', { theme: 2 }, 'ocis-8', 2, '', /^requested$/],
    ['the index of no theme at all', { theme: 3 }, 'ocis-8', 3, '', /^requested$/],
    ['the index of one with a number as its name', { theme: 4 }, 'ocis-8', 4, '', /^requested$/],
    ['a name', { theme: 'Dark', stored: 'Light' }, 'ocis-8', 1, 'Dark', /^requested$/],
    ['the stored name', { stored: 'Dark' }, 'ocis-8', 1, 'Dark', /browser stored its name "Dark"/],
    ['no stored name', { stored: 'X' }, 'ocis-5', 0, 'Light', /^first theme: none has the stored name "X"/],
    ['no stored name later', { stored: 'X', prefers: 'dark' }, 'ocis-6', 1, 'Dark', /^first theme that fits/],
  ])('goes by %s', (_, options, target, index, name, reason) => {
    expect(choose(options, target)).toEqual({ index, name, reason: expect.stringMatching(reason) })
  })

  it('is the first where none fits', () => {
    const dark = [{ isDark: true }]
    expect(choose({}, 'ocis-8', dark)).toEqual({
      index: 0,
      name: '',
      reason: expect.stringMatching(/^first theme: none fits .*prefers light/),
    })
  })

  it('is none for what is not in the list', () => {
    for (const theme of [5, -1, 'X', '5', '']) expect(choose({ theme })).toBe(undefined)
    expect(choose({}, 'ocis-8', [])).toBe(undefined)
  })

  it('goes by the merged title only where the client does', () => {
    const below: Json[] = [{ name: 'Product', label: 'Product' }, 'no layer', { name: 'Lower' }]
    const titled = (target: keyof typeof targets) =>
      chooseTheme([{ isDark: false }], targets[target] as Target, { theme: 0 }, below)?.name
    expect(titled('opencloud-1')).toBe('Product')
    expect(titled('opencloud-2')).toBe('')
    expect(titled('ocis-8')).toBe('')
    expect(chooseTheme([5], targets['opencloud-1'] as Target, { theme: 0 }, below.slice(1))?.name).toBe(
      'Lower',
    )
  })
})
