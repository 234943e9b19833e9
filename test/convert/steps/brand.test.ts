import { expect, it } from 'vitest'
import { settleBrand } from '../../../src/convert/steps/brand.js'
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
  const { common, themes, findings } = stepped(settleBrand, legacy({ name: 'B', slogan: 'T', logo: 'l' }, a))
  expect(common).toEqual({ name: 'B', slogan: 'T', logo: 'l' })
  expect(themes).toEqual([{ common: { ...a, logo: 'l' } }])
  expect(findings).toEqual([['two-brands', '/common']])
})

it('keeps unknown keys once, where their neighbours go', () => {
  const { common, findings, from } = stepped(
    settleBrand,
    legacy({}, { ...a, zz: 1 }, { ...a, zz: 1 }, { ...a, zz: 2 }),
  )
  expect(common).toEqual({ ...a, zz: 1 })
  expect(from('/web/t1/general/zz')).toEqual([['shared', '/common/zz']])
  expect(from('/web/t2/general/zz')).toEqual([['superseded', null]])
  expect(findings).toEqual([['value-dropped', '/web/t2/general/zz']])
})
