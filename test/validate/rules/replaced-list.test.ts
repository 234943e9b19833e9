import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/index.js'

const found = (document: unknown, base?: unknown) =>
  validate(document, { as: 'branding', ...(base !== undefined && { base }) })
    .diagnostics.filter(({ code }) => code === 'list-replaced')
    .map(({ pointer, severity }) => `${severity} ${pointer}`)

const themes = [{ name: 'Acme', isDark: false }]

describe('a list in a branding file', () => {
  it('takes the place of the list of the theme', () => {
    expect(found({ clients: { web: { themes } } })).toEqual(['info /clients/web/themes'])
  })

  it('replaces nothing where the theme has none', () => {
    const tagColorsList = ['#0b4f4a']
    const document = { clients: { web: { defaults: { designTokens: { tagColorsList } } } } }
    expect(found(document)).toEqual([])
    const base = { clients: { web: { defaults: { designTokens: { tagColorsList: [] } }, themes } } }
    expect(found(document, base)).toEqual(['info /clients/web/defaults/designTokens/tagColorsList'])
  })

  it('is no matter of a theme', () => {
    const { diagnostics } = validate({ clients: { web: { defaults: {}, themes } } })
    expect(diagnostics.map(({ code }) => code)).not.toContain('list-replaced')
  })
})
