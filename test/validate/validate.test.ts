import { describe, expect, it } from 'vitest'
import { type ValidateOptions, validate } from '../../src/index.js'
import { formatDiagnostics } from '../../src/report/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { withChanges } from '../support/test-rule.js'

const palette = '/clients/web/themes/0/designTokens/colorPalette'

it('is too deep as a text and as a document', () => {
  const deep = `{"clients":${'['.repeat(600)}${']'.repeat(600)}}`
  for (const input of [deep, JSON.parse(deep)]) {
    expect(validate(input)).toMatchObject({
      valid: false,
      diagnostics: [{ code: 'too-deep', pointer: '' }],
    })
    expect(validate(input).diagnostics).toHaveLength(1)
  }
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
    const [mark, ...others] = diagnostics
    expect(mark).toMatchObject({ code: 'byte-order-mark', severity: 'info' })
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
      { code: 'byte-order-mark' },
      { code: 'syntax-error', range: { start: { line: 1, column: 8 } } },
    ])
  })
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
