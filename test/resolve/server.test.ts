import { describe, expect, it } from 'vitest'
import { resolve } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { mergeDocuments, placesOf, serve } from '../../src/resolve/server.js'
import { targets } from '../../src/targets/index.js'
import { targetsThatHideBranding } from '../support/targets.js'

/** The rules of the server's merge, worked out by hand: lower, higher, result. */
const merges: readonly (readonly [string, Json, Json, Json])[] = [
  ['objects merge by key', { a: 1, b: 2 }, { b: 3, c: 4 }, { a: 1, b: 3, c: 4 }],
  [
    'objects merge at any depth',
    { a: { b: { c: 1, d: 2 } } },
    { a: { b: { d: 3 } } },
    { a: { b: { c: 1, d: 3 } } },
  ],
  ['lists replace', { a: [1, 2, 3] }, { a: [4] }, { a: [4] }],
  ['an empty list replaces', { a: [1] }, { a: [] }, { a: [] }],
  ['texts replace', { a: 'x' }, { a: 'y' }, { a: 'y' }],
  ['an empty text replaces', { a: 'x' }, { a: '' }, { a: '' }],
  ['numbers and booleans replace', { a: 1, b: true }, { a: 0, b: false }, { a: 0, b: false }],
  ['null replaces', { a: { b: 1 } }, { a: null }, { a: null }],
  ['an object replaces a scalar', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
  ['an object replaces null', { a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
  ['an object replaces a list', { a: [1] }, { a: { b: 1 } }, { a: { b: 1 } }],
  ['a scalar replaces an object', { a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
  ['a list replaces an object', { a: { b: 1 } }, { a: [1] }, { a: [1] }],
  ['an empty object changes nothing', { a: { b: 1 } }, { a: {} }, { a: { b: 1 } }],
  ['what is missing changes nothing', { a: { b: 1 } }, {}, { a: { b: 1 } }],
]

describe("the server's merge", () => {
  it.each(merges)('%s', (_, lower, higher, result) => {
    const before = JSON.stringify([lower, higher])
    expect(mergeDocuments(lower, higher)).toEqual(result)
    expect(JSON.stringify([lower, higher])).toBe(before)
  })

  it('keeps hostile keys as data', () => {
    const merged = mergeDocuments(
      JSON.parse('{"__proto__": {"a": 1}}'),
      JSON.parse('{"__proto__": {"b": 2}}'),
    )
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":1,"b":2}}')
    expect(({} as Record<string, unknown>)['a']).toBe(undefined)
  })

  it('shares what only one side has', () => {
    const lower = { a: { b: 1 } }
    const higher = { c: { d: 2 } }
    const merged = mergeDocuments(lower, higher) as { a: unknown; c: unknown }
    expect(merged.a).toBe(lower.a)
    expect(merged.c).toBe(higher.c)
  })
})

const file: JsonObject = {
  common: {
    name: 'Acme',
    slogan: 'Files',
    logo: 'a.svg',
    urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
  },
  clients: {
    web: {
      defaults: {
        logo: { topbar: 'd.svg', favicon: 'd.png', login: 'd.svg' },
        loginPage: { backgroundImg: 'b.jpg' },
        designTokens: { colorPalette: { border: '#1' } },
      },
      themes: [
        { name: 'Light', isDark: false },
        { name: 'Own', isDark: false, logo: { topbar: 'o.svg', favicon: 'o.png', login: 'o.svg' } },
      ],
    },
  },
}
const branding = {
  common: { logo: 'themes/_branding/u.png' },
  clients: {
    web: { defaults: { logo: { topbar: 'themes/_branding/u.png', login: 'themes/_branding/u.png' } } },
  },
}

describe('what the server adds', () => {
  it('is its built-in values, below the file and the branding', () => {
    const role = 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5'
    const own = {
      ...file,
      common: { ...(file['common'] as JsonObject), shareRoles: { [role]: { iconName: 'star' } } },
    }
    const served = serve(own, targets['ocis-8'], 'ocis', branding)
    const common = served.document['common'] as { logo: string; shareRoles: Record<string, JsonObject> }
    expect(common.logo).toBe('themes/_branding/u.png')
    expect(common.shareRoles[role]).toEqual({ name: 'UnifiedRoleViewer', iconName: 'star' })
    expect(Object.keys(common.shareRoles)).toHaveLength(13)
    expect(placesOf(served, '/common/logo').map(({ source, value }) => [source, value])).toEqual([
      ['branding', 'themes/_branding/u.png'],
      ['file', 'a.svg'],
    ])
    expect(placesOf(served, `/common/shareRoles/${role}/iconName`).map(({ source }) => source)).toEqual([
      'file',
      'server',
    ])
  })

  it('is nothing before oCIS 6, and on a plain web server', () => {
    expect(serve(file, targets['ocis-5'], 'ocis', branding).document).toBe(
      serve(file, targets['ocis-5'], 'static', branding).document,
    )
    const alone = serve(file, targets['ocis-8'], 'static', branding)
    expect(alone.document).toBe(file)
    expect(alone.sources).toEqual([{ source: 'file', document: file }])
  })

  it('is a logo in the themes of ocis-next, only where it was uploaded and they have one', () => {
    const themes = (list: Json) => {
      const document = { common: {}, clients: { web: { defaults: {}, themes: list } } }
      return (defaults: JsonObject) => {
        const served = serve(document, targets['ocis-next'], 'ocis', { clients: { web: { defaults } } })
        return valueAt(served.document, '/clients/web/themes')
      }
    }
    const own = { logo: { topbar: 'o', login: 'o' } }
    expect(themes([own])({ logo: { topbar: 'u' } })).toEqual([{ logo: { topbar: 'u', login: 'o' } }])
    expect(themes([own])({ logo: { favicon: 'u' } })).toEqual([own])
    expect(themes([own])({})).toEqual([own])
    const others = [{ name: 'Light' }, null, 5, { logo: 'o' }]
    expect(themes(others)({ logo: { topbar: 'u' } })).toEqual(others)
    for (const wrong of ['x', { a: own }]) expect(themes(wrong)({ logo: { topbar: 'u' } })).toEqual(wrong)
  })

  it("hides an uploaded logo behind a theme's own, but for ocis-next", () => {
    for (const target of targetsThatHideBranding) {
      expect(logoOf('Light', target)).toMatchObject({
        topbar: 'themes/_branding/u.png',
        login: 'themes/_branding/u.png',
        favicon: 'd.png',
      })
      expect(logoOf('Own', target)).toEqual({ topbar: 'o.svg', favicon: 'o.png', login: 'o.svg' })
    }
    expect(logoOf('Own', 'ocis-next')).toEqual({
      topbar: 'themes/_branding/u.png',
      favicon: 'o.png',
      login: 'themes/_branding/u.png',
    })
    const { values } = resolve(file, { target: 'ocis-next', theme: 'Own', branding })
    const topbar = values.find(({ pointer }) => pointer === '/logo/topbar')
    expect(topbar?.origin).toMatchObject({
      source: 'branding',
      layer: 'theme',
      pointer: '/clients/web/defaults/logo/topbar',
    })
    expect(topbar?.overrides.map(({ source, value }) => [source, value])).toEqual([
      ['file', 'o.svg'],
      ['branding', 'themes/_branding/u.png'],
      ['file', 'd.svg'],
    ])
  })
})

function logoOf(theme: string, target: keyof typeof targets) {
  return resolve(file, { target, theme, branding }).theme?.['logo']
}
