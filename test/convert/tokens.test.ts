import { describe, expect, it } from 'vitest'
import { converted, wrap } from '../support/convert.js'

const tokens = (designTokens: Record<string, unknown>) => ({ designTokens })
const colors = (colorPalette: Record<string, string>) => tokens({ colorPalette })

describe('tokens', () => {
  it('go to the defaults when every theme sets them alike, else stay', () => {
    const { defaults, themes } = converted(
      wrap({
        default: colors({ border: '#1', icon: '#2' }),
        'default-dark': colors({ border: '#3', icon: '#2' }),
      }),
    )
    expect(defaults['designTokens']).toEqual({ colorPalette: { icon: '#2' } })
    expect(themes.map((theme) => theme['designTokens'])).toEqual([
      { colorPalette: { border: '#1' } },
      { colorPalette: { border: '#3' } },
    ])
  })

  it('are not shared when a theme leaves one unset, or it would inherit it', () => {
    const { defaults } = converted(
      wrap({ default: colors({ border: '#1' }), blue: colors({ border: '#1' }), 'default-dark': {} }),
    )
    expect(defaults['designTokens']).toEqual({ colorPalette: {} })
    const empty = converted(
      wrap({ default: colors({ border: '#1' }), 'default-dark': colors({ border: '' }) }),
    )
    expect(empty.themes[1]?.['designTokens']).toEqual({ colorPalette: { border: '' } })
  })

  it('of a single theme stay in it', () => {
    expect(converted(wrap({ default: colors({ border: '#1' }) })).themes[0]?.['designTokens']).toEqual({
      colorPalette: { border: '#1' },
    })
  })

  it('that are empty in every theme are left out, and reported once for each group', () => {
    const empty = tokens({
      sizes: { a: '', b: '' },
      spacing: { c: '' },
      fontFamily: '',
      colorPalette: { d: '#1' },
    })
    const result = converted(wrap({ default: empty, 'default-dark': {} }))
    expect(result.themes[0]?.['designTokens']).toEqual({ colorPalette: { d: '#1' } })
    expect(result.codes.filter((code) => code === 'tokens-unset')).toHaveLength(3)
    expect(result.from('/web/default/designTokens/sizes/a')).toMatchObject([{ to: null, action: 'dropped' }])
  })

  it('include the font family', () => {
    const shared = converted(
      wrap({ default: tokens({ fontFamily: 'Inter' }), blue: tokens({ fontFamily: 'Inter' }) }),
    )
    expect(shared.defaults['designTokens']).toMatchObject({ fontFamily: 'Inter' })
    const single = converted(wrap({ default: tokens({ fontFamily: 'Inter' }), blue: {} }))
    expect(single.defaults['designTokens']).not.toHaveProperty('fontFamily')
    expect(single.themes[0]?.['designTokens']).toEqual({ fontFamily: 'Inter' })
  })

  it('with names that the client never reads are kept', () => {
    expect(converted(wrap({ default: colors({ 'my-own': '#1' }) })).themes[0]?.['designTokens']).toEqual({
      colorPalette: { 'my-own': '#1' },
    })
  })
})

describe('contrast colours', () => {
  const document = wrap({ default: colors({ 'swatch-brand-default': '#1', 'text-inverse': '#fff' }) })

  it('are suggested, and added only on request', () => {
    const suggested = converted(document)
    expect(suggested.codes).toEqual(['contrast-tokens-missing'])
    expect(suggested.themes[0]?.['designTokens']).toEqual({
      colorPalette: { 'swatch-brand-default': '#1', 'text-inverse': '#fff' },
    })
    const added = converted(document, { addContrastTokens: true })
    expect(added.themes[0]?.['designTokens']).toMatchObject({
      colorPalette: { 'swatch-brand-contrast': '#fff' },
    })
    expect(added.to('/clients/web/themes/0/designTokens/colorPalette/swatch-brand-contrast')).toMatchObject([
      { from: null, action: 'added' },
    ])
  })

  describe('of themes that share their colours', () => {
    const shared = { 'swatch-brand-default': '#000', 'text-inverse': '#fff' }
    const add = { addContrastTokens: true }
    const addedTo = (themes: Record<string, Record<string, unknown>>) => {
      const { defaults, themes: list, codes } = converted(wrap(themes), add)
      const tokens = [defaults, ...list].map(
        (layer) => layer['designTokens'] as { colorPalette?: object } | undefined,
      )
      return {
        codes,
        contrasts: tokens.map(
          (group) =>
            Object.entries(group?.colorPalette ?? {}).find(([key]) => key === 'swatch-brand-contrast')?.[1],
        ),
      }
    }

    it('are suggested for each where the text would be hard to read', () => {
      const codesFor = (tokens: Record<string, string>) =>
        converted(wrap({ default: colors(tokens), 'default-dark': colors(tokens) })).codes
      expect(codesFor(shared)).toEqual([])
      const light = { ...shared, 'swatch-brand-default': '#f4b223' }
      expect(codesFor(light)).toEqual(['contrast-tokens-missing', 'contrast-tokens-missing'])
    })

    it('are shared too where all lack them and share the colour', () => {
      expect(addedTo({ default: colors(shared), 'default-dark': colors(shared) })).toEqual({
        codes: [],
        contrasts: ['#fff', undefined, undefined],
      })
    })

    it('stay in their theme where the colour is its own, or only some lack them', () => {
      const own = { ...shared, 'text-inverse': '#eee' }
      expect(addedTo({ default: colors(shared), blue: colors(own) }).contrasts).toEqual([
        undefined,
        '#fff',
        '#eee',
      ])
      const has = { ...shared, 'swatch-brand-contrast': '#123' }
      expect(addedTo({ default: colors(shared), blue: colors(has) }).contrasts).toEqual([
        undefined,
        '#fff',
        '#123',
      ])
      expect(addedTo({ default: colors(shared), blue: {} }).contrasts).toEqual([undefined, '#fff', undefined])
    })
  })

  it('are no matter for themes that have them', () => {
    expect(
      converted(wrap({ default: colors({ 'swatch-brand-default': '#1', 'swatch-brand-contrast': '#2' }) }))
        .codes,
    ).toEqual([])
  })
})
