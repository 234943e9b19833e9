import { expect, it } from 'vitest'
import { completeRoleIcons } from '../../../src/convert/steps/role-icons.js'
import { stepped } from '../../support/draft.js'

const viewer = 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5'
const roles = (shareRoles: object) => ({ common: { shareRoles } })
const file = (root: object, theme: object) => ({
  ...roles(root),
  clients: { web: { defaults: {}, themes: [roles(theme)] } },
})

it("gives each role the icon below it, the server's or the usual one", () => {
  const { common, themes, codes, messages, to, why } = stepped(
    completeRoleIcons,
    file({ x: { iconName: 'star' }, y: { name: 'Y' } }, { x: {}, y: {}, [viewer]: { label: 'V' } }),
  )
  expect(common['shareRoles']).toEqual({ x: { iconName: 'star' }, y: { name: 'Y', iconName: 'user' } })
  expect(themes[0]).toEqual(
    roles({ x: { iconName: 'star' }, y: { iconName: 'user' }, [viewer]: { label: 'V', iconName: 'eye' } }),
  )
  expect(codes).toHaveLength(4)
  expect(to('/common/shareRoles/y/iconName')).toEqual([['fallback', null]])
  expect(why('/common/shareRoles/y/iconName')[0]).toContain('unknown roles')
  expect(why('/clients/web/themes/0/common/shareRoles/x/iconName')[0]).toContain('same role')
  expect(['"user"', '"star"', '"eye"'].map((icon) => messages.filter((each) => each.includes(icon)))).toEqual(
    [[expect.anything(), expect.anything()], [expect.anything()], [expect.anything()]],
  )
})

it('goes by the "common" of the defaults, which replaces the root\'s', () => {
  const document = {
    ...roles({ x: { iconName: 'star' } }),
    clients: {
      web: { defaults: roles({ x: { iconName: 'sun' }, z: 7 }), themes: [roles({ x: {}, z: {} })] },
    },
  }
  expect(stepped(completeRoleIcons, document).themes[0]).toEqual(
    roles({ x: { iconName: 'sun' }, z: { iconName: 'user' } }),
  )
})

it('has nothing to do for oCIS 5', () => {
  expect(stepped(completeRoleIcons, file({ y: {} }, {}), { target: 'ocis-5' }).codes).toEqual([])
})
