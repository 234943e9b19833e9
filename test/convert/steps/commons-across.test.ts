import { expect, it } from 'vitest'
import { settleCommonsAcross } from '../../../src/convert/steps/commons-across.js'
import { stepped } from '../../support/draft.js'

const file = (common: object, defaults: object) => ({
  common,
  clients: { web: { defaults, themes: [{ name: 'a', label: 'a' }] } },
})
const brand = { name: 'R', slogan: 'S', logo: 'l', urls: { imprint: 'i', help: 'h' } }

it('leaves out what a "common" in the defaults of ownCloud replaced, but for the logo', () => {
  const own = { name: 'D', urls: { privacy: 'p' } }
  const { common, defaults, from, why } = stepped(
    settleCommonsAcross,
    file({ ...brand, ours: 'x' }, { common: own }),
    {
      target: 'opencloud-7.3',
    },
  )
  expect(defaults).toMatchObject(own)
  expect(common).toEqual({ name: 'R', logo: 'l', ours: 'x' })
  for (const place of ['/common/slogan', '/common/urls/imprint', '/common/urls/help']) {
    expect(from(place)).toEqual([['superseded', null]])
    expect(why(place)).toEqual([expect.stringContaining('"common" in the defaults')])
  }
})

it.each([{}, { logo: { topbar: 't' } }, { logo: { topbarSm: 's' } }])(
  'keeps the root\'s "common" with the defaults %j',
  (defaults) => {
    const result = stepped(settleCommonsAcross, file(brand, defaults), { target: 'opencloud-7.3' })
    expect(result.common).toEqual(brand)
    expect(result.draft.entries.filter(({ to }) => to === null)).toEqual([])
  },
)

it('leaves out logos of a "common" in a layer without a finding, and empty share roles', () => {
  const roles = { x: { iconName: 'i' } }
  const filled = { common: { logo: 'c', shareRoles: roles } }
  const document = {
    common: brand,
    clients: { web: { defaults: filled, themes: [{ name: 'a', ...filled }] } },
  }
  const { defaults, themes, from, why, findings } = stepped(settleCommonsAcross, document, {
    target: 'opencloud-7.3',
  })
  expect(defaults).toEqual({ shareRoles: roles })
  expect(themes[0]).toMatchObject({ shareRoles: roles })
  const logo = '/clients/web/themes/0/common/logo'
  expect(from(logo)).toEqual([['dropped', null]])
  expect(why(logo)).toEqual([expect.stringContaining('OpenCloud')])
  expect(findings).toEqual([])
  const empty = stepped(settleCommonsAcross, file(brand, { common: { name: 'D', shareRoles: {} } }), {
    target: 'opencloud-7.3',
  })
  expect(empty.defaults).not.toHaveProperty('shareRoles')
  expect(empty.from('/clients/web/defaults/common/shareRoles')).toEqual([['dropped', null]])
  expect(empty.why('/clients/web/defaults/common/shareRoles')).toEqual([
    expect.stringContaining('share roles'),
  ])
})

it('moves what the defaults of OpenCloud say of the brand to the root', () => {
  const defaults = { name: 'D', urls: { imprint: 'd' }, ours: 'x', favicon: 'f', logo: 't', logoMobile: 'm' }
  const root = { ...brand, logoMobile: 'r' }
  const {
    common,
    defaults: left,
    from,
    why,
  } = stepped(settleCommonsAcross, file(root, defaults), {
    target: 'ocis-8',
  })
  expect(common).toEqual({ ...brand, name: 'D', urls: { imprint: 'd', help: 'h' } })
  expect(left).toMatchObject({ logo: { favicon: 'f', topbar: 't', topbarSm: 'm' }, ours: 'x' })
  expect(left).not.toHaveProperty('common')
  for (const place of ['/common/name', '/common/urls/imprint']) {
    expect(from(place)).toEqual([['superseded', null]])
    expect(why(place)[0]).toContain('defaults have')
  }
  expect(from('/common/slogan')).toEqual([['kept', '/common/slogan']])
})

it.each([
  [{}, 'r'],
  [{ logoMobile: 'd' }, 'd'],
])('takes the small logo of the root where the defaults are %j: %s', (defaults, image) => {
  const result = stepped(settleCommonsAcross, file({ logoMobile: 'r' }, defaults), { target: 'ocis-8' })
  expect(result.defaults['logo']).toEqual({ topbarSm: image })
})

it.each(['ocis-8', 'opencloud-7.3'] as const)('leaves files for %s as they are', (target) => {
  const own = target === 'ocis-8' ? { common: { name: 'D', logo: 'c' } } : { name: 'D', logo: 'c' }
  const document = {
    common: brand,
    clients: { web: { defaults: own, themes: [target === 'ocis-8' ? { name: 'a' } : { label: 'a' }] } },
  }
  expect(stepped(settleCommonsAcross, document, { target }).theme).toEqual(document)
})
