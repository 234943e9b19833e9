import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { convert } from '../../src/index.js'
import { inRoot, requireBuild } from '../package/built.js'
import { legacyAcme } from '../support/acme.js'
import { type Browser, hasBrowser, startBrowser } from '../support/chromium.js'
import { hostile } from '../support/hostile.js'

const legacy = JSON.stringify(legacyAcme, null, 2)

describe.skipIf(!hasBrowser)('the playground', () => {
  let folder: string
  let browser: Browser
  let tab: Page
  let complaints: string[]
  let requests: string[]

  beforeAll(async () => {
    requireBuild()
    folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-playground-'))
    const built = spawnSync(process.execPath, [inRoot('examples/playground/build.mjs'), folder], {
      encoding: 'utf8',
    })
    expect(built.stderr).toBe('')
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    if (folder !== undefined) rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    complaints = []
    requests = []
    await tab?.close()
    tab = await browser.context.newPage()
    tab.on('pageerror', (error) => complaints.push(error.message))
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    tab.on('request', (request) => requests.push(request.url()))
    await tab.goto(pathToFileURL(path.join(folder, 'index.html')).href)
  })

  /** No page asks for anything, and none does what its policy forbids. */
  const expectQuiet = () => {
    expect(complaints).toEqual([])
    expect(requests.filter((url) => !/^(?:data|blob|about):/.test(url))).toHaveLength(1)
  }
  const drawings = () => tab.frameLocator('#drawings iframe')
  const enter = async (text: string) => {
    await tab.locator('#text').fill(text)
    await drawings().locator('.frame').first().waitFor()
  }

  it('says what a theme is and what is wrong with it, converts it, and draws it before and after', async () => {
    await enter(legacy)
    expect(await tab.locator('#status').textContent()).toContain('wrapped')
    expect(await tab.locator('#findings').textContent()).toContain('legacy-theme')
    const converted = await tab.locator('#converted').inputValue()
    expect(JSON.parse(converted)).toEqual(JSON.parse(JSON.stringify(convert(legacyAcme).theme)))
    expect(await tab.locator('#ledger tr').count()).toBe(convert(legacyAcme).ledger.entries.length)
    expect(await drawings().locator('figcaption').allTextContents()).toEqual(
      expect.arrayContaining(['ownCloud Web 7.1, drawn as ownCloud Web 12.5.0', 'oCIS 8']),
    )
    await tab.locator('#theme').selectOption('Dark Theme')
    await drawings().locator('h2', { hasText: 'Theme Dark Theme (dark)' }).waitFor()
    await tab.locator('#target').selectOption('opencloud-7.3')
    await drawings().locator('figcaption', { hasText: 'OpenCloud Web 7.3' }).first().waitFor()
    expectQuiet()
  })

  it('lets the parts of the drawings answer', async () => {
    await enter(legacy)
    await drawings().locator('.part', { hasText: 'Active item of the side bar' }).first().hover()
    expect(await drawings().locator('#answer').textContent()).toContain('Active item of the side bar')
    expectQuiet()
  })

  it('shows findings in the text', async () => {
    await tab.locator('#text').fill(`${legacy},`)
    await tab.locator('#findings button').first().click()
    expect(
      await tab.evaluate(
        `(() => { const { id, value, selectionStart, selectionEnd } = document.activeElement; return [id, value.slice(selectionStart, selectionEnd)] })()`,
      ),
    ).toEqual(['text', ','])
    for (const part of ['#result', '#preview']) expect(await tab.locator(part).isVisible(), part).toBe(false)
    expectQuiet()
  })

  it('reads a dropped file', async () => {
    await tab.evaluate(`(() => {
      const data = new DataTransfer()
      data.items.add(new File([${JSON.stringify(legacy)}], 'theme.json', { type: 'application/json' }))
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })()`)
    await tab.locator('#result').waitFor()
    expect(await tab.locator('#text').inputValue()).toBe(legacy)
  })

  it('says what is wrong with a chosen file', async () => {
    const files: readonly (readonly [Buffer, string])[] = [
      [Buffer.from(`\ufeff${legacy}`), 'byte-order-mark'],
      [Buffer.from(`\ufeff${legacy}`, 'utf16le'), 'is not UTF-8'],
      [Buffer.alloc(500_001, 32), 'is too large for this page'],
      [Buffer.from('<html>'), 'syntax-error'],
      [Buffer.from(''), 'Open, drop or paste'],
    ]
    for (const [content, expected] of files) {
      const file = path.join(folder, 'other.json')
      writeFileSync(file, content)
      await tab.locator('#file').setInputFiles(file)
      await expect.poll(() => tab.locator('main').textContent()).toContain(expected)
      for (const [, other] of files)
        if (other !== expected) expect(await tab.locator('main').textContent()).not.toContain(other)
    }
    expectQuiet()
  })

  it.each(['paste', 'drop'])('keeps a text of 2 MB out that comes by %s, and says so', async (kind) => {
    await enter(legacy)
    const isKept = await tab.evaluate(`(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '["' + 'x'.repeat(2_000_000) + '"]')
      const options = { bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data }
      const event = '${kind}' === 'paste' ? new ClipboardEvent('paste', options) : new DragEvent('drop', options)
      document.getElementById('text').dispatchEvent(event)
      return event.defaultPrevented
    })()`)
    expect(isKept).toBe(true)
    expect(await tab.locator('#status').textContent()).toMatch(/too large for this page: 2\.1 MB, .* 0\.5 MB/)
    expect(await tab.locator('#text').inputValue()).toBe('')
    for (const part of ['#result', '#preview']) expect(await tab.locator(part).isVisible(), part).toBe(false)
    expectQuiet()
  })

  it('does not check a text that has grown too large, and goes on when it is shorter', async () => {
    await tab.locator('#text').fill(`${legacy}${' '.repeat(500_000)}`)
    await expect.poll(() => tab.locator('#status').textContent()).toContain('too large for this page')
    await enter(legacy)
    expect(await tab.locator('#status').textContent()).toContain('wrapped')
    expectQuiet()
  })

  it('gives the converted file and the preview, by the keyboard too', async () => {
    await enter(legacy)
    const save = async (button: string) => {
      const download = tab.waitForEvent('download')
      await tab.locator(button).focus()
      await tab.keyboard.press('Enter')
      const file = await download
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
    }
    const theme = await save('#download')
    expect(theme.name).toBe('theme.json')
    expect(JSON.parse(theme.text)).toHaveProperty('clients.web.themes')
    const page = await save('#download-page')
    expect(page.name).toBe('theme.html')
    expect(page.text.match(/<h2 id="theme-/g)).toHaveLength(2)
    expectQuiet()
  })

  it('runs nothing of a hostile theme, in the page or in the frame', async () => {
    await enter(JSON.stringify(hostile(legacyAcme)))
    expect(await tab.locator('#converted').inputValue()).toContain('window.ran')
    expect(await tab.evaluate('window.ran')).toBeUndefined()
    expect(await drawings().locator('body').evaluate('window.ran')).toBeUndefined()
    expect(await tab.locator('script').count()).toBe(1)
    expectQuiet()
  })

  it('scrolls in one direction, wide or narrow, and has nothing serious for axe', async () => {
    await enter(legacy)
    await tab.locator('#ledger-title').click()
    for (const width of [1280, 390]) {
      await tab.setViewportSize({ width, height: 800 })
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }
    await tab.evaluate(axe.source)
    const serious = await tab.evaluate(
      `axe.run().then(({ violations, passes }) => passes.length < 10 ? ['nothing ran'] : violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]))`,
    )
    expect(serious).toEqual([])
  })
})
