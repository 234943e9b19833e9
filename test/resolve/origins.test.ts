import { describe, expect, it } from 'vitest'
import { type ResolveOptions, resolve } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { placesIn } from '../../src/resolve/origins.js'
import { serve } from '../../src/resolve/server.js'
import { targets } from '../../src/targets/index.js'
import { common, layeredFile } from '../support/layered-file.js'

/** The origins of one value of the shown theme, from the one that wins. */
function origins(document: unknown, pointer: string, options: ResolveOptions) {
  const found = resolve(document, options).values.find((value) => value.pointer === pointer)
  return found && [found.origin, ...found.overrides].map(({ layer, source, value }) => [layer, source, value])
}

const web = { target: 'ocis-8', served: 'static' } as const

describe('the documents that a value can be from', () => {
  const branding = { clients: { web: { defaults: { logo: { topbar: 'u.png' } } } } }
  const file = { ...layeredFile(), clientsOfOld: 'x', other: 1 } as JsonObject
  const places = (id: 'ocis-8' | 'ocis-5') => placesIn(serve(file, targets[id], 'ocis', branding))

  it.each([
    ['ocis-8', '/common/name', undefined],
    ['ocis-8', '/common', undefined],
    ['ocis-8', '/clients/web/defaults/logo/topbar', undefined],
    ['ocis-8', '/clientsOfOld', 'file'],
    ['ocis-8', '/other', 'file'],
    ['ocis-5', '/common/name', 'file'],
    ['ocis-5', '/clients/web/defaults/logo/topbar', 'file'],
  ] as const)('for %s at %s are %s alone', (target, pointer, source) => {
    expect(places(target).only('defaults', pointer)).toBe(source)
  })

  it('are searched, highest first', () => {
    const at = '/clients/web/defaults/logo/topbar'
    expect(places('ocis-8').all('defaults', at, 'u.png')).toEqual([
      { layer: 'defaults', source: 'branding', pointer: at, value: 'u.png' },
      { layer: 'defaults', source: 'file', pointer: at, value: 'd.svg' },
    ])
    expect(places('ocis-5').all('defaults', at, 'd.svg')).toEqual([
      { layer: 'defaults', source: 'file', pointer: at, value: 'd.svg' },
    ])
  })
})

describe('the origins of a value', () => {
  it('are all documents of a layer before the next layer', () => {
    const branding = { common: { name: 'Branded' } }
    const themes = [{ name: 'L', isDark: false, common: { ...common, name: 'Own' } }]
    expect(origins(layeredFile({ themes }), '/common/name', { target: 'ocis-8', branding })).toEqual([
      ['theme', 'file', 'Own'],
      ['common', 'branding', 'Branded'],
      ['common', 'file', 'Acme'],
    ])
  })

  it('are none without provenance', () => {
    const resolution = resolve(layeredFile(), { ...web, provenance: false })
    expect(resolution.values).toEqual([])
    expect(resolution.theme).toBeDefined()
  })

  describe('below a common of the defaults', () => {
    const defaults = { common: { ...common, name: 'Own', extra: 'x' }, logo: { topbar: 'd' } }
    const document = layeredFile({ defaults, root: { logo: { topbar: 'stray' } } })

    it("are those of the root's common, too, which gave way as a whole", () => {
      expect(origins(document, '/common/name', web)).toEqual([
        ['defaults', 'file', 'Own'],
        ['common', 'file', 'Acme'],
      ])
    })

    it('are no others of the root, and none that it lacks', () => {
      expect(origins(document, '/logo/topbar', web)).toEqual([['defaults', 'file', 'd']])
      const { slogan: _, ...withoutSlogan } = common
      const lacking = layeredFile({ defaults, root: { common: withoutSlogan } })
      expect(origins(lacking, '/common/slogan', web)).toEqual([['defaults', 'file', 'Files']])
    })
  })

  it('of legacy files are the file, the old web options, and what the client brought', () => {
    const document = { default: { logo: { sidebar: 's.svg' } } }
    const options = { webOptions: { imprintUrl: 'https://acme.example/i' } }
    expect(origins(document, '/logo/sidebar', {})?.map(([layer, source]) => [layer, source])).toEqual([
      ['theme', 'file'],
      ['built-in', 'client'],
    ])
    expect(origins(document, '/logo/favicon', {})?.[0]?.slice(0, 2)).toEqual(['built-in', 'client'])
    expect(origins(document, '/general/imprintUrl', options)).toEqual([
      ['web-options', 'web-config', 'https://acme.example/i'],
    ])
    const own = { web: { default: { general: { name: 'Acme', imprintUrl: '' } } } }
    expect(origins(own, '/general/imprintUrl', options)).toEqual([
      ['web-options', 'web-config', 'https://acme.example/i'],
      ['theme', 'file', ''],
    ])
    expect(origins(own, '/general/name', options)).toEqual([['theme', 'file', 'Acme']])
  })
})
