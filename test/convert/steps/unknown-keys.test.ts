import { expect, it } from 'vitest'
import { dropNewlyRead } from '../../../src/convert/steps/unknown-keys.js'
import { stepped } from '../../support/draft.js'

const document = {
  common: { urls: 5, zz: 1 },
  web: { default: { mode: 'vault', logo: { topbarSm: 's', y: 2 } } },
}

it('leaves out unknown keys that the new client would read', () => {
  const { themes, common, findings, messages, from } = stepped(dropNewlyRead, document)
  expect(common).toEqual({ zz: 1 })
  expect(themes).toEqual([{ logo: { y: 2 } }])
  expect(findings).toEqual([
    ['value-dropped', '/common/urls'],
    ['value-dropped', '/web/default/mode'],
    ['value-dropped', '/web/default/logo/topbarSm'],
  ])
  expect(messages[2]).toContain('"topbarSm"')
  expect(from('/web/default/logo/topbarSm')).toEqual([['dropped', null]])
})

it.each([
  ['legacy files', { common: { roles: 1 }, web: { default: {} } }, 'ocis-8', '/common/roles'],
  [
    'files of the other product',
    { clients: { web: { defaults: {}, themes: [{ name: 'a', roles: 1 }] } } },
    'opencloud-7.3',
    '/clients/web/themes/0/roles',
  ],
] as const)('leaves out former names of keys in %s', (_, document, target, pointer) => {
  const { findings, from } = stepped(dropNewlyRead, document, { target })
  expect(from(pointer)).toEqual([['dropped', null]])
  expect(findings).toEqual([['value-dropped', pointer]])
})

it("looks into no object that the target doesn't have", () => {
  const legacy = { web: { default: { general: {}, zz: { name: 'x' } } } }
  expect(stepped(dropNewlyRead, legacy).themes).toEqual([{ zz: { name: 'x' } }])
})

it("keeps those that it doesn't read", () => {
  const { themes } = stepped(dropNewlyRead, document, { target: 'ocis-6' })
  expect(themes).toEqual([{ logo: { topbarSm: 's', y: 2 }, mode: 'vault' }])
})
