import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { convert, resolve, validate } from '../../src/index.js'
import { legacyAcme } from '../support/acme.js'
import { type Browser, hasBrowser, startBrowser } from '../support/chromium.js'
import { corpusFiles } from '../support/corpus.js'

const dist = path.join(import.meta.dirname, '../../dist')
const page =
  '<!doctype html><html><head><title>theme-convert</title></head><body><script type="module" src="page.js"></script></body></html>'
const script = "import * as themeConvert from './index.js'\nwindow.themeConvert = themeConvert\n"

/** A theme of real size: a real one where there is one, else one with as many tokens. */
function realSized(): unknown {
  const [real] = corpusFiles('wrapped').slice(-1)
  if (real !== undefined) return real.document
  const colors = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`swatch-${index}-default`, `rgb(${index}, 0, 0)`]),
  )
  const { web, ...rest } = structuredClone(legacyAcme)
  Object.assign(web.default.designTokens.colorPalette, colors)
  return { ...rest, web }
}

describe.skipIf(!hasBrowser)('in a browser with a strict policy', () => {
  let server: Server
  let browser: Browser
  let tab: Page
  const complaints: string[] = []

  beforeAll(async () => {
    const files: Record<string, [string, string]> = {
      '/': ['text/html', page],
      '/page.js': ['text/javascript', script],
      // The library is built in parts, which load each other.
      ...Object.fromEntries(
        readdirSync(dist)
          .filter((name) => name.endsWith('.js'))
          .map((name) => [`/${name}`, ['text/javascript', readFileSync(path.join(dist, name), 'utf8')]]),
      ),
    }
    server = createServer((request, response) => {
      const [type, body] = files[request.url ?? ''] ?? ['text/plain', '']
      // Style properties set by scripts are no inline styles: no exception is needed for them.
      response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'")
      response.setHeader('Content-Type', `${type}; charset=utf-8`)
      response.end(body)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    browser = await startBrowser()
    tab = await browser.context.newPage()
    tab.on('pageerror', (error) => complaints.push(error.message))
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    // Waiting in the page takes what its policy forbids.
    const isLoaded = () => tab.evaluate('window.themeConvert !== undefined')
    await vi.waitFor(async () => expect(await isLoaded()).toBe(true), { timeout: 20_000 })
  })

  afterAll(async () => {
    await browser?.close()
    await new Promise((done) => server?.close(done))
  })

  it('converts, validates and resolves as in Node', async () => {
    const document = realSized()
    const inBrowser = await tab.evaluate(`(() => {
      const { convert, validate, resolve } = window.themeConvert
      const conversion = convert(${JSON.stringify(document)})
      return JSON.stringify([conversion, validate(conversion.theme), resolve(conversion.theme, { prefers: 'dark' })])
    })()`)
    const conversion = convert(document)
    const inNode = [conversion, validate(conversion.theme), resolve(conversion.theme, { prefers: 'dark' })]
    expect(JSON.parse(inBrowser as string)).toEqual(JSON.parse(JSON.stringify(inNode)))
  })

  it('has the custom properties on the page that resolve says', async () => {
    const { theme } = convert(realSized())
    const set = resolve(theme).properties.filter((property) => property.set)
    expect(set.length).toBeGreaterThan(20)
    const computed = (await tab.evaluate(`(() => {
      const properties = window.themeConvert.resolve(${JSON.stringify(theme)}).properties.filter(({ set }) => set)
      const { style } = document.documentElement
      for (const { name, value } of properties) style.setProperty(name, value)
      const computed = getComputedStyle(document.documentElement)
      return Object.fromEntries(properties.map(({ name }) => [name, computed.getPropertyValue(name)]))
    })()`)) as Record<string, string>
    expect(computed).toEqual(Object.fromEntries(set.map(({ name, value }) => [name, value])))
  })

  it('did nothing that the policy forbids', () => {
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
  })
})
