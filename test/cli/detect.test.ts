import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brandingFor } from '../../src/index.js'
import { serverText } from '../../src/shipped/server-text.js'
import { type ShippedTheme, shippedThemes, uploadedCopy } from '../../src/shipped/shipped-themes.js'
import { legacyAcme } from '../support/acme.js'
import { setAt } from '../support/change.js'
import { runInProcess } from '../support/run-command.js'

const [, , web71, web80] = shippedThemes() as readonly [
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
]

let folder: string
const run = (...args: string[]) => runInProcess(args, { cwd: folder })
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
  write('uploaded.json', serverText(uploadedCopy(web71, 'branding/acme.png')))
  write('shipped.json', JSON.stringify(web80.document, null, 2))
  write('custom.json', JSON.stringify(legacyAcme))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('detect', () => {
  it('says who made a file, and what to do with it', async () => {
    const { status, stdout, stderr } = await run('detect', 'uploaded.json', 'shipped.json', 'custom.json')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(
      '  logo-only, nearest to the theme of ownCloud Web 7.1.0 – 7.1.3 (oCIS 4)\n  Delete it: ',
    )
    expect(stdout).toContain('Probably last written by the server.')
    expect(stdout).toContain('Uploaded logo branding/acme.png in /common/logo, /web/default/logo/login')
    expect(stdout).toContain(
      '  shipped, nearest to the theme of ownCloud Web 8.0.0 – 8.0.6 (oCIS 5)\n  Delete it: ',
    )
    expect(stdout).toContain('  custom, nearest to the theme of ')
    expect(stdout).toContain('/common/name: "Acme Cloud" instead of "ownCloud"')
    expect(stdout).toMatch(/… and \d+ more; --format json lists all\.\n$/)
  })

  it('says the same to programs, and nothing of files that it knows nothing of', async () => {
    write('later.json', '{"common":{},"clients":{"web":{"defaults":{},"themes":[]}}}')
    write('broken.json', '{')
    const names = ['uploaded.json', 'shipped.json', 'custom.json', 'later.json', 'broken.json']
    const { status, stdout } = await run('detect', '--format', 'json', ...names)
    expect(status).toBe(2)
    const { files } = JSON.parse(stdout) as { files: Record<string, unknown>[] }
    expect(files.map(({ verdict }) => verdict)).toEqual(['logo-only', 'shipped', 'custom', null, null])
    expect(files.map(({ shipped }) => shipped)).toEqual([
      web71.releases,
      web80.releases,
      expect.stringContaining('ownCloud Web 7'),
      null,
      null,
    ])
    expect(files.map(({ differences }) => (differences as unknown[]).length > 0)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
    expect(files[0]?.['differences']).toContainEqual({
      pointer: '/common/logo',
      shipped: 'themes/owncloud/assets/logo.svg',
      own: 'branding/acme.png',
    })
    expect(new Set(files.map((file) => Object.keys(file).join()))).toHaveLength(1)
  })
})

describe('convert', () => {
  it('says first that nobody made a file, and converts it', async () => {
    const { status, stdout, stderr } = await run('convert', 'uploaded.json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).common.logo).toBe('themes/_branding/acme.png')
    expect(stderr).toMatch(/warnings:\n {2}- .*copy of the theme .* written by a logo upload/)
  })

  it('--check exits with 1 for a file that nobody made', async () => {
    const reasons = {
      'uploaded.json': 'only the uploaded logo in it differs from a shipped theme; keep the logo first',
      'shipped.json': 'it is an unmodified copy of a shipped theme',
    }
    for (const [file, reason] of Object.entries(reasons)) {
      const { status, stderr } = await run('convert', '--check', '--target', 'ocis-8', file)
      expect(status).toBe(1)
      expect(stderr).toContain(`${file} should be deleted: ${reason}.\n`)
    }
    // The server that writes such copies has them where they belong.
    expect((await run('convert', '--check', '--target', 'ocis-5', 'shipped.json')).status).toBe(0)
    write('own.json', JSON.stringify(setAt(structuredClone(web80.document), '/common/name', 'Acme')))
    expect((await run('convert', '--check', '--target', 'ocis-5', 'own.json')).status).toBe(0)
  })

  it('--branding-out writes what keeps the logo', async () => {
    const { status, stdout, stderr } = await run(
      'convert',
      'uploaded.json',
      '--branding-out',
      'branding.json',
    )
    expect(status).toBe(0)
    expect(JSON.parse(read('branding.json'))).toEqual(brandingFor('branding/acme.png'))
    expect(stderr).toContain('themes/_branding/theme.json, with acme.png beside it')
    expect(JSON.parse(stdout)).toHaveProperty('clients')
    expect(await run('validate', '--as', 'branding', 'branding.json')).toMatchObject({
      status: 0,
      stderr: '',
    })
  })

  it('--branding-out writes the shape of OpenCloud for it', async () => {
    const args = ['uploaded.json', '--target', 'opencloud-7.3', '--branding-out', 'opencloud-branding.json']
    const { status, stderr } = await run('convert', ...args)
    expect([status, stderr]).toEqual([0, expect.stringContaining('Copy it to the server')])
    expect(JSON.parse(read('opencloud-branding.json'))).toEqual(
      brandingFor('branding/acme.png', { target: 'opencloud-7.3' }),
    )
  })

  it.each<[string, string[], RegExp]>([
    ['over another file', ['uploaded.json', '--branding-out', 'custom.json'], /exists already/],
    [
      'of a file without an uploaded logo',
      ['custom.json', '--branding-out', 'b.json'],
      /custom\.json has no uploaded logo/,
    ],
    [
      'for a release that reads none',
      ['uploaded.json', '--branding-out', 'b.json', '--target', 'ocis-5'],
      /oCIS 5 does not read branding files/,
    ],
    ['with --check', ['uploaded.json', '--branding-out', 'b.json', '--check'], /writes nothing/],
    [
      'over the theme itself',
      ['uploaded.json', '--branding-out', 'uploaded.json', '--force'],
      /overwrite the theme itself/,
    ],
  ])('--branding-out refuses to write %s', async (_, args, message) => {
    const before = readdirSync(folder).map((name) => [name, read(name)])
    const { status, stdout, stderr } = await run('convert', ...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(readdirSync(folder).map((name) => [name, read(name)])).toEqual(before)
  })
})

describe('the servers of a branding file', () => {
  const both = 'oCIS 6 and later and OpenCloud'
  it.each([
    ['OpenCloud', { clients: { web: { defaults: { logo: 'themes/_branding/acme.png' } } } }],
    [
      'oCIS 6 and later',
      {
        clients: { web: { defaults: { logo: { topbar: 'a.png' }, loginPage: { backgroundImg: '/b.jpg' } } } },
      },
    ],
    [both, { common: { name: 'Acme' } }],
  ])('are those that read its keys: %s', async (servers, document) => {
    const { stdout } = await runInProcess(['detect', '-', '--as', 'branding'], {
      input: JSON.stringify(document),
    })
    expect(stdout).toContain(`branding file, written for ${servers}, as themes/_branding/theme.json`)
  })
})
