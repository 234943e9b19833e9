import { describe, expect, it } from 'vitest'
import { convert, detect, targets, validate } from '../../src/index.js'
import { strictAddress } from '../../src/targets/schema-addresses.js'
import { codesOf, converted, wrap } from '../support/convert.js'

describe('unknown keys', () => {
  it('stay where they stood, inside what has a successor', () => {
    const document = wrap(
      {
        default: {
          zz: { a: [1] },
          logo: { topbar: 't', favicon: 'f', login: 'l', zz: 1 },
          general: { name: 'Acme', slogan: 'Files', zz: 2 },
        },
      },
      { zz: 3, common: { name: 'Acme', zz: 4, yy: 5 } },
    )
    const { theme, themes, defaults, common, from } = converted(document)
    expect(themes[0]).toMatchObject({ zz: { a: [1] } })
    expect(defaults['logo']).toMatchObject({ zz: 1 })
    expect(theme).toMatchObject({ zz: 3 })
    expect(common).toMatchObject({ zz: 4, yy: 5 })
    expect(from('/web/default/general/zz')).toMatchObject([{ to: null, action: 'superseded' }])
  })

  it('may be any values but objects and lists at the root of a named file', () => {
    const rest = { version: 3, _comment: 'ours', old: null, beta: false }
    const document = { default: { general: { name: 'Acme' } }, ...rest }
    expect(validate(document).diagnostics).toMatchObject([{ code: 'legacy-theme' }])
    const { theme, from } = converted(document)
    expect(theme).toMatchObject(rest)
    expect(from('/version')).toMatchObject([{ to: '/version', action: 'kept' }])
    expect(codesOf(convert({ web: { default: {}, version: 3 } }).diagnostics)).toEqual(['wrong-type'])
  })

  it('are left out when the new client would suddenly read them', () => {
    const document = wrap(
      {
        default: {
          mode: 'vault',
          icons: 5,
          logo: { topbar: 't', favicon: 'f', login: 'l', topbarSm: 5 },
          designTokens: { tagColorsList: 5 },
        },
      },
      { common: { urls: { imprint: 5 } } },
    )
    const result = converted(document)
    expect(result.themes[0]).not.toHaveProperty('mode')
    expect(result.themes[0]).not.toHaveProperty('icons')
    expect(result.defaults['logo']).not.toHaveProperty('topbarSm')
    expect(result.common.urls['imprint']).toBe('')
    expect(result.themes[0]?.['designTokens']).toEqual({ tagColorsList: 5 })
    expect(result.codes.filter((code) => code === 'value-dropped')).toHaveLength(4)
    const older = converted(document, { target: 'ocis-6' })
    expect(older.defaults['logo']).toMatchObject({ topbarSm: 5 })
    const newest = converted(document, { target: 'ocis-next' })
    expect(newest.themes[0]).not.toHaveProperty('designTokens')
  })

  it.each([
    ['/web/default/label', { web: { default: { general: { name: 'A' }, label: 'Acme light' } } }],
    ['/web/default/favicon', { web: { default: { general: { name: 'A' }, favicon: 'f.png' } } }],
    ['/favicon', { general: { name: 'A' }, favicon: 'f.png' }],
    [
      '/web/default/designTokens/roles/primary',
      { web: { default: { designTokens: { roles: { primary: '#1' } } } } },
    ],
    ['/web/themes/0/label', { web: { defaults: {}, themes: [{ label: 'Acme light' }] } }],
    ['/web/defaults/favicon', { web: { defaults: { favicon: 'f.png' }, themes: [] } }],
    [
      '/web/themes/0/designTokens/roles/primary',
      { web: { defaults: {}, themes: [{ designTokens: { roles: { primary: '#1' } } }] } },
    ],
  ])('are left out when %s would make the new file one of OpenCloud', (pointer, document) => {
    const { theme, from, diagnostics } = converted(document)
    expect(detect(theme).generation).toBe('current')
    expect(from(pointer)).toMatchObject([{ to: null, action: 'dropped' }])
    const [finding] = diagnostics.filter(({ code }) => code === 'value-dropped')
    expect(pointer.startsWith(finding?.pointer ?? '-')).toBe(true)
  })

  it('stay when OpenCloud would not read them either', () => {
    const document = wrap({ default: { label: { a: 1 }, favicon: 5, designTokens: { roles: 'x' } } })
    expect(converted(document).themes[0]).toMatchObject({
      label: { a: 1 },
      favicon: 5,
      designTokens: { roles: 'x' },
    })
    const draft = { web: { defaults: { label: 'x' }, themes: [{ label: { a: 1 } }] } }
    expect(converted(draft).defaults).toHaveProperty('label', 'x')
    expect(converted(draft).themes[0]).toHaveProperty('label', { a: 1 })
  })

  it('never reach a prototype', () => {
    const text =
      '{"web": {"default": {"__proto__": {"polluted": 1}, "designTokens": {"colorPalette": {"__proto__": "#1"}}}}, "__proto__": {"x": 1}}'
    const { theme } = converted(JSON.parse(text))
    expect(({} as Record<string, unknown>)['polluted']).toBe(undefined)
    expect(JSON.stringify(theme)).toContain('"__proto__":"#1"')
    expect(JSON.stringify(theme)).toContain('"__proto__":{"polluted":1}')
  })
})

describe('other parts', () => {
  it('other clients move into "clients"', () => {
    expect(converted(wrap({ default: {} }, { ios: { a: 1 } })).theme.clients.ios).toEqual({ a: 1 })
  })

  it('groups of flat files without a successor are dropped with the reason', () => {
    const { from } = converted({
      general: { name: 'A' },
      colors: { brand: '#1' },
      filesList: { hideDefaultStatusIndicators: true },
    })
    expect(from('/colors/brand')).toMatchObject([{ to: null, action: 'dropped' }])
    expect(from('/filesList/hideDefaultStatusIndicators')).toMatchObject([{ to: null, action: 'dropped' }])
  })

  it('the schema is named only when asked for', () => {
    const legacy = { $schema: 'old', ...wrap({ default: {} }) }
    expect(converted(legacy).theme).not.toHaveProperty('$schema')
    expect(converted(legacy, { schema: true }).theme.$schema).toBe(strictAddress(targets['ocis-8'].schema))
    const own = converted(legacy, { schema: './mine.json' }).theme
    expect(own.$schema).toBe('./mine.json')
    expect(converted(own).theme.$schema).toBe('./mine.json')
    const ours = converted(legacy, { schema: true }).theme
    expect(converted(ours, { target: 'ocis-6' }).theme.$schema).toBe(strictAddress(targets['ocis-6'].schema))
  })

  it('the schema of an old shape is left out, also in a draft', () => {
    const schemas = 'https://unpkg.com/theme-convert/schemas'
    const draft = { $schema: `${schemas}/legacy-unwrapped.json`, web: { defaults: {}, themes: [] } }
    const result = converted(draft)
    expect(result.theme).not.toHaveProperty('$schema')
    expect(result.from('/$schema')).toMatchObject([{ to: null, action: 'dropped' }])
    expect(converted(draft, { schema: true }).theme.$schema).toBe(strictAddress(targets['ocis-8'].schema))
    expect(converted({ ...draft, $schema: './mine.json' }).theme.$schema).toBe('./mine.json')
  })

  it('keys stand in the order of the shipped files', () => {
    const { theme, defaults } = converted(
      wrap({ default: { designTokens: { spacing: { a: '1' }, breakpoints: { a: '1' } } } }),
      { schema: true },
    )
    expect(Object.keys(theme)).toEqual(['$schema', 'common', 'clients'])
    expect(Object.keys(theme.common)).toEqual(['name', 'slogan', 'logo', 'urls', 'shareRoles'])
    expect(Object.keys(defaults)).toEqual(['logo', 'loginPage', 'designTokens'])
    expect(Object.keys(theme.clients.web.themes[0]?.['designTokens'] ?? {})).toEqual([
      'breakpoints',
      'spacing',
    ])
  })
})

describe('between current targets', () => {
  const vault = {
    common: {
      name: 'A',
      slogan: 'B',
      logo: 'c',
      urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
      shareRoles: {},
    },
    clients: {
      web: {
        defaults: {
          logo: { topbar: 't', favicon: 'f', login: 'l', topbarSm: 's' },
          loginPage: { backgroundImg: '/b' },
          designTokens: { colorPalette: {} },
        },
        themes: [
          { name: 'Light', isDark: false },
          { name: 'Vault', isDark: false, mode: 'vault' },
        ],
      },
    },
  }

  it('drops themes for the vault where there is none, and keeps what clients ignore', () => {
    const result = converted(vault, { target: 'ocis-7' })
    expect(result.themes).toEqual([{ isDark: false, name: 'Light' }])
    expect(result.codes).toEqual(['theme-dropped'])
    expect(result.defaults['logo']).toHaveProperty('topbarSm')
    expect(converted(vault, { target: 'ocis-8' }).codes).toEqual([])
  })

  it('changes nothing that is right already', () => {
    const { ledger, theme } = convert(vault)
    expect(theme).toEqual(vault)
    expect(ledger.entries.every(({ action }) => action === 'kept')).toBe(true)
  })

  it('makes parts of groups whole', () => {
    const partial = structuredClone(vault) as { clients: { web: { themes: Record<string, unknown>[] } } }
    partial.clients.web.themes[0] = { name: 'Light', isDark: false, logo: { topbar: 'own' } }
    const { themes } = converted(partial)
    expect(themes[0]?.['logo']).toEqual({ topbar: 'own', favicon: 'f', login: 'l' })
  })

  it('takes no name away for a theme that has none', () => {
    const unnamed = structuredClone(vault) as { clients: { web: { themes: Record<string, unknown>[] } } }
    unnamed.clients.web.themes = [{ isDark: false }, { name: 'Theme', isDark: false }]
    expect(converted(unnamed).themes.map(({ name }) => name)).toEqual(['Theme 2', 'Theme'])
  })

  it('gives a second theme of the same name another one', () => {
    const twice = structuredClone(vault)
    twice.clients.web.themes.push({ name: 'Light', isDark: true })
    const result = converted(twice)
    expect(result.themes.map(({ name }) => name)).toEqual(['Light', 'Vault', 'Light 2'])
    expect(result.codes).toEqual(['theme-renamed'])
  })
})

describe("what can't be converted", () => {
  it.each([
    ['not-a-theme', 5],
    ['not-a-theme', {}],
    ['mixed-generations', { web: { default: { general: {} } }, general: { name: 'A' } }],
    ['wrong-type', wrap({ default: { designTokens: { colorPalette: { border: 5 } } } })],
    ['wrong-type', { web: { default: 'x' } }],
    ['wrong-type', { clients: { web: { defaults: { logo: { topbar: 5 } }, themes: [] } } }],
  ])('says %s', (code, document) => {
    const { theme, ledger, diagnostics } = convert(document)
    expect(theme).toBe(undefined)
    expect(ledger.entries).toEqual([])
    expect(codesOf(diagnostics)).toEqual([code])
  })

  it.each([
    ['/common/name', { common: { name: 5 } }],
    ['/common/slogan', { common: { slogan: ['x'] } }],
    ['/common/logo', { common: { logo: 7 } }],
    ['/common/accessDeniedHelpUrl', { common: { accessDeniedHelpUrl: { a: 5 } } }],
    ['/common', { common: ['x'] }],
    ['/common/general/name', { common: { general: { name: 5 } } }],
    ['/ios/general/name', { ios: { general: { name: 5 } } }],
    ['/default-dark', { 'default-dark': 3 }],
    ['/blue', { blue: [] }],
    ['/web', { web: [] }],
  ])('is also a wrong type at %s of a named file', (pointer, rest) => {
    const document = { default: { general: { name: 'Acme' } }, ...rest }
    const { theme, diagnostics } = convert(document)
    expect(theme).toBe(undefined)
    expect(diagnostics).toMatchObject([{ code: 'wrong-type', pointer }])
    expect(validate(document).diagnostics.map((finding) => finding.pointer)).toEqual(['', pointer])
    const dropped = converted(document, { invalidValues: 'drop' })
    expect(dropped.codes).toContain('value-invalid-dropped')
    expect(validate(dropped.theme, { rules: 'off' }).diagnostics).toEqual([])
  })

  it('leaves wrong values out when asked to, each with a finding', () => {
    const document = wrap({
      default: { designTokens: { colorPalette: { border: 5, icon: '#1' } } },
      blue: { logo: 7 },
    })
    const { themes, codes, from } = converted(document, { invalidValues: 'drop' })
    expect(themes[0]?.['designTokens']).toEqual({ colorPalette: { icon: '#1' } })
    expect(codes.filter((code) => code === 'value-invalid-dropped')).toHaveLength(2)
    expect(from('/web/blue/logo')).toMatchObject([{ to: null, action: 'dropped' }])
    const current = converted(document, { invalidValues: 'drop' }).theme
    const broken = { ...current, common: { ...current.common, name: 5 } }
    expect(converted(broken, { invalidValues: 'drop' }).common['name']).toBe('ownCloud')
  })

  it('throws for a wrong call', () => {
    expect(() => convert({}, { target: 'ocis-4' as 'ocis-5' })).toThrow(RangeError)
    expect(() => convert({}, { target: 'opencloud-3' as 'ocis-5' })).toThrow(RangeError)
    expect(() => convert({}, { themeNames: 'x' as 'keep' })).toThrow(TypeError)
    expect(() => convert({}, { webOptions: { imprintUrl: 5 as unknown as string } })).toThrow(TypeError)
    expect(() => convert({}, { schema: 5 as unknown as string })).toThrow(TypeError)
  })
})
