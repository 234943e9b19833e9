import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedImages } from '../../src/node/embedded-images.js'
import { assetFolder, inspectImages } from '../../src/node/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-paths-'))
  const at = (name: string) => path.join(folder, name)
  writeFileSync(at('file.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  mkdirSync(at('folder.svg'))
  symlinkSync('loop.svg', at('loop.svg'))
  symlinkSync('nowhere.svg', at('gone.svg'))
  if (process.platform !== 'win32') spawnSync('mkfifo', [at('pipe.svg')])
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a path of a theme that leads to no image', () => {
  it.each([
    'loop.svg',
    'loop.svg/a.svg',
    'gone.svg',
    'gone.svg/a.svg',
    'file.svg/a.svg',
    'folder.svg',
    'pipe.svg',
    `${'a'.repeat(300)}.svg`,
    `${'a/'.repeat(3000)}a.svg`,
    'a\0b.svg',
    '../../../etc/passwd',
    '/etc/passwd',
    '%2e%2e/%2e%2e/etc/passwd',
    '\ud800.svg',
    '__proto__',
  ])('is no reason to give up: %j', async (value) => {
    const assets = assetFolder(folder)
    expect(assets.find(value)).toMatchObject({ found: false })
    const drawn = embeddedImages(folder)(value)
    expect(drawn === undefined || 'problem' in drawn).toBe(true)
    const theme = exampleTheme() as { clients: { web: { defaults: { logo: object } } } }
    theme.clients.web.defaults.logo = { topbar: value, favicon: value, login: value }
    await expect(inspectImages(theme, { assets })).resolves.toBeDefined()
  })
})

describe('a folder above or below the one that is served', () => {
  it.each([
    ['web/assets/themes/acme', '.', 'web/assets'],
    ['assets/themes/acme', '.', 'assets'],
    ['web/assets/themes/acme', 'web/assets/themes', 'web/assets'],
    ['web/assets/themes/acme', 'web/assets/themes/acme', 'web/assets'],
  ])('is refused with the right one: %s, %s', (made, given, meant) => {
    const server = mkdtempSync(path.join(folder, 'server-'))
    mkdirSync(path.join(server, made), { recursive: true })
    writeFileSync(path.join(server, made, 'theme.json'), '{}')
    expect(() => assetFolder(path.join(server, given))).toThrow(JSON.stringify(path.join(server, meant)))
    expect(assetFolder(path.join(server, meant)).find('a.svg')).toEqual({ found: false })
  })
})
