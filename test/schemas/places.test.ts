import { describe, expect, it } from 'vitest'
import { placeTrees } from '../../schemas/places.mjs'
import { allKeys, layersOf, pathTo } from '../../src/formats/known-keys.js'
import { targets } from '../../src/index.js'
import { valueBelow } from '../../src/json/pointer.js'
import { serverTheme } from '../../src/targets/all-served.js'

const tables = Object.values(targets).map((target) => ({ id: target.id, target }))

/** The tree of a schema with a single key. */
const treeOf = (property: object) =>
  placeTrees(['made-up'], () => ({
    name: 'made-up',
    pointer: '',
    schema: { type: 'object', properties: { color: property } },
  })).get('made-up')

describe('the annotations of the schemas', () => {
  it('must give every leaf a place, or say why it has none', () => {
    expect(() => treeOf({ type: 'string' })).toThrow('made-up.json#/color needs "x-place"')
    expect(treeOf({ type: 'string', 'x-place': 'tokens.color' })?.keys?.['color']).toMatchObject({
      place: 'tokens.color',
    })
    const reason = 'no client reads it any more'
    expect(treeOf({ type: 'string', 'x-no-place': reason })?.keys?.['color']).toMatchObject({
      noPlace: reason,
    })
  })

  it.each([
    ['x-place', 'Tokens color'],
    ['x-kind', 'picture'],
    ['x-shown-as', 'wall'],
    ['x-scope', 'root'],
    ['x-no-place', ''],
    ['x-plaec', 'tokens.color'],
    ['x-release', { title: 'oCIS 9' }],
  ])('refuse %s: %j', (annotation: string, value: unknown) => {
    expect(() => treeOf({ type: 'string', 'x-place': 'tokens.color', [annotation]: value })).toThrow(
      annotation,
    )
  })
})

describe.each(tables)('the table of $id', ({ target }) => {
  it('has every layer once', () => {
    expect(layersOf(target.places).map(({ scope }) => scope)).toEqual(['common', 'defaults', 'theme'])
  })

  it('has one key at most for each place of a scope', () => {
    const found = allKeys(target.places).flatMap(({ node: { place }, scope, path }) =>
      place === undefined ? [] : [{ name: `${scope} ${place}`, path, place, scope }],
    )
    expect(found.length).toBeGreaterThan(30)
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length)
    for (const { place, scope, path } of found) expect(pathTo(target.places, place, scope)).toEqual(path)
  })

  it.runIf(target.family.generation === 'current')(
    'has the shipped values of the theme of the server',
    () => {
      const theme = serverTheme(target)
      expect(target.check(theme)).toBe(true)
      // Parts of a theme may have a `common` of their own, which that theme has none of.
      const shipped = allKeys(target.places).flatMap(({ node: { fallback }, path }) => {
        const value = valueBelow(theme, ...path)
        return fallback === undefined || value === undefined ? [] : [{ path, value, fallback }]
      })
      expect(shipped.length).toBeGreaterThan(5)
      // The server's own theme has a path that Web 12.5 doesn't load.
      const isLost = (key: string | undefined) => key === 'backgroundImg' && !target.loadsRelativeBackground
      for (const { path, value, fallback } of shipped)
        expect(fallback, path.join('/')).toEqual(isLost(path.at(-1)) ? `/${value}` : value)
    },
  )
})
