import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rolesOf } from '../../../src/convert/colors/palette-to-roles.js'
import { paletteFrom } from '../../../src/convert/colors/roles-to-palette.js'
import { contrastBetween, toneOf } from '../../../src/css/tones.js'
import { targets } from '../../../src/index.js'
import { designTokensOfWeb12, tokenValue } from '../../../src/targets/design-tokens.js'

type Border = 'surfaceContainerHighest' | 'outlineVariant'

function made(
  roles: Record<string, string>,
  { isForOpenCloud = false, isPart = true, border = 'surfaceContainerHighest' as Border } = {},
) {
  return paletteFrom(
    {
      set: (role) => {
        const text = Object.hasOwn(roles, role) ? roles[role] : undefined
        return text === undefined ? undefined : { text, from: `/${role}` }
      },
      fallback: () => '#abcdef',
      client: 'OpenCloud Web 7.3',
    },
    { border, isForOpenCloud, isPart },
  )
}

const palette = (...given: Parameters<typeof made>) =>
  Object.fromEntries(made(...given).map(({ token, color }) => [token, color]))

/** The roles that a palette of ownCloud becomes. */
const rolesMadeOf = (palette: Readonly<Record<string, string>>, border: Border) =>
  rolesOf(
    {
      set: (token) => {
        const text = palette[token]
        return text === undefined ? undefined : { text, from: `/${token}` }
      },
      fallback: (token) => tokenValue(designTokensOfWeb12, `color-${token}`) || undefined,
      client: 'ownCloud Web',
    },
    {
      isOfOpenCloud: false,
      border,
      painted: targets['opencloud-7.3'].painted,
      paintedBefore: targets['ocis-next'].painted,
      isPart: false,
    },
  )

describe('the palette of roles', () => {
  it('takes of several roles the one that most is painted with', () => {
    const roles = {
      chrome: '#1',
      onChrome: '#2',
      surface: '#010101',
      background: '#3',
      surfaceContainer: '#4',
      surfaceContainerHigh: '#5',
      primary: '#060606',
      secondary: '#070707',
    }
    expect(palette(roles)).toMatchObject({
      'swatch-brand-default': '#1',
      'swatch-brand-contrast': '#2',
      'background-default': '#010101',
      'background-muted': '#4',
      'background-sidebar': '#4',
      'background-hover': '#4',
      'swatch-primary-default': '#070707',
      'swatch-primary-muted': '#070707',
      'swatch-primary-gradient': '#060606',
    })
  })

  it('has the frame that the client paints without chrome', () => {
    const roles = { onChrome: '#1', surfaceContainer: '#2', onSurface: '#3' }
    expect(palette(roles)).toMatchObject({ 'swatch-brand-default': '#2', 'swatch-brand-contrast': '#3' })
  })

  it('has the defaults of the frame where the client has nothing else to paint it with', () => {
    const fallback = (role: string) => ({ chrome: '#1', onChrome: '#2', surfaceContainer: '#3' })[role]
    const made = paletteFrom(
      {
        set: (role) => (role === 'surface' ? { text: '#010101', from: '' } : undefined),
        fallback,
        client: '',
      },
      { border: 'surfaceContainerHighest', isForOpenCloud: false, isPart: false },
    )
    const colors = new Map(made.map(({ token, color }) => [token, color]))
    expect([colors.get('swatch-brand-default'), colors.get('swatch-brand-contrast')]).toEqual(['#1', '#2'])
  })

  it('has the texts that are readable where ownCloud paints them', () => {
    const white = {
      chrome: '#ffffff',
      onChrome: '#111111',
      surfaceContainer: '#fafafa',
      onSurface: '#222222',
    }
    expect(palette(white)).toMatchObject({
      'swatch-inverse-default': '#111111',
      'swatch-brand-hover': '#222222',
    })
    const buttons = { primary: '#ffcc00', secondary: '#ffdd88', onPrimary: '#000000', onSecondary: '#333333' }
    expect(palette(buttons)['swatch-primary-contrast']).toBe('#000000')
    expect(palette({ ...buttons, onPrimary: '#eeeeee' })['swatch-primary-contrast']).toBe('#333333')
    expect(palette({ ...buttons, onPrimary: '#333333' })['swatch-primary-contrast']).toBe('#333333')
  })

  it('has the frame of OpenCloud 1.x for it', () => {
    expect(palette({ chrome: '#1', onChrome: '#2' }, { isForOpenCloud: true })).toMatchObject({
      'background-chrome': '#1',
      'swatch-inverse-default': '#2',
    })
  })

  it('draws borders as the source did', () => {
    const roles = { surfaceContainerHighest: '#1', outlineVariant: '#2' }
    expect(palette(roles)['border']).toBe('#1')
    expect(palette(roles, { border: 'outlineVariant' })['border']).toBe('#2')
  })

  it('has the pages of a theme also where it sets no chrome', () => {
    const tokens = palette({ surface: '#010101', onSurface: '#020202', outline: '#030303' })
    expect(tokens).toMatchObject({ 'background-default': '#010101', 'input-border': '#030303' })
  })

  it('says what each colour is made of', () => {
    const whole = made(
      { chrome: '#0b4f4a', error: '#0b4f4a', surface: '#010101', onSurface: '#fefefe' },
      { isPart: false },
    )
    const of = (name: string) => whole.find(({ token }) => token === name)
    expect(of('swatch-brand-default')).toMatchObject({ kind: 'exact', role: 'chrome', from: '/chrome' })
    expect(of('swatch-brand-default')?.reason).toBe('from chrome')
    expect(of('text-inverse')).toMatchObject({ kind: 'alike', role: 'surface' })
    expect(of('input-border')).toMatchObject({ kind: 'default', from: null })
    expect(of('input-border')?.reason).toBe('outline is not set: default of OpenCloud Web 7.3')
    expect(of('swatch-danger-hover')).toMatchObject({ kind: 'derived', from: '/error' })
    expect(of('swatch-danger-hover')?.reason).toMatch(
      /^tone \d\d(\.\d)? of swatch-danger-default \(#0b4f4a\)$/,
    )
  })

  it('fills what is not set with the defaults of the client, in whole files', () => {
    expect(palette({ surface: '#000000' }, { isPart: false })['text-default']).toBe('#abcdef')
    expect(palette({ surface: '#000000' })['text-default']).toBeUndefined()
  })

  it('gives hovered buttons a background on which their text can be read', () => {
    for (const [background, text] of [
      ['#0b4f4a', '#ffffff'],
      ['#2dd4bf', '#042f2b'],
    ] as const) {
      const tokens = palette({ secondary: background, onSecondary: text, primary: background })
      for (const token of [
        'swatch-primary-hover',
        'swatch-primary-muted-hover',
        'swatch-primary-gradient-hover',
      ])
        expect(contrastBetween(tokens[token] ?? '', text)).toBeGreaterThan(4.5)
    }
  })

  it.each([
    ['#777777', '#ffffff', -8],
    ['#777777', '#000000', 8],
    ['#777777', undefined, -8],
    ['#777777', 'var(--x)', -8],
    ['#f9f9f9', '#000000', 100],
    ['#0a0a0a', '#ffffff', -100],
  ])('moves %s under the text %s by %d tones when it is hovered', (error, onError, distance) => {
    const tokens = palette({ error, ...(onError && { onError }) })
    const tone = Math.min(100, Math.max(0, (toneOf(error) ?? 0) + distance))
    expect(toneOf(tokens['swatch-danger-hover'] ?? '')).toBeCloseTo(tone, 0)
  })

  it('has no hovered colour of none, and of none that can be computed', () => {
    const tokens = palette({ error: 'var(--x)' })
    expect(tokens['swatch-danger-default']).toBe('var(--x)')
    expect(Object.keys(tokens).filter((token) => token.includes('hover'))).toEqual([])
  })
})

const tokens = [
  ...[
    'background-default',
    'background-muted',
    'background-sidebar',
    'background-hover',
    'background-highlight',
  ],
  ...[
    'border',
    'input-border',
    'text-default',
    'text-muted',
    'text-inverse',
    'swatch-brand-default',
    'swatch-brand-contrast',
  ],
  ...[
    'swatch-primary-default',
    'swatch-primary-gradient',
    'swatch-primary-contrast',
    'swatch-passive-default',
  ],
  ...['swatch-passive-contrast', 'swatch-danger-default', 'swatch-danger-contrast', 'swatch-success-default'],
]
const colors = [
  '#ffffff',
  '#eef3f2',
  '#dfeae8',
  '#c9d6d4',
  '#0b4f4a',
  '#12302c',
  '#f5b83d',
  '#0d1f1d',
  '#7a0000',
  '#224474',
]

describe('a palette that became roles', () => {
  it.each([
    ["a swatch that can't be read gave way to a grey one", '#f5b83d', '#5a5c60', 'swatch-primary-default'],
    ['the ends of the New button are shades of one hue', '#4e85c8', '#4a76ac', 'swatch-primary-gradient'],
    ['the end of the New button is white', '#ffffff', '#0b4f4a', 'swatch-primary-gradient'],
  ])('tells apart where %s', (_, primary, secondary, token) => {
    const isGradient = token === 'swatch-primary-gradient'
    const other = isGradient ? 'swatch-primary-default' : 'swatch-passive-default'
    const given = isGradient
      ? { [token]: primary, [other]: secondary }
      : { 'swatch-primary-default': primary, [other]: secondary }
    const { roles } = rolesMadeOf(given, 'surfaceContainerHighest')
    const after = palette(Object.fromEntries(roles.map(({ role, color }) => [role, color])))
    expect(after[token]).toBe(primary)
    expect(after[other]).toBe(secondary)
  })

  it.each([
    ['surfaceContainerHighest', '#0b4f4a', '#dfeae8'],
    ['outlineVariant', '#0b4f4a', '#dfeae8'],
    ['surfaceContainerHighest', '#f5b83d', '#ffffff'],
  ] as const)(
    'is the same again, with borders in %s, a button %s and a highlight %s',
    (border, button, highlight) => {
      const before: Record<string, string> = {
        'background-default': '#ffffff',
        'background-hover': '#f0f0f0',
        'background-muted': '#eef3f2',
        'background-highlight': highlight,
        border: '#c9d6d4',
        'text-inverse': '#fefefe',
        'swatch-primary-default': button,
        'swatch-primary-contrast': '#fdfdfd',
        'swatch-passive-default': '#224474',
        'swatch-passive-contrast': '#fcfcfc',
        'swatch-success-default': '#006600',
        'swatch-danger-default': '#7a0000',
      }
      const there = rolesMadeOf(before, border)
      const roles = Object.fromEntries(there.roles.map(({ role, color }) => [role, color]))
      const after = palette(roles, { isPart: false })
      const isReadable = button === '#0b4f4a'
      const chosen = Object.entries(before).filter(
        ([token]) =>
          (isReadable ? !token.startsWith('swatch-passive') : true) &&
          token !== 'text-inverse' &&
          (token !== 'background-highlight' || highlight !== '#ffffff'),
      )
      expect(after).toMatchObject(Object.fromEntries(chosen))
      if (highlight === '#ffffff') expect(after['background-highlight']).toBe('#eef3f2')
      // A colour that an author changes is no longer what a palette became.
      expect(palette({ ...roles, primaryFixed: '#123456' }, { isPart: false })['text-inverse']).toBe(
        '#ffffff',
      )
      expect(after['text-inverse']).toBe(roles['onSecondary'])
    },
  )

  it.each(['surfaceContainerHighest', 'outlineVariant'] as const)(
    'comes back with every token that was chosen (%s)',
    (border) => {
      const anyPalette = fc.dictionary(fc.constantFrom(...tokens), fc.constantFrom(...colors), {
        noNullPrototype: true,
      })
      fc.assert(
        fc.property(anyPalette, (before) => {
          const there = rolesMadeOf(before, border)
          const chosen = new Map(
            there.roles.flatMap(({ role, token, kind }) =>
              token !== undefined && (kind === 'exact' || kind === 'alike') ? [[role, token]] : [],
            ),
          )
          const after = palette(Object.fromEntries(there.roles.map(({ role, color }) => [role, color])), {
            isPart: false,
            border: 'surfaceContainerHighest',
          })
          for (const token of chosen.values())
            expect({ token, color: after[token] }).toEqual({ token, color: before[token] })
        }),
        { numRuns: 150 },
      )
    },
  )
})
