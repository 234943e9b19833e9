import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isScriptLink } from '../../src/css/addresses.js'
import { openCloudTheme } from '../../src/findings/examples.js'
import { preview, previewPage } from '../../src/preview/index.js'
import { exampleRichTheme } from '../../src/shipped/example-themes.js'
import { legacyAcme } from '../support/acme.js'

const nasty = `"'><script>alert(1)</script><img src=x onerror=alert(1)>]]>&amp;\u0000\u202e`

/** The document with a text after every text and key. */
function hostile(value: unknown): unknown {
  if (typeof value === 'string') return value + nasty
  if (Array.isArray(value)) return value.map(hostile)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => [
      [key, hostile(inner)],
      [key + nasty, hostile(inner)],
    ]),
  )
}

describe('the page', () => {
  const page = previewPage(preview(legacyAcme), { title: nasty })

  it('allows its own style and script by their hashes, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
    const hashOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1]
    const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text)
    expect(scripts).toHaveLength(1)
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf(style)}`,
      `script-src ${hashOf(scripts[0])}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(page).not.toMatch(/ style="|(?:src|href)="(?!#|data:image)/)
  })

  it.each([
    ['legacy', legacyAcme],
    ['every text and key', hostile(legacyAcme)],
  ])('has nothing of a theme in it but text: %s', (_, document) => {
    const text = previewPage(preview(document), { title: nasty })
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text).not.toContain('<img')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    expect(text).toContain('&lt;script&gt;')
  })

  describe.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>1</script>',
  ])('has no link of a theme: %j', (link) => {
    const everywhere = (value: unknown): unknown =>
      typeof value === 'string'
        ? link
        : Array.isArray(value)
          ? value.map(everywhere)
          : typeof value === 'object' && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, everywhere(inner)]))
            : value

    it.each([
      ['a legacy theme', legacyAcme, undefined],
      ['a theme of ownCloud', exampleRichTheme(), 'ocis-next'],
      ['a theme of OpenCloud', openCloudTheme({}).document, 'opencloud-7.3'],
    ] as const)('%s', (_, document, target) => {
      const webOptions = { imprintUrl: link, privacyUrl: link, accessDeniedHelpUrl: link }
      const options = target === undefined ? { webOptions } : { target }
      for (const shown of [document, everywhere(document)]) {
        const drawn = preview(shown, options)
        expect(drawn.themes.length).toBeGreaterThan(0)
        const text = previewPage(drawn)
        const attributes = [...text.matchAll(/\s([\w:-]+)="([^"]*)"/g)]
        expect(attributes.filter(([, name = '']) => /^on/i.test(name))).toEqual([])
        const run = attributes.filter(
          ([, , value = '']) => isScriptLink(value) && !/^data:image\//.test(value),
        )
        expect(run).toEqual([])
        const linked = attributes.filter(([, name = '']) => /^(?:\w+:)?(?:href|src|action)$/.test(name))
        expect(
          linked.map(([, , value = '']) => value).filter((value) => !/^(?:#|data:image\/)/.test(value)),
        ).toEqual([])
        expect(text.match(/<script/g)).toHaveLength(1)
      }
    })
  })

  it('keeps texts that replacements would take for commands', () => {
    const document = structuredClone(legacyAcme)
    document.web.default.general.name = 'A $& B $1 C'
    expect(previewPage(preview(document))).toContain('A $&amp; B $1 C – Files')
  })
})
