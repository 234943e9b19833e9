import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, hasBrowser, startBrowser } from '../support/chromium.js'
import { type CssValues, colorValues, fontValues, lengthValues } from '../support/css-values.js'

describe.skipIf(!hasBrowser)('a browser says the same of CSS values as the lists', () => {
  let browser: Browser
  let tab: Page

  beforeAll(async () => {
    browser = await startBrowser()
    tab = await browser.context.newPage()
  })

  afterAll(() => browser?.close())

  it.each<[string, CssValues, string[]]>([
    ['colours', colorValues, ['background-color', 'background-image']],
    ['lengths', lengthValues, ['width', 'max-width', 'font-size', 'margin-left', 'letter-spacing']],
    ['fonts', fontValues, ['font-family']],
  ])('%s', async (_, { valid, invalid }, properties) => {
    const accepted = (values: readonly string[]) =>
      tab.evaluate<string[]>(
        `${JSON.stringify(values)}.filter((value) => ${JSON.stringify(properties)}.some((name) => CSS.supports(name, value)))`,
      )
    expect(await accepted(valid)).toEqual(valid)
    expect(await accepted(invalid)).toEqual([])
  })
})
