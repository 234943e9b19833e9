import { expect, it } from 'vitest'
import { liftGroups } from '../../../src/convert/steps/lift-groups.js'
import { stepped } from '../../support/draft.js'

const logo = { topbar: 't', favicon: 'f', login: 'l' }
const legacy = (...themes: object[]) => ({
  web: Object.fromEntries(themes.map((theme, i) => [`t${i}`, theme])),
})

it('puts what all themes have alike into the defaults', () => {
  const { defaults, themes, from } = stepped(liftGroups, legacy({ logo }, { logo }))
  expect(defaults).toEqual({ logo })
  expect(themes).toEqual([{}, {}])
  expect(from('/web/t0/logo/login')).toEqual([['moved', '/clients/web/defaults/logo/login']])
  expect(from('/web/t1/logo/login')).toEqual([['shared', '/clients/web/defaults/logo/login']])
})

it('keeps whole groups where they differ, and never gives a theme a key that it has not', () => {
  const first = { ...logo, notFound: 'n' }
  const { defaults, themes } = stepped(
    liftGroups,
    legacy({ logo: first }, { logo: { ...logo, topbar: 'x' } }),
  )
  expect(defaults).toEqual({ logo })
  expect(themes).toEqual([{ logo: first }, { logo: { ...logo, topbar: 'x' } }])
})

it('gives the defaults what the release requires of the first theme, also where another has less', () => {
  const { defaults, themes } = stepped(liftGroups, legacy({ logo }, { logo: { topbar: 'x' } }))
  expect(defaults).toEqual({ logo })
  expect(themes).toEqual([{}, { logo: { topbar: 'x' } }])
})

it('shares each image by itself for OpenCloud, which has no groups of them', () => {
  const { defaults, themes } = stepped(
    liftGroups,
    legacy({ logo: { topbar: 't', favicon: 'f' } }, { logo: { topbar: 'x', favicon: 'f' } }),
    { target: 'opencloud-7.3' },
  )
  expect(defaults).toEqual({ favicon: 'f' })
  expect(themes).toEqual([{ logo: 't' }, { logo: 'x' }])
})

it('shares a banner only where all have the same', () => {
  const appBanner = { title: 'A' }
  expect(stepped(liftGroups, legacy({ appBanner }, { appBanner })).defaults).toEqual({ appBanner })
  const { defaults, themes } = stepped(liftGroups, legacy({ appBanner }, { appBanner: { title: 'B' } }))
  expect(defaults).toEqual({})
  expect(themes).toEqual([{ appBanner }, { appBanner: { title: 'B' } }])
})
