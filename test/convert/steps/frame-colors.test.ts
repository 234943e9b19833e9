import { describe, expect, it } from 'vitest'
import { carryFrame } from '../../../src/convert/steps/frame-colors.js'
import { type DraftOptions, stepped } from '../../support/draft.js'

type Target = NonNullable<DraftOptions['target']>

const file = (title: object, defaults: object, ...themes: object[]) => ({
  clients: { web: { defaults, themes: themes.map((theme) => ({ ...title, ...theme })) } },
})
const ownCloud = (defaults: object, ...themes: object[]) => file({ name: 'a' }, defaults, ...themes)
const openCloud = (defaults: object, ...themes: object[]) => file({ label: 'a' }, defaults, ...themes)
const palette = (colorPalette: object) => ({ designTokens: { colorPalette } })
const carry = (document: object, target: Target, options: DraftOptions = {}) =>
  stepped(carryFrame, document, { target, ...options })
const tokensOf = (layer: object | undefined) =>
  (layer as { designTokens?: { colorPalette?: Record<string, string> } } | undefined)?.designTokens
    ?.colorPalette
const at = '/clients/web/themes/0/designTokens/colorPalette'

describe('for OpenCloud 1.x', () => {
  it('has the frame of a theme or what is below it under other names', () => {
    const document = ownCloud(
      palette({ 'swatch-brand-default': '#123456' }),
      palette({ 'swatch-brand-contrast': '#ffffff' }),
    )
    const { defaults, themes, from, to, why } = carry(document, 'opencloud-1')
    expect(tokensOf(themes[0])).toMatchObject({
      'background-chrome': '#123456',
      'swatch-inverse-default': '#ffffff',
    })
    // The client still sets the properties of the old names, which extensions may read.
    expect(tokensOf(defaults)).toEqual({ 'swatch-brand-default': '#123456' })
    expect(to(`${at}/background-chrome`)).toEqual([
      ['moved', '/clients/web/defaults/designTokens/colorPalette/swatch-brand-default'],
    ])
    expect(from(`${at}/swatch-brand-contrast`)).toContainEqual(['moved', `${at}/swatch-inverse-default`])
    expect(why(`${at}/swatch-inverse-default`)[0]).toContain('swatch-brand-contrast')
  })

  it('has hovered rows with the text of the rows, and not with the text of the frame', () => {
    const white = { 'swatch-brand-contrast': '#ffffff' }
    const document = ownCloud(palette({ 'text-default': '#111111' }), palette(white), {
      ...palette({ ...white, 'text-default': '#222222' }),
    })
    const { themes, defaults, from } = carry(document, 'opencloud-1')
    const [first, second] = themes.map(tokensOf)
    expect([first?.['swatch-brand-contrast'], second?.['swatch-brand-contrast']]).toEqual([
      '#111111',
      '#222222',
    ])
    expect(second?.['swatch-inverse-default']).toBe('#ffffff')
    expect(tokensOf(defaults)).toEqual({ 'text-default': '#111111' })
    expect(from(`${at}/swatch-brand-contrast`)).toEqual([['moved', `${at}/swatch-inverse-default`]])
    expect(tokensOf(carry(ownCloud({}, {}), 'opencloud-1').themes[0])).toMatchObject({
      'swatch-brand-contrast': 'rgb(4, 30, 66)',
    })
  })

  it.each(['', ' '])('has the default that users saw for what is not set (%j)', (empty) => {
    const document = ownCloud(
      palette({ 'swatch-brand-default': '#123456' }),
      palette({ 'swatch-brand-default': empty }),
    )
    const { themes, to, why } = carry(document, 'opencloud-1')
    expect(tokensOf(themes[0])?.['background-chrome']).toBe('rgb(4, 30, 66)')
    expect(to(`${at}/background-chrome`)).toEqual([['fallback', null]])
    expect(why(`${at}/background-chrome`)[0]).toMatch(/swatch-brand-default .* ownCloud Web/)
  })

  it('drops what the new names meant before', () => {
    const own = { 'swatch-inverse-default': '#010101', 'background-chrome': '#020202' }
    const { themes, from, why, findings } = carry(ownCloud({}, palette(own)), 'opencloud-1')
    expect(Object.values(tokensOf(themes[0]) ?? {})).not.toContain('#010101')
    for (const token of Object.keys(own)) {
      expect(from(`${at}/${token}`)).toEqual([['superseded', null]])
      expect(why(`${at}/${token}`)[0]).toContain(token)
    }
    expect(findings).toEqual([])
  })

  it('makes of a branding file only what it sets', () => {
    const part = carry(ownCloud(palette({ 'swatch-brand-default': '#123456' })), 'opencloud-1', {
      as: 'branding',
    })
    expect(tokensOf(part.defaults)).toEqual({
      'swatch-brand-default': '#123456',
      'background-chrome': '#123456',
    })
    const whole = carry(ownCloud(palette({ 'swatch-brand-default': '#123456' })), 'opencloud-1')
    expect(tokensOf(whole.defaults)).toEqual({ 'swatch-brand-default': '#123456' })
  })
})

describe('for ownCloud', () => {
  it('has the frame of OpenCloud 1.x under other names', () => {
    const own = {
      'background-chrome': '#123456',
      'swatch-inverse-default': '#ffffff',
      'swatch-brand-default': '#1',
    }
    const { themes, from } = carry(openCloud({}, palette(own)), 'ocis-8')
    expect(tokensOf(themes[0])).toMatchObject({
      'swatch-brand-default': '#123456',
      'swatch-brand-contrast': '#ffffff',
      'swatch-inverse-default': '#ffffff',
    })
    expect(tokensOf(themes[0])).not.toHaveProperty('background-chrome')
    expect(from(`${at}/background-chrome`)).toEqual([['moved', `${at}/swatch-brand-default`]])
    expect(from(`${at}/swatch-brand-default`)).toEqual([['superseded', null]])
  })

  it('leaves a palette without anything else to nothing', () => {
    const document = openCloud(palette({ 'background-chrome': '#123456' }), {})
    const { defaults, themes } = carry(document, 'ocis-8')
    expect(tokensOf(defaults)).toBeUndefined()
    expect(tokensOf(themes[0])?.['swatch-brand-default']).toBe('#123456')
  })

  it('makes up none where a file has no palette', () => {
    expect(tokensOf(carry(openCloud({}, {}), 'ocis-8').themes[0])).toBeUndefined()
  })
})

it.each([
  ['a release with roles', 'opencloud-7.3', ownCloud({}, palette({ 'swatch-brand-default': '#123456' }))],
  ['the same product', 'ocis-8', ownCloud({}, palette({ 'swatch-brand-default': '#123456' }))],
] as const)('leaves the palette for %s', (_, target, document) => {
  expect(tokensOf(carry(document, target).themes[0])).toEqual({ 'swatch-brand-default': '#123456' })
})

it('counts no unknown key for a palette that was made of roles', () => {
  const document = openCloud({}, { zz: 1, ...palette({ 'background-chrome': '#123456' }) })
  expect(tokensOf(carry(document, 'ocis-8').themes[0])?.['swatch-brand-default']).toBe('#123456')
})
