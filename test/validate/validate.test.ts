import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, type TargetId, targets, type ValidateOptions, validate } from '../../src/index.js'
import type { Json } from '../../src/json/value.js'
import { formatDiagnostics } from '../../src/report/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { withChanges } from '../support/test-rule.js'

const light = '/clients/web/themes/0'
const palette = `${light}/designTokens/colorPalette`

describe('the text and the document', () => {
  it('give the same findings, with ranges for the text only', () => {
    const names = Object.keys(catalogue)
    fc.assert(
      fc.property(
        fc.constantFrom('/common/logo', '/common/urls', `${palette}/border`, light, '/x'),
        fc.jsonValue(),
        (at, value) => {
          const document = withChanges(exampleTheme(), { [at]: JSON.parse(JSON.stringify(value)) as Json })
          const text = validate(JSON.stringify(document, null, 1)).diagnostics
          const plain = validate(document).diagnostics
          const bare = text.map(({ range, related, ...rest }) => {
            expect(range).toBeDefined()
            return { ...rest, ...(related && { related: related.map(({ range: _, ...place }) => place) }) }
          })
          expect(bare).toEqual(plain)
          for (const { code } of plain) expect(names).toContain(code)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never throw, never change the input, whatever it is and whatever it is checked for', () => {
    const hostile = fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'logo',
      'themes',
      'common',
      'designTokens',
      '',
    )
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(hostile, tie('json')),
        fc.array(tie('json'), { maxLength: 3 }),
      ),
    }))
    const target = fc.constantFrom(...(Object.keys(targets) as TargetId[]))
    fc.assert(
      fc.property(json, json, json, target, (common, defaults, themes, id) => {
        const input = { common, clients: { web: { defaults, themes } } }
        const before = JSON.stringify(input)
        expect(() => validate(input, { target: id })).not.toThrow()
        expect(JSON.stringify(input)).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('are too deep alike', () => {
    const deep = `{"clients":${'['.repeat(600)}${']'.repeat(600)}}`
    for (const input of [deep, JSON.parse(deep)]) {
      expect(validate(input)).toMatchObject({
        valid: false,
        diagnostics: [{ code: 'too-deep', pointer: '' }],
      })
      expect(validate(input).diagnostics).toHaveLength(1)
    }
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
