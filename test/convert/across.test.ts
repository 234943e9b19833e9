import { describe, expect, it } from 'vitest'
import { contrastOf } from '../../src/css/colors.js'
import { convert, type TargetId, targets, validate } from '../../src/index.js'
import { allTargets, conversionTargets, openCloudTargets } from '../support/targets.js'

type Layer = Record<string, unknown>

const urls = { accessDeniedHelp: '', imprint: 'https://acme.example/imprint', privacy: '' }
const logo = { topbar: 'themes/acme/logo.svg', favicon: 'themes/acme/f.png', login: 'themes/acme/logo.svg' }

/** A theme of oCIS 8 with what a test needs. */
const ownCloud = (defaults: Layer = {}, themes: readonly Layer[] = [{}], common: Layer = {}) => ({
  common: { name: 'Acme', slogan: 'Files', logo: 'themes/acme/logo.svg', urls, ...common },
  clients: {
    web: {
      defaults: { logo, loginPage: { backgroundImg: 'themes/acme/b.jpg' }, designTokens: {}, ...defaults },
      themes: themes.map((theme, index) => ({ name: `Theme ${index}`, isDark: false, ...theme })),
    },
  },
})

/** A theme of OpenCloud with what a test needs. */
const openCloud = (defaults: Layer = {}, themes: readonly Layer[] = [{}], common: Layer = {}) => ({
  common: { name: 'Acme', slogan: 'Files', logo: 'themes/acme/logo.svg', urls, ...common },
  clients: {
    web: {
      defaults: {
        logo: 'themes/acme/logo.svg',
        designTokens: { roles: { surface: '#ffffff' } },
        ...defaults,
      },
      themes: themes.map((theme, index) => ({ label: `Theme ${index}`, isDark: false, ...theme })),
    },
  },
})

/** The design tokens of a theme, by group. */
const tokensOf = (theme: Layer | undefined) =>
  (theme?.['designTokens'] ?? {}) as { readonly roles?: Layer; readonly colorPalette?: Layer }

function to(target: TargetId, document: object) {
  const { theme, diagnostics, ledger } = convert(document, { target })
  if (theme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const { common, clients } = theme as unknown as {
    common: Layer
    clients: { web: { defaults: Layer; themes: Layer[] } }
  }
  const said = (code: string) =>
    diagnostics.filter((each) => each.code === code).map(({ message }) => message)
  return { common, defaults: clients.web.defaults, themes: clients.web.themes, said, entries: ledger.entries }
}

describe.each(openCloudTargets)('a theme of ownCloud for %s', (target) => {
  it('has everything on one level, and one logo', () => {
    const { common, defaults, themes } = to(
      target,
      ownCloud({}, [{}, { common: { ...ownCloud().common, name: 'Other', shareRoles: {} } }]),
    )
    expect(common).toMatchObject({ name: 'Acme', slogan: 'Files', logo: 'themes/acme/logo.svg', urls })
    expect(defaults).toMatchObject({
      logo: logo.topbar,
      favicon: logo.favicon,
      background: 'themes/acme/b.jpg',
    })
    expect(themes.map(({ label, name }) => [label, name])).toEqual([
      ['Theme 0', undefined],
      ['Theme 1', 'Other'],
    ])
    expect(themes[1]).not.toHaveProperty('common')
    expect(themes[1]).not.toHaveProperty('shareRoles')
  })

  it("says which logo it can't show", () => {
    const { defaults, said } = to(target, ownCloud({ logo: { ...logo, login: 'themes/acme/login.svg' } }))
    expect(defaults['logo']).toBe(logo.topbar)
    expect(said('value-dropped').join()).toContain('themes/acme/login.svg')
  })

  it('leaves out themes of the vault, and says so', () => {
    const { themes, said } = to(target, ownCloud({}, [{}, { mode: 'vault' }]))
    expect(themes).toHaveLength(1)
    expect(said('theme-dropped')).toHaveLength(1)
  })

  it("has OpenCloud's own images for those that no server of it has", () => {
    const shipped = 'themes/owncloud/assets/logo.svg'
    const images = { topbar: shipped, favicon: 'themes/owncloud/assets/favicon.jpg', login: shipped }
    const { common, defaults, said } = to(
      target,
      ownCloud(
        { logo: images, loginPage: { backgroundImg: '/themes/owncloud/assets/loginBackground.jpg' } },
        [{}],
        { logo: shipped },
      ),
    )
    expect([common['logo'], defaults['logo']]).toEqual(Array(2).fill('themes/opencloud/assets/logo.svg'))
    expect(defaults['favicon']).toMatch(/^themes\/opencloud\/assets\/favicon\./)
    expect(defaults).not.toHaveProperty('background')
    expect(said('file-gone')).toHaveLength(3)
  })

  it("has OpenCloud's own images for those that the file lacks", () => {
    const { defaults, themes, said } = to(target, {
      default: { general: { name: 'Acme' } },
      'default-dark': { general: { name: 'Acme' } },
    })
    expect(defaults).toMatchObject({
      logo: 'themes/opencloud/assets/logo.svg',
      favicon: `themes/opencloud/assets/favicon.${target === 'opencloud-1' ? 'ico' : 'svg'}`,
    })
    expect(themes.map(({ logo }) => logo)).toEqual([undefined, 'themes/opencloud/assets/logo-white.svg'])
    expect(said('fallback-used').filter((message) => message.includes('themes/opencloud'))).toHaveLength(2)
  })

  it('has the logo of the first files where they know no other', () => {
    const first = { general: { name: 'Acme' }, logo: { small: 's.svg', big: 'b.svg' } }
    const { defaults, themes, said } = to(target, first)
    expect(themes[0]?.['logo'] ?? defaults['logo']).toBe('s.svg')
    expect(said('fallback-used').join()).toContain('logo.small')
  })

  it("keeps images of the author's own, wherever they stand", () => {
    const { defaults } = to(
      target,
      ownCloud({ logo: { ...logo, topbar: 'themes/owncloud/mine.svg', login: 'themes/owncloud/mine.svg' } }),
    )
    expect(defaults['logo']).toBe('themes/owncloud/mine.svg')
  })

  it('drops what has no place, with the reason', () => {
    const links = { ...urls, universalAccessEasyLanguage: 'https://acme.example/easy', helpPage: '' }
    const { common, said, entries } = to(
      target,
      ownCloud({ appBanner: { title: 'Acme' }, logo: { ...logo, notFound: 'n.svg' } }, [{}], { urls: links }),
    )
    expect(common['urls']).toEqual(urls)
    const messages = said('value-dropped').join('\n')
    for (const key of ['universalAccessEasyLanguage', 'title', 'notFound']) expect(messages).toContain(key)
    expect(messages).not.toContain('helpPage')
    const dropped = entries.filter(({ action }) => action === 'dropped')
    expect(dropped.map(({ from }) => from)).toContain('/common/urls/helpPage')
    for (const { reason } of dropped) expect(reason.length).toBeGreaterThan(4)
  })

  it('says nothing of groups of tokens without a value', () => {
    const { said } = to(target, ownCloud({ designTokens: { sizes: { small: '' }, spacing: {} } }))
    expect(said('value-dropped')).toEqual([])
  })

  it('shows nothing of a "common" that the defaults replaced as a whole', () => {
    const other = {
      name: 'Web',
      slogan: 'Web',
      logo: 'w.svg',
      urls,
      shareRoles: { one: { iconName: 'eye' } },
    }
    const hidden = {
      urls: { ...urls, accessibilityStatement: 'https://acme.example/a' },
      shareRoles: { two: { iconName: 'x' } },
    }
    const { common, defaults } = to(target, ownCloud({ common: other }, [{}], hidden))
    expect(defaults['name']).toBe('Web')
    expect(JSON.stringify(common)).not.toContain('acme.example/a')
    expect(JSON.stringify(common)).not.toContain('"two"')
  })
})

it('has the accessibility link where the target knows it', () => {
  const links = { ...urls, accessibilityStatement: 'https://acme.example/a' }
  const linkFor = (target: TargetId) =>
    (to(target, ownCloud({}, [{}], { urls: links })).common['urls'] as Layer)['accessibility']
  expect(openCloudTargets.map(linkFor)).toEqual([undefined, ...Array(3).fill('https://acme.example/a')])
})

it('has the small logo where the target knows it', () => {
  const small = { ...logo, topbarSm: 'themes/acme/small.svg' }
  const logoFor = (target: TargetId) => to(target, ownCloud({ logo: small })).defaults['logoMobile']
  expect(openCloudTargets.map(logoFor)).toEqual([
    undefined,
    undefined,
    ...Array(2).fill('themes/acme/small.svg'),
  ])
})

it('has icon colours as long as the target reads them, and sizes up to 3.x', () => {
  const designTokens = { colorPalette: { 'icon-folder': '#0b4f4a' }, sizes: { 'max-height-logo': '40px' } }
  const tokensFor = (target: TargetId) => {
    const { defaults } = to(target, ownCloud({ designTokens }))
    const tokens = (defaults['designTokens'] ?? {}) as Record<string, Layer | undefined>
    return [tokens['colorPalette']?.['icon-folder'], tokens['sizes']?.['max-height-logo']]
  }
  expect(openCloudTargets.map(tokensFor)).toEqual([
    ['#0b4f4a', '40px'],
    ['#0b4f4a', '40px'],
    ['#0b4f4a', undefined],
    [undefined, undefined],
  ])
})

describe('the colours of a theme for OpenCloud 2.0 and later', () => {
  const palette = {
    'swatch-brand-default': '#0b4f4a',
    'swatch-warning-default': '#f5b83d',
    'text-muted': 'var(--x)',
  }
  const dark = {
    isDark: true,
    designTokens: { colorPalette: { 'background-default': '#101010', 'text-default': '#ffffff' } },
  }

  it.each(openCloudTargets.slice(1))(
    'are all set in every theme, over the merged layers, for %s',
    (target) => {
      const { themes, said } = to(target, ownCloud({ designTokens: { colorPalette: palette } }, [{}, dark]))
      for (const theme of themes) {
        const { roles } = theme['designTokens'] as { roles: Layer }
        expect(Object.keys(roles)).toHaveLength(45)
        expect(roles['chrome']).toBe('#0b4f4a')
      }
      expect(tokensOf(themes[1]).roles?.['surface']).toBe('#101010')
      expect(said('color-not-mapped')).toHaveLength(1)
      expect(said('colors-without-place')).toEqual([expect.stringContaining('swatch-warning-default')])
    },
  )

  it('are in the ledger with where they are from', () => {
    const { entries } = to(
      'opencloud-7.3',
      ownCloud({ designTokens: { colorPalette: { 'swatch-success-default': '#1c7c3c' } } }),
    )
    const from = '/clients/web/defaults/designTokens/colorPalette/swatch-success-default'
    const roles = '/clients/web/themes/0/designTokens/roles'
    expect(entries.find(({ to: at }) => at === `${roles}/tertiary`)).toMatchObject({ from, action: 'mapped' })
    expect(entries.find(({ to: at }) => at === `${roles}/tertiaryContainer`)).toEqual({
      from,
      to: `${roles}/tertiaryContainer`,
      action: 'derived',
      reason: 'tone 90 of tertiary (#1c7c3c)',
    })
  })

  it('list texts that are hard to read once for each theme, and keep them', () => {
    const { themes, said } = to(
      'opencloud-7.3',
      ownCloud({
        designTokens: {
          colorPalette: { 'swatch-danger-default': '#ff0000', 'swatch-danger-contrast': '#ff2222' },
        },
      }),
    )
    expect(said('role-contrast')).toEqual([expect.stringContaining('onError on error')])
    expect(tokensOf(themes[0]).roles?.['onError']).toBe('#ff2222')
  })
})

describe.each(conversionTargets)('a theme of OpenCloud for %s', (target) => {
  it('has the groups of ownCloud, whole', () => {
    const { common, defaults, themes } = to(
      target,
      openCloud({ favicon: 'f.png', background: 'themes/acme/b.jpg', name: 'Of the defaults' }, [
        {},
        { name: 'Other', logo: 'o.svg' },
      ]),
    )
    expect(common['name']).toBe('Of the defaults')
    expect(defaults).not.toHaveProperty('common')
    expect(defaults['logo']).toMatchObject({
      topbar: 'themes/acme/logo.svg',
      login: 'themes/acme/logo.svg',
      favicon: 'f.png',
    })
    expect(themes[1]?.['common']).toMatchObject({ name: 'Other', slogan: 'Files', urls })
    expect(themes[1]?.['logo']).toMatchObject({ topbar: 'o.svg', login: 'o.svg', favicon: 'f.png' })
    expect(themes.map(({ name }) => name)).toEqual(['Theme 0', 'Theme 1'])
  })

  it("has ownCloud's own images for those of OpenCloud", () => {
    const { defaults, said } = to(target, openCloud({ logo: 'themes/opencloud/assets/logo.svg' }))
    expect(defaults['logo']).toMatchObject({ topbar: 'themes/owncloud/assets/logo.svg' })
    expect(said('file-gone')).toHaveLength(1)
  })

  it('says once that there is no place for share roles', () => {
    const shareRoles = { one: { iconName: 'eye' }, two: { iconName: 'x' } }
    const { said } = to(target, openCloud({}, [{}], { shareRoles }))
    expect(said('value-dropped').filter((message) => message.includes('"shareRoles"'))).toHaveLength(
      target === 'ocis-5' ? 1 : 0,
    )
  })

  it('has a palette', () => {
    const { themes } = to(
      target,
      openCloud({}, [{ designTokens: { roles: { chrome: '#0b4f4a', secondary: '#12302c' } } }]),
    )
    const { colorPalette, roles } = tokensOf(themes[0])
    expect(colorPalette).toMatchObject({
      'swatch-brand-default': '#0b4f4a',
      'swatch-primary-default': '#12302c',
      'background-default': '#ffffff',
    })
    expect(roles).toBeUndefined()
  })
})

describe('the palette between ownCloud and OpenCloud 1.x', () => {
  it('has the frame under its new names, and defaults that users saw', () => {
    const colorPalette = { 'swatch-brand-default': '#0b4f4a', 'swatch-inverse-default': '#123456' }
    const { themes, defaults, entries } = to('opencloud-1', ownCloud({ designTokens: { colorPalette } }))
    expect(tokensOf(themes[0]).colorPalette).toMatchObject({
      'background-chrome': '#0b4f4a',
      'swatch-inverse-default': 'rgb(255, 255, 255)',
      'background-hover': 'rgb(236, 236, 236)',
    })
    expect(defaults['designTokens']).toEqual({ colorPalette: { 'swatch-brand-default': '#0b4f4a' } })
    const from = '/clients/web/defaults/designTokens/colorPalette/swatch-inverse-default'
    expect(entries.find((entry) => entry.from === from)?.action).toBe('superseded')
  })

  it.each(conversionTargets)('has the frame of ownCloud again for %s', (target) => {
    const colorPalette = {
      'background-chrome': '#0b4f4a',
      'swatch-inverse-default': '#eeeeee',
      border: '#cccccc',
    }
    const { themes, defaults } = to(target, {
      ...openCloud(),
      clients: {
        web: {
          defaults: { logo: 'a.svg', designTokens: { colorPalette } },
          themes: [{ label: 'A', isDark: false }],
        },
      },
    })
    expect(tokensOf(themes[0]).colorPalette).toMatchObject({
      'swatch-brand-default': '#0b4f4a',
      'swatch-brand-contrast': '#eeeeee',
    })
    expect(tokensOf(defaults).colorPalette).toEqual({
      border: '#cccccc',
      'swatch-inverse-default': '#eeeeee',
    })
  })

  it('comes back as it was', () => {
    const colorPalette = {
      'swatch-brand-default': '#0b4f4a',
      'swatch-brand-contrast': '#fefefe',
      'text-default': '#111111',
    }
    const { theme } = convert(ownCloud({}, [{ designTokens: { colorPalette } }]), { target: 'opencloud-1' })
    const { themes } = to('ocis-8', theme as object)
    expect(tokensOf(themes[0]).colorPalette).toMatchObject(colorPalette)
  })
})

describe('between releases of OpenCloud', () => {
  const old = openCloud({
    designTokens: {
      colorPalette: { 'background-chrome': '#0b4f4a', 'icon-folder': '#ff0000' },
      sizes: { a: '1px' },
    },
  })

  it('becomes a palette of 1.x roles of later releases', () => {
    const { themes, defaults } = to('opencloud-4', old)
    expect(tokensOf(themes[0]).roles).toMatchObject({ chrome: '#0b4f4a' })
    expect(defaults['designTokens']).toEqual({ colorPalette: { 'icon-folder': '#ff0000' } })
  })

  it.each(openCloudTargets)('have the favicon of the servers of %s', (target) => {
    const own = `themes/opencloud/assets/favicon.${target === 'opencloud-1' ? 'ico' : 'svg'}`
    for (const ending of ['ico', 'svg']) {
      const favicon = `themes/opencloud/assets/favicon.${ending}`
      const { defaults, said } = to(target, openCloud({ favicon }))
      expect(defaults['favicon']).toBe(own)
      expect(said('file-gone')).toHaveLength(favicon === own ? 0 : 1)
    }
    expect(to(target, openCloud({ favicon: 'themes/acme/favicon.ico' })).defaults['favicon']).toContain(
      'acme',
    )
  })

  it('become roles a palette for 1.x', () => {
    const { themes } = to('opencloud-1', openCloud({ designTokens: { roles: { chrome: '#0b4f4a' } } }))
    expect(tokensOf(themes[0]).colorPalette).toMatchObject({
      'background-chrome': '#0b4f4a',
    })
  })

  it('are links completed for releases that take them only together', () => {
    const part = openCloud({}, [{ urls: { imprint: 'https://acme.example/other' } }])
    for (const target of ['opencloud-1', 'opencloud-2'] as const)
      expect(to(target, part).themes[0]?.['urls']).toEqual({ ...urls, imprint: 'https://acme.example/other' })
    expect(to('opencloud-4', part).themes[0]?.['urls']).toEqual({ imprint: 'https://acme.example/other' })
  })
})

it.each(allTargets)('the least theme of either product is whole for %s', (target) => {
  const least = { clients: { web: { defaults: {}, themes: [] } } }
  for (const document of [
    least,
    { clients: { web: { defaults: { logo: 'a.svg' }, themes: [{ label: 'A', isDark: false }] } } },
  ]) {
    const { theme } = convert(document, { target })
    expect(validate(theme, { target, served: 'static', rules: 'off' }).diagnostics).toEqual([])
  }
})

describe('colours of a theme of OpenCloud', () => {
  const own = ['#fff8e0', '#222211']
  const groups = {
    palette: { colorPalette: { 'background-default': own[0], 'text-default': own[1] } },
    roles: { roles: { surface: own[0], onSurface: own[1] } },
    'palette with empty roles': {
      colorPalette: { 'background-default': own[0], 'text-default': own[1] },
      roles: { surface: '', primary: ' ' },
    },
  }
  const files = {
    'a theme': (designTokens: Layer) => openCloud({ designTokens: {} }, [{ designTokens }]),
    'the defaults': (designTokens: Layer) => openCloud({ designTokens }),
    'the defaults of a file without themes': (designTokens: Layer) => openCloud({ designTokens }, []),
  }
  const cases = allTargets.flatMap((target) =>
    Object.keys(files).flatMap((place) =>
      Object.keys(groups).map((group) => [target, group, place] as const),
    ),
  )

  it.each(cases)('are carried for %s: %s in %s', (target, group, place) => {
    const document = files[place as keyof typeof files](groups[group as keyof typeof groups])
    const { themes, defaults } = to(target, document)
    const read = 'roles' in targets[target].tokens ? 'roles' : 'colorPalette'
    const shown = { ...tokensOf(defaults)[read], ...tokensOf(themes[0])[read] }
    expect(Object.values(shown)).toEqual(expect.arrayContaining(own))
  })

  it.each(allTargets)('in a palette beside roles are kept for %s, or a warning names them', (target) => {
    const both = { ...groups.palette, roles: { chrome: '#123456' } }
    const { themes, said } = to(target, openCloud({ designTokens: {} }, [{ designTokens: both }]))
    const isKept = Object.values(tokensOf(themes[0]).colorPalette ?? {}).includes('#fff8e0')
    const isSaid = [...said('value-dropped'), ...said('setting-gone')].some((each) => /palette/i.test(each))
    expect([isKept, isSaid]).toEqual([!isSaid, !isKept])
  })
})

describe('texts of a theme of OpenCloud that can be read', () => {
  const pages = {
    light: {
      surface: '#ffffff',
      surfaceContainer: '#f2f4f5',
      secondaryContainer: '#cfe6f1',
      onSurface: '#191c1d',
      onSurfaceVariant: '#40484c',
      error: '#a01010',
      onError: '#ffffff',
    },
    dark: {
      surface: '#101415',
      surfaceContainer: '#1c2021',
      secondaryContainer: '#23323a',
      onSurface: '#e1e3e4',
      onSurfaceVariant: '#bfc8cc',
      error: '#ffb4ab',
      onError: '#690005',
    },
  }
  const buttons = {
    light: [
      { secondary: '#20434f', onSecondary: '#ffffff', primary: '#00677f', onPrimary: '#ffffff' },
      { secondary: '#20434f', onSecondary: '#cccc66', primary: '#6a6a6a', onPrimary: '#ffffff' },
    ],
    dark: [{ secondary: '#a9d3e3', onSecondary: '#001f28', primary: '#5cd5fb', onPrimary: '#003543' }],
  }
  const frames = [
    { chrome: '#ffffff', onChrome: '#222222' },
    { chrome: '#20434f', onChrome: '#ffffff' },
    { chrome: '#ffcc00', onChrome: '#000000' },
  ]
  const cases = allTargets
    .filter((target) => !('roles' in targets[target].tokens))
    .flatMap((target) =>
      (['light', 'dark'] as const).flatMap((mode) =>
        frames.flatMap((frame) => buttons[mode].map((button) => [target, mode, frame, button] as const)),
      ),
    )

  it.each(cases)('can be read in %s, too: %s with %j and %j', (target, mode, frame, button) => {
    const roles = { ...pages[mode], ...frame, ...button }
    const { themes, said } = to(target, openCloud({ designTokens: {} }, [{ designTokens: { roles } }]))
    expect(said('role-contrast')).toEqual([])
    const tokens = tokensOf(themes[0]).colorPalette as Record<string, string>
    // The name of an open file in the top bar, the chosen option of a list, and the two ends of a button.
    for (const [text = '', background = ''] of [
      ['swatch-inverse-default', 'swatch-brand-default'],
      ['swatch-brand-hover', 'background-hover'],
      ['swatch-primary-contrast', 'swatch-primary-muted'],
      ['swatch-primary-contrast', 'swatch-primary-gradient'],
    ])
      expect(contrastOf(tokens[text] ?? '', tokens[background] ?? ''), text).toBeGreaterThanOrEqual(4.5)
  })

  it.each(allTargets)('and those that cannot be read are reported for %s', (target) => {
    const weak = '#f8f8f8'
    const { said } = to(
      target,
      'roles' in targets[target].tokens
        ? ownCloud({
            designTokens: { colorPalette: { 'text-default': weak, 'background-hover': '#ffffff' } },
          })
        : openCloud({ designTokens: {} }, [{ designTokens: { roles: { onSurface: weak } } }]),
    )
    expect(said('role-contrast')).toHaveLength(1)
  })
})

describe('a theme without "isDark"', () => {
  const dark = {
    palette: { colorPalette: { 'background-default': '#101010' } },
    roles: { roles: { surface: '#101010' } },
  }
  const cases = allTargets.flatMap((target) =>
    (['palette', 'roles'] as const).flatMap((group) =>
      [[{ isDark: undefined }], []].map((themes) => [target, group, themes] as const),
    ),
  )

  it.each(cases)('is dark for %s as its colours are: %s, themes %j', (target, group, themes) => {
    const document = JSON.parse(JSON.stringify(openCloud({ designTokens: dark[group] }, themes)))
    expect(to(target, document).themes[0]?.['isDark']).toBe(true)
  })
})

describe('more themes than anybody has', () => {
  it('are refused where each gets all roles', () => {
    const many = ownCloud({}, Array(3000).fill({}))
    expect(convert(many, { target: 'ocis-8' }).theme).toBeDefined()
    const { theme, diagnostics } = convert(many, { target: 'opencloud-7.3' })
    expect(theme).toBeUndefined()
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'too-many-values', message: expect.stringContaining('3000 themes') }),
    )
  })
})

describe('a palette of OpenCloud 1 in a branding file with themes', () => {
  const colors = [{}, { 'background-chrome': '#20434f' }, { 'swatch-inverse-default': '#ffffff' }]
  const cases = allTargets.flatMap((target) => colors.map((palette) => [target, palette] as const))

  it.each(cases)('becomes what it becomes in a theme: for %s, %j', (target, palette) => {
    const tokens = { designTokens: { colorPalette: { border: '#ecebee', ...palette } } }
    const document = openCloud({ designTokens: {} }, [tokens])
    const [asBranding, asTheme] = (['branding', 'theme'] as const).map((as) =>
      convert(document, { target, as }),
    )
    if (asBranding?.theme === undefined) return expect(target).toBe('ocis-5')
    const tokensIn = (theme: unknown) =>
      (theme as { clients: { web: { themes: Layer[] } } }).clients.web.themes.map(tokensOf)
    expect(tokensIn(asBranding.theme)).toStrictEqual(tokensIn(asTheme?.theme))
  })
})
