import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { setAt } from '../support/change.js'
import { exampleImages as images, snapshot, type Tree, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const legacy = JSON.stringify(exampleLegacyTheme())

let data: string
const file = (name: string) => path.join(data, 'web/assets', name)
const write = (name: string, text: string) => {
  writeFileSync(path.join(data, name), text)
  return path.join(data, name)
}

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'theme-convert-field-'))
})

afterEach(() => {
  rmSync(data, { recursive: true, force: true })
})

/** A plan with the settings of some lines. */
function plan(files: Tree, lines = '', ...args: string[]) {
  writeInstance(data, { ...images, ...files })
  return runInProcess(['migrate', data, '--settings', write('server.env', lines), ...args])
}

describe('a theme with warnings of validate', () => {
  const token = '/web/default/designTokens/colorPalette/text-default'
  const pale = JSON.stringify(setAt(exampleLegacyTheme(), token, '#fafafa'))
  const own = 'themes/owncloud/theme.json'

  it('is never called right: the report counts them, with the call that lists them', async () => {
    const first = await plan({ [own]: pale })
    const again = await plan({ [own]: pale }, '', '--apply')
    const done = await plan({}, '')
    for (const { stdout } of [first, again, done]) {
      expect(stdout).toMatch(/validate has more to say .*theme\.json \(\d+ warnings?\)/)
      expect(stdout).not.toContain('already right')
    }
    const [call = ''] = /theme-convert validate [^"]*/.exec(done.stdout) ?? []
    const { stdout } = await runInProcess([...call.split(' ').slice(1), '--format', 'json'])
    const { files } = JSON.parse(stdout) as { files: { file: string; diagnostics: { severity: string }[] }[] }
    const warnings = files
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ severity }) => severity === 'warning')
    expect(done.stdout).toContain(`(${warnings.length} warning`)
  })

  it('is named with four others in one line, and the rest is counted', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
      (name) => [`themes/${name}/theme.json`, pale] as const,
    )
    const { stdout } = await plan(Object.fromEntries(names))
    const [line = ''] = /validate has more to say .*/.exec(stdout) ?? []
    expect(line.match(/theme\.json \(/g)).toHaveLength(5)
    expect(line).toContain(' and 2 more. ')
  })
})

describe('the theme that the settings name', () => {
  it.each<[string, Tree, string, string]>([
    [
      'under another name',
      { 'themes/acme/custom.json': legacy },
      '/themes/acme/custom.json',
      'themes/acme/custom.json',
    ],
    ['in no folder of its own', { 'themes/theme.json': legacy }, '/themes/theme.json', 'themes/theme.json'],
    [
      'in a folder too deep',
      { 'themes/acme/v2/theme.json': legacy },
      '/themes/acme/v2/theme.json',
      'themes/acme/v2/theme.json',
    ],
    ['beside the themes', { 'own/theme.json': legacy }, '/own/theme.json', 'own/theme.json'],
    ['without a slash', { 'themes/acme/a.json': legacy }, 'themes/acme/a.json', 'themes/acme/a.json'],
  ])('is converted and moved to where the server merges: %s', async (_, files, setting, from) => {
    const { status, stdout } = await plan(files, `WEB_UI_THEME_PATH=${setting}\n`)
    expect(status).toBe(1)
    expect(stdout).toContain(`convert ${from} to themes/acme/theme.json: `)
    expect(stdout).toContain('Set WEB_UI_THEME_PATH=/themes/acme/theme.json before you start')
    const before = snapshot(data)
    expect((await plan(files, `WEB_UI_THEME_PATH=${setting}\n`, '--apply')).status).toBe(1)
    const target = ['validate', '--quiet', file('themes/acme/theme.json')]
    expect((await runInProcess(target)).status).toBe(0)
    const again = await plan({}, 'WEB_UI_THEME_PATH=/themes/acme/theme.json\n')
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])
    const old = await plan({}, `WEB_UI_THEME_PATH=${setting}\n`)
    expect(old.stdout).toContain('Set WEB_UI_THEME_PATH=/themes/acme/theme.json')
    write('server.env', `WEB_UI_THEME_PATH=${setting}\n`)
    expect((await runInProcess(['migrate', '--rollback', data])).status).toBe(0)
    expect(snapshot(data)).toEqual(before)
  })

  it('stays where it is on releases that serve files as they are', async () => {
    const { stdout } = await plan(
      { 'themes/acme/custom.json': legacy },
      'WEB_UI_THEME_PATH=/themes/acme/custom.json\n',
      '--target',
      'ocis-5',
    )
    expect(stdout).toContain('convert themes/acme/custom.json: ')
    expect(stdout).not.toContain('theme-misses-merge')
  })

  it('stays where it is when another file has its place', async () => {
    const { stdout } = await plan(
      { 'themes/acme/custom.json': legacy, 'themes/acme/theme.json': JSON.stringify(exampleTheme()) },
      'WEB_UI_THEME_PATH=/themes/acme/custom.json\n',
    )
    expect(stdout).toContain('convert themes/acme/custom.json: ')
    expect(stdout).toContain('where another file is')
  })

  it('may be named by the web configuration, with a full address of this server', async () => {
    const config = {
      server: 'https://cloud.example',
      theme: 'https://cloud.example/themes/acme/custom.json',
      options: { imprintUrl: 'https://acme.example/new' },
    }
    const given = ['--web-config', write('config.json', JSON.stringify(config))]
    const { stdout } = await plan({ 'themes/acme/custom.json': legacy }, '', ...given)
    expect(stdout).toContain('convert themes/acme/custom.json to themes/acme/theme.json')
    expect(stdout).toMatch(
      /Set WEB_UI_THEME_PATH=\/themes\/acme\/theme\.json \(and "theme" in \S+config\.json, if another/,
    )
  })

  it('is that of the settings, whatever the file of WEB_UI_CONFIG_FILE says', async () => {
    const config = write('web.json', JSON.stringify({ theme: '/themes/acme/theme.json' }))
    const files = { 'themes/acme/theme.json': legacy, 'themes/other/theme.json': legacy }
    const served = (...settings: string[]) =>
      plan(files, [`WEB_UI_CONFIG_FILE=${config}`, ...settings, ''].join('\n'))
    const byDefault = (await served()).stdout
    expect(byDefault).toContain(
      'the server replaces it with the default, "/themes/owncloud/theme.json", unless WEB_UI_THEME_PATH is set',
    )
    expect(byDefault).toContain('Set WEB_UI_THEME_PATH=/themes/acme/theme.json')
    expect(byDefault).toMatch(/themes\/acme\/theme\.json \(wrapped\), not read/)
    const other = (await served('WEB_UI_THEME_PATH=/themes/other/theme.json')).stdout
    expect(other).toMatch(/theme-overruled/)
    expect(other).toContain('themes/other/theme.json (wrapped), read: the theme in use')
    const same = (await served('WEB_UI_THEME_PATH=themes/acme/theme.json')).stdout
    expect(same).not.toContain('theme-overruled')
    for (const spelling of ['/themes//acme/theme.json', '/themes/other/../acme/./theme.json']) {
      const spelled = (await served(`WEB_UI_THEME_PATH=${spelling}`)).stdout
      expect(spelled).not.toMatch(/theme-overruled|active-theme-missing/)
    }
    const elsewhere = (await served('WEB_UI_THEME_SERVER=https://themes.example')).stdout
    expect(elsewhere).toContain(
      'WEB_UI_THEME_PATH=/themes/acme/theme.json, and remove WEB_UI_THEME_SERVER, to show',
    )
    write('web.json', JSON.stringify({ theme: 'https://themes.example/themes/acme/theme.json' }))
    expect((await served()).stdout).toContain(
      'WEB_UI_THEME_PATH=/themes/acme/theme.json and WEB_UI_THEME_SERVER=https://themes.example to show',
    )
  })

  it('is not known where --web-config names another one than the settings', async () => {
    const given = ['--web-config', write('config.json', JSON.stringify({ theme: '/themes/acme/theme.json' }))]
    const files = { 'themes/owncloud/theme.json': JSON.stringify(exampleTheme()) }
    const named = (file: string) => plan(files, `WEB_UI_THEME_PATH=/themes/${file}\n`, ...given)
    const { status, stdout } = await named('owncloud/theme.json')
    expect([status, stdout]).toEqual([1, expect.stringContaining('(theme-overruled)')])
    expect(stdout).toContain('themes/owncloud/theme.json (current), read: the theme in use')
    const settings = ['--settings', path.join(data, 'server.env')]
    const { stdout: answers } = await runInProcess(['doctor', data, ...settings, ...given])
    expect(answers).toMatch(/^affected +Theme\n +- error: "theme" in \S+config\.json is "\/themes\/acme\//m)
    expect((await named('acme/theme.json')).stdout).not.toContain('theme-overruled')
  })

  it('may not be there, which is never fine', async () => {
    const { stdout } = await plan(
      { 'themes/_branding/logo.png': '' },
      'WEB_UI_THEME_PATH=/themes/acme/theme.json\n',
    )
    expect(stdout).toContain('active-theme-missing')
    expect(stdout).not.toContain('Nothing to do')
  })

  it.each([
    [
      'WEB_UI_THEME_SERVER=https://cdn.example\nOCIS_URL=https://cloud.example\n',
      'Users get their theme from https://cdn.example',
    ],
    ['WEB_UI_THEME_PATH=https://cdn.example/t.json\n', 'which may be another server'],
  ])('may be on another host, which is never fine: %j', async (lines, message) => {
    const { status, stdout } = await plan(
      { 'themes/owncloud/theme.json': JSON.stringify(exampleTheme()) },
      lines,
    )
    expect([status, stdout]).toEqual([1, expect.stringContaining(message)])
    expect(stdout).not.toContain('Nothing to do')
  })

  it('must have an address that ends with .json', async () => {
    const { stdout } = await plan(
      { 'themes/acme/theme.json': legacy },
      'WEB_UI_THEME_PATH=/themes/acme/theme.json?v=2\n',
    )
    expect(stdout).toContain('clients load only addresses that end with ".json"')
  })
})

describe('theme files that nothing reads', () => {
  it.each([
    ['themes/owncloud/themes.json', 'theme-misnamed'],
    ['themes/owncloud/Theme.json', 'theme-misnamed'],
    ['themes/owncloud/theme.json.txt', 'theme-misnamed'],
    ['themes/owncloud/mine.json', 'theme-not-active'],
    ['themes/other/theme.json', 'theme-not-active'],
    ['theme.json', 'theme-not-active'],
  ])('are named, and all is not well: %s', async (name, code) => {
    const { stdout } = await plan({ [name]: JSON.stringify(exampleTheme()) })
    expect(stdout).not.toContain('Nothing to do')
    expect(stdout).toContain(`- ${name} (current), not read: `)
    expect(stdout).toContain(code)
  })

  it.each(['themes/owncloud/themes.json', 'themes/owncloud/mine.json', 'themes/other/theme.json'])(
    'may be the only good copy, so that nothing advises to delete it: %s',
    async (name) => {
      const { stdout } = await plan({ [name]: legacy, 'themes/owncloud/theme.json': '{' })
      expect(stdout).toContain('syntax-error')
      expect(stdout).toContain(`- ${name} (wrapped), not read: `)
      expect(stdout).not.toMatch(/\b(?:delete|remove)\b/i)
    },
  )

  it('may be copies that editors leave', async () => {
    const { stdout } = await plan({
      'themes/owncloud/theme.json.bak': legacy,
      'themes/owncloud/theme.json~': legacy,
    })
    expect(stdout).toContain('Nothing to do.')
    expect(stdout).toContain(
      'themes/owncloud/theme.json.bak (wrapped), not read: a copy, judging by its name',
    )
  })

  it('are no other files', async () => {
    const { stdout } = await plan({ 'themes/owncloud/manifest.json': '{"a": 1}', 'core/theme.json': legacy })
    expect(stdout).not.toContain('Theme files')
  })
})

describe('a ConfigMap', () => {
  const mounted = (withLinks: boolean) => {
    writeInstance(data, { ...images, 'themes/owncloud/..2026_01/theme.json': legacy })
    const link = (to: string, name: string) =>
      withLinks ? symlinkSync(to, file(name)) : writeFileSync(file(name), to)
    link('..2026_01', 'themes/owncloud/..data')
    link('..data/theme.json', 'themes/owncloud/theme.json')
  }

  it.each([
    [true, 'theme.json'],
    [false, '..2026_01/theme.json'],
  ])('is one theme for validate, too (links: %s)', async (withLinks, name) => {
    mounted(withLinks)
    const { stdout } = await runInProcess(['validate', data, '--format', 'json'])
    const { files } = JSON.parse(stdout) as { files: { file: string; diagnostics: { code: string }[] }[] }
    expect(files.map(({ file: found }) => path.relative(file('themes/owncloud'), found))).toEqual([name])
    expect(files[0]?.diagnostics.map(({ code }) => code)).toContain('legacy-theme')
  })

  it.each([true, false])('is one theme, which is changed by hand (links: %s)', async (withLinks) => {
    mounted(withLinks)
    const before = snapshot(data)
    for (const args of [[], ['--apply']]) {
      const { status, stdout } = await plan({}, '', ...args)
      expect(status).toBe(1)
      expect(stdout).not.toContain('Nothing to do')
      expect(stdout).toContain('into the key "theme.json" of the ConfigMap')
      expect(stdout.match(/\(wrapped\)/g)).toHaveLength(1)
      const text = stdout.slice(stdout.indexOf('converted:') + 'converted:'.length)
      expect((await runInProcess(['validate', '--quiet', '-'], { input: text })).status).toBe(0)
    }
    rmSync(path.join(data, 'server.env'))
    expect(snapshot(data)).toEqual(before)
    expect((await runInProcess(['migrate', '--rollback', data])).stdout).toContain('Nothing to roll back')
  })

  it('beside files that are changed here leaves something to do by hand', async () => {
    mounted(true)
    const { status, stdout } = await plan({ 'themes/acme/theme.json': legacy }, '', '--apply')
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(
        /^Done but for changes by hand\. .*; make the changes by hand, then start the new server\.$/m,
      ),
    ])
  })

  it('is one file for validate', async () => {
    mounted(true)
    const { files } = JSON.parse((await runInProcess(['validate', '--format', 'json', data])).stdout) as {
      files: { file: string }[]
    }
    expect(files.map((checked) => checked.file)).toEqual([file('themes/owncloud/theme.json')])
  })
})

describe('links inside the folder', () => {
  it('are names of one theme', async () => {
    writeInstance(data, { 'themes/acme/theme.json': legacy })
    mkdirSync(file('themes/owncloud'))
    symlinkSync('../acme/theme.json', file('themes/owncloud/theme.json'))
    const { stdout } = await plan({})
    expect(stdout).toContain('convert themes/acme/theme.json: ')
    expect(stdout).not.toContain('theme-not-active')
    expect((await plan({}, '', '--apply')).status).toBe(0)
    expect(JSON.parse(readFileSync(file('themes/owncloud/theme.json'), 'utf8'))).toHaveProperty('clients')
  })
})

describe('a theme in use behind a link that leads out of the folder', () => {
  it.each([
    ['the theme', 'themes/owncloud/theme.json', 'shared/theme.json'],
    ['its folder', 'themes/owncloud', 'shared'],
  ])('is not "nothing to do": %s', async (_, name, to) => {
    writeInstance(data, { 'shared/theme.json': legacy }, '')
    mkdirSync(path.dirname(file(name)), { recursive: true })
    symlinkSync(path.join(data, to), file(name))
    const target = mkdtempSync(path.join(tmpdir(), 'theme-convert-target-'))
    for (const args of [['--apply'], ['--apply', '--to', target]]) {
      const { status, stdout } = await plan({ 'branding/acme.png': 'a' }, '', ...args)
      expect([status, stdout]).toEqual([1, expect.stringContaining('symbolic-link')])
      expect(stdout).toContain('1 error')
      expect(stdout).not.toMatch(/Nothing to do|image-unused/)
    }
    rmSync(target, { recursive: true })
  })
})

describe('a migration by the folder between data folder and assets', () => {
  it('is named by a rollback of the others', async () => {
    writeInstance(data, { ...images, 'themes/owncloud/theme.json': legacy })
    const before = snapshot(path.join(data, 'web/assets'))
    const web = path.join(data, 'web')
    expect((await runInProcess(['migrate', web, '--apply'])).status).toBe(0)
    for (const other of [data, path.join(web, 'assets')]) {
      const { status, stderr } = await runInProcess(['migrate', '--rollback', other])
      expect([status, stderr]).toEqual([2, expect.stringContaining(`recorded in ${web}. Pass that folder`)])
    }
    expect((await runInProcess(['migrate', '--rollback', web])).status).toBe(0)
    expect(snapshot(path.join(data, 'web/assets'))).toEqual(before)
    expect((await runInProcess(['migrate', data, '--apply'])).status).toBe(0)
    expect((await runInProcess(['migrate', '--rollback', web])).stderr).toContain(`recorded in ${data}.`)
  })
})

describe('a branding file made by hand', () => {
  it.each([
    { common: { name: 'Acme' } },
    { common: { name: 'Acme', urls: { imprint: 'https://acme.example/i' } } },
    { clients: { web: { defaults: { loginPage: { backgroundImg: 'themes/acme/harbour.jpg' } } } } },
    {},
  ])('may be any part of a theme: %j', async (branding) => {
    const { status, stdout } = await plan({ 'themes/_branding/theme.json': JSON.stringify(branding) })
    expect([status, stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])
    expect(stdout).not.toContain('logo-hidden')
  })

  it('is no part of a theme that breaks the whole', async () => {
    const { status, stdout } = await plan({ 'themes/_branding/theme.json': '{"common": {"name": 7}}' })
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining('themes/_branding/theme.json:1:21 /common/name'),
    ])
  })
})

describe('settings from the environment of a process', () => {
  it('are read as /proc has them', async () => {
    const other = 'themes/acme/theme.json'
    const { status, stdout, stderr } = await plan(
      { [other]: legacy },
      `OCIS_URL=https://cloud.example\0WEB_UI_THEME_PATH=/${other}\0`,
    )
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toContain(`${other} (wrapped), read: the theme in use`)
  })

  it('are not read from another file with NUL characters', async () => {
    const { status, stderr } = await plan({}, 'PNG\0')
    expect([status, stderr]).toEqual([2, expect.stringContaining('contains NUL bytes')])
  })
})
