import { describe, expect, it } from 'vitest'
import { targets } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { kebabCase } from '../../src/resolve/kebab-case.js'
import { customProperties, customProperty } from '../../src/resolve/properties.js'
import { ownCloudTargets } from '../../src/targets/owncloud-releases.js'

const { properties: ownCloud } = targets['ocis-8']
const { properties: openCloud } = targets['opencloud-7.3']

/** The properties that a client sets for some tokens, without the design system's. */
const set = (designTokens: unknown, rules = openCloud) =>
  customProperties({ designTokens } as JsonObject, rules, {}, kebabCase)

describe('the custom properties of a token', () => {
  it.each([
    ['/designTokens/colorPalette/text-default', ['--oc-color-text-default']],
    ['/designTokens/spacing/small', ['--oc-space-small', '--oc-spacing-small']],
    ['/designTokens/fontFamily', ['--oc-font-family']],
    ['/designTokens/colorPalette', []],
    ['/designTokens/unknown/small', []],
    ['/designTokens/spacing/small/x', []],
    ['/designTokens', []],
    ['/loginPage/fontFamily', []],
    ['/loginPage/spacing/small', []],
    ['', []],
  ])('at %s are %j', (pointer, names) => {
    const found = new Set(customProperty(pointer, ownCloud, kebabCase))
    expect([...found].sort()).toEqual(names)
  })

  it('take kebab case in no client of ownCloud', () => {
    for (const { properties } of Object.values(ownCloudTargets))
      expect([...properties.start, ...properties.store].filter(({ kebab }) => kebab)).toEqual([])
  })

  it('take kebab case where the client does', () => {
    expect(new Set(customProperty('/designTokens/roles/onPrimary', openCloud, kebabCase))).toEqual(
      new Set(['--oc-role-on-primary']),
    )
    expect(customProperty('/designTokens/colorPalette/onPrimary', ownCloud, kebabCase)).toContain(
      '--oc-color-onPrimary',
    )
  })
})

describe('the custom properties of a theme', () => {
  it('are set at the start, whenever a theme is shown, or both', () => {
    const tokens = { spacing: { small: '9px' }, fontFamily: 'Inter', colorPalette: { 'a/b': '#1' } }
    const one = (name: string, value: string, pointer: string, by: string[]) => ({
      name,
      value,
      set: true,
      pointer: `/designTokens/${pointer}`,
      by,
    })
    expect(set(tokens, ownCloud)).toEqual(
      expect.arrayContaining([
        one('--oc-space-small', '9px', 'spacing/small', ['start']),
        one('--oc-spacing-small', '9px', 'spacing/small', ['store']),
        one('--oc-font-family', 'Inter', 'fontFamily', ['start', 'store']),
        one('--oc-color-a/b', '#1', 'colorPalette/a~1b', ['start', 'store']),
      ]),
    )
  })

  it('end with those of the design system that are not set', () => {
    const { designTokens } = targets['ocis-8']
    const [first, second] = customProperties(
      { designTokens: { colorPalette: { border: '#1' } } },
      ownCloud,
      designTokens,
      undefined,
    )
    expect(first).toMatchObject({ name: '--oc-color-border', set: true })
    expect(second).toEqual({
      name: expect.any(String),
      value: expect.any(String),
      set: false,
      pointer: null,
      by: [],
    })
  })

  it.each([
    ['no tokens', undefined],
    ['null', null],
    ['a list', []],
    ['no group', {}],
    ['a text as a group', { roles: '#1' }],
    ['numbers', { roles: { primary: 1, chrome: 2 }, fontFamily: 5 }],
    ['empty tokens', { roles: { primary: '', surfaceContainer: '', onSurface: '' }, fontFamily: '' }],
    ['colours of the wrong type behind the frame', { roles: { surfaceContainer: 1, onSurface: null } }],
  ])('are none for %s', (_, tokens) => {
    expect(set(tokens)).toEqual([])
  })

  it('are the last of two tokens that give the same', () => {
    const found = set({ roles: { onPrimary: '#1', 'on-primary': '#2' } })
    expect(found).toMatchObject([
      { name: '--oc-role-on-primary', value: '#2', pointer: '/designTokens/roles/on-primary' },
    ])
    expect(set({ roles: { onPrimary: '#1', 'on-primary': '' } })).toEqual([])
  })

  describe('of the frame', () => {
    const found = (roles: JsonObject) =>
      set({ roles })
        .filter(({ name }) => name.endsWith('chrome'))
        .map(({ name, value, pointer, by }) => [name, value, pointer, by])

    it('are those of two other roles where it has none', () => {
      const behind = [
        ['--oc-role-chrome', '#1', '/designTokens/roles/surfaceContainer', ['start', 'store']],
        ['--oc-role-on-chrome', '#2', '/designTokens/roles/onSurface', ['start', 'store']],
      ]
      const roles = { surfaceContainer: '#1', onSurface: '#2' }
      expect(found(roles)).toEqual(behind)
      expect(found({ ...roles, chrome: '' })).toEqual(behind)
      expect(
        found({ ...roles, onChrome: '#3' })
          .map(([, value]) => value)
          .sort(),
      ).toEqual(['#1', '#2'])
    })

    it('are its own where it has one', () => {
      const roles = { surfaceContainer: '#1', onSurface: '#2', chrome: '#3' }
      expect(found(roles).map(([name, value]) => [name, value])).toEqual([['--oc-role-chrome', '#3']])
    })

    it('are unset by an empty one of the other roles', () => {
      expect(found({ onChrome: '#3', onSurface: '' })).toEqual([])
      expect(found({ onChrome: '#3' }).map(([name]) => name)).toEqual(['--oc-role-on-chrome'])
    })
  })
})
