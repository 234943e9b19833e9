import { describe, expect, it } from 'vitest'
import type { KnownKeys } from '../../src/formats/known-keys.js'
import type { Json } from '../../src/json/value.js'
import { type LayerValue, mergeLayers } from '../../src/resolve/merge.js'
import type { LayerName } from '../../src/resolve/resolution.js'
import type { MergeRules } from '../../src/targets/target.js'

const ownCloud: MergeRules = { common: 'group', lists: 'concatenate', keepsInheritedNames: true }
const names: readonly LayerName[] = ['theme', 'defaults', 'common']

/** Layers from the highest, each in a document of its own. */
const layersOf = (values: readonly Json[], keys?: KnownKeys): LayerValue[] =>
  values.map((value, index) => ({
    layer: names[index] as LayerName,
    pointer: `/${names[index]}`,
    value,
    keys,
  }))

/** What becomes of some layers, and what is told of each leaf. */
function merge(
  values: readonly Json[],
  { keys, rules = ownCloud }: { keys?: KnownKeys; rules?: MergeRules } = {},
) {
  const told: string[] = []
  const listen = {
    leaf: (pointer: string, value: Json, layers: readonly LayerValue[]) => {
      told.push(`${pointer} ${JSON.stringify(value)}: ${layers.map((layer) => layer.pointer).join(', ')}`)
    },
    onlyLeaf: (pointer: string, value: Json, layer: LayerName, from: string) => {
      told.push(`${pointer} ${JSON.stringify(value)}: only ${layer} ${from}`)
    },
  }
  const merged = mergeLayers(layersOf(values, keys), { rules, listen, read: new WeakMap() })
  // Whether somebody listens changes nothing.
  expect(mergeLayers(layersOf(values, keys), { rules, read: new WeakMap() })).toEqual(merged)
  return { merged, told }
}

/** Objects as JSON has them: `__proto__` is a key like others. */
const parsed = (text: string) => JSON.parse(text) as Json

describe('a merge of layers', () => {
  it('takes a value of the highest, and tells of all that have one', () => {
    expect(
      merge([
        { a: 1, c: null },
        { a: 2, b: 'x' },
      ]),
    ).toEqual({
      merged: { a: 1, b: 'x', c: null },
      told: ['/a 1: /theme/a, /defaults/a', '/b "x": /defaults/b', '/c null: /theme/c'],
    })
  })

  it('puts the keys of lower layers first', () => {
    expect(Object.keys(merge([{ a: 1, b: 1 }, { c: 1, a: 1 }, { d: 1 }]).merged as object)).toEqual([
      'd',
      'c',
      'a',
      'b',
    ])
  })

  it('merges objects by key, on every level', () => {
    expect(merge([{ a: { b: { c: 1 } } }, { a: { b: { d: 2 }, e: 3 } }])).toEqual({
      merged: { a: { b: { d: 2, c: 1 }, e: 3 } },
      told: ['/a/b/d 2: /defaults/a/b/d', '/a/b/c 1: /theme/a/b/c', '/a/e 3: /defaults/a/e'],
    })
  })

  it('lets anything but an object hide what is below', () => {
    expect(merge([{ a: { b: 1 } }, { a: 'x' }, { a: { c: 2 } }]).merged).toEqual({ a: { b: 1 } })
    expect(merge([{ a: 'x' }, { a: { b: 1 } }]).merged).toEqual({ a: 'x' })
    expect(merge([{ a: { b: 1 } }, { a: { c: 2 } }, { a: null }]).merged).toEqual({ a: { c: 2, b: 1 } })
    expect(merge([{ a: { b: 1 } }, { a: null }]).told).toEqual(['/a/b 1: only theme /theme/a/b'])
  })

  it('shares what one layer alone gives, and tells of each leaf in it', () => {
    const alone = { b: { c: 1 }, 'd/e~f': [2, {}], g: {}, h: null }
    const { merged, told } = merge([{ a: alone }, { i: 1 }])
    expect((merged as { a: Json }).a).toBe(alone)
    expect(told).toEqual([
      '/i 1: /defaults/i',
      '/a/b/c 1: only theme /theme/a/b/c',
      '/a/d~1e~0f/0 2: only theme /theme/a/d~1e~0f/0',
      '/a/d~1e~0f/1 {}: /theme/a/d~1e~0f/1',
      '/a/g {}: /theme/a/g',
      '/a/h null: only theme /theme/a/h',
    ])
  })

  it('escapes the keys in pointers', () => {
    expect(merge([{ 'a/b': { '~': 1 } }, { 'a/b': { c: 2 } }]).told).toEqual([
      '/a~1b/c 2: /defaults/a~1b/c',
      '/a~1b/~0 1: /theme/a~1b/~0',
    ])
  })

  it('tells of an empty object as of a leaf', () => {
    expect(merge([{ a: {} }, { a: {} }])).toEqual({
      merged: { a: {} },
      told: ['/a {}: /theme/a, /defaults/a'],
    })
    expect(merge([{ a: {} }, { a: 1 }])).toEqual({
      merged: { a: {} },
      told: ['/a {}: /theme/a, /defaults/a'],
    })
  })
})

describe('lists', () => {
  const replacing: MergeRules = { ...ownCloud, lists: 'replace' }

  it('are put after each other, lower layers first', () => {
    expect(merge([{ a: [1, { b: 2 }] }, { a: [3] }, { a: [4] }])).toEqual({
      merged: { a: [4, 3, 1, { b: 2 }] },
      told: ['/a/0 4: /common/a/0', '/a/1 3: /defaults/a/0', '/a/2 1: /theme/a/0', '/a/3/b 2: /theme/a/1/b'],
    })
  })

  it('leave out layers that have no list', () => {
    expect(merge([{ a: [1] }, { a: [2] }, { a: 'x' }]).merged).toEqual({ a: [2, 1] })
    expect(merge([{ a: [1] }, { a: 'x' }, { a: [2] }]).merged).toEqual({ a: [1] })
  })

  it('replace each other where the client says so, and tell of what they hide', () => {
    expect(merge([{ a: [1, 2] }, { a: [3] }], { rules: replacing })).toEqual({
      merged: { a: [1, 2] },
      told: ['/a/0 1: /theme/a/0, /defaults/a/0', '/a/1 2: /theme/a/1'],
    })
  })

  it('are leaves where they are empty', () => {
    expect(merge([{ a: [] }, { a: [] }])).toEqual({
      merged: { a: [] },
      told: ['/a []: /theme/a, /defaults/a'],
    })
    expect(merge([{ a: [] }, { a: [1] }]).told).toEqual(['/a/0 1: /defaults/a/0'])
  })
})

describe('keys that the client reads', () => {
  const keys: KnownKeys = { a: {}, group: { b: {}, inner: { c: {} } }, map: { '*': { d: {} } } }

  it('are the only ones that remain, of several layers and of one', () => {
    const values = [
      { a: 1, x: 1, group: { b: 1, x: 1 } },
      { x: 2, group: { inner: { c: 1, x: 1 }, y: 1 } },
    ]
    const read = { group: { inner: { c: 1 }, b: 1 }, a: 1 }
    expect(merge(values, { keys }).merged).toEqual(read)
    expect(merge([{ group: { x: 1, b: 1, y: 2, inner: { c: 2 } } }, {}], { keys })).toEqual({
      merged: { group: { b: 1, inner: { c: 2 } } },
      told: ['/group/b 1: only theme /theme/group/b', '/group/inner/c 2: only theme /theme/group/inner/c'],
    })
    expect(merge([{ group: { b: 1, x: { c: 1 }, inner: { c: 2, z: 3 } } }, {}], { keys }).merged).toEqual({
      group: { b: 1, inner: { c: 2 } },
    })
  })

  it('are all of a map, whatever they are called, and those of its objects', () => {
    expect(
      merge([{ map: { any: { d: 1, x: 1 }, '*': { d: 3 } } }, { map: { any: { d: 2, x: 2 }, other: 5 } }], {
        keys,
      }).merged,
    ).toEqual({
      map: { any: { d: 1 }, other: 5, '*': { d: 3 } },
    })
    expect(merge([{ map: { any: { d: 1, x: 1 } } }, {}], { keys }).merged).toEqual({ map: { any: { d: 1 } } })
    expect(merge([{ '*': 1, a: 2 }, {}], { keys }).merged).toEqual({ a: 2 })
  })

  it('do not make an object another one where all are read', () => {
    const group = { b: 1, inner: { c: 2 } }
    expect((merge([{ group }, {}], { keys }).merged as { group: Json }).group).toBe(group)
  })

  it('are looked up once for objects that come again', () => {
    const read = new WeakMap()
    const group = { b: 1, x: 2 }
    const first = mergeLayers(layersOf([{ group }, {}], keys), { rules: ownCloud, read }) as { group: Json }
    const second = mergeLayers(layersOf([{ group }, {}], keys), { rules: ownCloud, read }) as { group: Json }
    expect(second.group).toBe(first.group)
    expect(first.group).toEqual({ b: 1 })
  })
})

describe('names that every object inherits', () => {
  const dropping: MergeRules = { ...ownCloud, keepsInheritedNames: false }

  it('get lost but where the lower of two groups has them', () => {
    const lower = [{ a: { b: 1 } }, { a: { constructor: 1, toString: 2 } }] as Json[]
    expect(merge(lower).merged).toEqual({ a: { b: 1, constructor: 1, toString: 2 } })
    expect(merge(lower, { rules: dropping }).merged).toEqual({ a: { b: 1 } })
    expect(merge([{ a: { constructor: 1 } }, { a: { b: 1 } }] as Json[]).merged).toEqual({ a: { b: 1 } })
    expect(merge([{ a: { b: 1, constructor: 1, c: 2 } }, {}] as Json[]).merged).toEqual({ a: { b: 1, c: 2 } })
    expect(merge([{ a: { b: { valueOf: 1 } } }, {}] as Json[]).merged).toEqual({ a: { b: {} } })
  })

  it('never make __proto__ one', () => {
    const { merged } = merge([{ a: { b: 1 } }, parsed('{"a":{"__proto__":{"c":1}}}')])
    expect(JSON.stringify(merged)).toBe('{"a":{"b":1}}')
    expect(JSON.stringify(merge([parsed('{"a":{"__proto__":{"c":1},"b":1}}'), {}]).merged)).toBe(
      '{"a":{"b":1}}',
    )
    const map = { a: { '*': {} } }
    expect(
      JSON.stringify(merge([{ a: { b: 1 } }, parsed('{"a":{"__proto__":1}}')], { keys: map }).merged),
    ).toBe('{"a":{"b":1}}')
  })
})
