import { describe, expect, it } from 'vitest'
import { convert, resolveThemes } from '../../src/index.js'
import { converted, wrap } from '../support/convert.js'

const general = (texts: Record<string, unknown>) => ({ general: texts })
const stock = {
  name: 'ownCloud',
  slogan: 'ownCloud – A safe home for all your data',
  logo: 'themes/owncloud/assets/logo.svg',
}

describe('one brand', () => {
  it('is when root and theme agree: the texts stay at the root', () => {
    const { common, themes, from } = converted(wrap({ default: {} }))
    expect(common).toMatchObject({ name: 'Acme', slogan: 'Files', logo: 'c.svg' })
    expect(themes[0]).not.toHaveProperty('common')
    expect(from('/web/default/general/name')).toMatchObject([{ to: '/common/name' }])
  })

  it("is when the root still has the shipped values: the theme's win", () => {
    const result = converted(wrap({ default: {} }, { common: stock }))
    expect(result.common).toMatchObject({ name: 'Acme', slogan: 'Files', logo: 'l.svg' })
    expect(result.from('/common/name')).toMatchObject([{ to: null, action: 'superseded' }])
    expect(result.from('/common/logo')).toMatchObject([{ to: null, action: 'superseded' }])
    expect(result.codes).not.toContain('two-brands')
  })

  it('is when there is no root common', () => {
    const { common } = converted(wrap({ default: {} }, { common: {} }))
    expect(common).toMatchObject({ name: 'Acme', slogan: 'Files', logo: 'l.svg' })
  })
})

describe('two brands', () => {
  const document = wrap(
    { default: {}, 'default-dark': {} },
    { common: { name: 'Acme Mobile', slogan: 'Pocket', logo: 'm.svg' } },
  )

  it('keep the root for other clients and give every theme a whole common', () => {
    const result = converted(document)
    expect(result.common).toMatchObject({ name: 'Acme Mobile', slogan: 'Pocket', logo: 'm.svg' })
    const urls = { accessDeniedHelp: '', imprint: '', privacy: '' }
    for (const theme of result.themes) {
      expect(theme['common']).toEqual({ name: 'Acme', slogan: 'Files', logo: 'm.svg', urls, shareRoles: {} })
    }
    expect(result.defaults).not.toHaveProperty('common')
    expect(result.codes).toContain('two-brands')
  })

  it.each([
    ['no texts', {}, { name: 'Acme', slogan: 'Files' }],
    ['a name only', { general: { name: 'WD' } }, { name: 'WD', slogan: 'Files' }],
    ['a link only', { general: { imprintUrl: 'https://i' } }, { name: 'Acme', slogan: 'Files' }],
  ])("show the web's in a theme with %s, not the other clients'", (_, dark, texts) => {
    const result = converted({
      common: { name: 'Group', slogan: 'For all', logo: 'g.svg' },
      web: { default: { general: { name: 'Acme', slogan: 'Files' } }, 'default-dark': dark },
    })
    expect(result.common).toMatchObject({ name: 'Group', slogan: 'For all' })
    expect(result.themes[1]?.['common']).toMatchObject(texts)
    expect(result.to('/clients/web/themes/1/common/slogan')).toMatchObject([
      { from: '/web/default/general/slogan', action: 'fallback' },
    ])
  })

  it('need no share roles in a theme for oCIS 5', () => {
    expect(converted(document, { target: 'ocis-5' }).themes[0]?.['common']).not.toHaveProperty('shareRoles')
  })

  it("are also a name of the root's own and the stock name in the theme", () => {
    const { common, themes } = converted(wrap({ default: general({ name: 'ownCloud' }) }))
    expect(common['name']).toBe('Acme')
    expect(themes[0]?.['common']).toMatchObject({ name: 'ownCloud', slogan: 'Files' })
  })
})

describe('themes that differ among themselves', () => {
  it('carry a whole common where they differ from the root', () => {
    const document = wrap({ default: {}, blue: general({ name: 'Acme Blue' }) })
    const { common, themes, from } = converted(document)
    expect(common['name']).toBe('Acme')
    expect(themes[0]).not.toHaveProperty('common')
    expect(themes[1]?.['common']).toMatchObject({
      name: 'Acme Blue',
      slogan: 'Files',
      logo: 'c.svg',
      shareRoles: {},
    })
    expect(from('/web/blue/general/name')).toMatchObject([
      { to: '/clients/web/themes/1/common/name', action: 'moved' },
    ])
  })

  it('do so for a link that only one of them has, because a missing link was no link', () => {
    const document = wrap({
      default: general({ name: 'Acme', slogan: 'Files', imprintUrl: 'https://acme.example/i' }),
      'default-dark': {},
    })
    const { common, themes } = converted(document)
    expect(common.urls['imprint']).toBe('https://acme.example/i')
    expect(themes[1]?.['common']).toMatchObject({ urls: { imprint: '' } })
  })
})

describe('links', () => {
  const links = { name: 'Acme', slogan: 'Files', imprintUrl: 'https://acme.example/i', privacyUrl: '' }

  it('go to common.urls', () => {
    const document = wrap(
      { default: general(links) },
      { common: { accessDeniedHelpUrl: 'https://acme.example/h' } },
    )
    expect(converted(document).common.urls).toEqual({
      accessDeniedHelp: 'https://acme.example/h',
      imprint: 'https://acme.example/i',
      privacy: '',
    })
  })

  it('take the old web options where the theme has none, and say when one has no effect', () => {
    const webOptions = {
      imprintUrl: 'https://old.example/i',
      privacyUrl: 'https://old.example/p',
      accessDeniedHelpUrl: 'https://old.example/h',
    }
    const result = converted(wrap({ default: general(links) }), { webOptions })
    expect(result.common.urls).toEqual({
      accessDeniedHelp: 'https://old.example/h',
      imprint: 'https://acme.example/i',
      privacy: 'https://old.example/p',
    })
    expect(result.from('/web/default/general/privacyUrl')).toMatchObject([{ to: null, action: 'superseded' }])
    expect(result.to('/common/urls/privacy')).toMatchObject([{ from: null, action: 'added' }])
    expect(result.codes).toContain('web-option-unused')
  })

  it("take the help desk's link only where nothing else gives one", () => {
    const desk = {
      name: 'Acme',
      helpDeskLink: 'https://desk.example',
      helpDeskText: 'Ask',
      helpDeskLinkText: 'Desk',
    }
    const named = { default: { general: desk } }
    const result = converted(named)
    expect(result.common.urls['accessDeniedHelp']).toBe('https://desk.example')
    expect(result.from('/default/general/helpDeskText')).toMatchObject([{ to: null, action: 'dropped' }])
    expect(result.codes.filter((code) => code === 'value-dropped')).toHaveLength(2)
    const option = converted(named, { webOptions: { accessDeniedHelpUrl: 'https://old.example/h' } })
    expect(option.common.urls['accessDeniedHelp']).toBe('https://old.example/h')
    expect(option.from('/default/general/helpDeskLink')).toMatchObject([{ to: null, action: 'superseded' }])
  })

  it('take one language of a link that has several', () => {
    const document = {
      default: {
        general: { name: 'A', helpDeskLink: { de: 'https://de.example', en: 'https://en.example' } },
      },
    }
    const result = converted(document)
    expect(result.common.urls['accessDeniedHelp']).toBe('https://en.example')
    expect(result.from('/default/general/helpDeskLink/de')).toMatchObject([{ to: null, action: 'dropped' }])
  })

  it.each([
    [{ de: 'https://de.example', en_US: 'https://en.example' }, 'https://en.example'],
    [{ de: 'https://de.example', 'en-GB': 'https://en.example' }, 'https://en.example'],
    [{ de: 'https://de.example', eng: 'https://other.example' }, 'https://de.example'],
    [{ de: 'https://de.example', en: '' }, 'https://de.example'],
    [{ de: '', en: '' }, ''],
  ])('take of %j the best language that has one', (helpDeskLink, link) => {
    const { common } = converted({ default: { general: { name: 'A', helpDeskLink } } })
    expect(common.urls['accessDeniedHelp']).toBe(link)
  })

  it('reach a current theme that has none', () => {
    const webOptions = { imprintUrl: 'https://old.example/i' }
    const current = converted(wrap({ default: {} })).theme
    expect(converted(current, { webOptions }).common.urls['imprint']).toBe('https://old.example/i')
    current.common.urls['imprint'] = 'https://own.example'
    const second = converted(current, { webOptions })
    expect(second.common.urls['imprint']).toBe('https://own.example')
    expect(second.codes).toContain('web-option-unused')
  })
})

describe('old web options for a current theme', () => {
  const webOptions = { imprintUrl: 'https://old.example/i' }
  const common = (imprint: string | undefined) => ({
    name: 'A',
    slogan: 'S',
    logo: 'l',
    urls: { accessDeniedHelp: '', ...(imprint !== undefined && { imprint }), privacy: '' },
    shareRoles: {},
  })
  const file = (root: string | undefined, defaults: object, ...themes: object[]) => ({
    common: common(root),
    clients: { web: { defaults, themes: themes.map((theme) => ({ name: 'a', isDark: false, ...theme })) } },
  })
  const shown = (document: unknown) =>
    resolveThemes(document, { target: 'ocis-5' }).map(
      ({ values }) => values.find(({ pointer }) => pointer === '/common/urls/imprint')?.value,
    )
  const old = webOptions.imprintUrl

  it.each<[string, unknown, string[], boolean]>([
    ["the root's", file('', {}, {}), [old], true],
    ["the defaults'", file('own', { common: common('') }, {}), [old], true],
    ["one theme's", file('own', {}, {}, { common: common('') }), ['own', old], true],
    [
      "the theme's over the defaults'",
      file('', { common: common('d') }, { common: common('') }),
      [old],
      true,
    ],
    ['none that are there', file('', { common: common('d') }, {}), ['d'], false],
    ['none of the themes', file('', {}, { common: common('t') }), ['t'], false],
    ['a missing one', file(undefined, {}, { common: { name: 'T' } }), [old], true],
  ])('fill %s link', (_, document, links, isUsed) => {
    const result = converted(document, { target: 'ocis-5', webOptions })
    expect(shown(result.theme)).toEqual(links)
    expect(result.codes.includes('web-option-unused')).toBe(!isUsed)
    const again = convert(result.theme, { target: 'ocis-5', webOptions })
    expect(again.ledger.entries.filter(({ action }) => action !== 'kept')).toEqual([])
  })

  it('invent no "common" at the root', () => {
    const { common: _, ...rest } = file('', { common: common('') }, {})
    const { theme } = converted(rest, { target: 'ocis-5', webOptions })
    expect(theme).not.toHaveProperty('common')
    expect(shown(theme)).toEqual([old])
  })
})

describe('what the file lacks', () => {
  it('is filled in with the shipped values, and reported', () => {
    const result = converted({ web: { default: {} } })
    expect(result.common).toMatchObject({ ...stock, urls: { imprint: '' } })
    expect(Object.keys(result.common.shareRoles ?? {})).toHaveLength(13)
    expect(result.to('/common/name')).toMatchObject([{ from: null, action: 'fallback' }])
    expect(
      result.diagnostics.filter(({ code }) => code === 'fallback-used').map(({ pointer }) => pointer),
    ).toContain('/common/name')
  })

  it('has the share roles of the server of that release', () => {
    expect(
      Object.keys(converted(wrap({ default: {} }), { target: 'ocis-6' }).common.shareRoles ?? {}),
    ).toHaveLength(8)
    expect(converted(wrap({ default: {} }), { target: 'ocis-5' }).common).not.toHaveProperty('shareRoles')
  })
})
