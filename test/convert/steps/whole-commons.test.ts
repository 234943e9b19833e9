import { expect, it } from 'vitest'
import { completeCommons } from '../../../src/convert/steps/whole-commons.js'
import { stepped } from '../../support/draft.js'

const urls = { accessDeniedHelp: '', imprint: '', privacy: '' }
const file = (common: object | undefined, defaults: object, ...themes: object[]) => ({
  ...(common && { common }),
  clients: { web: { defaults, themes } },
})

it("fills the root's but for what the server adds", () => {
  const { common, findings } = stepped(
    completeCommons,
    file({ name: 'A', slogan: 'S' }, { logo: { login: 'l' } }),
  )
  expect(common).toEqual({ name: 'A', slogan: 'S', logo: 'l', urls })
  expect(findings).toEqual([
    ['fallback-used', '/common/logo'],
    ['fallback-used', '/clients/web/defaults/logo/topbar'],
  ])
})

it("fills a theme's as in the root's, and the defaults' with its roles", () => {
  const root = { name: 'A', slogan: 'S', logo: 'l', urls, shareRoles: { x: { iconName: 'i' } } }
  const { themes, defaults } = stepped(
    completeCommons,
    file(root, { common: { name: 'D' } }, { common: { name: 'T' } }),
  )
  expect(defaults['common']).toEqual({ ...root, name: 'D' })
  expect(themes[0]?.['common']).toEqual({ ...root, name: 'T', shareRoles: {} })
})

it('invents no root where none is needed', () => {
  const { theme, defaults } = stepped(completeCommons, file(undefined, { common: { name: 'D' } }, {}), {
    target: 'ocis-5',
  })
  expect(theme).not.toHaveProperty('common')
  expect(defaults['common']).toMatchObject({ name: 'D', urls })
  const served = stepped(completeCommons, file(undefined, { common: { name: 'D' } }, {}))
  expect(served.common).toMatchObject({ name: 'D' })
  expect(Object.keys(served.common['shareRoles'] ?? {})).toHaveLength(13)
})

it.each([
  ["the root's", file({ name: 'R' }, {}, { common: { name: 'T' } }), "root's"],
  ["the defaults'", file({ name: 'R' }, { common: { name: 'D' } }, { common: { name: 'T' } }), "defaults'"],
  ["the defaults' alone", file(undefined, { common: { name: 'D' } }, { common: { name: 'T' } }), "defaults'"],
  [
    "the first theme's",
    file(undefined, {}, { common: { slogan: 'F' } }, { common: { name: 'T' } }),
    "first theme's",
  ],
])("fills a theme's with %s", (_, document, title) => {
  const { why, to } = stepped(completeCommons, document)
  const slogan = `/clients/web/themes/${document.clients.web.themes.length - 1}/common/slogan`
  expect(to(slogan)).toEqual([['fallback', null]])
  expect(why(slogan)).toEqual([expect.stringContaining(title)])
})

it('makes a root where a theme needs it, or else only for what the server adds', () => {
  const some = stepped(completeCommons, file(undefined, {}, { common: { name: 'T' } }, {}), {
    target: 'ocis-5',
  })
  expect(some.common).toMatchObject({ name: 'ownCloud', urls })
  const all = file(undefined, {}, { common: { name: 'T' } }, { common: { name: 'U' } })
  expect(stepped(completeCommons, all, { target: 'ocis-5' }).theme).not.toHaveProperty('common')
  const { common, themes, why } = stepped(completeCommons, all)
  expect(themes.map((theme) => (theme['common'] as { shareRoles: object }).shareRoles)).toEqual([{}, {}])
  expect(Object.keys(common['shareRoles'] ?? {})).toHaveLength(13)
  expect(common).toMatchObject({ name: 'T' })
  expect(why('/common/name')).toEqual([expect.stringMatching(/server adds.*first theme's/)])
  expect(stepped(completeCommons, file(undefined, {})).common).toMatchObject({ name: 'ownCloud' })
})

it('fills logos of the defaults with that of the main "common", and says so', () => {
  const { defaults, why } = stepped(completeCommons, file(undefined, { common: { logo: 'd' } }, {}))
  expect(defaults['logo']).toMatchObject({ topbar: 'd', login: 'd' })
  expect(why('/clients/web/defaults/logo/login')).toEqual([expect.stringContaining("the defaults' common")])
})
