import { describe, expect, it } from 'vitest'
import { type RoleOptions, rolesOf } from '../../../src/convert/colors/palette-to-roles.js'
import { marks, roleTones } from '../../../src/convert/colors/role-tones.js'
import { contrastBetween, toneOf } from '../../../src/css/tones.js'
import { targets } from '../../../src/index.js'
import { designTokensOfWeb12, tokenValue } from '../../../src/targets/design-tokens.js'

const fallback = (token: string) => tokenValue(designTokensOfWeb12, `color-${token}`) || undefined

const painted = {
  painted: targets['opencloud-7.3'].painted,
  paintedBefore: targets['ocis-next'].painted,
}

function made(palette: Record<string, string>, options: Partial<RoleOptions> = {}) {
  const result = rolesOf(
    {
      set: (token) => {
        const text = Object.hasOwn(palette, token) ? palette[token] : undefined
        return text === undefined ? undefined : { text, from: `/${token}` }
      },
      fallback,
      client: 'ownCloud Web',
    },
    { ...painted, isOfOpenCloud: false, border: 'surfaceContainerHighest', isPart: false, ...options },
  )
  const byRole = new Map(result.roles.map((role) => [role.role, role]))
  return {
    ...result,
    role: (name: string) => byRole.get(name),
    color: (name: string) => byRole.get(name)?.color,
  }
}

/** Backgrounds that are far enough from each other. */
const apart = {
  'background-default': '#ffffff',
  'background-muted': '#eef3f2',
  'background-highlight': '#dfeae8',
  border: '#c9d6d4',
}

describe('the roles of a palette', () => {
  it('are all that the client reads, in any palette', () => {
    const all = [...roleTones.keys(), 'shadow', 'scrim', 'chrome', 'onChrome']
    for (const palette of [{}, apart, { 'background-default': '#000' }])
      expect(made(palette).roles.map(({ role }) => role)).toEqual(all)
  })

  it.each([
    ['chrome', { 'swatch-brand-default': '#123456' }, 'exact'],
    ['onChrome', { 'swatch-brand-contrast': '#eeeeee' }, 'exact'],
    ['surface', { 'background-default': '#fafafa' }, 'exact'],
    ['background', { 'background-default': '#fafafa' }, 'exact'],
    ['onSurface', { 'text-default': '#111111' }, 'exact'],
    ['onSurfaceVariant', { 'text-muted': '#444444' }, 'exact'],
    ['surfaceContainer', { ...apart, 'background-sidebar': '#f0f0f0' }, 'exact'],
    ['surfaceContainer', { ...apart, 'background-sidebar': '' }, 'exact'],
    ['surfaceContainerHigh', { 'background-hover': '#eeeeee' }, 'alike'],
    ['secondaryContainer', apart, 'exact'],
    ['surfaceContainerHighest', apart, 'exact'],
    ['outline', { 'input-border': '#777777' }, 'exact'],
    ['outlineVariant', { 'input-border': '#777777' }, 'exact'],
    ['primary', { 'swatch-primary-gradient': '#004488', 'swatch-primary-default': '#000000' }, 'exact'],
    ['error', { 'swatch-danger-default': '#aa0000' }, 'exact'],
    ['tertiary', { 'swatch-success-default': '#006600' }, 'alike'],
    ['inverseSurface', {}, 'fixed'],
    ['primaryContainer', {}, 'derived'],
    ['onError', {}, 'default'],
    ['tertiary', {}, 'default'],
    ['onSecondary', { 'swatch-primary-default': '#0b4f4a', 'swatch-primary-contrast': '#fefefe' }, 'alike'],
  ])('has %s made of what stands for it', (role, palette, kind) => {
    const set = Object.fromEntries(Object.entries(palette).filter(([, color]) => color !== ''))
    const { role: of } = made(set)
    expect(of(role)?.kind).toBe(kind)
    if (kind === 'exact' || kind === 'alike') expect(Object.values(set)).toContain(of(role)?.color)
    expect(of(role)?.reason).not.toBe('')
  })

  it('take buttons from the primary swatch only where it can be read on the page', () => {
    const light = { ...apart, 'swatch-passive-default': '#333333', 'swatch-passive-contrast': '#fefefe' }
    const good = made({ ...light, 'swatch-primary-default': '#0b4f4a' })
    expect([good.color('secondary'), good.role('secondary')?.kind]).toEqual(['#0b4f4a', 'alike'])
    expect(good.color('surfaceTint')).toBe(good.color('primary'))
    const pale = made({ ...light, 'swatch-primary-default': '#ffcc00' })
    expect([pale.color('secondary'), pale.color('onSecondary')]).toEqual(['#333333', '#fefefe'])
    expect(pale.color('primary')).toBe('#ffcc00')
    // The way back tells by it which swatch the buttons have.
    expect(toneOf(pale.color('surfaceTint') ?? '')).toBeCloseTo(39, 0)
  })

  it('go by the palette of OpenCloud 1.x where it is one', () => {
    const palette = {
      'background-chrome': '#010203',
      'swatch-brand-default': '#040506',
      'swatch-inverse-default': '#ffffff',
    }
    const { color } = made(palette, { isOfOpenCloud: true })
    expect([color('chrome'), color('onChrome')]).toEqual(['#010203', '#ffffff'])
  })

  it('draw the borders of rows as the release does', () => {
    const palette = { ...apart, 'input-border': '#777777' }
    expect(made(palette).color('outlineVariant')).toBe('#777777')
    const old = made(palette, { border: 'outlineVariant' })
    expect(old.color('outlineVariant')).toBe(apart.border)
    expect(old.role('surfaceContainerHighest')?.kind).toBe('derived')
  })

  it('lay transparent colours over the page', () => {
    const { role } = made({ ...apart, 'text-muted': 'rgba(0, 0, 0, .5)' })
    expect(role('onSurfaceVariant')).toMatchObject({ color: '#808080', isBlended: true })
    const dark = { 'background-default': '#000000', 'text-muted': 'rgba(255, 255, 255, .5)' }
    expect(made(dark).color('onSurfaceVariant')).toBe('#808080')
    expect(made(dark).role('onSurfaceVariant')?.reason).toMatch(/text-muted \(rgba.*background-default/)
    // The page itself lies on the default of the client, once.
    expect(made({ 'background-default': 'rgba(0, 0, 0, .4)' }).color('surface')).toBe('#999999')
  })

  it("count what can't be computed as not set, and say which", () => {
    const { color, unreadable } = made({ 'background-sidebar': 'var(--x)', 'background-muted': '#e0e0e0' })
    expect(color('surfaceContainer')).toBe('#e0e0e0')
    expect([...unreadable.keys()]).toEqual(['background-sidebar'])
  })

  it.each([
    ['light', '#ffffff'],
    ['nearly white', '#fdfdfd'],
    ['dark', '#292929'],
    ['black', '#000000'],
    ['middle', '#777777'],
  ])('tell backgrounds apart that are all one %s colour', (_, color) => {
    const one = Object.fromEntries(
      ['background-default', 'background-muted', 'background-highlight', 'border', 'input-border'].map(
        (token) => [token, color],
      ),
    )
    for (const border of ['surfaceContainerHighest', 'outlineVariant'] as const) {
      const { color: of, separated } = made(one, { border })
      const names = ['surface', 'surfaceContainer', 'secondaryContainer', border]
      const tones = names.map((role) => toneOf(of(role) ?? '') ?? -9)
      expect(of('surface')).toBe(color)
      expect([...separated.keys()]).toEqual(names.slice(1))
      tones.forEach((tone, index) => {
        for (const other of tones.slice(0, index)) expect(Math.abs(tone - other)).toBeGreaterThanOrEqual(2.99)
      })
    }
  })

  it('keep colours of the author that are apart, also beside one that gives way', () => {
    const { color, separated } = made({ ...apart, 'background-muted': '#ffffff' })
    expect([color('secondaryContainer'), color('surfaceContainerHighest')]).toEqual([
      apart['background-highlight'],
      apart.border,
    ])
    expect([...separated]).toEqual([['surfaceContainer', 'background-muted']])
  })

  it('have derived texts that can be read on derived backgrounds, in light and in dark', () => {
    for (const background of ['#ffffff', '#101010']) {
      const { color } = made({ 'background-default': background })
      for (const name of ['primaryContainer', 'tertiaryContainer', 'errorContainer', 'primaryFixed']) {
        const on = `on${name.charAt(0).toUpperCase()}${name.slice(1)}`
        expect(contrastBetween(color(on) ?? '', color(name) ?? '')).toBeGreaterThan(4.5)
      }
    }
  })

  it('keep texts readable on backgrounds that are separated or derived', () => {
    const pages = { '#f1f1f1': '#6d6d6d', '#ffffff': '#707070', '#202020': '#8b8b8b' }
    for (const [page, text] of Object.entries(pages)) {
      const one = Object.fromEntries(
        ['background-default', 'background-sidebar', 'background-highlight', 'border'].map((token) => [
          token,
          page,
        ]),
      )
      for (const border of ['surfaceContainerHighest', 'outlineVariant'] as const) {
        const { color } = made({ ...one, 'text-default': text }, { border })
        expect(contrastBetween(text, page)).toBeGreaterThan(4.5)
        expect(contrastBetween(text, color('surfaceContainer') ?? ''), page).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it('have no default under texts that are readable on the page', () => {
    const { color, role } = made({ 'background-default': '#101418', 'text-default': '#e8eef4' })
    for (const name of [
      'surfaceContainer',
      'surfaceContainerHigh',
      'surfaceContainerHighest',
      'secondaryContainer',
    ]) {
      expect(role(name)?.kind, name).toBe('derived')
      expect(contrastBetween('#e8eef4', color(name) ?? ''), name).toBeGreaterThanOrEqual(4.5)
    }
    const light = made({ 'background-default': '#ffffff', 'text-default': '#111111' })
    expect(light.role('secondaryContainer')?.kind).toBe('default')
  })

  it('have texts that nobody set, and that the page would hide, in a readable tone', () => {
    const { role, color } = made({ 'background-default': '#101418' })
    for (const name of ['onSurface', 'secondary', 'error']) {
      expect(role(name)?.kind, name).toBe('derived')
      expect(contrastBetween(color(name) ?? '', '#101418'), name).toBeGreaterThanOrEqual(4.5)
    }
    for (const name of ['Primary', 'Secondary', 'Error'])
      expect(contrastBetween(color(`on${name}`) ?? '', color(name.toLowerCase()) ?? '')).toBeGreaterThan(4.5)
    expect(color('onBackground')).toBe(color('onSurface'))
    // What somebody set stays.
    const set = {
      'text-default': '#333333',
      'swatch-danger-default': '#660000',
      'swatch-passive-default': '#222222',
    }
    const own = made({ 'background-default': '#101418', ...set })
    expect(['onSurface', 'error', 'secondary'].map(own.color)).toEqual(Object.values(set))
    // Unreadable wherever the old client has it, too.
    expect(role('onSurfaceVariant')?.kind).toBe('default')
    const brand = made({ 'swatch-brand-default': '#ffcc00' })
    expect(brand.role('onChrome')?.kind).toBe('default')
  })

  it('have a text on buttons that nobody set readable on the colours of the theme', () => {
    const pale = { 'swatch-primary-default': '#ffcc00' }
    expect(made(pale).color('onPrimary')).toBe('rgb(255, 255, 255)')
    // The old client painted it on another colour, where it was readable.
    const { role, color } = made({
      ...pale,
      'background-default': '#111111',
      'swatch-primary-muted': '#00336f',
      'swatch-passive-default': '#ffdd55',
    })
    expect(role('onPrimary')?.kind).toBe('derived')
    for (const name of ['primary', 'secondary'])
      expect(contrastBetween(color('onPrimary') ?? '', color(name) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it('give way as defaults to a colour that is set', () => {
    const { color, role, separated } = made({ border: '#ecf2f9' })
    expect(color('surfaceContainerHighest')).toBe('#ecf2f9')
    expect(role('secondaryContainer')?.kind).toBe('derived')
    expect([...separated.keys()]).not.toContain('surfaceContainerHighest')
  })

  it('are only those that are set where the file is a part', () => {
    const { roles } = made({ 'swatch-brand-default': '#123456' }, { isPart: true })
    expect(roles.map(({ role, color }) => [role, color])).toEqual([['chrome', '#123456']])
    const part = (palette: Record<string, string>) => made(palette, { isPart: true }).roles
    // The text on buttons goes over with the buttons.
    expect(part({ 'text-inverse': '#ffffff' })).toEqual([])
    const buttons = part({ 'swatch-primary-default': '#ffcc00', 'swatch-primary-contrast': '#000000' })
    expect(buttons.map(({ role, color }) => [role, color])).toEqual([
      ['primary', '#ffcc00'],
      ['onPrimary', '#000000'],
      ['secondary', '#ffcc00'],
      ['onSecondary', '#000000'],
    ])
  })

  it('are made also where the client has no defaults', () => {
    const { roles, separated } = rolesOf(
      {
        set: (token) =>
          token === 'background-default' ? { text: 'rgba(0, 0, 0, .4)', from: '/b' } : undefined,
        fallback: () => undefined,
        client: 'another',
      },
      { ...painted, isOfOpenCloud: false, border: 'surfaceContainerHighest', isPart: false },
    )
    const colors = new Map(roles.map(({ role, color }) => [role, color]))
    expect([colors.get('surface'), colors.get('shadow')]).toEqual(['#999999', '#000000'])
    expect(colors.has('surfaceContainer')).toBe(true)
    expect([...separated.keys()]).toEqual([])
  })

  it.each([
    ['borders of rows like those of fields', marks.oldBorders, apart, { border: 'outlineVariant' }],
    [
      'a highlight that gave way',
      marks.separatedHighlight,
      { ...apart, 'background-highlight': '#ffffff' },
      {},
    ],
  ] as const)('have a mark of %s, for the way back', (_, [role], palette, options) => {
    const [marked, plain] = [made(palette, options), made(apart)]
    expect(marked.role(role)?.kind).toBe('derived')
    expect(marked.color(role)).not.toBe(plain.color(role))
    for (const other of ['surfaceBright', 'surfaceVariant'])
      if (other !== role) expect(marked.color(other)).toBe(plain.color(other))
  })
})
