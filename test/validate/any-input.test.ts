import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, type TargetId, targets, validate } from '../../src/index.js'
import type { Json } from '../../src/json/value.js'
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
      { numRuns: 200 },
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
      { numRuns: 600 },
    )
  })
})
