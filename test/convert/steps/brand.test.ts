import { expect, it } from 'vitest'
import { settleBrand } from '../../../src/convert/steps/brand.js'
import { completeLogos } from '../../../src/convert/steps/logos.js'
import { stepped } from '../../support/draft.js'

const legacy = (common: object, ...generals: object[]) => ({
  common,
  web: Object.fromEntries(generals.map((general, index) => [`t${index}`, { general }])),
})
const a = { name: 'A', slogan: 'S' }

it('puts one brand into the root', () => {
  const { common, themes, from } = stepped(settleBrand, legacy({ name: 'ownCloud' }, a, a))
  expect(common).toEqual(a)
  expect(themes).toEqual([{}, {}])
  expect(from('/common/name')).toEqual([['superseded', null]])
  expect(from('/web/t0/general/name')).toEqual([['moved', '/common/name']])
  expect(from('/web/t1/general/name')).toEqual([['shared', '/common/name']])
})

it('keeps two, and says so', () => {
  const { common, themes, findings, messages, from, to } = stepped(
    settleBrand,
    legacy({ name: 'B', slogan: 'T', logo: 'l' }, a),
  )
  expect(common).toEqual({ name: 'B', slogan: 'T', logo: 'l' })
  expect(themes).toEqual([{ common: { ...a, logo: 'l' } }])
  expect(findings).toEqual([['two-brands', '/common']])
  expect(messages[0]).toMatch(/\("A", "S"\).*\("B", "T"\)/)
  expect(from('/common/name')).toEqual([['kept', '/common/name']])
  expect(to('/clients/web/themes/0/common/logo')).toEqual([['fallback', null]])
})

it.each([
  ['an empty text at the root', { name: '', slogan: '' }, a, a],
  ['no text in the theme', { name: 'B', slogan: 'T' }, {}, { name: 'B', slogan: 'T' }],
  ['no text anywhere', {}, {}, undefined],
])('takes %s for no other brand', (_, root, general, common) => {
  const result = stepped(settleBrand, legacy(root, { helpDeskText: '', ...general }))
  expect(result.common).toEqual(common)
  expect(result.themes).toEqual([{}])
  expect(result.findings).toEqual([])
})

it('notes what the root has once', () => {
  const { from } = stepped(settleBrand, legacy({ name: 'A', slogan: 'T' }, { name: 'A' }))
  expect(from('/common/name')).toEqual([['shared', '/common/name']])
  expect(from('/common/slogan')).toEqual([['kept', '/common/slogan']])
})

it('gives a theme without texts those of the first theme', () => {
  const { themes, why } = stepped(settleBrand, legacy({ name: 'B' }, { name: 'A' }, {}))
  expect(themes.map(({ common }) => common)).toEqual([{ name: 'A' }, { name: 'A' }])
  expect(why('/clients/web/themes/1/common/name')).toEqual([expect.stringContaining('first theme')])
})

const shipped = 'themes/owncloud/assets/logo.svg'

it.each([
  [undefined, { topbar: 't', login: 'l' }, 'l'],
  [undefined, { topbar: 't' }, 't'],
  ['', { login: 'l' }, 'l'],
  [shipped, { login: 'l' }, 'l'],
  ['own', { login: 'l' }, 'own'],
  [undefined, { login: '' }, undefined],
])('has of root logo %j and theme logos %j %j at the root', (root, logo, expected) => {
  const document = { common: { ...(root !== undefined && { logo: root }) }, web: { t: { general: a, logo } } }
  const { common, from, to } = stepped(settleBrand, document)
  expect(common['logo']).toBe(expected)
  if (root !== undefined) {
    expect(from('/common/logo')).toEqual([root === 'own' ? ['kept', '/common/logo'] : ['superseded', null]])
  } else if (expected !== undefined) {
    const key = 'login' in logo ? 'login' : 'topbar'
    expect(to('/common/logo')).toEqual([['fallback', `/web/t/logo/${key}`]])
  }
})

it('keeps the shipped logo at the root where the theme has it too', () => {
  const document = { common: { logo: shipped }, web: { t: { general: a, logo: { login: shipped } } } }
  const { from, why } = stepped(settleBrand, document)
  expect(from('/common/logo')).toEqual([['kept', '/common/logo']])
  const own = { common: { logo: shipped }, web: { t: { general: a, logo: { login: 'l' } } } }
  expect(stepped(settleBrand, own).why('/common/logo')).toEqual([
    expect.stringContaining('the logo of the theme'),
    expect.stringContaining('web client'),
  ])
  expect(why('/web/t/logo/login')).toHaveLength(1)
})

it('takes no default for the logo of the brand', () => {
  const both = (draft: Parameters<typeof settleBrand>[0]) => {
    completeLogos(draft)
    settleBrand(draft)
  }
  expect(stepped(both, legacy({}, a)).common).toEqual(a)
})

it('keeps unknown keys once, where their neighbours go', () => {
  const { common, findings, messages, from } = stepped(
    settleBrand,
    legacy({}, { ...a, zz: 1 }, { ...a, zz: 1 }, { ...a, zz: 2 }),
  )
  expect(common).toEqual({ ...a, zz: 1 })
  expect(from('/web/t1/general/zz')).toEqual([['shared', '/common/zz']])
  expect(from('/web/t2/general/zz')).toEqual([['superseded', null]])
  expect(findings).toEqual([['value-dropped', '/web/t2/general/zz']])
  expect(messages[0]).toMatch(/"zz" belong in \/common; 2 was dropped/)
  const objects = stepped(settleBrand, legacy({}, { ...a, zz: { z: 1 } }, { ...a, zz: { z: 2 } }))
  expect(objects.messages[0]).toContain('this value')
})
