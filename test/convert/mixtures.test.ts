import { describe, expect, it } from 'vitest'
import { type ConvertOptions, convert, detect, validate } from '../../src/index.js'
import { eachLeaf } from '../../src/json/pointer.js'
import type { Json } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { changed } from '../support/change.js'

function leavesOf(document: unknown): string[] {
  const leaves: string[] = []
  eachLeaf(document as Json, '', (pointer) => leaves.push(pointer))
  return leaves.sort()
}

/** Converts a document, and holds the ledger to every leaf of both sides. */
function converted(document: unknown, options: ConvertOptions = {}) {
  const { theme, ledger, diagnostics } = convert(document, options)
  if (theme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const { entries } = ledger
  expect([...new Set(entries.flatMap(({ from }) => from ?? []))].sort()).toEqual(leavesOf(document))
  expect(
    entries
      .flatMap(({ to }) => to ?? [])
      .filter((to, index, all) => all.indexOf(to) === index)
      .sort(),
  ).toEqual(leavesOf(theme))
  return {
    theme: theme as {
      common: Record<string, unknown>
      clients: { web: { themes: Record<string, unknown>[] } }
    },
    source: ledger.source,
    codes: diagnostics.map(({ code, pointer }) => `${code} ${pointer}`),
  }
}

const pasted = {
  default: {
    general: { name: 'Acme Cloud', slogan: 'Files at Acme' },
    logo: { topbar: 'themes/acme/logo.svg', favicon: 'themes/acme/f.png', login: 'themes/acme/logo.svg' },
    loginPage: { autoRedirect: true, backgroundImg: 'themes/acme/bg.jpg' },
    designTokens: { colorPalette: { 'swatch-brand-default': '#0b4f4a' } },
  },
  'default-dark': { designTokens: { colorPalette: { 'swatch-brand-default': '#111111' } } },
}
const common = { name: 'Acme Cloud', slogan: 'Files at Acme', logo: 'themes/acme/logo.svg' }

describe('old themes that were copied into "clients"', () => {
  it.each([
    ['by their names', { common, clients: { ios: {}, web: pasted } }, '/clients/web'],
    [
      'beside empty frames',
      { common, clients: { web: { defaults: {}, themes: [], ...pasted } } },
      '/clients/web',
    ],
    ['in the place of the list', { common, clients: { web: { themes: pasted } } }, '/clients/web/themes'],
  ])('are lifted: %s', (_, document, parent) => {
    const { theme, source, codes } = converted(document)
    expect(source).toBe('mixed')
    const brandOf = (one: Record<string, unknown>) =>
      (one as typeof pasted.default).designTokens.colorPalette['swatch-brand-default']
    expect(theme.clients.web.themes.map((one) => [one['name'], one['isDark'], brandOf(one)])).toEqual([
      ['Light Theme', false, '#0b4f4a'],
      ['Dark Theme', true, '#111111'],
    ])
    expect(theme.common).toMatchObject(common)
    for (const key of ['default', 'default-dark'])
      expect(codes).toContain(`ignored-generation ${parent}/${key}`)
    expect(detect(theme).generation).toBe('current')
    expect(validate(theme).valid).toBe(true)
  })

  it('are not guessed at where current themes stand beside them', () => {
    const { web } = (exampleTheme() as { clients: { web: object } }).clients
    const { theme, diagnostics } = convert({ clients: { web: { ...web, ...pasted } } })
    expect(theme).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(['mixed-generations'])
  })

  it('have what is wrong with them said where it stands', () => {
    const document = { clients: { web: { default: { general: { name: 7 } } } } }
    const { theme, diagnostics } = convert(document)
    expect(theme).toBeUndefined()
    expect(diagnostics.map(({ pointer }) => pointer)).toContain('/clients/web/default/general/name')
  })

  it('are named as the reason of what is missing, and not as a misspelt key', () => {
    const { diagnostics } = validate({ common, clients: { web: pasted } })
    const about = diagnostics.filter(({ pointer }) => pointer.startsWith('/clients'))
    expect(about.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'missing-key /clients/web',
      'missing-key /clients/web',
    ])
    for (const { message } of about) {
      expect(message).toContain('older generation')
      expect(message).not.toMatch(/rename/i)
    }
  })
})

describe('groups of an old theme in a current one', () => {
  const general = {
    name: 'Acme Files',
    slogan: 'Files',
    imprintUrl: 'https://acme.example/i',
    helpDeskText: 'x',
  }
  const stock = { name: 'ownCloud', slogan: 'ownCloud – A safe home for all your data' }
  const withStock = () => {
    const document = changed(exampleTheme(), { at: '/common/name', value: stock.name })
    const other = changed(document as never, { at: '/common/slogan', value: stock.slogan })
    return changed(other as never, { at: '/common/urls/imprint', value: '' }) as { clients: { web: object } }
  }

  it.each([
    ['the root', '/general'],
    ['the defaults', '/clients/web/defaults/general'],
    ['a theme', '/clients/web/themes/0/general'],
  ])('go to common from %s, where nothing of the author stands there', (_, at) => {
    const { theme, codes } = converted(changed(withStock() as never, { at, value: general }))
    expect(theme.common).toMatchObject({
      name: 'Acme Files',
      slogan: 'Files',
      urls: { imprint: 'https://acme.example/i' },
    })
    expect(codes).toContain(`ignored-generation ${at}/name`)
    expect(codes).toContain(`value-dropped ${at}/helpDeskText`)
    expect(JSON.stringify(theme)).not.toContain('general')
  })

  it('give way to what clients show, and say so', () => {
    const { theme, codes } = converted(changed(exampleTheme(), { at: '/general', value: { name: 'Old' } }))
    expect(theme.common['name']).toBe((exampleTheme()['common'] as { name: string }).name)
    expect(codes).toContain('value-dropped /general/name')
  })

  it('are dropped from the root with the place where they belong', () => {
    const logo = { topbar: 'old.svg' }
    const { theme, codes } = converted({ ...exampleTheme(), logo })
    expect(theme).not.toHaveProperty('logo')
    expect(codes).toContain('value-dropped /logo')
    expect(converted(theme).codes).toEqual([])
  })

  it("are not guessed at where the current part isn't whole, or whole themes stand beside it", () => {
    for (const document of [
      { general, clients: { web: { defaults: {} } } },
      { ...exampleTheme(), web: { default: { general } } },
    ]) {
      expect(convert(document).diagnostics.map(({ code }) => code)).toEqual(['mixed-generations'])
    }
  })
})

describe('a branding file', () => {
  const upload = (path: string) => ({
    common: { logo: path },
    clients: { web: { defaults: { logo: { login: path, topbar: path } } } },
  })

  it('stays a part of a theme, with the paths of the target', () => {
    const as = 'branding'
    const { theme, source, codes } = converted(upload('branding/acme.png'), { as, target: 'ocis-7' })
    expect([source, theme]).toEqual(['branding', upload('themes/_branding/acme.png')])
    expect(codes).toEqual(['file-moved /common/logo'])
    expect(validate(theme, { as, target: 'ocis-7' }).valid).toBe(true)
    expect(converted(theme, { as, target: 'ocis-8' }).codes).toEqual([])
  })

  it('may be any part where the caller says so', () => {
    const document = {
      clients: { web: { defaults: { loginPage: { autoRedirect: true, backgroundImg: 'b.jpg' } } } },
    }
    const { theme, codes } = converted(document, { as: 'branding' })
    expect(theme).toEqual({ clients: { web: { defaults: { loginPage: { backgroundImg: '/b.jpg' } } } } })
    expect(codes).toEqual(['setting-gone /clients/web/defaults/loginPage/autoRedirect'])
    // As a theme it is filled in.
    expect(validate(converted(document, { as: 'theme' }).theme).valid).toBe(true)
  })

  it.each([
    ['from oCIS', upload('themes/_branding/acme.png')],
    ['after a reset', { clients: { web: { defaults: { logo: {} } } }, common: {} }],
    ['after a reset of OpenCloud', { clients: { web: { defaults: {} } }, common: {} }],
  ])('is what a logo upload wrote, and what it is not is said: %s', (_, document) => {
    const { theme, diagnostics, ledger } = convert(document)
    expect([ledger.source, theme]).toEqual(['branding', document])
    expect(diagnostics).toMatchObject([{ code: 'partial-theme', severity: 'info', pointer: '' }])
    expect(diagnostics[0]?.message).toMatch(/themes\/<name>.* reject/)
    expect(convert(document, { as: 'branding' }).diagnostics).toEqual([])
  })

  it.each([
    ['a name', { common: { name: 'Acme' } }],
    ['a logo that no upload wrote', upload('a.svg')],
    ['two images', { ...upload('themes/_branding/a.png'), common: { logo: 'themes/_branding/b.png' } }],
    ['more than a logo', { ...upload('themes/_branding/a.png'), $schema: 'x', common: { name: 'A' } }],
    ['a background', { clients: { web: { defaults: { loginPage: { backgroundImg: 'b.jpg' } } } } }],
    ['nothing of the web client', { clients: { ios: {} } }],
    ['tokens of OpenCloud', { clients: { web: { defaults: { designTokens: { roles: {} } } } } }],
    ['all but the themes', changed(exampleTheme(), { at: '/clients/web/themes' })],
  ])('or a theme, only the caller knows: %s', (_, document) => {
    for (const target of ['ocis-5', 'ocis-8'] as const) {
      const { theme, diagnostics, ledger } = convert(document, { target })
      expect([theme, ledger.entries]).toEqual([undefined, []])
      expect(diagnostics).toMatchObject([{ code: 'partial-theme', severity: 'error', pointer: '' }])
      for (const cure of ['--as branding', '--as theme']) expect(diagnostics[0]?.message).toContain(cure)
    }
  })

  it.each([
    ['ocis-8', { logo: 'a.png' }, { logo: { topbar: 'a.png', login: 'a.png' } }],
    ['opencloud-7.3', { logo: { topbar: 'a.png', login: 'a.png' } }, { logo: 'a.png' }],
    ['opencloud-2', { logo: 'a.png' }, { logo: 'a.png' }],
  ] as const)('has the shape of the other product for %s: %j', (target, before, after) => {
    const branding = (defaults: object) => ({ common: { logo: 'a.png' }, clients: { web: { defaults } } })
    const { theme, diagnostics, ledger } = convert(branding(before), { target, as: 'branding' })
    expect(theme).toEqual(branding(after))
    expect(diagnostics).toEqual([])
    expect(ledger.entries.flatMap(({ from }) => from ?? [])).toEqual(
      expect.arrayContaining(['/common/logo', '/clients/web/defaults/logo'].slice(0, 1)),
    )
  })

  it('carries colours to roles without making any up', () => {
    const colorPalette = { 'swatch-brand-default': '#0b4f4a', 'swatch-warning-default': '#f5b83d' }
    const { theme } = convert(
      { clients: { web: { defaults: { designTokens: { colorPalette } } } } },
      { target: 'opencloud-4', as: 'branding' },
    )
    expect(theme).toEqual({
      clients: { web: { defaults: { designTokens: { roles: { chrome: '#0b4f4a' } } } } },
    })
  })

  it.each([
    ['ocis-5', upload('a.png'), 'branding-file'],
    ['ocis-8', { common: { name: 7 } }, 'wrong-type'],
  ] as const)('is refused for %s: %j', (target, document, code) => {
    const { theme, diagnostics } = convert(document, { target, as: 'branding' })
    expect(theme).toBeUndefined()
    expect(diagnostics.map((finding) => finding.code)).toEqual([code])
  })
})
