import { describe, expect, it } from 'vitest'
import { allKeys } from '../../src/formats/known-keys.js'
import { convert, type Diagnostic, type ValidateOptions, validate as validateAll } from '../../src/index.js'
import { child, type Pointer } from '../../src/json/pointer.js'
import type { Json } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { targets } from '../../src/targets/index.js'
import { legacyAcme } from '../support/acme.js'
import { setAt } from '../support/change.js'
import { wholeFile, wrongValue } from '../support/release-shapes.js'
import { conversionTargets, targetsFrom } from '../support/targets.js'

/** What a release rejects or breaks on, without what is probably not meant so. */
const validate = (input: unknown, options: ValidateOptions = {}) =>
  validateAll(input, { rules: 'off', ...options })

const codes = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) =>
  diagnostics.map(({ code, pointer: at }) => `${code} ${at}`)

describe.each(conversionTargets)('the check of %s', (target) => {
  const { keys } = wholeFile(target)
  const changed = (pointer: Pointer, value?: Json) => setAt(wholeFile(target).document, pointer, value)
  const found = (pointer: Pointer, value?: Json) =>
    codes(validate(changed(pointer, value), { target, served: 'static' })).join()

  /** What is found for each key, beside what is expected. */
  const table = (rows: readonly (readonly [at: Pointer, found: string, expected: string])[]) => {
    expect(rows.length).toBeGreaterThan(4)
    const side = (index: 1 | 2) => Object.fromEntries(rows.map((row) => [row[0], row[index]]))
    expect(side(1)).toEqual(side(2))
  }

  it('accepts a whole document, which has every key of the schema', () => {
    const { document } = wholeFile(target)
    expect(validate(document, { target, served: 'static' })).toMatchObject({ valid: true, diagnostics: [] })
    const named = allKeys(targets[target].places).map(({ path }) => path.reduce(child, ''))
    expect(keys.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
  })

  it('requires some keys', () => {
    table(
      keys
        .filter(({ name }) => name !== '' && !name.endsWith('/*'))
        .map(({ pointer, isRequired }) => [
          pointer,
          found(pointer),
          isRequired ? `missing-key ${pointer.slice(0, pointer.lastIndexOf('/'))}` : '',
        ]),
    )
  })

  it('looks at types', () => {
    table(
      keys
        .filter(({ name, type }) => name !== '' && type !== 'any')
        .map(({ pointer, type }) => [
          pointer,
          found(pointer, wrongValue(type)),
          `${type.includes('|') ? 'value-not-allowed' : 'wrong-type'} ${pointer}`,
        ]),
    )
  })

  it.each<[Json]>([[null], [5], [[]], [{}]])(
    "takes unknown keys, and what it doesn't look at, with %j",
    (value) => {
      const unknown = keys.filter(({ isOpen }) => isOpen).map(({ pointer }) => child(pointer, 'zz'))
      const unread = keys.filter(({ type }) => type === 'any').map(({ pointer }) => pointer)
      table([...unknown, ...unread].map((pointer) => [pointer, found(pointer, value), '']))
    },
  )
})

it('says one thing about one mistake, with what to do', () => {
  const { diagnostics } = validate(setAt(exampleTheme(), '/clients/web/defaults/logo/favicon', undefined))
  expect(diagnostics).toEqual([
    {
      code: 'missing-key',
      severity: 'error',
      pointer: '/clients/web/defaults/logo',
      message: 'The key "favicon" is missing in /clients/web/defaults/logo. Add it.',
      key: 'favicon',
    },
  ])
})

describe('what the server adds', () => {
  const roles = '/common/shareRoles'

  it.each(targetsFrom('ocis-6'))(
    'makes up for missing share roles at the root for %s, and for nothing on a plain web server',
    (target) => {
      const withoutRoles = setAt(wholeFile(target).document, roles, undefined)
      expect(codes(validate(withoutRoles, { target }))).toEqual([])
      expect(codes(validate(withoutRoles, { target, served: 'static' }))).toEqual(['missing-key /common'])
    },
  )

  it('makes up for a part of a standard role, and for no other role', () => {
    const standard = setAt(exampleTheme(), roles, {
      'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { name: 'Viewer' },
    })
    expect(codes(validate(standard))).toEqual([])
    expect(codes(validate(standard, { served: 'static' }))).toHaveLength(1)
    expect(codes(validate(setAt(exampleTheme(), roles, { mine: { name: 'Mine' } })))).toEqual([
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
    expect(result.diagnostics[0]?.message).toContain('stock theme')
  })

  it('says what users of OpenCloud see instead of a legacy theme: an error, and no stock theme', () => {
    for (const target of ['opencloud-1', 'opencloud-7.3'] as const) {
      const [finding] = validate(legacyAcme, { target }).diagnostics
      expect(finding?.message).toContain('missing or invalid config')
      expect(finding?.message).not.toContain('stock theme')
    }
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
    expect(codes(validate(exampleTheme(), { target: 'opencloud-4' }))).toEqual(['other-product '])
  })

  it('checks the current part of a mixed document, and says that the rest is ignored', () => {
    const mixed = { notes: 'ours', ...exampleTheme(), default: { general: { name: 'A' } } }
    expect(validate(mixed)).toMatchObject({ valid: true, diagnostics: [] })
    const about = (rules: ValidateOptions['rules']) =>
      codes(validateAll(mixed, { rules: { 'same-look': 'off', ...(rules as object) } })).filter(
        (code) => code.startsWith('ignored') || code.includes(' /notes') || code.includes(' /default'),
      )
    expect(about({})).toEqual(['ignored-generation /default', 'unknown-key /notes'])
    expect(about({ 'ignored-generation': 'off' })).toEqual(['unknown-key /notes'])
  })

  it('takes a document for a theme whose "clients" are misspelt, and says so', () => {
    const { clients, ...rest } = exampleTheme()
    const { diagnostics } = validate({ ...rest, client: clients })
    expect(diagnostics).toMatchObject([{ code: 'not-a-theme', pointer: '/client' }])
    expect(diagnostics[0]?.message).toContain('"clients"')
  })

  it('takes a text, with the place of what is wrong', () => {
    expect(validate(JSON.stringify(exampleTheme())).valid).toBe(true)
    const { diagnostics } = validate('{\n  "clients": {},\n}')
    expect(diagnostics).toMatchObject([{ code: 'syntax-error', range: { start: { line: 2, column: 16 } } }])
  })

  it('throws for a wrong call, never for a wrong document', () => {
    expect(() => validate({}, { target: 'ocis-99' as 'ocis-8' })).toThrow(RangeError)
    expect(() => validate({}, { served: 'nginx' as 'static' })).toThrow(TypeError)
    for (const document of [() => 1, Symbol('x'), 1n]) expect(() => validate(document)).toThrow(TypeError)
    for (const document of [undefined, null, 5, [], {}]) expect(validate(document).valid).toBe(false)
  })

  it('accepts what a conversion gives, for every target', () => {
    for (const target of conversionTargets) {
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
