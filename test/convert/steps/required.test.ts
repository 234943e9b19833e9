import { expect, it } from 'vitest'
import { ensureTheme, fillRequired, meetNeeds } from '../../../src/convert/steps/required.js'
import { stepped } from '../../support/draft.js'

const file = (defaults: object, ...themes: object[]) => ({ clients: { web: { defaults, themes } } })

it('adds a theme where clients could show none', () => {
  const { themes, codes, findings, to } = stepped(ensureTheme, file({}, { name: 'v', mode: 'vault' }))
  expect(themes).toEqual([
    { name: 'v', mode: 'vault' },
    { isDark: false, name: 'Light Theme' },
  ])
  expect(codes).toEqual(['fallback-used'])
  expect(findings).toEqual([['fallback-used', '']])
  expect(['isDark', 'name'].map((key) => to(`/clients/web/themes/1/${key}`))).toEqual([
    [['fallback', null]],
    [['fallback', null]],
  ])
  expect(stepped(ensureTheme, file({}, { name: 'a' })).codes).toEqual([])
  const dark = { designTokens: { colorPalette: { 'background-default': '#101010' } } }
  expect(stepped(ensureTheme, file(dark)).themes).toEqual([{ isDark: true, name: 'Dark Theme' }])
})

it('adds a palette where a theme would have none', () => {
  const palette = { designTokens: { colorPalette: {} } }
  const { to } = stepped(meetNeeds, file({}, { name: 'a' }))
  expect(to('/clients/web/defaults/designTokens/colorPalette')).toEqual([['fallback', null]])
  expect(stepped(meetNeeds, file({}, { name: 'a' })).defaults).toEqual(palette)
  expect(stepped(meetNeeds, file({}, palette)).defaults).toEqual({})
  expect(stepped(meetNeeds, file({}, { name: 'a' }), { target: 'ocis-7' }).defaults).toEqual({})
})

it('makes defaults and groups of themes whole', () => {
  const { defaults, themes, findings } = stepped(
    fillRequired,
    file(
      { logo: { topbar: 't', favicon: 'f', login: 'l' }, designTokens: {} },
      { logo: { topbar: 'own' } },
      {},
    ),
    { target: 'ocis-6' },
  )
  expect(defaults['loginPage']).toEqual({ backgroundImg: 'themes/owncloud/assets/loginBackground.jpg' })
  expect(themes[0]?.['logo']).toEqual({ topbar: 'own', favicon: 'f', login: 'l' })
  expect(themes[1]).not.toHaveProperty('logo')
  expect(findings).toContainEqual(['fallback-used', '/clients/web/themes/0/logo/favicon'])
})

it('fills a group of a theme from the defaults, or with what is shipped', () => {
  const { themes, to, findings } = stepped(
    fillRequired,
    file({ logo: { topbar: 'of defaults' } }, { logo: { login: 'own' }, loginPage: { ours: 'x' } }),
  )
  expect(themes[0]?.['logo']).toMatchObject({ topbar: 'of defaults', login: 'own' })
  expect(themes[0]?.['loginPage']).toMatchObject({
    backgroundImg: '/themes/owncloud/assets/loginBackground.jpg',
  })
  expect(to('/clients/web/themes/0/logo/topbar')).toEqual([['fallback', null]])
  expect(findings).toContainEqual(['fallback-used', '/clients/web/themes/0/loginPage/backgroundImg'])
})

it('leaves a common to the step that completes it', () => {
  const { themes } = stepped(fillRequired, file({}, { common: { name: 'own' } }))
  expect(themes[0]?.['common']).toEqual({ name: 'own' })
})

it('says of empty defaults that clients require them', () => {
  const { to, theme } = stepped(fillRequired, file({}, { name: 'a' }), { target: 'ocis-8' })
  expect(theme).toMatchObject({ clients: { web: { defaults: {} } } })
  expect(to('/clients/web/defaults')).toEqual([])
  const made = stepped(fillRequired, { clients: { web: { themes: [{ name: 'a' }] } } })
  expect(made.theme).toMatchObject({ clients: { web: { defaults: {} } } })
})

it('makes defaults up for a release that requires nothing in them', () => {
  const target = 'opencloud-7.3'
  const bare = stepped(fillRequired, { clients: { web: { themes: [{ label: 'a' }] } } }, { target })
  expect(bare.to('/clients/web/defaults')).toEqual([['fallback', null]])
  expect(bare.why('/clients/web/defaults')).toEqual([expect.stringContaining('require the defaults')])
  const filled = stepped(
    fillRequired,
    { clients: { web: { defaults: { logo: 'l' }, themes: [] } } },
    { target },
  )
  expect(filled.to('/clients/web/defaults')).toEqual([])
})

it('gives OpenCloud what its pages need at the root, which counts for all themes', () => {
  const target = 'opencloud-7.3'
  const needs = (common: object, ...themes: object[]) =>
    stepped(meetNeeds, { common, clients: { web: { defaults: {}, themes } } }, { target })
  const links = { accessDeniedHelp: '', imprint: '', privacy: '' }
  const made = needs({}, { label: 'a' })
  expect(made.common).toEqual({ urls: links })
  expect(made.defaults).toEqual({ designTokens: { roles: {} } })
  for (const link of Object.keys(links)) {
    // Each has a place of its own, where later steps find it.
    expect(made.draft.root.values.has(`urls.${link}`)).toBe(true)
    expect(made.to(`/common/urls/${link}`)).toEqual([['fallback', null]])
    const [entry] = made.draft.entries.filter(({ to }) => to === `/common/urls/${link}`)
    expect(entry?.reason).toContain('the account menu')
  }
  const own = needs({ urls: { imprint: 'own' } }, { label: 'a', designTokens: { roles: { primary: 'red' } } })
  expect(own.common).toEqual({ urls: { imprint: 'own' } })
  expect(own.defaults).toEqual({})
})
