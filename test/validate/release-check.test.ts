import { describe, expect, it } from 'vitest'
import {
  convert,
  type Diagnostic,
  type TargetId,
  type ValidateOptions,
  validate as validateAll,
} from '../../src/index.js'
import { legacyAcme } from '../support/acme.js'
import { conversionTargets } from '../support/targets.js'

/** What a release rejects or breaks on, without what is probably not meant so. */
const validate = (input: unknown, options: ValidateOptions = {}) =>
  validateAll(input, { rules: 'off', ...options })

type Path = readonly (string | number)[]

const urls = { accessDeniedHelp: '', imprint: '', privacy: '' }
const roles = { 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { iconName: 'eye' } }

/** A whole document for any target of ownCloud. */
function whole(): Record<string, unknown> {
  const common = () => ({
    name: 'Acme',
    slogan: 'Files',
    logo: 'a.svg',
    urls: { ...urls },
    shareRoles: structuredClone(roles),
  })
  const logo = () => ({ topbar: 'a.svg', favicon: 'a.png', login: 'a.svg' })
  const group = () => ({
    common: common(),
    appBanner: { title: 'Acme' },
    logo: logo(),
    loginPage: { autoRedirect: true, backgroundImg: 'a.jpg' },
    icons: { universalAccess: 'a.svg' },
    designTokens: { colorPalette: { border: '#000' }, fontFamily: 'Inter', tagColorsList: ['#000'] },
  })
  return {
    common: common(),
    clients: { web: { defaults: group(), themes: [{ name: 'Light', isDark: false, ...group() }] } },
  }
}

function changed(path: Path, value?: unknown): Record<string, unknown> {
  const document = whole()
  const last = path[path.length - 1] as string
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((object, key) => (object as Record<string, unknown>)[key], document) as Record<
    string,
    unknown
  >
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return document
}

const pointer = (path: Path) => path.map((key) => `/${key}`).join('')
const codes = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) =>
  diagnostics.map(({ code, pointer: at }) => `${code} ${at}`)

const layers: readonly Path[] = [
  ['clients', 'web', 'defaults'],
  ['clients', 'web', 'themes', 0],
]
const commons: readonly Path[] = [['common'], ...layers.map((layer) => [...layer, 'common'])]
const all: readonly TargetId[] = conversionTargets
const from = (first: TargetId) => all.slice(all.indexOf(first))

/** What each release requires, by the objects that it is required in. */
const required: readonly (readonly [Path, readonly TargetId[]])[] = [
  [['clients'], all],
  [['clients', 'web'], all],
  [['clients', 'web', 'defaults'], all],
  [['clients', 'web', 'themes'], all],
  ...(['designTokens', 'loginPage', 'logo'] as const).map(
    (key) => [['clients', 'web', 'defaults', key], all] as const,
  ),
  ...commons.flatMap((common) => [
    ...(['name', 'slogan', 'logo', 'urls'] as const).map((key) => [[...common, key], all] as const),
    ...(['accessDeniedHelp', 'imprint', 'privacy'] as const).map(
      (key) => [[...common, 'urls', key], all] as const,
    ),
    [[...common, 'shareRoles'], from('ocis-6')] as const,
    [[...common, 'shareRoles', 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5', 'iconName'], from('ocis-6')] as const,
  ]),
  ...layers.flatMap((layer) => [
    ...(['topbar', 'favicon', 'login'] as const).map((key) => [[...layer, 'logo', key], all] as const),
    [[...layer, 'loginPage', 'backgroundImg'], all] as const,
    [[...layer, 'loginPage', 'autoRedirect'], ['ocis-5']] as const,
  ]),
  [['clients', 'web', 'themes', 0, 'name'], all],
  [['clients', 'web', 'themes', 0, 'isDark'], all],
]

/** What each release checks the type of, with a value of the wrong one. */
const typed: readonly (readonly [Path, unknown, readonly TargetId[]])[] = [
  [['common'], 'x', all],
  [['clients', 'web', 'themes'], {}, all],
  [['clients', 'web', 'themes', 0, 'isDark'], 'true', all],
  [['clients', 'web', 'themes', 0, 'mode'], 'secret', from('ocis-8')],
  ...commons.flatMap((common) => [
    [[...common, 'name'], 5, all] as const,
    [[...common, 'urls', 'imprint'], null, all] as const,
    [[...common, 'urls', 'accessibilityStatement'], 5, from('ocis-8')] as const,
    [[...common, 'urls', 'helpPage'], 5, ['ocis-next']] as const,
    [[...common, 'shareRoles'], [], from('ocis-6')] as const,
  ]),
  ...layers.flatMap((layer) => [
    [[...layer, 'appBanner', 'title'], 5, all] as const,
    [[...layer, 'logo', 'notFound'], 5, all] as const,
    [[...layer, 'logo', 'topbarSm'], 5, from('ocis-8')] as const,
    [[...layer, 'logo', 'href'], 5, ['ocis-next']] as const,
    [[...layer, 'icons'], 5, from('ocis-8')] as const,
    [[...layer, 'designTokens', 'fontFamily'], 5, all] as const,
    [[...layer, 'designTokens', 'colorPalette', 'border'], 5, all] as const,
    [[...layer, 'designTokens', 'sizes'], 'x', all] as const,
    [[...layer, 'designTokens', 'tagColorsList'], 'x', ['ocis-next']] as const,
    [[...layer, 'loginPage', 'autoRedirect'], 'yes', ['ocis-5']] as const,
  ]),
]

describe('the check of each release', () => {
  it.each(all)('%s accepts a whole document, and unknown keys of any type', (target) => {
    expect(validate(whole(), { target, served: 'static' })).toMatchObject({ valid: true, diagnostics: [] })
    for (const path of [
      ['zz'],
      ['common', 'zz'],
      ['clients', 'zz'],
      ...layers.map((layer) => [...layer, 'logo', 'zz']),
    ]) {
      for (const value of [null, 5, [], {}]) {
        expect(validate(changed(path, value), { target, served: 'static' }).diagnostics).toEqual([])
      }
    }
    expect(validate({ $schema: 5, ...whole() }, { target }).diagnostics).toEqual([])
  })

  it.each(required)('requires %j', (path, targetIds) => {
    for (const target of all) {
      const found = codes(validate(changed(path), { target, served: 'static' }))
      const expected = [`missing-key ${pointer(path.slice(0, -1))}`]
      expect(found, target).toEqual(targetIds.includes(target) ? expected : [])
    }
  })

  it.each(typed)('looks at the type of %j', (path, value, targetIds) => {
    for (const target of all) {
      const found = codes(validate(changed(path, value), { target, served: 'static' }))
      const code = path[path.length - 1] === 'mode' ? 'value-not-allowed' : 'wrong-type'
      expect(found, target).toEqual(targetIds.includes(target) ? [`${code} ${pointer(path)}`] : [])
    }
  })

  it('says one thing about one mistake, with what to do', () => {
    const { diagnostics } = validate(changed(['clients', 'web', 'defaults', 'logo', 'favicon']))
    expect(diagnostics).toEqual([
      {
        code: 'missing-key',
        severity: 'error',
        pointer: '/clients/web/defaults/logo',
        message: 'The key "favicon" is missing in /clients/web/defaults/logo. Add it.',
      },
    ])
  })
})

describe('what the server adds', () => {
  const withoutRoles = changed(['common', 'shareRoles'])

  it('makes up for missing share roles at the root since oCIS 6, and for nothing on a plain web server', () => {
    for (const target of from('ocis-6')) {
      expect(codes(validate(withoutRoles, { target }))).toEqual([])
      expect(codes(validate(withoutRoles, { target, served: 'static' }))).toEqual(['missing-key /common'])
    }
  })

  it('makes up for a part of a standard role, and for no other role', () => {
    const standard = changed(['common', 'shareRoles'], {
      'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { name: 'Viewer' },
    })
    expect(codes(validate(standard))).toEqual([])
    expect(codes(validate(standard, { served: 'static' }))).toHaveLength(1)
    expect(codes(validate(changed(['common', 'shareRoles'], { mine: { name: 'Mine' } })))).toEqual([
      'missing-key /common/shareRoles/mine',
    ])
  })
})

describe('other documents', () => {
  it('gives a legacy theme one finding: it must be converted', () => {
    const result = validate(legacyAcme, { target: 'ocis-7' })
    expect(codes(result)).toEqual(['legacy-theme '])
    expect(result.valid).toBe(false)
    expect(result.diagnostics[0]?.message).toContain('ocis-7')
  })

  it('also says where a legacy theme is wrong as what it is', () => {
    expect(codes(validate({ web: { default: { general: { name: 5 } } } }))).toEqual([
      'legacy-theme ',
      'wrong-type /web/default/general/name',
    ])
    expect(codes(validate({ default: { general: { name: 'A', helpDeskText: 5 } } }))).toEqual([
      'legacy-theme ',
      'wrong-type /default/general/helpDeskText',
    ])
  })

  it('takes a branding file for what it is, and warns where none is read', () => {
    const branding = {
      common: { logo: 'a' },
      clients: { web: { defaults: { logo: { login: 'a', topbar: 'a' } } } },
    }
    expect(validate(branding, { as: 'branding' })).toMatchObject({ valid: true, diagnostics: [] })
    expect(codes(validate(branding, { as: 'branding', target: 'ocis-5' }))).toEqual(['branding-not-read '])
  })

  it('tells the products apart, and takes the newest target of the product', () => {
    const openCloud = {
      common: { urls: {} },
      clients: {
        web: { defaults: { designTokens: { roles: {} } }, themes: [{ label: 'L', isDark: false }] },
      },
    }
    expect(validate(openCloud)).toMatchObject({ valid: true, diagnostics: [] })
    expect(codes(validate(openCloud, { target: 'ocis-8' }))).toEqual(['other-product '])
    expect(codes(validate(whole(), { target: 'opencloud-4' }))).toEqual(['other-product '])
  })

  it('checks the current part of a mixed document, and says that the rest is ignored', () => {
    const mixed = { notes: 'ours', ...whole(), default: { general: { name: 'A' } } }
    expect(validate(mixed)).toMatchObject({ valid: true, diagnostics: [] })
    const about = (rules: ValidateOptions['rules']) =>
      codes(validateAll(mixed, { rules: { 'same-look': 'off', ...(rules as object) } })).filter(
        (code) => code.startsWith('ignored') || code.includes(' /notes') || code.includes(' /default'),
      )
    expect(about({})).toEqual(['unknown-key /notes', 'ignored-generation /default'])
    expect(about({ 'ignored-generation': 'off' })).toEqual(['unknown-key /notes'])
  })

  it('takes a document for a theme whose "clients" are misspelt, and says so', () => {
    const { clients, ...rest } = whole()
    const { diagnostics } = validate({ ...rest, client: clients })
    expect(diagnostics).toMatchObject([{ code: 'not-a-theme', pointer: '/client' }])
    expect(diagnostics[0]?.message).toContain('"clients"')
  })

  it('takes a text, with the place of what is wrong', () => {
    expect(validate(JSON.stringify(whole())).valid).toBe(true)
    const { diagnostics } = validate('{\n  "clients": {},\n}')
    expect(diagnostics).toMatchObject([{ code: 'syntax-error', range: { start: { line: 2, column: 16 } } }])
  })

  it('throws for a wrong call, never for a wrong document', () => {
    expect(() => validate({}, { target: 'ocis-9' as 'ocis-8' })).toThrow(RangeError)
    expect(() => validate({}, { served: 'nginx' as 'static' })).toThrow(TypeError)
    for (const document of [() => 1, Symbol('x'), 1n]) expect(() => validate(document)).toThrow(TypeError)
    for (const document of [undefined, null, 5, [], {}]) expect(validate(document).valid).toBe(false)
  })

  it('accepts what a conversion gives, for every target', () => {
    for (const target of all) {
      const id = target as 'ocis-8'
      expect(
        validate(convert(legacyAcme, { target: id }).theme, { target: id, served: 'static' }).diagnostics,
      ).toEqual([])
    }
  })
})

describe('what a client of OpenCloud merges', () => {
  const themes = [{ label: 'L', isDark: false }]
  const common = { urls: { accessDeniedHelp: '', imprint: '', privacy: '' }, shareRoles: {} }
  const designTokens = { roles: { primary: '#0000ff' } }

  it.each(['opencloud-1', 'opencloud-2', 'opencloud-4'] as const)(
    'has no tokens of the common for %s, which drops them',
    (target) => {
      const inCommon = { common: { ...common, designTokens }, clients: { web: { defaults: {}, themes } } }
      expect(codes(validate(inCommon, { target }))).toContain('missing-design-tokens /clients/web/defaults')
      const inDefaults = { common, clients: { web: { defaults: { designTokens }, themes } } }
      expect(codes(validate(inDefaults, { target })).join()).not.toContain('missing-design-tokens')
    },
  )

  it('is for the target, where a document has nothing of one product', () => {
    const document = { clients: { web: { defaults: {}, themes: [] } } }
    for (const target of ['ocis-8', 'opencloud-7.3'] as const) {
      expect(codes(validate(document, { target })).join(), target).not.toContain('other-product')
    }
    expect(codes(validate(document, { target: 'opencloud-7.3' }))).toContain('no-theme /clients/web/themes')
  })
})
