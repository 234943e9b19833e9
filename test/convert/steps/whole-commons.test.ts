import { expect, it } from 'vitest'
import { completeCommons } from '../../../src/convert/steps/whole-commons.js'
import { stepped } from '../../support/draft.js'

const urls = { accessDeniedHelp: '', imprint: '', privacy: '' }
const file = (common: object | undefined, defaults: object, ...themes: object[]) => ({
  ...(common && { common }),
  clients: { web: { defaults, themes } },
})

it('fills the root’s but for what the server adds', () => {
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

it('fills a theme’s as in the root’s, and the defaults’ with its roles', () => {
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
