import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { legacyAcme } from '../support/acme.js'
import { runInProcess } from '../support/run-command.js'

/** The smallest PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script></svg>'

describe('preview', () => {
  let folder: string
  const at = (...names: string[]) => path.join(folder, ...names)
  const run = (...args: string[]) => runInProcess(['preview', ...args], { cwd: folder })

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-preview-'))
    writeFileSync(at('theme.json'), JSON.stringify(legacyAcme))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('writes one page, and replaces no other file', async () => {
    const { status, stdout, stderr } = await run('theme.json', '-o', 'preview.html')
    expect([status, stdout, stderr]).toEqual([0, '', 'Written to preview.html.\n'])
    const page = readFileSync(at('preview.html'), 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('<title>Preview of theme.json</title>')
    writeFileSync(at('preview.html'), 'mine')
    expect(await run('theme.json', '-o', 'preview.html')).toMatchObject({ status: 2, stdout: '' })
    expect(readFileSync(at('preview.html'), 'utf8')).toBe('mine')
    expect((await run('theme.json', '-o', 'preview.html', '--force')).status).toBe(0)
    expect(readFileSync(at('preview.html'), 'utf8')).toBe(page)
  })

  it('prints the page without a file for it', async () => {
    const { status, stdout, stderr } = await run('theme.json', '--theme', 'Dark Theme')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Theme <bdi>Dark Theme</bdi> (dark)')
    expect(stdout).not.toContain('<bdi>Light Theme')
  })

  it('embeds the images of the folder, and says which are missing or no images', async () => {
    mkdirSync(at('assets/themes/acme'), { recursive: true })
    writeFileSync(at('assets/themes/acme/login.svg'), svg)
    writeFileSync(at('assets/themes/acme/background.jpg'), 'no image')
    const uploaded = structuredClone(legacyAcme)
    for (const theme of Object.values(uploaded.web)) theme.logo.topbar = 'branding/logo.png'
    mkdirSync(at('assets/branding'))
    writeFileSync(at('assets/branding/logo.png'), png)
    writeFileSync(at('theme.json'), JSON.stringify(uploaded))
    const { status, stdout } = await run('theme.json', '--assets', 'assets')
    expect(status).toBe(0)
    // Each of them once, whatever shows it.
    expect(stdout.match(/data:image\/png;base64,/g)).toHaveLength(2)
    expect(stdout).toContain(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
    expect(stdout).not.toContain('<script>alert')
    expect(stdout).toMatch(/background\.jpg<\/text><text[^>]*>not an image that browsers show</)
    expect(stdout).toMatch(/logo\.svg<\/text><text[^>]*>missing</)
  })

  it("refuses what it can't draw", async () => {
    expect((await run('none.json')).status).toBe(2)
    expect((await run('theme.json', 'theme.json')).stderr).toContain('preview accepts one file')
    expect((await run('theme.json', '--assets', 'none')).stderr).toContain('--assets "none" is not a folder')
    expect((await run('theme.json', '--theme', 'None')).stderr).toContain(
      'There is no theme "None". Possible: "Light Theme", "Dark Theme". (no-theme)',
    )
    writeFileSync(at('theme.json'), '{}')
    const { status, stdout, stderr } = await run('theme.json', '-o', 'preview.html')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('(not-a-theme)')
    expect(existsSync(at('preview.html'))).toBe(false)
  })
})
