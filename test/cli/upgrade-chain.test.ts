import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { questions } from '../../src/doctor/answer.js'
import { openCloudTheme } from '../../src/findings/examples.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { exampleImages, snapshot, type Tree, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

// The way of an administrator: what changes, what would be done, do it, is it right, take it back.

const legacy = JSON.stringify(exampleLegacyTheme())
/** The images of the example theme, below the themes folder. */
const images = Object.fromEntries(
  Object.entries(exampleImages).map(([file, bytes]) => [file.replace('themes/', ''), bytes]),
)
const account = { OCIS_SERVICE_ACCOUNT_ID: '4f1c', OCIS_SERVICE_ACCOUNT_SECRET: 'topsecret4711' }
const themes = 'data/web/assets/themes'

let cwd: string
const at = (name: string) => path.join(cwd, name)
const read = (name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as unknown
const run = (...args: string[]) => runInProcess(args, { cwd, env: {} })

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'upgrade-chain-'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

const write = (folder: string, files: Tree) => writeInstance(cwd, files, folder)

async function doctor(...args: string[]) {
  const { stdout, status } = await run('doctor', '--format', 'json', ...args)
  const { answers } = JSON.parse(stdout) as {
    answers: { question: keyof typeof questions; verdict: string; findings: { message: string }[] }[]
  }
  const verdicts = Object.fromEntries(answers.map(({ question, verdict }) => [question, verdict]))
  return {
    status,
    verdicts,
    messages: answers.flatMap(({ findings }) => findings.map(({ message }) => message)),
  }
}

describe('a compose project with a themes folder of its own', () => {
  it('goes all the way and back', async () => {
    write('data/web/assets', {})
    write('brand', { ...images, 'acme/custom.json': legacy.replaceAll('imprintUrl', 'unknownUrl') })
    const environment = {
      ...account,
      OCIS_ASSET_THEMES_PATH: '/srv/brand',
      WEB_UI_THEME_PATH: '/themes/acme/custom.json',
      WEB_OPTION_IMPRINT_URL: 'https://acme.example/new-imprint',
    }
    const compose = (theme: string) =>
      writeFileSync(
        at('compose.yml'),
        JSON.stringify({
          services: {
            ocis: {
              image: 'owncloud/ocis:4',
              environment: { ...environment, WEB_UI_THEME_PATH: theme },
              volumes: ['./data:/var/lib/ocis', './brand:/srv/brand'],
            },
          },
        }),
      )
    compose('/themes/acme/custom.json')
    const before = snapshot(cwd)
    const settings = ['--settings', 'compose.yml']

    const first = await doctor(...settings, '--from', 'ocis-4')
    expect(first.status).toBe(1)
    expect(first.verdicts).toMatchObject({
      theme: 'affected',
      'web-options': 'affected',
      'service-account': 'not-affected',
    })
    expect(first.messages).toContainEqual(
      expect.stringContaining(
        '--settings compose.yml" says: convert themes/acme/custom.json to themes/acme/theme.json (',
      ),
    )

    const planned = await run('migrate', ...settings)
    expect([planned.status, planned.stdout]).toEqual([
      1,
      expect.stringContaining('1. convert themes/acme/custom.json to themes/acme/theme.json'),
    ])
    expect(snapshot(cwd)).toEqual(before)

    const applied = await run('migrate', ...settings, '--apply')
    expect(applied.status).toBe(1)
    expect(read('brand/acme/theme.json')).toMatchObject({
      common: { urls: { imprint: 'https://acme.example/new-imprint' } },
    })

    // As the plan says, the setting has to follow.
    expect((await doctor(...settings, '--from', 'ocis-4')).verdicts.theme).toBe('affected')
    compose('/themes/acme/theme.json')
    const second = await doctor(...settings, '--from', 'ocis-4')
    expect(second.verdicts).toMatchObject({
      theme: 'not-affected',
      logo: 'not-affected',
      'web-options': 'not-affected',
    })
    const again = await run('migrate', ...settings)
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])
    expect((await run('validate', '--quiet', 'brand')).status).toBe(0)

    compose('/themes/acme/custom.json')
    const [, command = ''] = /"theme-convert (migrate --rollback \S+)"/.exec(applied.stdout) ?? []
    expect((await run(...command.split(' '))).status).toBe(0)
    expect(snapshot(cwd)).toEqual(before)
  })
})

describe('a ConfigMap', () => {
  it('is changed by hand, and nothing in the folder is', async () => {
    write(themes, { ...images, 'owncloud/..2026_01/theme.json': legacy })
    symlinkSync('..2026_01', at(`${themes}/owncloud/..data`))
    symlinkSync('..data/theme.json', at(`${themes}/owncloud/theme.json`))
    writeFileSync(
      at('pod.env'),
      Object.entries(account)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    const before = snapshot(cwd)
    const settings = ['data', '--settings', 'pod.env']

    const { status, verdicts, messages } = await doctor(...settings)
    expect([status, verdicts.theme, verdicts.logo]).toEqual([1, 'affected', 'not-affected'])
    expect(messages).toContainEqual(
      expect.stringMatching(
        /^"theme-convert migrate .*" says: convert themes\/owncloud\/theme\.json by hand\.$/,
      ),
    )

    for (const way of [[], ['--apply']]) {
      const { status: ended, stdout } = await run('migrate', ...settings, ...way)
      expect([ended, stdout]).toEqual([
        1,
        expect.stringContaining('into the key "theme.json" of the ConfigMap'),
      ])
      expect(stdout).not.toContain('Nothing to do')
      expect(snapshot(cwd)).toEqual(before)
    }
    expect((await run('validate', '--quiet', 'data')).status).toBe(1)

    // What the plan prints goes into the ConfigMap, which Kubernetes mounts as another folder.
    const { stdout } = await run('migrate', ...settings, '--format', 'json')
    const [{ text }] = (JSON.parse(stdout) as { byHand: [{ text: string }] }).byHand
    writeFileSync(at(`${themes}/owncloud/..2026_01/theme.json`), text)
    expect((await run('validate', '--quiet', 'data')).status).toBe(0)
    expect((await run('migrate', ...settings)).stdout).toContain('Nothing to do.')
    expect(await doctor(...settings)).toMatchObject({ status: 0 })
    expect((await run('migrate', '--rollback', 'data')).stdout).toContain('Nothing to roll back')
  })
})

describe('an instance with a branding file that somebody wrote', () => {
  it('keeps it, and its theme is converted', async () => {
    const branding = JSON.stringify({
      common: { name: 'Acme by hand', urls: { privacy: 'https://acme.example/p' } },
    })
    write(themes, { ...images, 'owncloud/theme.json': legacy, '_branding/theme.json': branding })
    writeFileSync(
      at('ocis.env'),
      Object.entries(account)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    const before = snapshot(cwd)
    const settings = ['data', '--settings', 'ocis.env']

    expect((await doctor(...settings)).verdicts).toMatchObject({ theme: 'affected', logo: 'not-affected' })
    const planned = await run('migrate', ...settings)
    expect([planned.status, planned.stdout]).toEqual([
      1,
      expect.stringContaining('1. convert themes/owncloud/theme.json'),
    ])
    expect(planned.stdout).not.toContain('2. ')
    expect((await run('migrate', ...settings, '--apply')).status).toBe(0)
    expect(readFileSync(at(`${themes}/_branding/theme.json`), 'utf8')).toBe(branding)
    const checked = await run('validate', 'data')
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining('_branding')])
    expect(await doctor(...settings)).toMatchObject({ status: 0 })
    expect((await run('migrate', '--rollback', 'data')).status).toBe(0)
    expect(snapshot(cwd)).toEqual(before)
  })
})

describe('an OpenCloud data folder with the branding file of an oCIS', () => {
  const target = ['--target', 'opencloud-7.3']
  const logo = 'themes/_branding/acme.png'

  it('gets the one that OpenCloud reads', async () => {
    const branding = {
      common: { logo },
      clients: { web: { defaults: { logo: { topbar: logo, login: logo } } } },
    }
    write(themes, {
      ...images,
      'opencloud/theme.json': JSON.stringify((openCloudTheme({}) as { document: object }).document),
      '_branding/theme.json': JSON.stringify(branding),
      '_branding/acme.png': 'p',
    })
    const before = snapshot(cwd)

    const first = await doctor('data', ...target)
    expect([first.status, first.verdicts.theme, first.verdicts.logo]).toEqual([1, 'not-affected', 'affected'])
    expect(first.messages).toContainEqual(
      expect.stringMatching(
        /"theme-convert migrate data .*" says: convert themes\/_branding\/theme\.json .*its logo must be a string/,
      ),
    )
    expect((await run('validate', '--quiet', 'data', ...target)).status).toBe(1)

    const planned = await run('migrate', 'data', ...target)
    expect([planned.status, planned.stdout]).toEqual([
      1,
      expect.stringContaining('1. convert themes/_branding/theme.json'),
    ])
    expect(snapshot(cwd)).toEqual(before)
    expect((await run('migrate', 'data', ...target, '--apply')).status).toBe(0)
    expect(read(`${themes}/_branding/theme.json`)).toEqual({
      common: { logo },
      clients: { web: { defaults: { logo } } },
    })
    expect((await run('validate', '--quiet', 'data', ...target)).status).toBe(0)
    expect((await doctor('data', ...target)).verdicts).toMatchObject({
      theme: 'not-affected',
      logo: 'not-affected',
    })
    const again = await run('migrate', 'data', ...target)
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])
    expect((await run('migrate', '--rollback', 'data')).status).toBe(0)
    expect(snapshot(cwd)).toEqual(before)
  })

  it('and a theme of an oCIS is converted too', async () => {
    write(themes, { ...images, 'opencloud/theme.json': JSON.stringify(exampleTheme()) })
    const { status, stdout } = await run('migrate', 'data', ...target)
    expect([status, stdout]).toEqual([1, expect.stringContaining('convert themes/opencloud/theme.json')])
    expect((await doctor('data', ...target)).verdicts.theme).toBe('affected')
  })
})

describe('a folder that validate goes through', () => {
  it('has what nearly is a theme in it, too', async () => {
    const current = JSON.stringify(exampleTheme())
    write(themes, {
      ...images,
      'owncloud/theme.json': current,
      'owncloud/themes.json': current,
      'owncloud/theme.json.txt': current,
      'owncloud/theme.json.bak': legacy,
      'theme.yaml': 'a: b',
    })
    write('.', { 'theme-convert.yml': 'a: b', 'theme.config.js': 'a' })
    const { stdout } = await run('validate', '.', '--format', 'json')
    const { files } = JSON.parse(stdout) as {
      files: { file: string; diagnostics: { code: string; message: string }[] }[]
    }
    expect(stdout).not.toMatch(/\bdelete\b/i)
    const found = files.map(({ file, diagnostics }) => [
      path.relative(themes, file),
      diagnostics.some(({ code }) => code === 'theme-misnamed'),
    ])
    expect(found).toEqual([
      ['owncloud/theme.json', false],
      ['owncloud/theme.json.txt', true],
      ['owncloud/themes.json', true],
      ['theme.yaml', true],
    ])
  })
})
