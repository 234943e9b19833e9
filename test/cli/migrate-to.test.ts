import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCloudTheme } from '../../src/findings/examples.js'
import { resolveThemes, validate } from '../../src/index.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { setAt } from '../support/change.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import {
  exampleImages as images,
  logoBytes,
  logoOnly,
  snapshot,
  type Tree,
  times,
  uploadServers,
  writeInstance,
} from '../support/instances.js'
import { runCommand, runInProcess } from '../support/run-command.js'

// From the data folder of an oCIS to that of an OpenCloud: the old one is only read.

const targets = ['opencloud-1', 'opencloud-2', 'opencloud-4', 'opencloud-7.3'] as const
const legacyText = JSON.stringify(exampleLegacyTheme(), null, 2)
const custom: Tree = { ...images, 'themes/owncloud/theme.json': legacyText }
const own = 'themes/opencloud/theme.json'
const branding = 'themes/_branding/theme.json'
const ofOpenCloud = JSON.stringify((openCloudTheme({}) as { document: object }).document)

let work: string
let ocis: string
let cloud: string
let before: unknown

beforeEach(() => {
  work = realpathSync(mkdtempSync(path.join(tmpdir(), 'theme-convert-to-')))
  ocis = path.join(work, 'ocis')
  cloud = path.join(work, 'cloud')
  mkdirSync(cloud)
})

afterEach(() => {
  rmSync(work, { recursive: true, force: true })
})

const migrate = (...args: string[]) => runInProcess(['migrate', ocis, '--to', cloud, ...args], { env: {} })
const file = (name: string) => path.join(cloud, 'web/assets', name)
const read = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'))
const json = async (...args: string[]) => JSON.parse((await migrate(...args, '--format', 'json')).stdout)
const codes = (result: { findings: { code: string }[] }) => result.findings.map(({ code }) => code)

/** Everything in both folders, to see that nothing changes. */
const everything = () => [snapshot(ocis), times(ocis), snapshot(cloud), times(cloud)]

describe.each(targets)('migrate to %s', (target) => {
  it('converts the theme, copies its images, and takes all of it back', async () => {
    writeInstance(ocis, custom)
    writeFileSync(path.join(cloud, 'notes.txt'), 'of the new server')
    before = everything()
    const old = [snapshot(ocis), times(ocis)]
    const planned = await migrate('--target', target)
    expect([planned.status, planned.stderr]).toEqual([1, ''])
    expect(planned.stdout).toContain(`write ${own} from themes/owncloud/theme.json`)
    expect(planned.stdout).toContain('copy themes/acme/logo.svg to themes/acme/logo.svg')
    expect(everything()).toEqual(before)

    const applied = await migrate('--target', target, '--apply')
    expect([applied.status, applied.stderr]).toEqual([0, ''])
    expect(applied.stdout).toContain(`migrate --rollback ${cloud}" undoes it`)
    expect([snapshot(ocis), times(ocis)]).toEqual(old)
    expect(existsSync(path.join(ocis, '.theme-convert'))).toBe(false)
    expect(readFileSync(file('themes/acme/logo.svg'), 'utf8')).toBe(images['themes/acme/logo.svg'])
    expect(
      validate(read(own), { target }).diagnostics.filter(({ severity }) => severity === 'error'),
    ).toEqual([])
    for (const { theme } of resolveThemes(read(own), { target })) {
      expect(theme).toMatchObject({ logo: 'themes/acme/logo.svg', favicon: 'themes/acme/favicon.png' })
    }
    const validated = await runInProcess(['validate', '--quiet', '--target', target, file(own)])
    expect(validated.status).toBe(0)

    const after = everything()
    const again = await migrate('--target', target, '--apply')
    expect([again.status, again.stdout]).toEqual([
      0,
      expect.stringContaining('No steps, but there are findings'),
    ])
    expect(everything()).toEqual(after)

    const back = await runInProcess(['migrate', '--rollback', cloud])
    expect([back.status, back.stderr]).toEqual([0, ''])
    expect(back.stdout).toContain('removed web/assets/themes/opencloud/theme.json')
    expect(back.stdout).not.toContain('restored')
    expect(everything()).toEqual(before)
    expect(existsSync(path.join(cloud, '.theme-convert'))).toBe(false)
    const none = await runInProcess(['migrate', '--rollback', '--to', cloud])
    expect([none.status, none.stdout]).toEqual([1, expect.stringContaining('Nothing to roll back')])
  })

  it.each(uploadServers)('keeps the logo that was uploaded to $server', async ({ shipped }) => {
    writeInstance(ocis, logoOnly(shipped))
    expect((await migrate('--target', target, '--apply')).status).toBe(0)
    const logo = 'themes/_branding/acme.png'
    expect(read(branding)).toEqual({ common: { logo }, clients: { web: { defaults: { logo } } } })
    expect(readFileSync(file(logo)).equals(logoBytes)).toBe(true)
    expect(existsSync(file(own))).toBe(false)
  })

  it('writes the branding in the shape of OpenCloud', async () => {
    const logo = 'themes/_branding/acme.png'
    const uploaded = {
      common: { logo },
      clients: { web: { defaults: { logo: { topbar: logo, login: logo } } } },
    }
    writeInstance(ocis, { ...custom, [branding]: JSON.stringify(uploaded), [logo]: logoBytes })
    expect((await migrate('--target', target, '--apply')).status).toBe(0)
    expect(read(branding)).toEqual({ common: { logo }, clients: { web: { defaults: { logo } } } })
    expect(validate(read(branding), { target, as: 'branding', base: read(own) as object }).valid).toBe(true)
    expect(readFileSync(file(logo)).equals(logoBytes)).toBe(true)
  })
})

describe('a logo that was uploaded before there was a branding file', () => {
  const logo = 'themes/_branding/new.png'
  const newer = JSON.stringify({
    common: { logo },
    clients: { web: { defaults: { logo: { topbar: logo } } } },
  })

  it.each([
    ['is migrated, but', newer, { common: { logo }, clients: { web: { defaults: { logo } } } }],
    ["can't be read, and", '{ "common": ', undefined],
  ])('is left out where that file %s', async (says, text, migrated) => {
    writeInstance(ocis, { ...logoOnly(uploadServers[0].shipped), [branding]: text, [logo]: logoBytes })
    const result = await json('--apply')
    const found = result.findings.filter(({ code }: { code: string }) => code === 'branding-exists')
    expect(found).toEqual([expect.objectContaining({ severity: 'warning', file: branding })])
    expect(found[0].message).toContain(
      `${says} the logo branding/acme.png of themes/owncloud/theme.json is not migrated. Upload that logo again`,
    )
    expect(existsSync(file('themes/_branding/acme.png'))).toBe(false)
    expect(existsSync(file(branding)) ? read(branding) : undefined).toEqual(migrated)
  })
})

describe('the place of a theme', () => {
  const acme = 'themes/acme/theme.json'

  it('is that of the settings', async () => {
    writeInstance(ocis, { ...custom, [acme]: JSON.stringify(exampleTheme()) })
    const env = path.join(work, 'ocis.env')
    writeFileSync(
      env,
      `WEB_UI_THEME_PATH=/${acme}\nOCIS_URL=https://x.example\nOCIS_BASE_DATA_PATH=/srv/ocis\n`,
    )
    const result = await json('--settings', env)
    const written = result.steps.filter(({ action }: { action: string }) => action === 'write')
    expect(written.map((step: { file: string }) => step.file)).toEqual([acme, 'themes/owncloud/theme.json'])
    const said = result.findings.filter(({ code }: { code: string }) => code === 'setting-differs')
    expect(said.map(({ severity, message }: Record<string, string>) => [severity, message])).toEqual([
      ['warning', expect.stringMatching(/OCIS_BASE_DATA_PATH.*OC_BASE_DATA_PATH/)],
      ['warning', expect.stringMatching(/OCIS_URL.*OC_URL/)],
      ['info', expect.stringContaining(`Set WEB_UI_THEME_PATH=/${acme} on OpenCloud`)],
    ])
  })

  it('is never that of settings of the new server, which may be in the same file', async () => {
    writeInstance(ocis, custom)
    const themes = path.join(work, 'themes')
    writeInstance(themes, { 'owncloud/theme.json': '{}' }, '')
    const env = path.join(work, 'both.env')
    writeFileSync(
      env,
      `OCIS_URL=https://x.example\nOC_URL=https://x.example\nOC_ASSET_THEMES_PATH=${themes}\n`,
    )
    const result = await json('--settings', env)
    expect(result.steps.map((step: { file: string }) => step.file)).toContain(own)
    expect(result.parts).toEqual([])
    const said = result.findings.filter(({ code }: { code: string }) => code === 'setting-differs')
    expect(said.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('OC_ASSET_THEMES_PATH'),
    ])
  })

  it('is one that the server merges', async () => {
    writeInstance(ocis, { ...images, 'themes/acme/custom.json': JSON.stringify(exampleTheme()) })
    const env = path.join(work, 'ocis.env')
    writeFileSync(env, 'WEB_UI_THEME_PATH=/themes/acme/custom.json\n')
    const result = await json('--settings', env)
    expect(result.steps.map((step: { file: string }) => step.file)).toContain(acme)
    expect(codes(result)).toContain('theme-misses-merge')
  })

  it('is said in general where no settings are known', async () => {
    writeInstance(ocis, custom)
    const { stdout } = await migrate()
    expect(stdout).toMatch(/OCIS_URL is OC_URL.*--settings/)
  })

  it('is refused to two themes', async () => {
    writeInstance(ocis, { ...custom, [own]: legacyText })
    const result = await json()
    expect(codes(result)).toContain('file-exists')
    expect(result.steps.filter(({ action }: { action: string }) => action === 'write')).toHaveLength(1)
  })
})

describe('the images of a theme', () => {
  const logoAt = (logo: string) =>
    JSON.stringify(setAt(exampleTheme() as never, '/clients/web/defaults/logo/topbar', logo))
  const shownLogo = () => resolveThemes(read(own), { target: 'opencloud-7.3' })[0]?.theme?.['logo']

  it.each([
    ['below its own folder', 'themes/owncloud/own.svg', 'themes/opencloud/own.svg'],
    [
      'at the path of an image that oCIS ships',
      'themes/owncloud/assets/logo.svg',
      'themes/opencloud/assets/logo.svg',
    ],
    ['where only oCIS 5 serves them', 'img/logo.svg', 'themes/opencloud/img/logo.svg'],
    ['uploaded to oCIS 5', 'branding/logo.png', 'themes/_branding/logo.png'],
    ['of another theme', 'themes/acme/other.svg', 'themes/acme/other.svg'],
  ])('are taken along from %s', async (_, from, to) => {
    writeInstance(ocis, { ...images, 'themes/owncloud/theme.json': logoAt(from), [from]: 'logo' })
    expect((await migrate('--apply')).status).toBe(0)
    expect(shownLogo()).toBe(to)
    expect(readFileSync(file(to), 'utf8')).toBe('logo')
  })

  it.each([
    ['/themes/owncloud/a%20b.svg?v=2', 'themes/owncloud/a b.svg', '/themes/opencloud/a%20b.svg?v=2'],
    ['themes/acme/../owncloud/own.svg', 'themes/owncloud/own.svg', 'themes/opencloud/own.svg'],
    ['./img/logo.svg', 'img/logo.svg', './themes/opencloud/img/logo.svg'],
  ])('keep the way in which %s is written', async (address, from, to) => {
    writeInstance(ocis, { ...images, 'themes/owncloud/theme.json': logoAt(address), [from]: 'logo' })
    expect((await migrate('--apply')).status).toBe(0)
    expect(shownLogo()).toBe(to)
  })

  it('are never taken from outside the folder', async () => {
    writeFileSync(path.join(work, 'secret.svg'), 'secret')
    writeInstance(ocis, { ...images, 'themes/owncloud/theme.json': logoAt('themes/../../../../secret.svg') })
    mkdirSync(path.join(ocis, 'web/assets/themes/owncloud'), { recursive: true })
    symlinkSync(path.join(work, 'secret.svg'), path.join(ocis, 'web/assets/themes/owncloud/link.svg'))
    const dark = setAt(
      JSON.parse(logoAt('themes/owncloud/link.svg')),
      '/common/logo',
      '../../../../secret.svg',
    )
    writeInstance(ocis, { 'themes/acme/theme.json': JSON.stringify(dark) })
    const { status, stdout } = await migrate('--apply')
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining('; check what is behind the links, then start'),
    ])
    expect(Object.values(snapshot(cloud)).join()).not.toContain('secret\n')
    expect(Object.keys(snapshot(cloud)).filter((name) => /link|secret/.test(name))).toEqual([])
    expect(codes(await json())).toContain('image-missing')
  })

  it('that are missing are findings', async () => {
    writeInstance(ocis, { ...images, 'themes/owncloud/theme.json': logoAt('themes/acme/gone.svg') })
    const found = (await json()).findings.find(({ code }: { code: string }) => code === 'image-missing')
    expect(found).toMatchObject({ file: own, message: expect.stringContaining('themes/acme/gone.svg') })
  })

  it('that no theme uses stay', async () => {
    writeInstance(ocis, { ...custom, 'branding/old.png': 'x' })
    const result = await json('--apply')
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: 'image-unused', file: 'branding/old.png' }),
    )
    expect(existsSync(file('themes/_branding/old.png'))).toBe(false)
  })
})

describe('what is in the new folder', () => {
  const there: Tree = { [own]: ofOpenCloud, 'themes/acme/logo.svg': 'another', 'themes/keep/a.svg': 'keep' }
  beforeEach(() => {
    writeInstance(ocis, custom)
    writeInstance(cloud, there)
    before = everything()
  })

  it('is not replaced', async () => {
    const applied = await migrate('--apply')
    expect(applied.status).toBe(1)
    expect(applied.stdout).toMatch(/another file at themes\/opencloud\/theme\.json.*--force/)
    expect(everything()).toEqual(before)
  })

  it('is replaced with --force, and comes back', async () => {
    const applied = await migrate('--apply', '--force')
    expect([applied.status, applied.stdout]).toEqual([0, expect.stringContaining('replacing what is there')])
    expect(readFileSync(file('themes/acme/logo.svg'), 'utf8')).toBe(images['themes/acme/logo.svg'])
    const { stdout } = await runInProcess(['migrate', '--to', cloud, '--rollback', '--format', 'json'])
    const result = JSON.parse(stdout)
    expect(result.restored.sort()).toEqual(['web/assets/themes/acme/logo.svg', `web/assets/${own}`])
    expect(result.removed.sort()).toEqual([
      'web/assets/themes/acme/favicon.png',
      'web/assets/themes/acme/harbour.jpg',
    ])
    expect(everything()).toEqual(before)
  })

  it('stays where it is the same', async () => {
    await migrate('--apply', '--force')
    expect((await json()).steps).toEqual([])
  })

  it.each([
    ['a link', () => symlinkSync(work, file('themes/opencloud')), /symbolic link/],
    ['a file', () => writeFileSync(file('themes/opencloud'), ''), /a file where a folder belongs/],
    ['a folder', () => mkdirSync(file(own), { recursive: true }), /not readable|symbolic link/],
  ])('is said where it is %s', async (_, make, said) => {
    rmSync(file('themes/opencloud'), { recursive: true })
    make()
    before = everything()
    const { status, stdout } = await migrate('--apply', '--force')
    expect([status, stdout]).toEqual([1, expect.stringMatching(said)])
    expect(everything()[0]).toEqual((before as unknown[])[0])
  })
})

describe('--to', () => {
  it.each([
    ['nothing there', () => path.join(work, 'none'), /not there/],
    ['a file', () => path.join(ocis, 'web/assets/themes/acme/logo.svg'), /is not a folder/],
    ['the folder itself', () => ocis, /in common/],
    ['a folder in it', () => path.join(ocis, 'web/assets/themes'), /in common|themes folder/],
    ['another folder in it', () => path.join(ocis, 'web'), /in common/],
    ['a folder around it', () => work, /in common/],
    ['a link to it', () => path.join(work, 'link'), /in common/],
    ['a themes folder', () => path.join(work, 'own/themes'), /themes folder/],
    ['nothing', () => '', /--to is empty/],
  ])('refuses %s', async (_, folder, said) => {
    writeInstance(ocis, custom)
    symlinkSync(ocis, path.join(work, 'link'))
    mkdirSync(path.join(work, 'own/themes'), { recursive: true })
    before = everything()
    const run = await runInProcess(['migrate', ocis, '--apply', '--to', folder()], { env: {} })
    expect([run.status, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toMatch(said)
    expect(everything()).toEqual(before)
  })

  it('takes a web assets folder too', async () => {
    writeInstance(ocis, custom)
    const assets = path.join(cloud, 'web/assets')
    mkdirSync(path.join(assets, 'themes'), { recursive: true })
    const run = await runInProcess(['migrate', ocis, '--apply', '--to', assets], { env: {} })
    expect(run.status).toBe(0)
    expect(existsSync(file(own))).toBe(true)
  })

  it('is given once, and only for OpenCloud', async () => {
    writeInstance(ocis, custom)
    const twice = await migrate('--to', cloud)
    expect([twice.status, twice.stderr]).toEqual([2, expect.stringContaining('--to is given twice')])
    const wrong = await migrate('--target', 'ocis-8')
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringMatching(/own folder.*opencloud-7\.3/)])
  })

  it('is missing where an oCIS becomes an OpenCloud', async () => {
    writeInstance(ocis, custom)
    before = everything()
    const run = await runInProcess(['migrate', ocis, '--apply', '--target', 'opencloud-7.3'], { env: {} })
    expect([run.status, run.stdout, run.stderr]).toEqual([2, '', expect.stringMatching(/--to/)])
    expect(everything()).toEqual(before)
  })

  it('is not needed for a newer OpenCloud', async () => {
    writeInstance(cloud, {
      ...images,
      [own]: ofOpenCloud.replace(/"roles":\{[^}]*\}/, '"colorPalette":{"background-default":"#ffffff"}'),
    })
    const old = snapshot(cloud)
    const run = await runInProcess(['migrate', cloud, '--apply'], { env: {} })
    expect(run.status).toBe(0)
    expect(JSON.stringify(read(own))).toContain('"roles"')
    expect(validate(read(own), { target: 'opencloud-7.3' }).valid).toBe(true)
    expect((await runInProcess(['migrate', '--rollback', cloud])).status).toBe(0)
    expect(snapshot(cloud)).toEqual(old)
  })
})

describe('the old folder', () => {
  it.runIf(process.getuid?.() === 0)('is enough to read', () => {
    writeInstance(ocis, custom)
    chmodSync(work, 0o755)
    for (const name of Object.keys(snapshot(ocis))) {
      const at = path.join(ocis, name)
      chmodSync(at, lstatSync(at).isDirectory() ? 0o555 : 0o444)
    }
    chmodSync(ocis, 0o555)
    chownSync(cloud, 65534, 65534)
    const old = [snapshot(ocis), times(ocis)]
    const run = runCommand(['migrate', ocis, '--to', cloud, '--target', 'opencloud-4', '--apply'], {
      uid: 65534,
      gid: 65534,
    })
    expect([run.stderr, run.status, existsSync(file(own))]).toEqual(['', 0, true])
    expect([snapshot(ocis), times(ocis)]).toEqual(old)
    expect(runCommand(['migrate', '--rollback', cloud], { uid: 65534, gid: 65534 }).status).toBe(0)
    expect(snapshot(cloud)).toEqual({})
  })

  it("says when the new one can't be written", async () => {
    writeInstance(ocis, custom)
    const report = path.join(work, 'report.json')
    writeFileSync(report, 'mine')
    const kept = await migrate('--apply', '--report', report)
    expect([kept.status, snapshot(cloud)]).toEqual([2, {}])
    const written = await migrate('--apply', '--report', report, '--force')
    expect(written.status).toBe(0)
    const { files } = JSON.parse(readFileSync(report, 'utf8'))
    expect(files[0]).toMatchObject({
      file: 'themes/owncloud/theme.json',
      ledger: { target: 'opencloud-7.3' },
    })
    expect(files[0].ledger.entries.length).toBeGreaterThan(20)
  })
})

describe.runIf(hasCorpus)('real files', () => {
  const names = ['flat', 'named', 'wrapped', 'current'] as const
  const all = names.flatMap((kind) => corpusFiles(kind))

  // Each file for half of the targets, by turns.
  const half = (row: number) => targets.filter((_, column) => (row + column) % 2 === 0)
  it.each(all.map(({ file: name, text }, row) => [name, text, half(row)] as const))(
    '%s',
    async (_, text, some) => {
      writeInstance(ocis, { 'themes/acme/theme.json': text })
      const old = [snapshot(ocis), times(ocis)]
      for (const target of some) {
        const args = ['--target', target, '--apply']
        const { status, stdout } = await migrate(...args)
        expect([target, status, stdout]).toEqual([target, 0, expect.stringContaining('Done.')])
        expect(validate(read('themes/acme/theme.json'), { target }).valid).toBe(true)
        expect((await runInProcess(['migrate', '--rollback', cloud])).status).toBe(0)
        expect(snapshot(cloud)).toEqual({})
      }
      expect([snapshot(ocis), times(ocis)]).toEqual(old)
    },
  )
})
