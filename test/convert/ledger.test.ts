import { describe, expect, it } from 'vitest'
import { type ConvertOptions, convert } from '../../src/index.js'
import { eachLeaf } from '../../src/json/pointer.js'
import type { Json } from '../../src/json/value.js'
import { converted } from '../support/convert.js'

const gone = { icon: 'themes/owncloud/assets/cloud.svg' }
const general = { name: 'A' }
const current = (parts: { common?: object; defaults?: object; theme?: object }) => ({
  common: { name: 'A', ...parts.common },
  clients: { web: { defaults: { ...parts.defaults }, themes: [{ name: 'a', ...parts.theme }] } },
})

function leavesOf(value: unknown): string[] {
  const leaves: string[] = []
  eachLeaf(value as Json, '', (pointer) => leaves.push(pointer))
  return leaves.sort()
}

describe('the ledger has exactly the leaves of the input and of the output', () => {
  const drop: ConvertOptions = { invalidValues: 'drop' }
  it.each<[string, unknown, ConvertOptions]>([
    ['a banner with nothing left in it', { web: { default: { general, appBanner: gone } } }, {}],
    ['the same in one theme', { web: { default: { general }, x: { appBanner: gone } } }, {}],
    ['the same in a current file', current({ defaults: { appBanner: gone } }), {}],
    ['the same in a current theme', current({ theme: { appBanner: gone } }), {}],
    ['roles that are none', current({ common: { shareRoles: { a: null } } }), drop],
    ['roles that are none in a draft', { common: { shareRoles: { a: null } }, web: { themes: [] } }, drop],
    ['a banner of the wrong type', current({ defaults: { appBanner: { title: [] } } }), drop],
    ['colours of the wrong type', current({ defaults: { designTokens: { colorPalette: { a: 5 } } } }), drop],
    ['a theme with nothing but a wrong name', current({ theme: { name: 5 } }), drop],
    [
      'tags of the wrong type',
      current({ theme: { designTokens: { tagColorsList: [5] } } }),
      { ...drop, target: 'ocis-next' },
    ],
    ['a group with a wrong text', { web: { default: { general: { name: 5 } } } }, drop],
    ['a theme that is none', { web: { x: 7 } }, drop],
    ['groups that are none', { general: 5, logo: 5 }, drop],
    ['a setting of the wrong type', { general, filesList: { hideDefaultStatusIndicators: [] } }, drop],
    [
      'a colour of the wrong type',
      { web: { default: { designTokens: { colorPalette: { a: [1] } } } } },
      drop,
    ],
    ['a help link of the wrong type', { web: { default: { general: { helpDeskLink: { de: 5 } } } } }, drop],
    ['a schema that is an object', { ...current({}), $schema: { a: 1, b: {} } }, { schema: true }],
  ])('for %s', (_, document, options) => {
    const { theme, ledger } = convert(document, options)
    const pointers = (side: 'from' | 'to') =>
      [...new Set(ledger.entries.flatMap((entry) => entry[side] ?? []))].sort()
    expect(pointers('from')).toEqual(leavesOf(document))
    expect(pointers('to')).toEqual(leavesOf(theme))
  })
})

describe('an object that everything was left out of', () => {
  it('is not written', () => {
    expect(converted({ web: { default: { general, appBanner: gone } } }).defaults).not.toHaveProperty(
      'appBanner',
    )
    expect(converted(current({ theme: { appBanner: gone } })).themes[0]).not.toHaveProperty('appBanner')
  })

  it('gives way to what the target requires', () => {
    const { from } = converted({ common: {}, clients: { web: { defaults: {}, themes: [] } } })
    for (const pointer of ['/common', '/clients/web/defaults', '/clients/web/themes'])
      expect(from(pointer)).toEqual([
        { from: pointer, to: null, action: 'superseded', reason: expect.stringMatching(/^empty: /) },
      ])
  })

  it('stays when it was empty before', () => {
    expect(converted(current({ theme: { appBanner: {} } })).themes[0]).toHaveProperty('appBanner', {})
  })
})

describe('values of the wrong type in a draft', () => {
  const draft = {
    common: { shareRoles: 5, name: 7 },
    web: { defaults: {}, themes: [{ name: 'a', isDark: false }] },
  }

  it('are all found at once, each one time', () => {
    const { theme, diagnostics } = convert(draft)
    expect(theme).toBe(undefined)
    expect(diagnostics.map(({ pointer }) => pointer).sort()).toEqual(['/common/name', '/common/shareRoles'])
  })

  it('are all left out when asked to', () => {
    const { common, codes } = converted(draft, { invalidValues: 'drop' })
    expect(common).toMatchObject({ name: 'ownCloud' })
    expect(Object.keys(common.shareRoles ?? {})).toHaveLength(13)
    expect(codes.filter((code) => code === 'value-invalid-dropped')).toHaveLength(2)
  })
})
