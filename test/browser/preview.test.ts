import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PreviewImage, preview, previewPage, previewPolicy } from '../../src/preview/index.js'
import { legacyAcme } from '../support/acme.js'
import { type Browser, hasBrowser, startBrowser } from '../support/chromium.js'
import { hostile } from '../support/hostile.js'

/** An image that would run something if it could. */
const hostileSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="window.ran=1"><script>window.ran=1</script><image href="https://evil.example/x.png"/></svg>`
const images = (): PreviewImage => ({
  href: `data:image/svg+xml;base64,${Buffer.from(hostileSvg).toString('base64')}`,
})

describe.skipIf(!hasBrowser)('the page of a preview in a browser', () => {
  let browser: Browser
  let folder: string
  let tab: Page
  let complaints: string[]
  let requests: string[]

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-page-'))
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens the page of a document as a file. */
  const open = (document: unknown, width = 1280) =>
    openText(previewPage(preview(document, { images })), width)

  async function openText(text: string, width: number): Promise<void> {
    const file = path.join(folder, 'preview.html')
    writeFileSync(file, text)
    complaints = []
    requests = []
    await tab?.close()
    tab = await browser.context.newPage()
    tab.on('pageerror', (error) => complaints.push(error.message))
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    tab.on('request', (request) => requests.push(request.url()))
    await tab.setViewportSize({ width, height: 800 })
    await tab.goto(pathToFileURL(file).href)
  }

  const fromElsewhere = () => requests.filter((url) => !/^(?:data:|file:)/.test(url))

  it('has no error, no request and no sideways scrolling, wide or narrow', async () => {
    await open(legacyAcme)
    expect(complaints).toEqual([])
    expect(fromElsewhere()).toEqual([])
    expect(requests.filter((url) => url.startsWith('file:'))).toHaveLength(1)
    for (const width of [1280, 390]) {
      await tab.setViewportSize({ width, height: 800 })
      for (const zoom of ['100', '200', '400']) {
        await tab.locator(`#zoom-${zoom}`).check()
        expect(await tab.evaluate('document.documentElement.scrollWidth'), zoom).toBe(width)
        const frame = (await tab.evaluate(
          `(() => { const { scrollWidth, clientWidth } = document.querySelector('.frame'); return scrollWidth / clientWidth })()`,
        )) as number
        expect(Math.round(frame * 100), zoom).toBe(Number(zoom))
      }
    }
  })

  it('shows the colours of the theme, and of the kinds of colour-blindness', async () => {
    await open({ ...legacyAcme, web: { default: legacyAcme.web.default } })
    const topBar = () =>
      tab.evaluate(
        `getComputedStyle(document.querySelector('.pair figure:last-child .frame > svg .part > rect:nth-of-type(2)')).fill`,
      )
    expect(await topBar()).toBe('rgb(10, 77, 140)')
    const filter = () => tab.evaluate(`getComputedStyle(document.querySelector('.frame > svg')).filter`)
    expect(await filter()).toBe('none')
    for (const kind of ['protan', 'deutan', 'tritan']) {
      await tab.locator(`#sees-${kind}`).check()
      expect(await filter()).toContain(`#${kind}`)
    }
    expect(complaints).toEqual([])
  })

  it('shows an SVG image as clients do: a background covers the page, a logo is at the left', async () => {
    const picture = (size: string, fill: string) =>
      `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="${fill}"/></svg>`)}`
    const drawn = preview(legacyAcme, {
      images: (file) => ({
        href: file.includes('background')
          ? picture('viewBox="0 0 1600 400"', '#ff0000')
          : picture('width="60" height="60" viewBox="0 0 60 60"', '#00ff00'),
      }),
    })
    await openText(previewPage(drawn), 1400)
    const pixels = async (drawing: number, ...places: readonly (readonly [number, number])[]) => {
      const frame = tab.locator('.frame').nth(drawing)
      const { data, info } = await sharp(await frame.screenshot())
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      return places.map(([x, y]) => {
        const at =
          3 * (Math.round((y * info.height) / 800) * info.width + Math.round((x * info.width) / 1280))
        return [...data.subarray(at, at + 3)]
      })
    }
    // The main page before and after, the menus, then the page without a session.
    expect(await pixels(1, [85, 25], [250, 25])).toEqual([
      [0, 255, 0],
      [10, 77, 140],
    ])
    expect(await pixels(4, [20, 20], [1260, 780])).toEqual([
      [255, 0, 0],
      [255, 0, 0],
    ])
  })

  it('answers the pointer and the keyboard', async () => {
    await open(legacyAcme)
    const answer = () => tab.locator('#answer').textContent()
    await tab.locator('.frame').first().focus()
    await tab.keyboard.press('Tab')
    expect(await answer()).toContain(
      'Window and top bar\nbackground: swatch-brand-default #0a4d8c, theme /web/default/',
    )
    await tab.keyboard.press('ArrowRight')
    expect(await answer()).toContain('Button of the app menu')
    await tab.keyboard.press('End')
    expect(await answer()).toMatch(/^Input\n/)
    await tab.keyboard.press('Home')
    expect(await answer()).toContain('Window and top bar')
    // One stop for the frame, which scrolls, and one for all parts of a drawing.
    await tab.keyboard.press('Tab')
    expect(await tab.evaluate('document.activeElement.className')).toBe('frame')
    await tab.locator('.part', { hasText: 'Active item of the side bar' }).first().hover()
    expect(await answer()).toContain('Active item of the side bar')
  })

  it('has no fault for axe where it is narrow', async () => {
    await open(legacyAcme, 390)
    // The policy of the page lets no other script in; one that the browser brings itself is none of the page's.
    await tab.evaluate(axe.source)
    const faults = await tab.evaluate(
      `axe.run().then(({ violations, passes }) => passes.length < 10 ? ['nothing ran'] : violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]))`,
    )
    expect(faults).toEqual([])
  })

  describe('in a frame of a page with a policy of its own', () => {
    /** Opens the page of a preview in a frame, below the sources that a policy allows for some directives. */
    const openBelow = (allowed: Readonly<Record<string, string>>) => {
      const sources = Object.entries(allowed).map(([directive, source]) => `${directive} ${source}`)
      const policy = ["default-src 'none'", ...sources].join('; ')
      const inner = previewPage(preview(legacyAcme, { images }))
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
      return openText(
        `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Acme</title><iframe sandbox="allow-scripts" width="900" height="700" srcdoc="${inner}"></iframe>`,
        1280,
      )
    }
    const page = () => tab.frameLocator('iframe')

    it('works where that allows what previewPolicy returns', async () => {
      const { 'style-src': style, 'script-src': script, 'img-src': images } = previewPolicy()
      await openBelow({ 'style-src': style ?? '', 'script-src': script ?? '', 'img-src': images ?? '' })
      await page().locator('.part', { hasText: 'Active item of the side bar' }).first().hover()
      await expect
        .poll(() => page().locator('#answer').textContent())
        .toContain('Active item of the side bar\nbackground')
      // The style moves the link out of sight.
      expect((await page().locator('.skip').boundingBox())?.x).toBeLessThan(-1000)
      expect(complaints).toEqual([])
      expect(fromElsewhere()).toEqual([])
    })

    it.each(['style-src', 'script-src', 'img-src'])('does not without %s', async (directive) => {
      const { [directive]: _, ...others } = previewPolicy()
      await openBelow(others)
      await expect.poll(() => complaints.join()).toContain(directive)
    })
  })

  it('runs nothing of a hostile theme', async () => {
    await open(hostile(legacyAcme))
    await tab.locator('.frame').first().focus()
    await tab.keyboard.press('Tab')
    expect(await tab.evaluate('window.ran')).toBeUndefined()
    expect(fromElsewhere()).toEqual([])
    expect(complaints).toEqual([])
    expect(await tab.locator('script').count()).toBe(1)
  })
})
