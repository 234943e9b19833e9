import { describe, expect, it } from 'vitest'
import type { KeyNode } from '../../src/generated/places.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { targets } from '../../src/targets/index.js'
import { visitValues } from '../../src/validate/visit.js'

/** A made-up format: texts at the root, in a group of a group, in a map, in a list, and in each theme. */
const places = (): KeyNode => ({
  scope: 'common',
  keys: {
    name: {},
    link: { kind: 'link' },
    art: { keys: { logo: { kind: 'image' }, note: {}, tones: { entries: { kind: 'color' } } } },
    tags: { items: { kind: 'length' } },
    themes: { items: { scope: 'theme', keys: { icon: { kind: 'image' }, fonts: { entries: {} } } } },
  },
})

/** What is visited, in its order. */
function visited(document: Json, table: KeyNode = places()): string[] {
  const found: string[] = []
  const target = { ...targets['ocis-8'], places: table }
  visitValues(document as JsonObject, target, (text, kind, parent, key) => {
    expect(key).toBeTypeOf('string')
    found.push(`${kind} ${parent}/${key} ${text}`)
  })
  return found
}

describe('the texts of a document', () => {
  it('are those whose use is known, layer by layer', () => {
    const document = {
      themes: [{ icon: 'b.svg', fonts: { plain: 'Inter' }, link: '/x' }, { icon: 'c.svg' }],
      tags: ['1px', '2px'],
      art: { tones: { warm: 'red', cold: 'blue' }, note: 'ours', logo: 'a.svg' },
      link: '/imprint',
      name: 'Acme',
      other: 'x',
    }
    expect(visited(document)).toEqual([
      'link /link /imprint',
      'image /art/logo a.svg',
      'color /art/tones/warm red',
      'color /art/tones/cold blue',
      'length /tags/0 1px',
      'length /tags/1 2px',
      'image /themes/0/icon b.svg',
      'image /themes/1/icon c.svg',
    ])
  })

  it.each<[string, Json, string[]]>([
    ['null', { art: null, tags: null, themes: null, link: null }, []],
    ['texts in place of groups', { art: 'a.svg', tags: '1px', themes: 'x' }, []],
    ['a text in place of a map', { art: { tones: 'red' } }, []],
    ['numbers in place of texts', { link: 1, tags: [1], art: { logo: {}, tones: { warm: [] } } }, []],
    ['a list in place of a group', { art: ['a.svg'] }, []],
    ['a map in place of themes', { themes: { icon: 'b.svg' } }, []],
    ['themes that are none', { themes: [null, 'x', [], { icon: 'c.svg' }] }, ['image /themes/3/icon c.svg']],
    ['a list in place of a map', { art: { tones: ['red'] } }, ['color /art/tones/0 red']],
  ])('are found beside %s', (_, document, expected) => {
    expect(visited(document)).toEqual(expected)
  })

  it('are found again in the next document', () => {
    const table = places()
    expect(visited({ link: '/a' }, table)).toEqual(['link /link /a'])
    expect(visited({ link: '/b' }, table)).toEqual(['link /link /b'])
  })

  it('are in every layer of a real theme', () => {
    const all = visited(exampleTheme(), { ...targets['ocis-8'].places })
    expect(all).toContain('common-logo /common/logo themes/acme/logo.svg')
    expect(all).toContain('length /clients/web/defaults/designTokens/spacing/medium 16px')
    expect(all).toContain('color /clients/web/themes/1/designTokens/colorPalette/text-muted #a9c2bd')
  })
})
