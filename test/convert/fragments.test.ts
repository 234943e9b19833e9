import { describe, expect, it } from 'vitest'
import { fragmentPlaces } from '../../src/formats/parts.js'
import { convert, detect, resolve, validate } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { JsonObject } from '../../src/json/value.js'

const banner = { title: 'Acme', publisher: 'Acme', icon: 'a.png', appScheme: 'acme' }
const certain: readonly [string, JsonObject, string][] = [
  ['a banner', { appBanner: banner }, '/clients/web/defaults/appBanner/title'],
  ['a font', { fontFamily: 'Arial' }, '/clients/web/defaults/designTokens/fontFamily'],
  ['sizes', { spacing: { medium: '16px' } }, '/clients/web/defaults/designTokens/spacing/medium'],
  [
    'tokens without colours',
    { designTokens: { fontFamily: 'Arial' } },
    '/clients/web/defaults/designTokens/fontFamily',
  ],
  ['links', { urls: { imprint: 'https://acme.example/i' } }, '/common/urls/imprint'],
  ['icons of roles', { shareRoles: { x: { iconName: 'star' } } }, '/common/shareRoles/x/iconName'],
  [
    'what is in the web client',
    { $schema: 'x', defaults: {}, themes: [{ name: 'A', isDark: false }] },
    '/clients/web/themes/0/name',
  ],
]
const codesOf = ({ diagnostics }: ReturnType<typeof convert>) =>
  diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)

describe('groups of a theme that stand alone', () => {
  it.each(certain)('become a branding file where they are said to be one: %s', (_, document, at) => {
    const result = convert(document, { as: 'branding' })
    const [key = ''] = Object.keys(document).filter((name) => name !== '$schema')
    const from = at.slice(at.indexOf(`/${key}`))
    expect(codesOf(result)).toContain(`misplaced-key /${key}`)
    expect(result.ledger.source).toBe('branding')
    expect(validate(result.theme, { as: 'branding' }).valid).toBe(true)
    const value = valueAt(result.theme as unknown as JsonObject, at)
    expect(value).toBeDefined()
    if (key === from.split('/')[1]) expect(value).toEqual(valueAt(document, from))
    for (const entry of result.ledger.entries)
      expect(valueAt(document, entry.from ?? ''), String(entry.from)).toBeDefined()
  })

  it.each(certain)('become a theme where they are said to be one: %s', (_, document, at) => {
    const result = convert(document, { as: 'theme' })
    expect(valueAt(result.theme as unknown as JsonObject, at)).toBeDefined()
    expect(validate(result.theme).valid).toBe(true)
    expect(convert(result.theme).ledger.entries.every(({ action }) => action === 'kept')).toBe(true)
  })

  it.each(certain)('are refused otherwise, with their place and both cures: %s', (_, document) => {
    const { theme, diagnostics } = convert(document)
    expect(theme).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'not-a-theme', pointer: '' }])
    const [key = ''] = Object.keys(document).filter((name) => name !== '$schema')
    for (const part of [fragmentPlaces[key], '--as branding', '--as theme'])
      expect(diagnostics[0]?.message).toContain(part)
  })

  it.each([
    ['colours', { colorPalette: { border: '#000' } }],
    ['tokens with colours', { designTokens: { colorPalette: {} } }],
    ['roles, of sharing or of Material', { roles: {} }],
    ['a banner and colours', { appBanner: banner, colorPalette: {} }],
  ])('may belong to one theme alone, and are never guessed at: %s', (_, document) => {
    for (const options of [{}, { as: 'branding' }, { as: 'theme' }] as const) {
      const { theme, diagnostics } = convert(document, options)
      expect(theme).toBeUndefined()
      expect(diagnostics).toMatchObject([{ code: 'not-a-theme' }])
      expect(diagnostics[0]?.message).toMatch(/belongs in .*or in the same place of the one theme/)
    }
    expect(detect(document).generation).toBe('unknown')
  })

  it('have what is wrong with them said where it stands', () => {
    const { theme, diagnostics } = convert({ appBanner: { title: 7 } }, { as: 'branding' })
    expect(theme).toBeUndefined()
    expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toContain(
      'wrong-type /appBanner/title',
    )
  })

  it('of OpenCloud are converted, for either product', () => {
    const document = { defaults: { logo: 'a.svg' }, themes: [{ label: 'A', isDark: false }] }
    const ownCloud = convert(document, { as: 'theme' })
    expect(ownCloud.ledger.source).toBe('opencloud')
    expect(ownCloud.theme?.clients.web.defaults.logo.topbar).toBe('a.svg')
    const { theme } = convert(document, { as: 'theme', target: 'opencloud-7.3' })
    expect(theme?.clients.web).toMatchObject({ defaults: { logo: 'a.svg' }, themes: [{ label: 'A' }] })
  })

  it('are refused when they are nested too deep', () => {
    let deep: JsonObject = {}
    for (let level = 0; level < 499; level += 1) deep = { a: deep }
    const { diagnostics } = convert({ appBanner: deep }, { as: 'theme' })
    expect(diagnostics.map(({ code }) => code)).toEqual(['too-deep'])
  })
})

describe('colours that stand alone', () => {
  it.each([{ colorPalette: { border: '#000' } }, { designTokens: { roles: { primary: '#000' } } }])(
    'are no unknown file, but have a place: %j',
    (document) => {
      for (const { diagnostics } of [convert(document), validate(document), resolve(document)]) {
        expect(diagnostics.map(({ code }) => code)).toEqual(['not-a-theme'])
        expect(diagnostics[0]?.message).toContain('Put it there')
        expect(diagnostics[0]?.message).not.toMatch(/right file|no theme file of a known kind/)
      }
    },
  )
})
