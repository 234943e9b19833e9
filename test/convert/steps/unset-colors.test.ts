import { describe, expect, it } from 'vitest'
import { keepDefaults } from '../../../src/convert/steps/unset-colors.js'
import { type DraftOptions, stepped } from '../../support/draft.js'

type Target = NonNullable<DraftOptions['target']>
type Groups = Record<string, Record<string, string>>

const file = (title: object, defaults: object, ...themes: object[]) => ({
  clients: { web: { defaults, themes: themes.map((theme) => ({ ...title, ...theme })) } },
})
const ownCloud = (defaults: object, ...themes: object[]) => file({ name: 'a' }, defaults, ...themes)
const openCloud = (defaults: object, ...themes: object[]) => file({ label: 'a' }, defaults, ...themes)
const palette = (colorPalette: object) => ({ designTokens: { colorPalette } })
const roles = (map: object, more: object = {}) => ({ designTokens: { roles: map, ...more } })
/** What tells files of OpenCloud 2 to 3 from later ones. */
const sizes = { sizes: { 'height-small': '50px' } }
const keep = (document: object, target: Target, options: DraftOptions = {}) =>
  stepped(keepDefaults, document, { target, ...options })
const tokensOf = (layer: object | undefined) =>
  (layer as { designTokens?: Groups } | undefined)?.designTokens ?? {}
const theme = '/clients/web/themes/0/designTokens'
const below = '/clients/web/defaults/designTokens'

describe('between two clients with a palette', () => {
  it('has the default of the old client where the new one has another', () => {
    const { themes, to, why, findings } = keep(
      ownCloud({}, palette({ 'text-muted': '#333333' })),
      'opencloud-1',
    )
    const { colorPalette } = tokensOf(themes[0])
    expect(colorPalette).toMatchObject({ 'text-muted': '#333333', 'text-default': 'rgb(4, 30, 66)' })
    // The same in both, the second in another notation; no page reads the last.
    for (const token of ['border', 'swatch-primary-contrast', 'icon-file'])
      expect(colorPalette).not.toHaveProperty(token)
    expect(to(`${theme}/colorPalette/text-default`)).toEqual([['fallback', null]])
    expect(why(`${theme}/colorPalette/text-default`)).toEqual([
      'text-default is not set: ownCloud Web shows this colour, OpenCloud Web 1 would show another',
    ])
    expect(findings).toEqual([])
  })

  it.each(['', ' '])('counts an empty token as not set (%j)', (empty) => {
    const document = ownCloud(palette({ 'text-default': '#010101' }), palette({ 'text-default': empty }), {})
    const { themes, defaults, from } = keep(document, 'opencloud-1')
    expect(tokensOf(themes[0])['colorPalette']?.['text-default']).toBe('rgb(4, 30, 66)')
    expect(from(`${theme}/colorPalette/text-default`)).toEqual([['superseded', null]])
    expect(tokensOf(defaults)['colorPalette']?.['text-default']).toBe('#010101')
  })

  it('has what all themes lack in the defaults', () => {
    const document = ownCloud(
      palette({ 'text-default': '' }),
      palette({ 'input-border': '#010101', 'text-muted': '' }),
      {},
    )
    const { themes, defaults, from } = keep(document, 'opencloud-1')
    expect(tokensOf(defaults)['colorPalette']).toMatchObject({
      'text-default': 'rgb(4, 30, 66)',
      'text-muted': 'rgb(76, 95, 121)',
    })
    expect(tokensOf(themes[0])['colorPalette']).toEqual({ 'input-border': '#010101' })
    expect(tokensOf(themes[1])['colorPalette']).toMatchObject({ 'input-border': 'rgb(206, 221, 238)' })
    expect(from(`${below}/colorPalette/text-default`)).toEqual([['superseded', null]])
    expect(from(`${theme}/colorPalette/text-muted`)).toEqual([['superseded', null]])
  })

  it('has the colour of another token if the old client shows that instead', () => {
    const dark = keep(ownCloud({}, palette({ 'background-default': '#101010' })), 'opencloud-1')
    expect(tokensOf(dark.themes[0])['colorPalette']).toMatchObject({
      'background-sidebar': '#101010',
      'swatch-passive-hover-outline': 'transparent',
    })
    expect(dark.from(`${theme}/colorPalette/background-default`)).toContainEqual([
      'fallback',
      `${theme}/colorPalette/background-sidebar`,
    ])
    const back = keep(openCloud({}, palette({ 'swatch-primary-default': '#112233' })), 'ocis-8')
    expect(tokensOf(back.themes[0])['colorPalette']).toMatchObject({
      'background-sidebar': '#F1F3F4',
      'swatch-passive-hover-outline': '#ffffff',
      'swatch-primary-gradient': '#112233',
      'swatch-primary-gradient-hover': '#20434f',
      'swatch-primary-muted-hover': '#20434f',
    })
    expect(
      tokensOf(keep(openCloud({}, palette({ border: '#1' })), 'ocis-7').themes[0])['colorPalette'],
    ).not.toHaveProperty('background-sidebar')
  })

  it('has nothing that shows the same anyway', () => {
    const white = palette({ 'background-default': '#f1f3f4' })
    const { themes } = keep(openCloud({}, white), 'ocis-8')
    expect(tokensOf(themes[0])['colorPalette']).not.toHaveProperty('background-sidebar')
  })
})

it('keeps icons where the colours become roles or were some', () => {
  const there = keep(ownCloud({}, palette({ 'icon-pdf': '#ff0000' })), 'opencloud-4')
  expect(tokensOf(there.themes[0])['colorPalette']).toMatchObject({
    'icon-pdf': '#ff0000',
    'icon-folder': 'rgb(44, 101, 255)',
  })
  const icons = { colorPalette: { 'icon-pdf': '#ff0000' } }
  const back = keep(openCloud({}, roles({ surface: '#ffffff' }, icons)), 'ocis-8')
  expect(tokensOf(back.themes[0])['colorPalette']).toMatchObject({
    'icon-pdf': '#ff0000',
    'icon-folder': 'rgb(77, 126, 175)',
  })
  // OpenCloud Web 7.3 has other icons.
  const none = keep(openCloud({}, roles({ surface: '#ffffff' })), 'ocis-8')
  expect(tokensOf(none.themes[0])).not.toHaveProperty('colorPalette')
})

describe('between releases with roles', () => {
  it('has the default of the release that the file is for', () => {
    const document = openCloud({}, roles({ chrome: '#010101', onPrimary: '#ffffff' }, sizes))
    const { themes, why } = keep(document, 'opencloud-7.3')
    // Not those that no page of it reads, such as inverseSurface.
    expect(tokensOf(themes[0])['roles']).toEqual({
      chrome: '#010101',
      onPrimary: '#ffffff',
      primary: '#E2BAFF',
      onSurface: '#171C1F',
      secondaryContainer: '#F4E5FF',
      surfaceContainer: '#F1F3F4',
      surfaceContainerHigh: '#E4E9EC',
      surfaceContainerHighest: '#DEE3E6',
      surfaceContainerLow: '#EFF4F7',
    })
    expect(why(`${theme}/roles/primary`)[0]).toContain('OpenCloud Web 2 to 3')
  })

  it('keeps the frame, which would have the colours of other roles without chrome', () => {
    const plain = keep(openCloud({}, roles({ error: '#aa0000' }, sizes)), 'opencloud-4')
    expect(tokensOf(plain.themes[0])['roles']).toMatchObject({ chrome: '#20434F', onChrome: '#FFFFFF' })
    // Without chrome, clients don't read onChrome.
    const hidden = roles({ onSurface: '#222222', onChrome: '#333333' }, sizes)
    const { themes, from } = keep(openCloud({}, hidden), 'opencloud-4')
    expect(tokensOf(themes[0])['roles']).toMatchObject({ chrome: '#20434F', onChrome: '#222222' })
    expect(from(`${theme}/roles/onChrome`)).toEqual([['superseded', null]])
    expect(from(`${theme}/roles/onSurface`)).toContainEqual(['fallback', `${theme}/roles/onChrome`])
    const own = roles({ onSurface: '#222222', surfaceContainer: '#444444' }, sizes)
    expect(tokensOf(keep(openCloud({}, own), 'opencloud-4').themes[0])['roles']).not.toHaveProperty('chrome')
  })
})

it.each([
  ['the release that it is for', openCloud({}, roles({ error: '#aa0000' }, sizes)), 'opencloud-2'],
  ['a release that reads all of it', openCloud({}, roles({ error: '#aa0000' })), 'opencloud-2'],
  ['OpenCloud 4 with icons only', openCloud({}, palette({ 'icon-pdf': '#ff0000' })), 'opencloud-4'],
] as const)('leaves a file for %s as it is', (_, document, target) => {
  expect(keep(document, target).themes).toEqual(document.clients.web.themes)
})

it('adds no colours to a file of OpenCloud without any', () => {
  expect(keep(openCloud({}, {}), 'ocis-8').themes).toEqual([{ name: 'a' }])
})

it('completes only the themes of a branding file', () => {
  const part = keep(ownCloud(palette({ border: '#010101' })), 'opencloud-1', { as: 'branding' })
  expect(tokensOf(part.defaults)).toEqual({ colorPalette: { border: '#010101' } })
  const themes = keep(ownCloud({}, palette({ border: '#010101' }), {}), 'opencloud-1', { as: 'branding' })
  expect(themes.defaults).toEqual({})
  expect(tokensOf(themes.themes[1])['colorPalette']).toHaveProperty('text-default')
})
