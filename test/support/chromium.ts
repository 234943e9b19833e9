import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether there is a browser for the tests. */
export const hasBrowser = existsSync(executablePath)

if (!hasBrowser) {
  console.warn(
    `SKIPPED: there is no Chromium at ${executablePath}, so nothing was tested in a browser. Set CHROMIUM to its path.`,
  )
}

/** A browser with its own profile. */
export interface Browser {
  readonly context: BrowserContext
  close(): Promise<void>
}

export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'theme-convert-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      '--disable-component-update',
    ],
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
