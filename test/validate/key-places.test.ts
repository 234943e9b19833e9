import { describe, expect, it } from 'vitest'
import { diagnostic } from '../../src/findings/diagnostic.js'
import { type KnownKeys, keysOf } from '../../src/formats/known-keys.js'
import type { Pointer } from '../../src/json/pointer.js'
import type { Json } from '../../src/json/value.js'
import { type TargetId, targets } from '../../src/targets/index.js'
import { knows, meantKey, placeOf, successorOf } from '../../src/validate/key-places.js'
import { MissingPlaces } from '../../src/validate/missing.js'
import type { Subject } from '../../src/validate/rule.js'

const defaults = '/clients/web/defaults'
const theme = '/clients/web/themes/2'

describe('a key of old files', () => {
  it.each<[string, Pointer, TargetId, Pointer]>([
    ['imprintUrl', '/general', 'ocis-8', '/common/urls/imprint'],
    ['imprintUrl', theme, 'opencloud-7.3', '/common/urls/imprint'],
    ['sidebar', `${theme}/logo`, 'ocis-8', `${theme}/logo/topbar`],
    ['sidebar', theme, 'ocis-8', `${theme}/logo/topbar`],
    ['sidebar', `${theme}/designTokens`, 'ocis-8', `${theme}/logo/topbar`],
    ['sidebar', `${defaults}/logo`, 'ocis-8', `${defaults}/logo/topbar`],
    // Where no layer is, the value is probably meant for all themes.
    ['sidebar', '', 'ocis-8', `${defaults}/logo/topbar`],
    ['sidebar', '/common', 'ocis-8', `${defaults}/logo/topbar`],
    ['sidebar', '/clients/web', 'ocis-8', `${defaults}/logo/topbar`],
    ['sidebar', '/clients/web/themes', 'ocis-8', `${defaults}/logo/topbar`],
    // A key of a group that is a single value in OpenCloud
    ['topbar', theme, 'opencloud-7.3', `${theme}/logo`],
    ['theme-name', theme, 'ocis-8', `${theme}/name`],
  ])('%s in %s belongs, for %s, into %s', (key, parent, target, place) => {
    expect(successorOf(key, parent, targets[target])).toEqual({ place })
  })

  it.each([
    ['helpDeskText', 'help desk'],
    ['filesList', 'Web 3.0'],
  ])('%s is gone, for the reason that it has: %s', (key, reason) => {
    expect(successorOf(key, '', targets['ocis-8'])).toEqual({ gone: expect.stringContaining(reason) })
  })

  it.each([
    ['topbar', defaults, 'is read in other places'],
    ['icon', defaults, 'means another key'],
    ['acme', defaults, 'is in no old file'],
    ['theme-name', defaults, 'belongs into a theme only'],
    ['big', '', 'is an image that current clients have no place for'],
  ])('is not what %s in %s is, because it %s', (key, parent) => {
    expect(successorOf(key, parent, targets['ocis-8'])).toBeUndefined()
  })
})

describe('the key that is meant', () => {
  const known: KnownKeys = { favicon: {}, accessDeniedHelp: {}, '*': {} }

  it.each<[string, Json, string | undefined]>([
    ['favcion', {}, 'favicon'],
    ['favcion', { favicon: 'a.png' }, undefined],
    ['icon', {}, 'favicon'],
    // Another name is only meant where the key is known and not set.
    ['icon', { favicon: 'a.png' }, undefined],
    ['dark', {}, undefined],
    ['constructor', {}, undefined],
    // One of many similar names has to be very near.
    ['accessDenied', {}, undefined],
  ])('for %s beside %j is %s', (key, object, meant) => {
    expect(meantKey(key, known, object as never)).toBe(meant)
  })
})

describe('a key in a place', () => {
  it.each<[Pointer, string, boolean]>([
    ['', 'common', true],
    ['', 'logo', false],
    ['/common', 'logo', true],
    [theme, 'name', true],
    [theme, 'names', false],
    ['/common/shareRoles/ours', 'iconName', true],
    ['/common/shareRoles/ours', 'ours', false],
    ['/nowhere/near', 'logo', false],
    ['/common', 'constructor', false],
  ])('is known in %j: %s (%s)', (parent, key, expected) => {
    expect(knows(keysOf(targets['ocis-8'].places), parent, key)).toBe(expected)
  })
})

/** Where a key would be read, of made-up keys or those of a target. */
function found(
  key: string,
  value: Json,
  parent: Pointer,
  keys?: KnownKeys,
  lacking: readonly Pointer[] = [],
) {
  const target = targets['ocis-8']
  const missing = new MissingPlaces()
  missing.note(diagnostic('missing-key', '', ''), { places: lacking, what: '' })
  return placeOf(key, value, parent, { keys: keys ?? keysOf(target.places), target, missing } as Subject)
}

describe('where a key would be read', () => {
  it.each<[string, Json, Pointer, Pointer | undefined]>([
    ['slogan', 'Files', '', '/common/slogan'],
    ['slogan', null, '', '/common/slogan'],
    ['topbar', 'a.svg', theme, `${theme}/logo/topbar`],
    ['topbar', 'a.svg', defaults, `${defaults}/logo/topbar`],
    // A group belongs where a group is, a text where a text is.
    ['urls', {}, '', '/common/urls'],
    ['urls', 'x', '', undefined],
    ['slogan', {}, '', undefined],
    ['logo', { topbar: 'a.svg' }, `${defaults}/logo`, `${defaults}/logo`],
    // Tokens
    ['border', '#000000', theme, 'designTokens/colorPalette'],
    ['border', {}, theme, undefined],
    ['harbour', '#000000', theme, undefined],
    ['constructor', 'x', '', undefined],
  ])('%s with %j in %j: %s', (key, value, parent, place) => {
    expect(found(key, value, parent)).toBe(place)
  })

  const x: KnownKeys = { x: {} }
  it.each<[string, KnownKeys, Pointer, Pointer | undefined]>([
    ['the nearest', { far: x, near: { deep: x } }, '/near/other', '/near/deep/x'],
    ['the nearest, whatever comes first', { near: { deep: x }, far: x }, '/near/other', '/near/deep/x'],
    ['the shortest of the nearest', { a: { deep: x }, b: x }, '/c', '/b/x'],
    ['the shortest of the nearest, whatever comes first', { b: x, a: { deep: x } }, '/c', '/b/x'],
    ['in the item around it', { list: { '*': x } }, '/list/7/other', '/list/7/x'],
    [
      'in the items around it',
      { list: { '*': { map: { '*': x } } } },
      '/list/7/map/k/other',
      '/list/7/map/k/x',
    ],
    ['in the first item of another list', { list: { '*': x } }, '/other/7', '/list/0/x'],
    ['in the first item from the list itself', { list: { '*': x } }, '/list', '/list/0/x'],
  ])('is %s', (_, keys, parent, place) => {
    expect(found('x', 'a', parent, keys)).toBe(place)
  })

  it('is where it is missing, before any nearer place', () => {
    const keys = { near: x, far: { deep: x } }
    expect(found('x', 'a', '/near', keys)).toBe('/near/x')
    expect(found('x', 'a', '/near', keys, ['/far/deep/x'])).toBe('/far/deep/x')
  })

  it('is never the item of a list', () => {
    expect(found('7', {}, '/list/7', { list: { '*': x } })).toBeUndefined()
  })
})
