import { describe, expect, it } from 'vitest'
import { suggestContrast } from '../../../src/convert/steps/contrast-tokens.js'
import { liftTokens } from '../../../src/convert/steps/lift-tokens.js'
import { targets } from '../../../src/index.js'
import { stepped } from '../../support/draft.js'

const theme = (colorPalette: object) => ({ designTokens: { colorPalette } })
const lacking = { 'swatch-brand-default': '#1', 'text-inverse': '#f' }

it('suggests the colours of texts on swatches', () => {
  const { findings, themes } = stepped(suggestContrast, { web: { a: theme(lacking) } })
  expect(findings).toEqual([['contrast-tokens-missing', '/web/a/designTokens/colorPalette']])
  expect(themes).toEqual([theme(lacking)])
})

it('adds them on request', () => {
  const document = { web: { a: theme(lacking), b: theme({ ...lacking, 'swatch-brand-contrast': '#2' }) } }
  const { codes, themes, to } = stepped(suggestContrast, document, { addContrastTokens: true })
  expect(codes).toEqual([])
  expect(themes[0]).toEqual(theme({ ...lacking, 'swatch-brand-contrast': '#f' }))
  expect(themes[1]).toEqual(theme({ ...lacking, 'swatch-brand-contrast': '#2' }))
  expect(to('/clients/web/themes/0/designTokens/colorPalette/swatch-brand-contrast')).toEqual([
    ['added', null],
  ])
})

it('adds a colour that can be read, and says which', () => {
  const added = (colorPalette: object) => {
    const { codes, themes } = stepped(
      suggestContrast,
      { web: { a: theme(colorPalette) } },
      { addContrastTokens: true },
    )
    const [first] = themes as { designTokens: { colorPalette: Record<string, string> } }[]
    return [first?.designTokens.colorPalette['swatch-brand-contrast'], codes]
  }
  const dark = { 'swatch-brand-default': '#212121', 'text-inverse': '#000000' }
  expect(added({ ...dark, 'text-default': '#dddddd' })).toEqual(['#ffffff', ['contrast-tokens-missing']])
  expect(added({ 'swatch-brand-default': '#212121' })).toEqual(['#ffffff', ['contrast-tokens-missing']])
  expect(added({ ...dark, 'swatch-brand-default': '#f4b223' })).toEqual(['#000000', []])
  expect(added({ 'swatch-brand-default': '#f4b223', 'text-inverse': '#fff' })).toEqual([
    '#000000',
    ['contrast-tokens-missing'],
  ])
})

it('can add none where the swatch is no plain colour, and no other is usual', () => {
  const document = { web: { a: theme({ 'swatch-brand-default': 'var(--a)' }) } }
  const { codes, themes } = stepped(suggestContrast, document, { addContrastTokens: true })
  expect([codes, themes]).toEqual([
    ['contrast-tokens-missing'],
    [theme({ 'swatch-brand-default': 'var(--a)' })],
  ])
})

const options = { addContrastTokens: true }
const brand = 'swatch-brand-contrast'
const contrasts = (palettes: object[]) => {
  const both = (draft: Parameters<typeof suggestContrast>[0]) => {
    liftTokens(draft)
    suggestContrast(draft)
  }
  const web = Object.fromEntries(palettes.map((each, index) => [`t${index}`, theme(each)]))
  const { defaults, themes } = stepped(both, { web }, options)
  return [defaults, ...themes].map(
    (layer) => (layer as Partial<ReturnType<typeof theme>>).designTokens?.colorPalette ?? {},
  ) as Record<string, string>[]
}

it.each([
  ['what they share', [{ a: '1' }, { a: '2' }], ['#ffffff']],
  ['what they share, but for one that has its own', [{}, {}, { [brand]: '#eeeeee' }], [undefined, '#ffffff']],
  [
    'a text of their own',
    [{ 'text-inverse': '#010101' }, { 'text-inverse': '#020202' }],
    [undefined, '#ffffff'],
  ],
  ['nothing in common, as there is one', [{}], [undefined, '#ffffff']],
])('adds a colour once for all only where themes get it from %s', (_, palettes, [shared, own]) => {
  const background = { 'swatch-brand-default': '#212121' }
  const [defaults, ...themes] = contrasts(palettes.map((each) => ({ ...background, ...each })))
  expect([defaults?.[brand], themes[0]?.[brand]]).toEqual([shared, own])
  expect(themes[1]?.[brand]).toBe(palettes.length > 1 ? own : undefined)
})

it('adds to each theme what can be read in it', () => {
  const of = (background: string, inverse: string) => ({
    'swatch-brand-default': background,
    'text-inverse': inverse,
  })
  const [defaults, ...themes] = contrasts([of('#212121', '#010101'), of('#eeeeee', '#fefefe')])
  expect(defaults).not.toHaveProperty(brand)
  expect(themes.map((palette) => palette[brand])).toEqual(['#ffffff', '#000000'])
})

it('judges a transparent swatch over the background of the theme, else that of the design system', () => {
  const clear = { 'swatch-brand-default': 'rgba(255, 255, 255, .1)', 'text-inverse': '#ffffff' }
  const added = (palette: object) => contrasts([palette])[1]?.[brand]
  expect(added({ ...clear, 'background-default': '#000000' })).toBe('#ffffff')
  expect(added(clear)).toBe('#000000')
})

it('takes no empty token for a colour', () => {
  expect(stepped(suggestContrast, { web: { a: theme({ 'swatch-brand-default': '' }) } }).codes).toEqual([])
  const [, palette] = contrasts([{ 'swatch-brand-default': '#212121', 'text-inverse': '' }])
  expect(palette?.[brand]).toBe('#ffffff')
})

const named = (name: string, palette: object) => ({ 'theme-name': name, ...theme(palette) })

it('says of each theme which colours it needs', () => {
  const web = {
    a: named('A', { 'swatch-brand-default': '#eeeeee', 'swatch-danger-default': '#eeeeee' }),
    b: named('B', { 'swatch-success-default': 'var(--x)' }),
    c: named('C', { 'swatch-brand-default': '#000000' }),
  }
  const { findings, messages } = stepped(suggestContrast, { web })
  expect(findings.map(([, pointer]) => pointer)).toEqual(
    ['a', 'b'].map((key) => `/web/${key}/designTokens/colorPalette`),
  )
  expect(messages[0]).toMatch(/"A" .* Set swatch-brand-contrast: #000000, swatch-danger-contrast: #000000;/)
  expect(messages[1]).toMatch(/"B" .* Set swatch-success-contrast;/)
})

it('says what it added in place of the usual colour, and how readable that is', () => {
  const background = { 'swatch-brand-default': '#ffffff' }
  const web = { a: named('A', background), b: named('B', { ...background, 'text-inverse': '#eeeeee' }) }
  const { messages, why } = stepped(suggestContrast, { web }, options)
  expect(messages).toEqual([
    expect.stringMatching(/"A" was set to #000000: there is no text-inverse; this one has 21:1 on #ffffff/),
    expect.stringMatching(
      /"B" was set to #000000: text-inverse \(#eeeeee\) .* only 1\.1:1 on #ffffff, this one 21:1/,
    ),
  ])
  expect(why(`/clients/web/themes/1/designTokens/colorPalette/${brand}`)[0]).toContain('#eeeeee')
})

it('keeps the usual colour where no other can be read better on both ends of a gradient', () => {
  const gradient = { 'swatch-primary-muted': '#2c588e', 'swatch-primary-gradient': '#4e85c8' }
  const document = { web: { a: theme({ ...gradient, 'text-inverse': '#ffffff' }) } }
  expect(stepped(suggestContrast, document, { target: 'ocis-8' }).codes).toEqual([])
  const { codes, themes } = stepped(suggestContrast, document, { target: 'ocis-8', ...options })
  expect([codes, JSON.stringify(themes)]).toEqual([
    [],
    expect.stringContaining('"swatch-primary-contrast":"#ffffff"'),
  ])
})

describe.each(Object.values(targets))('for $id', ({ id, painted }) => {
  const ask = (colorPalette: object, addContrastTokens: boolean) =>
    stepped(suggestContrast, { web: { a: theme(colorPalette) } }, { target: id, addContrastTokens })

  it('judges a swatch only by the texts that are painted on it', () => {
    for (const name of ['brand', 'danger', 'passive', 'primary', 'success', 'warning']) {
      const isPainted = painted.some(
        ({ foreground, background }) =>
          foreground === `swatch-${name}-contrast` && background === `swatch-${name}-default`,
      )
      const palette = { [`swatch-${name}-default`]: '#eeeeee' }
      expect(ask(palette, false).codes, name).toEqual(isPainted ? ['contrast-tokens-missing'] : [])
      const { themes } = ask(palette, true)
      expect(JSON.stringify(themes).includes(`swatch-${name}-contrast`), name).toBe(isPainted)
    }
  })

  it('adds a colour that can be read on all of its backgrounds', () => {
    for (const { foreground, advice } of painted) {
      if (advice === undefined) continue
      const backgrounds = painted.filter((pair) => pair.foreground === foreground)
      for (const [color, text] of [
        ['#eeeeee', '#000000'],
        ['#222222', '#ffffff'],
      ]) {
        const all = Object.fromEntries(backgrounds.map(({ background }) => [background, color]))
        expect(ask(all, true).themes).toEqual([theme({ ...all, [foreground]: text })])
      }
    }
  })
})
