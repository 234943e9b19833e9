import { describe, expect, it } from 'vitest'
import { explain, type ResolveOptions, resolve } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { chooseLegacyTheme, legacyLayers, legacyThemes } from '../../src/resolve/legacy.js'

const theme = { general: { name: 'Acme' }, loginPage: {} }

describe('the themes of a legacy file', () => {
  it.each<[string, Parameters<typeof legacyThemes>[1], JsonObject, [string, string][]]>([
    ['flat', 'flat', theme, [['default', '']]],
    [
      'wrapped',
      'wrapped',
      { common: theme, web: { default: theme, $schema: 'x', 'a/b': {}, list: [], gone: null } },
      [
        ['default', '/web/default'],
        ['a/b', '/web/a~1b'],
      ],
    ],
    [
      'named',
      'named',
      { $schema: 'x', common: { name: 'Acme' }, ios: {}, b: theme, default: {}, list: [] },
      [
        ['b', '/b'],
        ['default', '/default'],
      ],
    ],
  ])('of the %s generation', (_, generation, document, places) => {
    const themes = legacyThemes(document, generation)
    expect(themes.map(([key, pointer]) => [key, pointer])).toEqual(places)
  })
})

describe('the choice of a legacy theme', () => {
  const both = legacyThemes({ web: { default: theme, 'default-dark': theme, other: theme } }, 'wrapped')
  const light = both.slice(0, 1)

  it.each<[string, typeof both, ResolveOptions, string | undefined, RegExp?]>([
    ['the default one', both, {}, 'default', /"default" .* prefer light/],
    ['the dark one for dark systems', both, { prefers: 'dark' }, 'default-dark', /"default-dark" .* dark/],
    ['the default one without a dark one', light, { prefers: 'dark' }, 'default', /no theme for dark/],
    ['the stored one', both, { stored: 'other', prefers: 'dark' }, 'other', /stored its name "other"/],
    [
      'the default one for an unknown name',
      both,
      { stored: 'x' },
      'default',
      /no theme with the stored name/,
    ],
    ['the one asked for by name', both, { theme: 'other', stored: 'default' }, 'other', /^requested$/],
    ['the one asked for by index', both, { theme: 1 }, 'default-dark', /^requested$/],
    ['none for an unknown name', both, { theme: 'x' }, undefined],
    ['none for an index too high', both, { theme: 3 }, undefined],
    ['none for an index below the list', both, { theme: -1 }, undefined],
    ['none without a default one', both.slice(2), {}, undefined],
  ])('is %s', (_, themes, options, name, reason) => {
    const choice = chooseLegacyTheme(themes, options)
    expect(choice?.name).toBe(name)
    if (choice === undefined) return
    expect(themes[choice.index]?.[0]).toBe(name)
    expect(choice.reason).toMatch(reason as RegExp)
  })
})

describe('the layers of a legacy theme', () => {
  const layersOf = (
    document: JsonObject,
    generation: Parameters<typeof legacyThemes>[1],
    index = 0,
    webOptions = {},
  ) => {
    const chosen = legacyThemes(document, generation)[index] as never
    return legacyLayers(document, generation, chosen, webOptions).map(({ layer, pointer, value }) => [
      layer,
      pointer,
      value,
    ])
  }
  const groupsOf = (layer: unknown) => Object.keys((layer as unknown[])[2] as JsonObject)

  it('are the theme alone in files that clients took as they were', () => {
    const first = { general: { name: 'Acme' }, common: { accessDeniedHelpUrl: 'h' } }
    expect(layersOf(first, 'flat')).toEqual([['theme', '', first]])
    const last = { web: { default: theme } }
    expect(layersOf(last, 'wrapped')).toEqual([['theme', '/web/default', theme]])
    expect(layersOf({ default: theme }, 'named')).toEqual([['theme', '/default', theme]])
  })

  it('are told of an empty theme, too', () => {
    const document = { web: { default: {} } }
    expect(layersOf(document, 'wrapped')).toEqual([['theme', '/web/default', {}]])
    expect(resolve(document).values).toMatchObject([{ pointer: '', origin: { layer: 'theme' } }])
  })

  it('end with the groups that a flat file with a login page lacks', () => {
    const [, builtIn] = layersOf({ loginPage: {}, logo: {} }, 'flat')
    expect(builtIn?.slice(0, 2)).toEqual(['built-in', ''])
    expect(groupsOf(builtIn)).toEqual(['general'])
    expect(layersOf({ loginPage: {}, logo: {}, general: {} }, 'flat')).toHaveLength(1)
  })

  it('end with the whole theme that the first clients of named files brought for the default one', () => {
    const document = { default: { logo: { sidebar: 's.svg' } }, other: { logo: {} }, $schema: 5 }
    const [, builtIn] = layersOf(document, 'named')
    expect(groupsOf(builtIn)).toEqual(['general', 'logo', 'loginPage'])
    expect(layersOf(document, 'named', 1)).toHaveLength(1)
    expect(explain(document, '/loginPage/autoRedirect')).toMatchObject({
      conclusion: "/loginPage/autoRedirect is true, from the client's own theme.",
      steps: [{ layer: 'built-in', source: 'client', pointer: '/loginPage/autoRedirect', wins: true }],
    })
    // Which client a named file is for shows in its themes alone.
    const later = { common: { logo: { sidebar: 's.svg' } }, default: theme }
    expect(layersOf(later, 'named')).toHaveLength(1)
  })

  it("have the link of the root's common, and nothing else of it", () => {
    const document = { common: { name: 'A', accessDeniedHelpUrl: 'h' }, web: { default: theme } }
    expect(layersOf(document, 'wrapped').slice(1)).toEqual([
      ['common', '', { common: { accessDeniedHelpUrl: 'h' } }],
    ])
  })

  it('begin with the old web options, for links that the file has none of', () => {
    const options = { imprintUrl: 'i', privacyUrl: 'p', accessDeniedHelpUrl: 'h' }
    const added = (document: JsonObject, webOptions: object) => {
      const [first] = layersOf(document, 'wrapped', 0, webOptions)
      return first?.[0] === 'web-options' ? first[2] : undefined
    }
    const all = { general: { imprintUrl: 'i', privacyUrl: 'p' }, common: { accessDeniedHelpUrl: 'h' } }
    expect(added({ web: { default: {} } }, options)).toEqual(all)
    expect(added({ web: { default: { general: { imprintUrl: '', privacyUrl: 'own' } } } }, options)).toEqual({
      general: { imprintUrl: 'i' },
      common: { accessDeniedHelpUrl: 'h' },
    })
    expect(added({ common: { accessDeniedHelpUrl: 'own' }, web: { default: {} } }, options)).toEqual({
      general: all.general,
    })
    expect(added({ web: { default: {} } }, { imprintUrl: '' })).toBe(undefined)
  })
})
