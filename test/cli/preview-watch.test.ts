import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { legacyAcme } from '../support/acme.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
const at = (...names: string[]) => path.join(folder, ...names)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-watch-'))
  writeFileSync(at('theme.json'), JSON.stringify(legacyAcme))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Asks a server as a browser would, or as somebody who pretends to. */
function ask(
  address: string,
  { url = '/', host, method = 'GET' }: { url?: string; host?: string; method?: string } = {},
): Promise<{ status: number | undefined; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host: own } = new URL(address)
    const headers = { Host: host ?? own }
    const asked = request({ hostname, port, path: url, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode, body, headers: response.headers }))
    })
    asked.on('error', reject).end()
  })
}

/** Runs the command while something is done with the address that it says. */
async function whileWatching(work: (address: string, said: () => string) => Promise<void>) {
  const failures: unknown[] = []
  const run = await runInProcess(['preview', 'theme.json', '--watch'], { cwd: folder }, async (said) => {
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said()) ?? []
    // The command would take a failed test for a fault of its own.
    await work(address, said).catch((error: unknown) => failures.push(error))
  })
  for (const failure of failures) throw failure
  return run
}

/** Resolves when the server tells of a change; rejects when it ends before. */
function nextChange(address: string): { isOpen: Promise<void>; changed: Promise<void> } {
  let opened = () => {}
  const isOpen = new Promise<void>((resolve) => {
    opened = resolve
  })
  const changed = new Promise<void>((resolve, reject) => {
    const asked = request(`${address}changes`, (response) => {
      response.setEncoding('utf8').on('data', (part: string) => {
        if (part.includes(': open')) opened()
        if (!part.includes('event: change')) return
        asked.destroy()
        resolve()
      })
      response.on('end', () => reject(new Error('The server ended.')))
    })
    asked.on('error', reject).end()
  })
  return { isOpen, changed }
}

describe('preview --watch', () => {
  it('serves the page to this machine alone, and nothing else', async () => {
    const { status, stdout } = await whileWatching(async (address) => {
      const { status: fine, body, headers } = await ask(address)
      expect(fine).toBe(200)
      expect(body).toContain('Theme <bdi>Light Theme</bdi> (light)')
      expect(body).toContain("connect-src 'self'")
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
      const { port } = new URL(address)
      expect((await ask(address, { host: `localhost:${port}` })).status).toBe(200)
      for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1'])
        expect((await ask(address, { host })).status, host).toBe(403)
      for (const url of ['/theme.json', '/../theme.json', '//', '/index.html', '/?x', '/%2e%2e/theme.json'])
        expect((await ask(address, { url })).status, url).toBe(404)
      expect((await ask(address, { method: 'POST' })).status).toBe(405)
    })
    expect([status, stdout]).toEqual([0, ''])
  })

  it('draws again when the file changes, also when it is replaced', async () => {
    await whileWatching(async (address) => {
      const change = nextChange(address)
      await change.isOpen
      const changed = structuredClone(legacyAcme)
      changed.web.default.general.name = 'Renamed Cloud'
      writeFileSync(at('new.json'), JSON.stringify(changed))
      renameSync(at('new.json'), at('theme.json'))
      await change.changed
      expect((await ask(address)).body).toContain('Renamed Cloud')
    })
  })

  it('keeps the last page while the file is broken, and says why', async () => {
    await whileWatching(async (address, said) => {
      writeFileSync(at('theme.json'), '{ broken')
      await expect.poll(said, { timeout: 20_000 }).toContain('(syntax-error)')
      expect((await ask(address)).body).toContain('Theme <bdi>Light Theme</bdi> (light)')
    })
  })

  it('refuses what does not go with it', async () => {
    const run = (...args: string[]) => runInProcess(['preview', ...args], { cwd: folder })
    expect((await run('theme.json', '--watch', '-o', 'x.html')).stderr).toContain('--output')
    expect((await run('-', '--watch')).stderr).toContain('requires a file')
    expect((await run('theme.json', '--open')).stderr).toContain('--open requires')
  })
})
