import { describe, expect, it } from 'vitest'
import { carryPaletteToRoles } from '../../../src/convert/steps/carry-palette.js'
import { limits } from '../../../src/json/excess.js'
import { type DraftOptions, stepped } from '../../support/draft.js'

type Target = NonNullable<DraftOptions['target']>

const file = (defaults: object, ...themes: object[]) => ({ clients: { web: { defaults, themes } } })
const palette = (colorPalette: object) => ({ designTokens: { colorPalette } })
const carry = (document: object, target: Target = 'opencloud-7.3', options: DraftOptions = {}) =>
  stepped(carryPaletteToRoles, document, { target, ...options })
const rolesOf = (layer: object | undefined) =>
  (layer as { designTokens?: { roles?: Record<string, string> } } | undefined)?.designTokens?.roles
const old = '/clients/web/themes/0/designTokens/colorPalette'
const made = '/clients/web/themes/0/designTokens/roles'

describe('the palette of ownCloud', () => {
  it('becomes the roles of every theme, with the origin of each', () => {
    const own = {
      'background-default': '#ffffff',
      'swatch-brand-default': '#123456',
      'swatch-success-default': '#006600',
      'text-muted': 'rgba(0, 0, 0, .5)',
    }
    const document = file(palette({ 'swatch-brand-default': '#654321' }), { name: 'a', ...palette(own) }, {})
    const { defaults, themes, from, to } = carry(document)
    expect(themes.map((theme) => rolesOf(theme)?.['chrome'])).toEqual(['#123456', '#654321'])
    expect(rolesOf(themes[0])?.['onSurfaceVariant']).toBe('#808080')
    expect([defaults, themes[0]?.['designTokens']]).not.toContainEqual(
      expect.objectContaining({ colorPalette: expect.anything() }),
    )
    expect(from(`${old}/swatch-brand-default`)).toEqual([['moved', `${made}/chrome`]])
    expect(from(`${old}/swatch-success-default`)).toContainEqual(['mapped', `${made}/tertiary`])
    expect(from(`${old}/text-muted`)).toEqual([['rewritten', `${made}/onSurfaceVariant`]])
    expect(to(`${made}/onError`)).toEqual([['fallback', null]])
    expect(to(`${made}/inverseSurface`)).toEqual([['added', null]])
    expect(to(`${made}/onPrimaryContainer`)).toEqual([['derived', null]])
  })

  it.each(['', ' '])('has an empty token hide what is below it (%j)', (empty) => {
    const document = file(palette({ 'swatch-brand-default': '#654321' }), {
      name: 'a',
      ...palette({ 'swatch-brand-default': empty }),
    })
    const { themes, to } = carry(document)
    expect(rolesOf(themes[0])?.['chrome']).not.toBe('#654321')
    expect(to(`${made}/chrome`)).toEqual([['fallback', null]])
  })

  it('gives way to nothing else: a theme without one gets the colours that its users saw', () => {
    expect(rolesOf(carry(file({}, { name: 'a' })).themes[0])).toHaveProperty('chrome')
  })

  it('says which colours have no place, and which are only alike, once for all themes', () => {
    const theme = palette({
      'swatch-brand-default': '#123456',
      'swatch-success-default': '#006600',
      'swatch-warning-default': '#ffaa00',
      'swatch-warning-muted': '',
    })
    const { codes, messages, from, why } = carry(file({}, { name: 'a', ...theme }, { name: 'b', ...theme }))
    expect(codes).toEqual(expect.arrayContaining(['colors-alike', 'colors-without-place']))
    const alike = messages[codes.indexOf('colors-alike')] ?? ''
    expect(alike.match(/tertiary \(swatch-success-default\)/g)).toHaveLength(1)
    expect(alike).not.toContain('chrome')
    expect(messages[codes.indexOf('colors-without-place')]).toMatch(/: swatch-warning-default\.$/)
    expect(from(`${old}/swatch-warning-default`)).toEqual([['dropped', null]])
    expect(why(`${old}/swatch-warning-default`)[0]).toContain('swatch-warning-default')
    expect(why(`${old}/swatch-warning-muted`)[0]).toContain('not set')
  })

  it("says why a colour was changed or can't be used, and only there", () => {
    const theme = palette({
      'background-default': '#ffffff',
      'background-highlight': '#fefefe',
      'background-sidebar': 'var(--x)',
    })
    const { findings, codes, messages, from } = carry(file({}, { name: 'A', ...theme }))
    expect(findings).toContainEqual(['color-not-mapped', `${old}/background-sidebar`])
    expect(messages[codes.indexOf('color-not-mapped')]).toMatch(/"var\(--x\)" .* background-sidebar/)
    expect(findings).toContainEqual(['grounds-separated', '/clients/web/themes/0'])
    expect(messages[codes.indexOf('grounds-separated')]).toMatch(
      /"A".*secondaryContainer \(background-highlight\)/,
    )
    expect(codes).not.toContain('colors-without-place')
    expect(from(`${old}/background-sidebar`)).toEqual([['dropped', null]])
  })

  it("reports texts that are hard to read, with the colour that isn't", () => {
    const theme = (color: string) => palette({ 'background-default': '#ffffff', 'text-default': color })
    const { findings, codes, messages } = carry(
      file({}, { name: 'A', ...theme('#888888') }, { name: 'B', ...theme('#111111') }),
    )
    expect(findings).toContainEqual(['role-contrast', '/clients/web/themes/0'])
    const message = messages[codes.indexOf('role-contrast')]
    expect(message).toMatch(/"A".*onSurface on surface, .* \(\d.*:1; #000000 would have/)
    expect(message).toContain('surfaceContainer')
    expect(messages.filter((each) => each.includes('"B"')).join()).not.toContain('onSurface on surface')
  })

  it.each([
    ['opencloud-4', { 'icon-file': '#111111' }, 'kept'],
    ['opencloud-7.3', undefined, 'dropped'],
  ] as const)('leaves %s the icons that it reads: %j', (target, left, action) => {
    const document = file(
      {},
      { name: 'a', ...palette({ 'icon-file': '#111111', 'text-default': '#222222' }) },
    )
    const { themes, from, why } = carry(document, target)
    expect(themes[0]?.['designTokens']).toEqual({
      roles: expect.anything(),
      ...(left && { colorPalette: left }),
    })
    expect(from(`${old}/icon-file`)[0]?.[0]).toBe(action)
    if (left === undefined) expect(why(`${old}/icon-file`)[0]).toContain('icon colours')
  })

  it('is dropped where it is empty', () => {
    const { themes, from } = carry(file({}, { name: 'a', ...palette({}) }), 'opencloud-4')
    expect(themes[0]?.['designTokens']).not.toHaveProperty('colorPalette')
    expect(from(old)).toEqual([['dropped', null]])
  })

  it('of a branding file becomes the roles that it sets', () => {
    const { defaults } = carry(file(palette({ 'swatch-brand-default': '#123456' })), 'opencloud-7.3', {
      as: 'branding',
    })
    expect(rolesOf(defaults)).toEqual({ chrome: '#123456' })
    const whole = carry(file(palette({ 'swatch-brand-default': '#123456' })))
    expect(rolesOf(whole.defaults)).toBeUndefined()
    const withTheme = carry(
      file({}, { name: 'a', ...palette({ 'text-default': '#111111' }) }),
      'opencloud-7.3',
      {
        as: 'branding',
      },
    )
    expect(withTheme.defaults).toEqual({})
  })

  it('is too much for one conversion in thousands of themes', () => {
    const perTheme = Object.keys(rolesOf(carry(file({}, { name: 'a' })).themes[0]) ?? {}).length
    const themes = Array.from({ length: Math.floor(limits.values / perTheme) + 1 }, () => ({}))
    const { findings, messages } = carry(file({}, ...themes))
    expect(findings).toEqual([['too-many-values', '']])
    expect(messages[0]).toMatch(new RegExp(`${themes.length} themes with ${perTheme} .* 100,000`))
  })
})

describe('the palette of OpenCloud 1.x', () => {
  const openCloud = (...layers: object[]) => file({}, ...layers.map((layer) => ({ label: 'a', ...layer })))

  it('has a frame of its own', () => {
    const { themes } = carry(openCloud(palette({ 'background-chrome': '#123456' })))
    expect(rolesOf(themes[0])?.['chrome']).toBe('#123456')
  })

  it.each([
    ['only icons', palette({ 'icon-file': '#111111' })],
    ['no colours', {}],
  ])('is none where a theme has %s', (_, theme) => {
    const document = openCloud(theme)
    expect(carry(document).theme).toEqual(document)
  })

  it('gives way to roles in any theme', () => {
    const document = openCloud(palette({ 'text-default': '#111111' }), {
      designTokens: { roles: { primary: '#222222' } },
    })
    expect(carry(document).theme).toEqual(document)
    const empty = openCloud({ designTokens: { roles: {}, colorPalette: { 'text-default': '#111111' } } })
    expect(rolesOf(carry(empty).themes[0])?.['onSurface']).toBe('#111111')
  })

  it('is named where other themes of the file have roles, because its theme shows the default colours', () => {
    const roles = { designTokens: { roles: { primary: '#222222' } } }
    const own = palette({ 'text-default': '#111111' })
    const icons = palette({ 'icon-file': '#111111' })
    const document = openCloud(
      { ...own, label: 'Old' },
      { ...roles, label: 'New' },
      { ...icons, label: 'Icons' },
    )
    for (const target of ['opencloud-2', 'opencloud-4', 'opencloud-7.3'] as const) {
      const { findings, messages, theme } = carry(document, target)
      expect(theme).toEqual(document)
      expect(findings).toEqual([['colors-without-place', '/clients/web/themes/0']])
      expect(messages[0]).toContain('default colours: "Old".')
    }
    const both = { designTokens: { ...own.designTokens, ...roles.designTokens } }
    expect(carry(openCloud(both, roles)).findings).toEqual([])
    expect(carry(file(roles, { label: 'a', ...own })).findings).toEqual([])
    expect(carry(document, 'opencloud-1').findings).toEqual([])
  })

  it('stays one for releases without roles', () => {
    const document = openCloud(palette({ 'text-default': '#111111' }))
    expect(carry(document, 'opencloud-1').theme).toEqual(document)
  })
})
