import { describe, expect, it } from 'vitest'
import { liftPasted } from '../../src/convert/lift-pasted.js'
import { convert } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'

const pasted = { default: { general: { name: 'Acme' } }, 'default-dark': {} }
const common = { name: 'Acme' }
const web = (section: object): JsonObject => ({ clients: { web: section } }) as JsonObject

describe('old themes that were copied into "clients"', () => {
  it('are lifted into the shape that they were written for', () => {
    const input = { $schema: 'x', common, clients: { ios: { a: 1 }, web: { themes: pasted, defaults: {} } } }
    const lifted = liftPasted(input)
    expect(lifted?.document).toEqual({ $schema: 'x', common, ios: { a: 1 }, web: pasted })
    expect(lifted?.themes).toEqual(['/clients/web/themes/default', '/clients/web/themes/default-dark'])
    expect(lifted?.entries).toEqual([
      { from: '/clients/web/defaults', to: null, action: 'dropped', reason: expect.stringMatching(/empty/) },
    ])
    const { theme } = convert(input)
    expect(theme).toEqual(convert(lifted?.document).theme)
  })

  it.each([
    ['/web/default/general', '/clients/web/default/general', '/clients/web/themes/default/general'],
    ['/web', '/clients/web', '/clients/web/themes'],
    ['/ios/a', '/clients/ios/a', '/clients/ios/a'],
    ['/ios', '/clients/ios', '/clients/ios'],
    ['/common/name', '/common/name', '/common/name'],
    ['/webs/x', '/webs/x', '/webs/x'],
    ['', '', ''],
  ])('stand at %s, and stood at %s or %s', (pointer, beside, inMap) => {
    const at = (section: object) =>
      liftPasted({ common, clients: { ios: { a: 1 }, web: section } } as JsonObject)?.inInput(pointer)
    expect(at(pasted)).toBe(beside)
    expect(at({ themes: pasted })).toBe(inMap)
  })

  it.each<[string, JsonObject]>([
    ['there are none', web({ defaults: {}, themes: [] })],
    ['there are no clients', { common }],
    ['there are defaults', web({ ...pasted, defaults: { logo: {} } })],
    ['the defaults are a number', web({ ...pasted, defaults: 5 })],
    ['the defaults are null', web({ ...pasted, defaults: null })],
    ['the defaults are a text', web({ ...pasted, defaults: '' })],
    ['there are current themes', web({ ...pasted, themes: [{ name: 'a' }] })],
    ['a client stands at the root, too', { ios: {}, clients: { ios: {}, web: pasted } } as JsonObject],
  ])('are left where %s', (_, document) => {
    expect(liftPasted(document)).toBe(undefined)
  })
})
