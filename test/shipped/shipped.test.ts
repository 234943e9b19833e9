import { describe, expect, it } from 'vitest'
import { eachLeaf } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { detect } from '../../src/shipped/detect.js'
import { detectServerCopy } from '../../src/shipped/server-copies.js'
import { serverText } from '../../src/shipped/server-text.js'
import { type ShippedTheme, shippedThemes, uploadedCopy } from '../../src/shipped/shipped-themes.js'
import { setAt } from '../support/change.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'

const [web6, web70, web71, web80] = shippedThemes() as readonly [
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
]

/** A hash of a document's values, which tells of a slip of the pen where the real files aren't at hand. */
async function fingerprint(document: Json): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(serverText(document)))
  return Buffer.from(bytes).toString('hex').slice(0, 16)
}

describe('the shipped themes', () => {
  it('have the values that they had', async () => {
    expect(await Promise.all(shippedThemes().map(({ document }) => fingerprint(document)))).toEqual([
      '7fa468dbd6a5169c',
      '897ff12703372f4e',
      'a718d563d0f81fb5',
      '6fee9b59f8da2f6e',
    ])
  })

  it('are recognised by all of their values', () => {
    for (const { document, releases } of shippedThemes()) {
      expect(detectServerCopy(document)?.shipped.releases).toBe(releases)
      eachLeaf(document, '', (pointer, leaf) => {
        const other = typeof leaf === 'string' ? `${leaf} ` : null
        expect(detectServerCopy(setAt(structuredClone(document), pointer, other)), pointer).toBeUndefined()
      })
    }
  })

  it('are not recognised with more keys or other types, and are with keys that JSON leaves out', () => {
    const more = { '\u0002': '', '\u0004': [], '\u0005': {}, '\0': '\u0002' }
    for (const { document, releases } of shippedThemes()) {
      for (const entry of Object.entries(more)) {
        expect(detectServerCopy({ ...document, ...Object.fromEntries([entry]) })).toBeUndefined()
      }
      expect(detect({ ...document, added: undefined })).toMatchObject({
        verdict: 'shipped',
        shipped: releases,
        differences: [],
      })
      eachLeaf(document, '', (pointer, leaf) => {
        if (leaf !== true) return
        for (const other of ['urue', 'true', 1]) {
          expect(detectServerCopy(setAt(structuredClone(document), pointer, other)), pointer).toBeUndefined()
        }
      })
    }
  })

  it.runIf(hasCorpus)('are the real files by value', () => {
    const real = new Map(corpusFiles().map(({ file, document }) => [file, document]))
    expect(web6.document).toEqual(real.get('named/web-6.0.0.json'))
    expect(web70.document).toEqual(real.get('wrapped/web-7.0.0.json'))
    expect(web70.document).toEqual(real.get('wrapped/web-7.0.3.json'))
    expect(web71.document).toEqual(real.get('wrapped/web-7.1.0.json'))
    expect(web80.document).toEqual(real.get('current/web-8.0.0.json'))
  })

  it.runIf(hasCorpus)('are recognised in all legacy releases, but not with another value', () => {
    const legacy = corpusFiles().filter(({ file }) => /^(?:flat|named|wrapped)\//.test(file))
    expect(legacy.length).toBeGreaterThan(12)
    for (const { file, document } of legacy) {
      const [, of = ''] = /web-([67]\.\d)/.exec(file) ?? []
      const { verdict, shipped, differences, recommendation } = detect(document)
      expect({ verdict, differences }, file).toEqual({ verdict: 'shipped', differences: [] })
      expect(shipped, file).toContain(of === '' ? 'before 6.0' : `Web ${of}`)
      expect(recommendation).toContain('Delete it')
      expect(detect({ ...(document as JsonObject), own: 'x' }).verdict, file).toBe('custom')
    }
  })

  it.runIf(hasCorpus)('become, byte for byte, what the servers wrote after an upload', () => {
    const real = new Map(corpusFiles().map(({ file, text }) => [file, text]))
    const written = (theme: ShippedTheme) => serverText(uploadedCopy(theme, 'branding/acme.png'))
    expect(written(web71)).toBe(real.get('logo-upload/ocis-4.0.json'))
    expect(written(web80)).toBe(real.get('logo-upload/ocis-5.0.json'))
  })
})

describe('the text that the server writes', () => {
  it.each<[Json, string]>([
    [{ b: 1, a: { d: [], c: null } }, '{"a":{"c":null,"d":[]},"b":1}\n'],
    ['<a href="x">&\u2028\u2029', '"\\u003ca href=\\"x\\"\\u003e\\u0026\\u2028\\u2029"\n'],
    [{ '10': 1, '9': 2 }, '{"10":1,"9":2}\n'],
    [{ '😀': 1, '\uff01': 2 }, '{"\uff01":2,"😀":1}\n'],
    [JSON.parse('{"b":1,"__proto__":{"a":1}}') as JsonObject, '{"__proto__":{"a":1},"b":1}\n'],
  ])('of %j', (document, text) => {
    expect(serverText(document)).toBe(text)
  })
})
