import { describe, expect, it } from 'vitest'
import { type ConvertOptions, convert } from '../../src/index.js'
import { convert as ofOwnCloud } from '../../src/owncloud.js'
import { common, layeredFile } from '../support/layered-file.js'

const banner = { title: 'Acme', publisher: 'Acme', icon: 'a.png', appScheme: 'acme' }
const deep = JSON.parse(`${'{"a":'.repeat(600)}1${'}'.repeat(600)}`)
const part = (defaults: object) => ({ clients: { web: { defaults } } })

describe("a document that can't be converted", () => {
  it.each<[string, unknown, ConvertOptions, string, string, string, RegExp]>([
    [
      'a text',
      '{}',
      {},
      'unknown',
      'not-a-theme',
      '',
      /is a string; .* Parse the text first, with parseText\.$/,
    ],
    ['a list', [], {}, 'unknown', 'not-a-theme', '', /is a list; .* Pass the content of a theme\.json\.$/],
    ['another file', { x: 1 }, {}, 'unknown', 'not-a-theme', '', /^There is no "clients".* "x"\. Check that/],
    [
      'a mixture',
      { web: { default: { general: {} } }, general: { name: 'Acme' } },
      {},
      'mixed',
      'mixed-generations',
      '',
      /^This is a mixture of generations\. wrapped: .*\. flat: .*\. Keep the right part/,
    ],
    ['a deep theme', { ...layeredFile(), deep }, {}, 'current', 'too-deep', '', /more than 500 levels/],
    ['a deep document', deep, {}, 'unknown', 'too-deep', '', /more than 500 levels/],
    [
      'a group of a theme',
      { fontFamily: 'Arial' },
      {},
      'unknown',
      'not-a-theme',
      '',
      /"fontFamily" belongs in .*\. Put it there, or pass --as branding .* --as theme /,
    ],
    [
      'a branding file for a server that reads none',
      part({ logo: { topbar: 'a.png' } }),
      { as: 'branding', target: 'ocis-5' },
      'branding',
      'branding-file',
      '',
      /^oCIS 5 reads no branding file/,
    ],
  ])('%s', (_, document, options, source, code, pointer, message) => {
    const result = convert(document, options)
    expect(result.theme).toBe(undefined)
    expect(result.ledger).toEqual({ source, target: options.target ?? 'ocis-8', entries: [] })
    expect(result.diagnostics).toEqual([
      { code, severity: 'error', pointer, message: expect.stringMatching(message) },
    ])
    expect(result.omitted).toEqual([])
  })

  it('has no theme beside its errors, however few are listed', () => {
    const wrong = layeredFile({ defaults: { logo: 5, loginPage: 5 } })
    const { theme, ledger, diagnostics, omitted } = convert(wrong, { maxFindings: 1 })
    expect([theme, ledger.entries]).toEqual([undefined, []])
    expect(diagnostics).toHaveLength(1)
    expect(omitted).not.toEqual([])
  })

  it('may be one that only the target would reject, after the conversion', () => {
    const { shareRoles: _, ...rest } = common
    const { theme, diagnostics } = convert(layeredFile({ root: { common: { ...rest, roles: 5 } } }))
    expect(theme).toBe(undefined)
    const [found] = diagnostics
    expect(found).toMatchObject({ code: 'wrong-type', pointer: '/common/shareRoles' })
    expect(found?.message).toMatch(/\(This place is in the converted file, which oCIS 8 would reject\.\)$/)
  })

  it.each([
    ['theme', { common: {}, clients: { web: { defaults: {}, themes: [{ label: 'L', isDark: false }] } } }],
    ['branding', part({ logo: 'a.svg' })],
  ] as const)('is a %s of a product of which no release is known', (as, document) => {
    const { theme, ledger, diagnostics } = ofOwnCloud(document, { as })
    expect([theme, ledger.entries]).toEqual([undefined, []])
    expect(diagnostics).toMatchObject([{ code: 'other-product', severity: 'error', pointer: '' }])
    expect(diagnostics[0]?.message).toContain('a theme for OpenCloud')
    expect(convert(document, { as }).theme).toBeDefined()
  })
})

describe('what a conversion says of parts that it moved', () => {
  it('names the groups that stood alone, and their places', () => {
    const { theme, diagnostics } = convert({ appBanner: banner }, { as: 'theme', target: 'ocis-5' })
    expect(theme?.clients.web.defaults.appBanner).toEqual(banner)
    const [finding] = diagnostics
    expect(finding).toMatchObject({ code: 'misplaced-key', pointer: '/appBanner' })
    expect(finding?.message).toContain('"appBanner"')
    expect(finding?.message).toContain('/clients/web/defaults/appBanner')
  })

  it('names the old themes in "clients", and where they are now', () => {
    const pasted = { default: { general: { name: 'Acme' } } }
    const { diagnostics } = convert({ clients: { web: pasted } })
    const found = diagnostics.find(({ code }) => code === 'ignored-generation')
    expect(found?.pointer).toBe('/clients/web/default')
    expect(found?.message).toMatch(/legacy theme .*\/clients\/web\/themes/)
  })
})

describe('a branding file without keys of one product alone', () => {
  const palette = (colorPalette: object) => part({ designTokens: { colorPalette } })

  it.each([
    [
      'is one of OpenCloud for OpenCloud',
      { common: { name: 'Acme' } },
      'opencloud-7.3',
      { common: { name: 'Acme' } },
    ],
    ['with a palette of OpenCloud, too', palette({ 'background-chrome': '#1' }), 'opencloud-1', undefined],
    ['with icon colours, too', palette({ 'icon-folder': '#111111' }), 'opencloud-1', undefined],
    ['is one of ownCloud for oCIS', part({ fontFamily: 'x' }), 'ocis-8', undefined],
  ] as const)('%s', (_, document, target, expected) => {
    const { theme, ledger } = convert(document, { target, as: 'branding' })
    expect(theme).toEqual(expected ?? document)
    expect(ledger.entries.map(({ action }) => action)).toEqual(['kept'])
  })

  it('is one of ownCloud with a palette that OpenCloud never had', () => {
    const { theme } = convert(palette({ 'swatch-brand-default': '#0b4f4a' }), {
      target: 'opencloud-7.3',
      as: 'branding',
    })
    expect(theme).toEqual(part({ designTokens: { roles: { chrome: '#0b4f4a' } } }))
  })
})
