import { describe, expect, it } from 'vitest'
import { type TargetId, type ValidateOptions, validate } from '../../src/index.js'
import { formatDiagnostics } from '../../src/report/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { withChanges } from '../support/test-rule.js'

const codes = (input: unknown, options: ValidateOptions = {}) =>
  validate(input, options).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)

const palette = '/clients/web/themes/0/designTokens/colorPalette'

describe('a document that is nested deeply', () => {
  /** So many levels of objects and lists. */
  const nested = (levels: number) => `{"clients":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`

  it.each([501, 600])('is too deep with %d levels, as a text and as a document', (levels) => {
    for (const input of [nested(levels), JSON.parse(nested(levels))]) {
      for (const rules of ['off', {}] as const) {
        expect(validate(input, { rules })).toMatchObject({ valid: false, target: 'ocis-8', omitted: [] })
        expect(codes(input, { rules })).toEqual(['too-deep '])
      }
    }
  })

  it('is looked at with 500', () => {
    for (const input of [nested(500), JSON.parse(nested(500))]) {
      for (const rules of ['off', {}] as const)
        expect(codes(input, { rules })).toContain('wrong-type /clients')
    }
  })

  it('is of the target that is asked for', () => {
    expect(validate(nested(600), { target: 'opencloud-4' }).target).toBe('opencloud-4')
    expect(validate('{', { target: 'ocis-5' }).target).toBe('ocis-5')
  })
})

describe('a byte-order mark', () => {
  const document = withChanges(exampleTheme(), {
    '/common/logo': '/themes/acme/logo.svg',
    [`${palette}/border`]: '#12345',
  })
  const text = JSON.stringify(document)

  it('is all there is to say where the server reads the file', () => {
    for (const broken of [text, '{,}']) {
      expect(validate(`\ufeff${broken}`)).toMatchObject({
        valid: false,
        omitted: [],
        diagnostics: [
          { code: 'byte-order-mark', severity: 'error', range: { start: { line: 1, column: 1 } } },
        ],
      })
      expect(validate(`\ufeff${broken}`).diagnostics).toHaveLength(1)
    }
  })

  it.each<ValidateOptions>([
    { target: 'ocis-5' },
    { served: 'static' },
    { target: 'ocis-7', served: 'static' },
  ])('is a remark beside all other findings, in their places, for %j', (options) => {
    const { diagnostics, ...rest } = validate(`\ufeff${text}`, options)
    const others = diagnostics.filter(({ code }) => code !== 'byte-order-mark')
    expect(diagnostics.filter((finding) => !others.includes(finding))).toMatchObject([{ severity: 'info' }])
    expect({ ...rest, diagnostics: others }).toEqual(validate(text, options))
    expect(others.map(({ code }) => code)).toContain('invalid-color')
    // As the report shows it, without the mark.
    const report = formatDiagnostics(others, 'pretty', { text: `\ufeff${text}` })
    expect(report).toMatch(/"border":"#12345".*\n.* {2}\^{8}\n/)
    const column = (text.indexOf('"#12345"') + 1) as number
    expect(others.find(({ code }) => code === 'invalid-color')?.range?.start).toEqual({ line: 1, column })
  })

  it('stands beside errors in the syntax', () => {
    const found = validate('\ufeff{"a": 1,}', { target: 'ocis-5' }).diagnostics
    expect(found).toMatchObject([
      { code: 'syntax-error', range: { start: { line: 1, column: 8 } } },
      { code: 'byte-order-mark' },
    ])
  })
})

it('lists errors first, and findings of one severity from the top of a text to its end', () => {
  const document = withChanges(exampleTheme(), {
    '/note': 'ours',
    '/common/shareRoles': undefined,
    '/common/logo': '/themes/acme/logo.svg',
    [`${palette}/border`]: '#12345',
    '/clients/web/defaults/loginPage/backgroundImg': 7,
  })
  const found = validate(JSON.stringify(document, null, 2)).diagnostics
  const ofSeverity = (severity: string) => found.filter((finding) => finding.severity === severity)
  expect(found).toEqual([...ofSeverity('error'), ...ofSeverity('warning'), ...ofSeverity('info')])
  expect(ofSeverity('error')).not.toEqual([])
  expect(ofSeverity('warning').map(({ code }) => code)).toEqual(['absolute-logo', 'invalid-color'])
  expect(ofSeverity('info').map(({ code }) => code)).toContain('unknown-key')
  const lines = ofSeverity('warning').map(({ range }) => range.start.line)
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
})

describe('a document with nothing but defaults and an empty list', () => {
  const document = { clients: { web: { defaults: {}, themes: [] } } }

  it.each(['opencloud-1', 'opencloud-4', 'opencloud-7.3'] as const)(
    'is one of OpenCloud for %s',
    (target) => {
      const { diagnostics } = validate(document, { target })
      expect(diagnostics.map(({ code }) => code)).toEqual(['no-theme'])
    },
  )

  it.each([undefined, 'ocis-5', 'ocis-8'] as const)('is one of ownCloud for %s', (target) => {
    const { diagnostics } = validate(document, target === undefined ? {} : { target })
    const keys = ['logo', 'loginPage', 'designTokens']
    for (const key of keys)
      expect(diagnostics).toContainEqual(
        expect.objectContaining({ code: 'missing-key', message: expect.stringContaining(`"${key}"`) }),
      )
    expect(diagnostics.map(({ code }) => code)).not.toContain('other-product')
  })
})

describe('what is no theme', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['a list', [], 'not-a-theme ', /list.*right file/],
    ['a text', 'null', 'not-a-theme ', /null.*right file/],
    ['another file', { version: '1.0.0' }, 'not-a-theme ', /right file/],
    ['a theme with a misspelt key', { cleints: { web: {} } }, 'not-a-theme /cleints', /"cleints".*"clients"/],
    [
      'parts of several generations',
      { general: { name: 'Acme' }, logo: { topbar: 'a.svg' }, web: { default: { general: {} } } },
      'mixed-generations ',
      /wrapped and flat.*\/web.*Keep/,
    ],
  ])('is %s', (_, document, code, says) => {
    expect(codes(document)).toEqual([code])
    expect(validate(document).diagnostics[0]?.message).toMatch(says)
  })
})

describe('a theme of another product', () => {
  const openCloud = { label: 'L', isDark: false }
  const themes = (...all: object[]) => ({ clients: { web: { defaults: {}, themes: all } } })

  it.each<[string, object, TargetId]>([
    ['a title of OpenCloud', themes(openCloud), 'ocis-8'],
    ['roles of OpenCloud', themes({ isDark: false, designTokens: { roles: {} } }), 'ocis-8'],
    ['a login page of ownCloud', themes({ isDark: false, loginPage: {} }), 'opencloud-4'],
    ['a whole theme of ownCloud', exampleTheme(), 'opencloud-4'],
  ])('has %s', (_, document, target) => {
    expect(codes(document, { target })).toEqual(['other-product '])
  })

  it('is none without a key of one product, and is told what it lacks for the target', () => {
    const document = themes({ isDark: false, name: 'x' })
    expect(codes(document, { target: 'opencloud-4' })).toEqual(['missing-key /clients/web/themes/0'])
    expect(codes(document, { target: 'ocis-8' })).toContain('missing-key /clients/web/defaults')
  })

  it('is named with both products', () => {
    const [finding] = validate(themes(openCloud), { target: 'ocis-8' }).diagnostics
    expect(finding).toMatchObject({ code: 'other-product', pointer: '' })
    expect(finding?.message).toMatch(/OpenCloud.*oCIS 8.*convert --target ocis-8/)
  })
})
