import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { setAt } from '../support/change.js'
import {
  exampleImages,
  logoOnly,
  snapshot,
  type Tree,
  uploadServers,
  writeInstance,
} from '../support/instances.js'
import { runCommand, runInProcess } from '../support/run-command.js'

// Servers whose themes are not where they usually are: settings and mounts put them into other folders.

const legacy = JSON.stringify(exampleLegacyTheme())
const current = JSON.stringify(exampleTheme())
/** The images of the example theme, below the themes folder. */
const images = Object.fromEntries(
  Object.entries(exampleImages).map(([file, bytes]) => [file.replace('themes/', ''), bytes]),
)
const [, ocis4] = uploadServers

let cwd: string
const at = (name: string) => path.join(cwd, name)

beforeEach(() => {
  cwd = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'theme-convert-elsewhere-')))
})

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

/** Writes files below a folder, with the images that the example theme shows where they are wanted. */
function write(folder: string, files: Tree) {
  writeInstance(cwd, files, folder)
}

const migrate = (...args: string[]) => runInProcess(['migrate', ...args], { cwd, env: {} })
const settings = (text: string) => writeFileSync(at('server.env'), text)
const withSettings = (...args: string[]) => migrate('data', '--settings', 'server.env', ...args)

describe('a themes folder outside the data folder', () => {
  it.each(['WEB_ASSET_THEMES_PATH', 'OCIS_ASSET_THEMES_PATH'])(
    'named by %s is what is migrated',
    async (name) => {
      write('data/web/assets', {})
      write('own', { ...images, 'owncloud/theme.json': legacy })
      settings(`${name}=${at('own')}\n`)
      const before = snapshot(cwd)
      const planned = await withSettings()
      expect([planned.status, planned.stderr]).toEqual([1, ''])
      expect(planned.stdout).toContain(`themes is ${at('own')}`)
      expect(planned.stdout).toContain('1. convert themes/owncloud/theme.json: ')
      expect(planned.stdout).not.toContain('image-missing')
      expect(snapshot(cwd)).toEqual(before)

      const applied = await withSettings('--apply')
      expect(applied.status).toBe(0)
      expect(applied.stdout).toContain(`"theme-convert migrate --rollback ${at('own')}" undoes it`)
      expect(JSON.parse(readFileSync(at('own/owncloud/theme.json'), 'utf8'))).toHaveProperty('clients')
      const again = await withSettings()
      expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])

      const wrong = await migrate('--rollback', 'data', '--settings', 'server.env')
      expect([wrong.status, wrong.stderr]).toEqual([
        1,
        expect.stringContaining(`migrate --rollback ${at('own')}`),
      ])
      expect((await migrate('--rollback', at('own'))).status).toBe(0)
      expect(snapshot(cwd)).toEqual(before)
    },
  )

  it('leaves the themes of the data folder unread, which is said', async () => {
    write('data/web/assets', { 'themes/owncloud/theme.json': legacy })
    write('own', { ...images, 'owncloud/theme.json': current })
    settings(`WEB_ASSET_THEMES_PATH=${at('own')}\n`)
    const { stdout } = await withSettings()
    const unread = at('data/web/assets/themes/owncloud/theme.json')
    expect(stdout).toContain(`- ${unread} (wrapped), not read: WEB_ASSET_THEMES_PATH is ${at('own')}`)
    expect(stdout).not.toContain('Nothing to do')
    expect(stdout).not.toContain('1. convert')
  })

  it('that is not here is never fine', async () => {
    write('data/web/assets', { 'themes/owncloud/theme.json': current })
    settings('WEB_ASSET_THEMES_PATH=/srv/none/themes\n')
    const { status, stdout } = await withSettings()
    expect([status, stdout]).toEqual([1, expect.stringContaining('(out-of-reach)')])
    expect(stdout).not.toContain('Nothing to do')
  })

  it.each([
    ['data', 'own'],
    ['own', 'data'],
  ])(
    'takes an uploaded logo along from the data folder, and both are taken back by %s',
    async (one, other) => {
      const { 'themes/owncloud/theme.json': copy = '', 'branding/acme.png': logo = '' } = logoOnly(
        ocis4.shipped,
      )
      write('data/web/assets', { 'branding/acme.png': logo })
      write('own', { 'owncloud/theme.json': copy })
      settings(`WEB_ASSET_THEMES_PATH=${at('own')}\n`)
      const before = snapshot(cwd)
      const { status, stdout } = await withSettings('--apply', '--target', 'ocis-7')
      expect(status).toBe(0)
      expect(stdout).toContain('"theme-convert migrate --rollback data" undoes it')
      expect(existsSync(at('own/_branding/acme.png'))).toBe(true)
      expect(existsSync(at('data/web/assets/branding/acme.png'))).toBe(false)
      const { stdout: said, stderr } = await migrate('--rollback', one, '--format', 'json')
      expect(stderr).toBe('')
      expect(JSON.parse(said)).toMatchObject({ folder: at(one), parts: [{ folder: at(other) }] })
      expect(snapshot(cwd)).toEqual(before)
      expect(existsSync(at(`${other}/.theme-convert`))).toBe(false)
    },
  )

  it("is taken back when the data folder can't be changed", async () => {
    const { 'themes/owncloud/theme.json': copy = '', 'branding/acme.png': logo = '' } = logoOnly(
      ocis4.shipped,
    )
    write('data/web/assets', { 'branding/acme.png': logo })
    write('own', { 'owncloud/theme.json': copy })
    settings(`WEB_ASSET_THEMES_PATH=${at('own')}\n`)
    // A file in the place of the folder for the journals.
    writeFileSync(at('data/.theme-convert'), '')
    const before = snapshot(cwd)
    expect((await withSettings('--apply', '--target', 'ocis-7')).status).toBe(2)
    expect(snapshot(cwd)).toEqual(before)
  })
})

it('is the folder to pass to validate, where that has more to say', async () => {
  const token = '/web/default/designTokens/colorPalette/text-default'
  write('data/web/assets', {})
  write('own', {
    ...images,
    'owncloud/theme.json': JSON.stringify(setAt(exampleLegacyTheme(), token, '#fafafa')),
  })
  settings(`WEB_ASSET_THEMES_PATH=${at('own')}\n`)
  expect((await withSettings()).stdout).toContain(
    `"theme-convert validate ${at('own')} --target ocis-8" lists it`,
  )
  expect((await withSettings('--apply')).status).toBe(0)
  const call = ['doctor', 'data', '--settings', 'server.env', '--target', 'ocis-8']
  const { stdout } = await runInProcess(call, { cwd, env: {} })
  expect(stdout).toContain(`"theme-convert validate ${at('own')} --target ocis-8" says: `)
})

describe('an assets folder outside the data folder', () => {
  it('is what is migrated, logo and all', async () => {
    write('data/web/assets', {})
    write('assets', logoOnly(ocis4.shipped))
    settings(`WEB_ASSET_PATH=${at('assets')}\n`)
    const before = snapshot(cwd)
    const { status, stdout } = await withSettings('--target', 'ocis-7', '--apply')
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^Done but for changes by hand\. .*; change the settings as the warnings say, then start the new server\.$/m,
    )
    expect(stdout).toContain(`All of it is ${at('assets')}`)
    expect(stdout).toContain(`Set WEB_ASSET_THEMES_PATH=${at('assets')}/themes instead`)
    expect(existsSync(at('assets/themes/_branding/acme.png'))).toBe(true)
    expect((await migrate('--rollback', at('assets'))).status).toBe(0)
    expect(snapshot(cwd)).toEqual(before)
  })

  it('may be in the data folder of the server, whatever this one is called here', async () => {
    write('data/own', {
      ...Object.fromEntries(Object.entries(images).map(([name, text]) => [`themes/${name}`, text])),
      'themes/owncloud/theme.json': legacy,
    })
    settings('WEB_ASSET_THEMES_PATH=/var/lib/ocis/own/themes\n')
    const { status, stdout } = await withSettings('--apply')
    expect([status, stdout]).toEqual([0, expect.stringContaining('migrate --rollback data" undoes it')])
  })
})

describe('mounts of a compose project', () => {
  const compose = (volumes: string[], environment = {}, data = './data:/var/lib/ocis') =>
    writeFileSync(
      at('compose.yml'),
      JSON.stringify({
        services: {
          ocis: { image: 'owncloud/ocis:4', environment, volumes: [data, ...volumes] },
        },
      }),
    )
  const plan = (...args: string[]) => migrate('--settings', 'compose.yml', ...args)

  it.each<[string, string, Tree, string]>([
    [
      'the assets',
      './mine:/var/lib/ocis/web/assets',
      Object.fromEntries(
        Object.entries({ ...images, 'owncloud/theme.json': legacy }).map(([name, text]) => [
          `themes/${name}`,
          text,
        ]),
      ),
      'mine/themes/owncloud/theme.json',
    ],
    [
      'the themes',
      './mine:/var/lib/ocis/web/assets/themes',
      { ...images, 'owncloud/theme.json': legacy },
      'mine/owncloud/theme.json',
    ],
    [
      'one theme',
      './mine:/var/lib/ocis/web/assets/themes/owncloud:ro',
      { 'theme.json': legacy },
      'mine/theme.json',
    ],
    [
      'one file',
      './mine/theme.json:/var/lib/ocis/web/assets/themes/owncloud/theme.json:ro',
      { 'theme.json': legacy },
      'mine/theme.json',
    ],
  ])('over %s are looked through', async (_, volume, files, file) => {
    write('data/web/assets', {})
    write('mine', files)
    compose([volume])
    const before = snapshot(cwd)
    const planned = await plan()
    expect([planned.status, planned.stdout]).toEqual([
      1,
      expect.stringContaining('convert themes/owncloud/theme.json: '),
    ])
    const { status, stdout } = await plan('--apply')
    expect(status).toBe(0)
    expect(JSON.parse(readFileSync(at(file), 'utf8'))).toHaveProperty('clients')
    const [, rollback = ''] = /migrate --rollback (\S+)"/.exec(stdout) ?? []
    expect((await migrate('--rollback', rollback)).status).toBe(0)
    expect(snapshot(cwd)).toEqual(before)
  })

  it.each<[string, string, boolean]>([
    ['the data folder', '', true],
    ['the assets', '/web/assets', true],
    ['the themes', '/web/assets/themes', true],
    ['one theme', '/web/assets/themes/acme', false],
  ])('that are read-only for the server are reported: %s', async (_, below, hasUploads) => {
    const mount = (mode: string) => {
      const volume = `./data${below}:/var/lib/ocis${below}${mode}`
      if (below === '') compose([], {}, volume)
      else compose([volume])
    }
    write('data/web/assets/themes', {
      ...images,
      'owncloud/theme.json': current,
      'acme/theme.json': legacy,
    })
    mount(':z,ro')
    const { stdout } = await plan('--format', 'json')
    const { findings } = JSON.parse(stdout) as {
      findings: { code: string; severity: string; message: string }[]
    }
    const [found, second] = findings.filter(({ code }) => code === 'mount-read-only')
    expect([found?.severity, second]).toEqual(['info', undefined])
    expect(found?.message).toContain(at(`data${below}`))
    expect(found?.message).toContain('The steps change')
    expect(found?.message.includes('Logo uploads fail')).toBe(hasUploads)
    expect(await plan('--apply')).toMatchObject({ status: 0 })
    mount('')
    expect((await plan()).stdout).not.toContain('read-only')
  })

  it('of apps and of the client have no themes', async () => {
    write('data/web/assets', {})
    write('data/web/assets/themes', { ...images, 'owncloud/theme.json': legacy })
    compose(['apps:/var/lib/ocis/web/assets/apps', './gone:/var/lib/ocis/web/assets/core'])
    expect((await plan()).stdout).not.toContain('out-of-reach')
    compose(['themes:/var/lib/ocis/web/assets/themes'])
    expect((await plan()).stdout).toContain('out-of-reach')
  })

  it('of a single file that the plan takes away have to go', async () => {
    write('data/web/assets', {})
    write('mine', { 'theme.json': legacy })
    compose(['./mine/theme.json:/var/lib/ocis/web/assets/themes/theme.json'], {
      WEB_UI_THEME_PATH: '/themes/theme.json',
    })
    const before = snapshot(cwd)
    expect((await plan()).stdout).toContain('(mount-of-file)')
    const { status, stdout } = await plan('--apply')
    expect(status).toBe(1)
    expect(existsSync(at('data/web/assets/themes/acme/theme.json'))).toBe(true)
    const [, rollback = ''] = /migrate --rollback (\S+)"/.exec(stdout) ?? []
    expect((await migrate('--rollback', rollback)).status).toBe(0)
    expect(snapshot(cwd)).toEqual(before)
  })

  it("in volumes can't be looked into, which is never fine", async () => {
    write('data/web/assets', {})
    compose(['themes:/var/lib/ocis/web/assets/themes'])
    const { status, stdout } = await plan()
    expect([status, stdout]).toEqual([1, expect.stringContaining('is in the volume "themes"')])
    expect(stdout).not.toContain('Nothing to do')
  })

  it('hold the folder that a setting names', async () => {
    write('data/web/assets', {})
    write('mine/themes', { ...images, 'owncloud/theme.json': legacy })
    compose(['./mine:/srv/mine'], { OCIS_ASSET_THEMES_PATH: '/srv/mine/themes' })
    expect((await plan()).stdout).toContain(`themes is ${at('mine/themes')}`)
    compose([], { OCIS_ASSET_THEMES_PATH: '/srv/mine/themes' })
    const lost = await plan()
    expect([lost.status, lost.stdout]).toEqual([
      1,
      expect.stringContaining('which is only inside the container'),
    ])
  })

  it('are found by doctor too', async () => {
    write('data/web/assets', {})
    write('mine', { ...images, 'owncloud/theme.json': legacy })
    compose(['./mine:/var/lib/ocis/web/assets/themes'])
    const { stdout } = await runInProcess(['doctor', '--settings', 'compose.yml'], { cwd, env: {} })
    expect(stdout).toMatch(/"theme-convert migrate .*" says: convert themes\/owncloud\/theme.json \(/)
  })
})

describe('"assets" beside "web"', () => {
  it('is read by no server, which is said', async () => {
    write('data/assets', { 'themes/owncloud/theme.json': legacy })
    mkdirSync(at('data/web'))
    const { stdout } = await migrate('data')
    expect(stdout).toContain('not read: the server looks in')
    expect(stdout).toContain('(theme-not-active)')
    expect(stdout).not.toContain('Nothing to do')
    write('data/web/assets', { 'themes/acme/logo.svg': '' })
    expect((await migrate('data')).stdout).toContain('not read: the server looks in')
  })

  it('is what a setting may name, or the folder "web" that it is in', async () => {
    write('data/assets', { 'themes/owncloud/theme.json': legacy })
    settings('WEB_ASSET_THEMES_PATH=/var/lib/ocis/assets/themes\n')
    expect((await withSettings()).stdout).toContain('1. convert themes/owncloud/theme.json')
    write('other/web/assets', { 'themes/owncloud/theme.json': legacy })
    expect((await migrate('other/web')).stdout).toContain('1. convert themes/owncloud/theme.json')
  })
})

describe('a theme that the settings name', () => {
  it('and that is missing ends with 1', async () => {
    write('data/web/assets', { 'themes/acme/logo.svg': 's' })
    settings('WEB_UI_THEME_PATH=/themes/acme/theme.json\n')
    const { status, stdout } = await withSettings()
    expect([status, stdout]).toEqual([1, expect.stringContaining('(active-theme-missing)')])
  })
})

describe("a folder that can't be written", () => {
  it.runIf(process.getuid?.() === 0)('is named in the plan', () => {
    write('data/web/assets', { 'themes/owncloud/theme.json': legacy })
    chmodSync(cwd, 0o755)
    const run = () => runCommand(['migrate', at('data')], { uid: 1234, gid: 2345 })
    const { status, stdout } = run()
    expect([status, stdout]).toEqual([1, expect.stringContaining('(folder-read-only)')])
  })
})
