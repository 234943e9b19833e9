import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explain,
  type Resolution,
  type ResolveOptions,
  resolve,
  resolveThemes,
  type TargetId,
  targets,
} from '../../src/index.js'
import { eachLeaf, valueAt } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { resolve as resolveForOwnCloud } from '../../src/owncloud.js'
import { type LayerValue, type LeafListener, mergeLayers } from '../../src/resolve/merge.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { legacyAcme } from '../support/acme.js'
import { setAt } from '../support/change.js'
import { common, layeredFile as file } from '../support/layered-file.js'
import { current } from '../support/legacy-themes.js'
import { conversionTargets } from '../support/targets.js'

const plain = { target: 'ocis-8', served: 'static' } as const satisfies ResolveOptions
const leaf = (document: unknown, pointer: string, options: ResolveOptions = plain) =>
  resolve(document, options).values.find((value) => value.pointer === pointer)

describe('the choice of a theme', () => {
  const themes = [
    { name: 'Light', isDark: false },
    { name: 'Dark', isDark: true },
    { name: 'Vault', isDark: true, mode: 'vault' },
  ]
  const chosen = (target: TargetId, options: ResolveOptions) =>
    resolve(file({ themes }), { target, ...options }).choice?.name

  it.each(conversionTargets)('for %s', (target) => {
    expect(chosen(target, {})).toBe('Light')
    expect(chosen(target, { prefers: 'dark' })).toBe('Dark')
    expect(chosen(target, { stored: 'Dark' })).toBe('Dark')
    expect(chosen(target, { stored: 'Dark', theme: 'Light' })).toBe('Light')
    expect(chosen(target, { theme: 1 })).toBe('Dark')
  })

  it('takes the first for an unknown stored name in Web 8.0, and what fits the system later', () => {
    expect(chosen('ocis-5', { stored: 'x', prefers: 'dark' })).toBe('Light')
    expect(chosen('ocis-6', { stored: 'x', prefers: 'dark' })).toBe('Dark')
  })

  it('keeps the vault apart where clients know one', () => {
    expect(chosen('ocis-8', { mode: 'vault' })).toBe('Vault')
    expect(chosen('ocis-8', { stored: 'Vault' })).toBe('Light')
    expect(chosen('ocis-7', { stored: 'Vault' })).toBe('Vault')
  })

  it('is the first where nothing fits, and nothing where there is no theme', () => {
    expect(resolve(file({ themes: [{ name: 'Dark', isDark: true }] }), plain).choice).toMatchObject({
      index: 0,
      name: 'Dark',
    })
    const none = resolve(file({ themes: [] }), plain)
    expect(none.theme).toBe(undefined)
    expect(none.diagnostics.map(({ code }) => code)).toEqual(['no-theme'])
    expect(resolve(file(), { ...plain, theme: 'x' }).diagnostics[0]?.message).toContain('Unknown theme "x"')
  })
})

describe('the merge', () => {
  it("lays the theme over the defaults over the root's common, key by key", () => {
    const themes = [{ name: 'Light', isDark: false, designTokens: { colorPalette: { border: '#t' } } }]
    const { theme } = resolve(file({ themes }), plain)
    expect(theme).toMatchObject({
      common,
      designTokens: { colorPalette: { border: '#t', icon: '#d' } },
      logo: { topbar: 'd.svg' },
    })
    expect(leaf(file({ themes }), '/designTokens/colorPalette/border')).toMatchObject({
      origin: { layer: 'theme', pointer: '/clients/web/themes/0/designTokens/colorPalette/border' },
      overrides: [{ layer: 'defaults', value: '#d' }],
    })
  })

  it("lets a common in the defaults replace the root's as a whole, share roles and all", () => {
    const { theme } = resolve(
      file({ defaults: { common: { ...common, name: 'Own', shareRoles: {} } } }),
      plain,
    )
    expect(theme).toMatchObject({ common: { name: 'Own', shareRoles: {} } })
    const replaced = file({ defaults: { common: { ...common, name: 'Own' } } })
    expect(leaf(replaced, '/common/name')?.overrides).toEqual([
      { layer: 'common', source: 'file', pointer: '/common/name', value: 'Acme' },
    ])
    expect(
      explain(replaced, '/common/name', plain).steps.map(({ layer, reason }) => [layer, reason]),
    ).toEqual([
      ['defaults', 'highest layer with a value'],
      ['common', "a common in the defaults replaces the root's entirely"],
    ])
  })

  it("brings the root's share roles into a theme's own common", () => {
    const themes = [{ name: 'Light', isDark: false, common: { ...common, name: 'Own', shareRoles: {} } }]
    expect(resolve(file({ themes }), plain).theme).toMatchObject({
      common: { name: 'Own', shareRoles: { one: { iconName: 'eye' } } },
    })
  })

  it("leaves out keys that the client doesn't read", () => {
    const { theme } = resolve(file({ themes: [{ name: 'L', isDark: false, zz: 1, mode: 'regular' }] }), {
      ...plain,
      target: 'ocis-7',
    })
    expect(theme).not.toHaveProperty('zz')
    expect(theme).not.toHaveProperty('mode')
  })

  it('shares with the input what no layer changed, and changes nothing', () => {
    const document = file()
    const before = JSON.stringify(document)
    const { theme } = resolve(document, plain)
    expect(theme?.['loginPage']).toBe(valueAt(document, '/clients/web/defaults/loginPage'))
    expect(JSON.stringify(document)).toBe(before)
  })
})

describe('lists', () => {
  const tags = (colors: string[]) => ({ designTokens: { tagColorsList: colors } })
  const document = file({
    defaults: tags(['#1', '#2']),
    themes: [{ name: 'L', isDark: false, ...tags(['#3']) }],
  })
  const next = { target: 'ocis-next', served: 'static' } as const

  it('replace after oCIS 8.1, each item with its own origin', () => {
    expect(resolve(document, next).theme).toMatchObject(tags(['#3']))
    expect(leaf(document, '/designTokens/tagColorsList/0', next)).toMatchObject({
      origin: { layer: 'theme', pointer: '/clients/web/themes/0/designTokens/tagColorsList/0', value: '#3' },
      overrides: [{ layer: 'defaults', value: '#1' }],
    })
  })

  it('are joined before, the lower layer first', () => {
    const list = (layer: LayerValue['layer'], value: string[]): LayerValue => ({
      layer,
      pointer: `/${layer}`,
      value,
      keys: undefined,
    })
    const found: [string, unknown, string][] = []
    const listen: LeafListener = {
      leaf: (pointer, value, [origin]) => found.push([pointer, value, origin?.pointer ?? '']),
      onlyLeaf: () => {},
    }
    const rules = targets['ocis-8'].merge
    const merging = { rules, listen, read: new WeakMap() }
    expect(mergeLayers([list('theme', ['#3']), list('defaults', ['#1', '#2'])], merging)).toEqual([
      '#1',
      '#2',
      '#3',
    ])
    expect(found).toEqual([
      ['/0', '#1', '/defaults/0'],
      ['/1', '#2', '/defaults/1'],
      ['/2', '#3', '/theme/0'],
    ])
  })
})

describe('custom properties', () => {
  const properties = (document: unknown, options: ResolveOptions = plain) =>
    new Map(resolve(document, options).properties.map((property) => [property.name, property]))

  it("are those that the client sets, then the design system's", () => {
    const found = properties(
      file({ defaults: { designTokens: { spacing: { small: '9px' }, fontFamily: 'Inter' } } }),
    )
    expect(found.get('--oc-space-small')).toMatchObject({ value: '9px', set: true, by: ['start'] })
    expect(found.get('--oc-spacing-small')).toMatchObject({ value: '9px', set: true, by: ['store'] })
    expect(found.get('--oc-font-family')).toMatchObject({ value: 'Inter', set: true, by: ['start', 'store'] })
    expect(found.get('--oc-space-medium')).toMatchObject({ value: '16px', set: false, pointer: null })
    expect(found.get('--oc-color-swatch-brand-contrast')).toMatchObject({
      value: 'rgb(255, 255, 255)',
      set: false,
    })
  })

  it('treat an empty token as not set, also over a value of the defaults', () => {
    const themes = [{ name: 'L', isDark: false, designTokens: { colorPalette: { border: '' } } }]
    expect(properties(file({ themes })).get('--oc-color-border')).toMatchObject({
      value: 'rgb(236, 235, 238)',
      set: false,
    })
  })

  it('of OpenCloud take kebab case, and the frame its fallback', () => {
    const roles = { onPrimary: '#1', surfaceContainer: '#2', onSurface: '#3', onChrome: '#4' }
    const document = {
      clients: { web: { defaults: { designTokens: { roles } }, themes: [{ label: 'L', isDark: false }] } },
    }
    const found = properties(document, { target: 'opencloud-4' })
    expect(found.get('--oc-role-on-primary')?.value).toBe('#1')
    expect(found.get('--oc-role-chrome')?.value).toBe('#2')
    expect(found.get('--oc-role-on-chrome')?.value).toBe('#3')
  })
})

describe('provenance', () => {
  it('holds for any document: each value stands where it is said to, and the highest layer wins', () => {
    const target = fc.constantFrom<TargetId>('ocis-5', 'ocis-6', 'ocis-8', 'ocis-next')
    const branding = {
      clients: { web: { defaults: { logo: { topbar: 'u', login: 'u' } } } },
      common: { logo: 'u' },
    }
    const rank = ['theme', 'defaults', 'common']
    fc.assert(
      fc.property(current, target, fc.boolean(), (document, id, branded) => {
        const before = JSON.stringify(document)
        const resolution = resolve(document, { target: id, ...(branded && { branding }) })
        fc.pre(resolution.theme !== undefined)
        const documents: Record<string, unknown> = {
          file: document,
          branding,
          server: targets[id].serverValues,
        }
        for (const { value, origin, overrides } of resolution.values) {
          for (const place of [origin, ...overrides]) {
            expect(valueAt(documents[place.source] as Json, place.pointer)).toEqual(place.value)
          }
          // A map that clients emptied, such as `{ "toString": "" }`, isn't a leaf of its document.
          if (typeof value !== 'object' || value === null) expect(value).toEqual(origin.value)
          const layers = [origin, ...overrides].map(({ layer }) => rank.indexOf(layer))
          expect(layers).toEqual([...layers].sort())
        }
        const leaves: string[] = []
        eachLeaf(resolution.theme as Json, '', (pointer) => leaves.push(pointer))
        expect(resolution.values.map(({ pointer }) => pointer).sort()).toEqual(leaves.sort())
        expect(
          resolve(document, { target: id, ...(branded && { branding }), provenance: false }).theme,
        ).toEqual(resolution.theme)
        expect(JSON.stringify(document)).toBe(before)
      }),
      { numRuns: 200 },
    )
  })
})

describe('legacy documents', () => {
  it('resolve under the rules of their client', () => {
    const dark = resolve(legacyAcme, { prefers: 'dark' })
    expect(dark).toMatchObject({ target: 'legacy', generation: 'wrapped', choice: { name: 'default-dark' } })
    expect(dark.properties.find(({ name }) => name === '--oc-color-background-default')?.value).toBe(
      '#101820',
    )
    expect(resolve(legacyAcme, { stored: 'gone', prefers: 'dark' }).choice?.name).toBe('default')
  })

  it('show what their client brought along only where it did', () => {
    const first = { default: { logo: { sidebar: 's.svg' } } }
    expect(resolve(first).theme).toMatchObject({
      general: { name: 'ownCloud' },
      logo: { sidebar: 's.svg', favicon: expect.any(String) },
    })
    const later = { default: { logo: { topbar: 't.svg' }, loginPage: {} } }
    expect(resolve(later).theme).toEqual({ logo: { topbar: 't.svg' }, loginPage: {} })
    const flat = { general: { name: 'A' }, loginPage: { autoRedirect: false } }
    expect(resolve(flat).theme).toMatchObject({
      general: { name: 'A' },
      loginPage: { autoRedirect: false },
      logo: { login: expect.any(String) },
    })
    expect(resolve(flat).theme?.['general']).toEqual({ name: 'A' })
  })

  describe('take links from beside the theme', () => {
    const webOptions = { imprintUrl: 'https://o.example/i', accessDeniedHelpUrl: 'https://o.example/h' }
    const wrapped = (links: JsonObject, root: JsonObject = {}): JsonObject => ({
      common: { name: 'For others', ...root },
      web: { default: { general: { name: 'Acme', slogan: 'Files', ...links } } },
    })
    const origin = (document: JsonObject, pointer: string) => {
      const found = resolve(document, { webOptions }).values.find((value) => value.pointer === pointer)
      return found && [found.value, found.origin.layer, found.origin.pointer, found.overrides.length]
    }

    it('also where a click on it runs a script, as the client did', () => {
      const script = 'javascript:alert(1)'
      const all = { imprintUrl: script, privacyUrl: script, accessDeniedHelpUrl: script }
      expect(resolve(wrapped({}), { webOptions: all }).theme).toMatchObject({
        common: { accessDeniedHelpUrl: script },
        general: { imprintUrl: script, privacyUrl: script },
      })
      const current = setAt(exampleTheme(), '/common/urls/privacy', script)
      expect(resolve(current).theme).toMatchObject({ common: { urls: { privacy: script } } })
    })

    it("as the root's common had one", () => {
      const document = wrapped({}, { accessDeniedHelpUrl: 'https://c.example/h' })
      expect(origin(document, '/common/accessDeniedHelpUrl')).toEqual([
        'https://c.example/h',
        'common',
        '/common/accessDeniedHelpUrl',
        0,
      ])
      expect(resolve(document).theme).toEqual({
        general: { name: 'Acme', slogan: 'Files' },
        common: { accessDeniedHelpUrl: 'https://c.example/h' },
      })
    })

    it('as the old web options gave one where the theme had none', () => {
      const option = ['https://o.example/i', 'web-options', '/options/imprintUrl']
      expect(origin(wrapped({}), '/general/imprintUrl')).toEqual([...option, 0])
      expect(origin(wrapped({ imprintUrl: '' }), '/general/imprintUrl')).toEqual([...option, 1])
      expect(origin(wrapped({ imprintUrl: 'own' }), '/general/imprintUrl')?.slice(0, 2)).toEqual([
        'own',
        'theme',
      ])
      expect(origin(wrapped({}), '/general/privacyUrl')).toBe(undefined)
      expect(origin(wrapped({}), '/common/accessDeniedHelpUrl')?.slice(1, 3)).toEqual([
        'web-options',
        '/options/accessDeniedHelpUrl',
      ])
      expect(explain(wrapped({}), '/general/imprintUrl', { webOptions }).conclusion).toBe(
        '/general/imprintUrl is "https://o.example/i", from the old web options.',
      )
    })

    it('and refuse unknown options', () => {
      expect(() => resolve(wrapped({}), { webOptions: { imprintUrl: 5 } as never })).toThrow(TypeError)
      expect(() => resolve(wrapped({}), { webOptions: null as never })).toThrow(TypeError)
    })
  })

  it('of the draft without clients resolve like their successor', () => {
    const { web } = file()['clients'] as { web: JsonObject }
    expect(resolve({ common, web }, { served: 'static' }).theme).toEqual(
      resolve(file(), { served: 'static' }).theme,
    )
  })
})

describe('other documents', () => {
  it('say that the client refuses the file, and still what its values add up to', () => {
    const broken = file({ defaults: { logo: { topbar: 'd.svg' } } })
    const { theme, diagnostics } = resolve(broken, plain)
    expect(theme).toMatchObject({ logo: { topbar: 'd.svg' } })
    expect(diagnostics.map(({ code }) => code)).toEqual(['rejected-file'])
    expect(resolveThemes(broken, plain).map((one) => one.diagnostics.length)).toEqual([1, 1])
    // The server adds the share roles before the client looks.
    const { shareRoles, ...withoutRoles } = common
    const served = file({ root: { common: withoutRoles } })
    expect(resolve(served, { target: 'ocis-8' }).diagnostics).toEqual([])
    expect(resolve(served, plain).diagnostics.map(({ code }) => code)).toEqual(['rejected-file'])
  })

  it.each([
    ['ocis-5', 'ocis', ['branding-not-read', 'rejected-file']],
    ['ocis-6', 'ocis', []],
    ['ocis-8', 'static', ['branding-not-read']],
  ] as const)('say whether the branding counts for %s behind %s', (target, served, codes) => {
    const branding = { common: { logo: 'b.png' } }
    const { diagnostics } = resolve(file(), { target, served, branding })
    expect(diagnostics.map(({ code }) => code)).toEqual(codes)
    expect(explain(file(), '/common/logo', { target, served, branding }).value).toBe(
      codes.length === 0 ? 'b.png' : 'a.svg',
    )
  })

  it.each([null, 5, 'Light', [], true])('refuse %j in the place of a theme', (theme) => {
    const document = { clients: { web: { defaults: {}, themes: [theme] } } }
    const { theme: shown, diagnostics } = resolve(document)
    expect(shown).toBe(undefined)
    expect(diagnostics).toMatchObject([{ code: 'wrong-type', pointer: '/clients/web/themes/0' }])
    expect(explain(document, '/name').conclusion).toBe('No theme is shown.')
    expect(resolveThemes(document)).toHaveLength(1)
  })

  it('throw for a wrong call only', () => {
    expect(() => resolve({}, { target: 'x' as 'ocis-8' })).toThrow(RangeError)
    expect(() => resolve({}, { prefers: 'x' as 'dark' })).toThrow(TypeError)
    expect(() => resolve({}, { theme: {} as string })).toThrow(TypeError)
    expect(() => resolve({}, { branding: 5 })).toThrow(TypeError)
    expect(() => explain({}, 'topbar')).toThrow(TypeError)
  })
})

describe('a document without a theme to show', () => {
  const deep = JSON.parse(`{"clients":${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}}`)

  it.each<[string, unknown, Resolution['generation'], string, string, RegExp]>([
    ['no object', [], 'unknown', 'not-a-theme', '', /is a list.*JSON object\. Pass the content/],
    ['another file', { x: 1 }, 'unknown', 'not-a-theme', '', /no "clients".*keys "x"\. Check that/],
    ['no clients yet', { clients: 5 }, 'unknown', 'no-theme', '/clients/web/themes', /Add one/],
    ['a deep one', deep, 'current', 'too-deep', '', /nested/],
    [
      'a mixture',
      { web: { default: { general: {} } }, general: { name: 'A' } },
      'mixed',
      'mixed-generations',
      '',
      /wrapped: .*\. flat: .*\. Keep the right part/,
    ],
  ])('says why: %s', (_, document, generation, code, pointer, message) => {
    const resolution = resolve(document)
    expect(resolution).toEqual({
      generation,
      target: 'ocis-8',
      client: 'web',
      choice: undefined,
      theme: undefined,
      values: [],
      properties: [],
      diagnostics: [{ code, severity: 'error', pointer, message: expect.stringMatching(message) }],
    })
  })
})

describe('parts that a document has beside those of current clients', () => {
  it('are ignored, as clients do', () => {
    const mixture = { ...file(), general: { name: 'Old' } }
    expect(resolve(mixture, plain)).toMatchObject({
      generation: 'mixed',
      theme: resolve(file(), plain).theme,
    })
  })
})

describe('a branding file', () => {
  const branding = { common: { name: 'Branded' } }

  it('is merged into its base', () => {
    const resolution = resolve(branding, { as: 'branding', base: file(), target: 'ocis-8' })
    expect(resolution.generation).toBe('branding')
    expect(resolution).toEqual({ ...resolve(file(), { target: 'ocis-8', branding }), generation: 'branding' })
    expect(resolution.theme).toMatchObject({ common: { name: 'Branded', slogan: 'Files' } })
  })

  it('is merged into the theme that the server of its product ships', () => {
    expect(resolve(branding, { as: 'branding' })).toMatchObject({
      target: 'ocis-8',
      theme: { common: { name: 'Branded', slogan: expect.stringMatching(/./) } },
      diagnostics: [],
    })
    const ofOpenCloud = { clients: { web: { defaults: { designTokens: { roles: {} }, slogan: 'Branded' } } } }
    expect(resolve(ofOpenCloud, { as: 'branding' })).toMatchObject({
      target: 'opencloud-7.3',
      theme: { slogan: 'Branded' },
      diagnostics: [],
    })
  })
})

it('a theme of OpenCloud is told where no release of it is known', () => {
  const document = { clients: { web: { defaults: {}, themes: [{ label: 'L', isDark: false }] } } }
  const { theme, diagnostics } = resolveForOwnCloud(document)
  expect(theme).toBe(undefined)
  expect(diagnostics).toMatchObject([{ code: 'other-product', severity: 'error', pointer: '' }])
  expect(diagnostics[0]?.message).toContain('a theme for OpenCloud')
  // Whoever names a release wants to know what that one makes of it.
  expect(resolveForOwnCloud(document, { target: 'ocis-8' }).theme).toBeDefined()
})

describe('the common of OpenCloud', () => {
  const openCloud = (common: JsonObject | undefined, defaults: JsonObject = {}) => ({
    ...(common && { common }),
    clients: { web: { defaults, themes: [{ label: 'L', isDark: false, designTokens: { roles: {} } }] } },
  })
  const options = { target: 'opencloud-4', served: 'static' } as const

  it('is a layer below the defaults, key by key', () => {
    const document = openCloud(
      { name: 'Acme', slogan: 'Files', x: 1 },
      { slogan: 'Own', common: { name: 'No' } },
    )
    const { theme } = resolve(document, options)
    expect(theme).toMatchObject({ name: 'Acme', slogan: 'Own' })
    expect(theme).not.toHaveProperty('common')
    expect(theme).not.toHaveProperty('x')
    expect(leaf(document, '/name', options)).toEqual({
      pointer: '/name',
      value: 'Acme',
      origin: { layer: 'common', source: 'file', pointer: '/common/name', value: 'Acme' },
      overrides: [],
    })
    expect(leaf(document, '/slogan', options)?.overrides).toMatchObject([{ layer: 'common', value: 'Files' }])
  })

  it('may be missing, there and in ownCloud', () => {
    expect(resolve(openCloud(undefined), options).theme).toMatchObject({ label: 'L' })
    const { common: _, ...rest } = file()
    expect(resolve(rest, plain).theme).not.toHaveProperty('common')
  })
})

describe('what is not asked for', () => {
  it.each([
    ['a current file', file()],
    ['a legacy file', legacyAcme],
  ])('is left out: %s', (_, document) => {
    const whole = resolve(document)
    expect(resolve(document, { properties: false })).toEqual({ ...whole, properties: [] })
    expect(resolve(document, { provenance: false })).toEqual({ ...whole, values: [] })
    expect(whole.properties).not.toEqual([])
    expect(resolve(document, { properties: true, provenance: true })).toEqual(whole)
  })
})

describe('resolveThemes', () => {
  it('gives what resolve gives for each theme', () => {
    for (const document of [file(), legacyAcme]) {
      const all = resolveThemes(document)
      expect(all).toHaveLength(2)
      all.forEach((resolution, theme) => {
        expect(resolution).toEqual(resolve(document, { theme }))
      })
    }
    expect(resolveThemes(5).map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(['not-a-theme'])
    expect(resolveThemes(file({ themes: [] })).map(({ diagnostics }) => diagnostics[0]?.code)).toEqual([
      'no-theme',
    ])
  })
})

describe('OpenCloud 1', () => {
  const themes = [
    { label: 'Light', isDark: false },
    { label: 'Dark', isDark: true },
  ]
  const document = (list: unknown) => ({
    common: { name: 'Acme', urls: {} },
    clients: { web: { defaults: { designTokens: {} }, themes: list } },
  })

  it('stores the merged name of a theme, which all that have none of their own share', () => {
    const chosen = (list: unknown, stored: string) =>
      resolve(document(list), { target: 'opencloud-1', stored, prefers: 'dark' }).choice
    expect(chosen(themes, 'Acme')).toMatchObject({ index: 0, name: 'Acme' })
    expect(chosen(themes, 'Dark')).toMatchObject({ index: 1, name: 'Acme' })
    const named = { ...document(themes), clients: { web: { defaults: { name: 'Product' }, themes } } }
    expect(resolve(named, { target: 'opencloud-1' }).choice).toMatchObject({ index: 0, name: 'Product' })
    const own = [...themes, { label: 'Blue', name: 'Acme Blue', isDark: false }]
    expect(chosen(own, 'Acme Blue')).toMatchObject({ index: 2, name: 'Acme Blue' })
  })
})
