import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { convert, resolveThemes, validate } from '../../src/index.js'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { serverText } from '../../src/shipped/server-text.js'
import { uploadedCopy } from '../../src/shipped/shipped-themes.js'
import { setAt } from '../support/change.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import {
  exampleImages as images,
  logoBytes,
  logoOnly,
  snapshot,
  uploadServers,
  writeInstance,
} from '../support/instances.js'
import { runCommand, runInProcess } from '../support/run-command.js'

const [, ocis4, ocis5] = uploadServers
const legacyText = JSON.stringify(exampleLegacyTheme(), null, 2)
const custom = { ...images, 'themes/owncloud/theme.json': legacyText }

let data: string
const migrate = (...args: string[]) => runInProcess(['migrate', data, ...args])
const file = (name: string) => path.join(data, 'web/assets', name)
const read = (name: string) => readFileSync(file(name), 'utf8')

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
})

afterEach(() => {
  rmSync(data, { recursive: true, force: true })
})

describe('migrate', () => {
  it('only says what it would do', async () => {
    writeInstance(data, logoOnly(ocis4.shipped))
    const before = snapshot(data)
    const { status, stdout, stderr } = await migrate()
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toContain('1. move branding/acme.png to themes/_branding/acme.png: oCIS 8 serves')
    expect(stdout).toContain('2. write themes/_branding/theme.json: ')
    expect(stdout).toContain('3. delete themes/owncloud/theme.json: ')
    expect(stdout).toMatch(/Nothing was changed\. Stop the server, then add --apply\.\n$/)
    expect(snapshot(data)).toEqual(before)
    expect(existsSync(path.join(data, '.theme-convert'))).toBe(false)
  })

  describe.each(uploadServers)('of an instance of $server with an uploaded logo', ({ shipped }) => {
    beforeEach(() => writeInstance(data, logoOnly(shipped)))

    it('keeps the logo, finds nothing to do after that, and gives every byte back', async () => {
      const before = snapshot(data)
      expect((await migrate('--target', 'ocis-7')).status).toBe(1)
      const applied = await migrate('--target', 'ocis-7', '--apply')
      expect([applied.status, applied.stderr]).toEqual([0, ''])
      expect(applied.stdout).toContain(
        `undoes it; start the new server now.\nThe previous files are in ${path.join(data, '.theme-convert')}; `,
      )
      expect(existsSync(file('themes/owncloud/theme.json'))).toBe(false)
      expect(existsSync(file('branding/acme.png'))).toBe(false)
      expect(readFileSync(file('themes/_branding/acme.png')).equals(logoBytes)).toBe(true)
      expect(
        (
          await runInProcess([
            'validate',
            '--quiet',
            '--target',
            'ocis-7',
            file('themes/_branding/theme.json'),
          ])
        ).status,
      ).toBe(0)

      const after = snapshot(data)
      const again = await migrate('--target', 'ocis-7', '--apply')
      expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])
      expect(snapshot(data)).toEqual(after)

      const back = await runInProcess(['migrate', '--rollback', data])
      expect([back.status, back.stderr]).toEqual([0, ''])
      expect(snapshot(data)).toEqual(before)
      expect(existsSync(path.join(data, '.theme-convert'))).toBe(false)
      expect((await runInProcess(['migrate', '--rollback', data])).stdout).toContain('Nothing to roll back')
    })

    it.runIf(hasCorpus).each([
      ['ocis-6', 'current/server-6.0.json'],
      ['ocis-6', 'current/server-6.3.json'],
      ['ocis-7', 'current/server-6.5.json'],
    ] as const)('shows the logo in every slot on %s over the theme of %s', async (target, name) => {
      expect((await migrate('--target', target, '--apply')).status).toBe(0)
      const branding: unknown = JSON.parse(read('themes/_branding/theme.json'))
      const [server] = corpusFiles('current').filter((real) => real.file === name)
      expect(validate(server?.document, { target }).valid).toBe(true)
      for (const { theme } of resolveThemes(server?.document, { target, branding })) {
        expect(theme).toMatchObject({
          common: { logo: 'themes/_branding/acme.png' },
          logo: { topbar: 'themes/_branding/acme.png', login: 'themes/_branding/acme.png' },
        })
      }
    })
  })

  it('shows the logo over themes with a logo of their own in the oCIS after 8.1, and says so before', async () => {
    writeInstance(data, logoOnly(ocis4.shipped))
    expect((await migrate('--target', 'ocis-8')).stdout).toContain('variants with their own logo')
    expect((await migrate('--target', 'ocis-next')).stdout).not.toContain('(logo-hidden)')
    expect((await migrate('--target', 'ocis-next', '--apply')).status).toBe(0)
    const branding: unknown = JSON.parse(read('themes/_branding/theme.json'))
    const logo = { topbar: 'a.svg', favicon: 'a.png', login: 'a.svg' }
    const theme = setAt(
      convert(exampleLegacyTheme(), { target: 'ocis-next' }).theme as never,
      '/clients/web/themes/0/logo',
      logo,
    )
    const shown = (target: 'ocis-8' | 'ocis-next') => resolveThemes(theme, { target, branding })[0]?.theme
    expect(shown('ocis-next')).toMatchObject({
      logo: { ...logo, topbar: 'themes/_branding/acme.png', login: 'themes/_branding/acme.png' },
    })
    expect(shown('ocis-8')).toMatchObject({ logo })
  })

  it('converts the theme of a person, with the links of the old configuration, and keeps its mode', async () => {
    writeInstance(data, custom)
    chmodSync(file('themes/owncloud/theme.json'), 0o640)
    writeFileSync(
      path.join(data, 'config.json'),
      JSON.stringify({ options: { accessDeniedHelpUrl: 'https://acme.example/help-us' } }),
    )
    const { status } = await migrate(
      '--apply',
      '--web-config',
      path.join(data, 'config.json'),
      '--target',
      'ocis-8',
    )
    expect(status).toBe(0)
    const theme = JSON.parse(read('themes/owncloud/theme.json'))
    expect(theme).toEqual(
      convert(exampleLegacyTheme(), { webOptions: { accessDeniedHelpUrl: 'https://acme.example/help-us' } })
        .theme,
    )
    expect(statSync(file('themes/owncloud/theme.json')).mode & 0o777).toBe(0o640)
    expect(
      (
        await runInProcess([
          'validate',
          '--assets',
          path.join(data, 'web/assets'),
          file('themes/owncloud/theme.json'),
        ])
      ).status,
    ).toBe(0)
    expect((await migrate()).stdout).toContain('Nothing to do.')
  })

  it('takes an instance with several themes and an uploaded logo', async () => {
    writeInstance(data, {
      ...images,
      ...logoOnly(ocis5.shipped),
      'themes/acme/theme.json': legacyText,
      'themes/other/theme.json': '{ "broken": ',
      'themes/notes.txt': 'mine',
    })
    const before = snapshot(data)
    expect((await migrate('--target', 'ocis-7')).stdout).toMatch(
      /Nothing was changed\. Correct the errors first: .* Stop the server, then add --apply\.\n$/,
    )
    const { status, stdout } = await migrate('--apply', '--target', 'ocis-7')
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^Done but for the errors above\. .*; correct the errors above and migrate again, then start/m,
    )
    expect(stdout).toContain('convert themes/acme/theme.json')
    expect(stdout).toContain('delete themes/owncloud/theme.json')
    expect(stdout).toContain('- themes/other/theme.json')
    expect(read('themes/other/theme.json')).toBe('{ "broken": ')
    writeFileSync(file('themes/other/theme.json'), legacyText)
    const again = await migrate('--apply', '--target', 'ocis-7')
    expect([again.status, again.stdout]).toEqual([
      0,
      expect.stringMatching(/1\. convert themes\/other\/theme\.json/),
    ])
    expect((await runInProcess(['migrate', '--rollback', data])).status).toBe(0)
    writeFileSync(file('themes/other/theme.json'), '{ "broken": ')
    expect((await runInProcess(['migrate', '--rollback', data])).status).toBe(0)
    expect(snapshot(data)).toEqual(before)
  })

  it('takes the assets folder itself, and half a migration', async () => {
    writeInstance(data, logoOnly(ocis4.shipped), '')
    mkdirSync(path.join(data, 'themes/_branding'))
    writeFileSync(path.join(data, 'themes/_branding/acme.png'), logoBytes)
    rmSync(path.join(data, 'branding/acme.png'))
    const { status, stdout } = await migrate('--apply', '--target', 'ocis-7')
    expect(status).toBe(0)
    expect(stdout).not.toContain('move')
    expect(existsSync(path.join(data, 'themes/_branding/theme.json'))).toBe(true)
    expect((await migrate('--target', 'ocis-7')).status).toBe(0)
  })

  it('takes migrations back one after the other', async () => {
    writeInstance(data, custom)
    const first = snapshot(data)
    expect((await migrate('--apply', '--target', 'ocis-5')).status).toBe(0)
    const second = snapshot(data)
    expect((await migrate('--apply', '--target', 'ocis-8')).status).toBe(0)
    expect((await runInProcess(['migrate', '--rollback', data])).status).toBe(0)
    expect(snapshot(data)).toEqual(second)
    expect((await runInProcess(['migrate', '--rollback', data])).status).toBe(0)
    expect(snapshot(data)).toEqual(first)
  })

  it('reads the environment of the server from a file', async () => {
    writeInstance(data, { ...images, 'themes/acme/theme.json': legacyText })
    expect((await migrate()).stdout).toContain('(theme-not-active)')
    writeFileSync(
      path.join(data, 'ocis.env'),
      '# ours\nWEB_UI_THEME_PATH="/themes/acme/theme.json"\nWEB_ASSET_PATH=/srv/web\n',
    )
    const { stdout } = await migrate('--settings', path.join(data, 'ocis.env'))
    expect(stdout).not.toContain('(theme-not-active)')
    expect(stdout).toContain('WEB_ASSET_THEMES_PATH=/srv/web/themes')
  })

  it('says all of it to programs', async () => {
    writeInstance(data, logoOnly(ocis4.shipped))
    const { status, stdout, stderr } = await migrate('--format', 'json', '--target', 'ocis-7')
    expect([status, stderr]).toEqual([1, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      assets: 'web/assets',
      target: 'ocis-7',
      applied: false,
      steps: [
        {
          action: 'move',
          file: 'branding/acme.png',
          to: 'themes/_branding/acme.png',
          reason: expect.any(String),
        },
        { action: 'write', file: 'themes/_branding/theme.json' },
        { action: 'delete', file: 'themes/owncloud/theme.json' },
      ],
      findings: [],
    })
    expect(
      JSON.parse((await migrate('--format', 'json', '--target', 'ocis-7', '--apply')).stdout),
    ).toMatchObject({
      applied: true,
    })
    const back = await runInProcess(['migrate', '--rollback', '--format', 'json', data])
    const { restored, removed } = JSON.parse(back.stdout)
    expect([restored.length, removed.length]).toEqual([2, 2])
  })

  it('follows no symbolic link', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'theme-convert-outside-'))
    try {
      writeInstance(outside, { 'theme.json': legacyText, 'acme.png': 'secret' }, '')
      writeInstance(data, { ...logoOnly(ocis4.shipped), 'themes/acme/theme.json': legacyText })
      symlinkSync(outside, file('themes/linked'))
      symlinkSync(outside, file('themes/_branding'))
      const before = snapshot(outside)
      const { status, stdout } = await migrate('--apply', '--target', 'ocis-7')
      expect(status).toBe(1)
      expect(stdout).toContain('themes/linked: Symbolic link, not followed')
      expect(stdout).toContain('themes/_branding is a symbolic link')
      expect(snapshot(outside)).toEqual(before)
      expect(read('themes/owncloud/theme.json')).toBe(logoOnly(ocis4.shipped)['themes/owncloud/theme.json'])

      renameSync(file('themes/acme'), path.join(data, 'acme'))
      symlinkSync(outside, file('themes/acme'))
      expect(await migrate('--rollback')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('is a symbolic link, which may lead anywhere. Nothing was changed.'),
      })
      expect(snapshot(outside)).toEqual(before)
    } finally {
      rmSync(outside, { recursive: true })
    }
  })

  it('takes nothing back that somebody changed since', async () => {
    writeInstance(data, custom)
    expect((await migrate('--apply')).status).toBe(0)
    writeFileSync(file('themes/owncloud/theme.json'), '{"mine": true}')
    const before = snapshot(data)
    const { status, stderr } = await runInProcess(['migrate', '--rollback', data])
    expect(status).toBe(2)
    expect(stderr).toContain('web/assets/themes/owncloud/theme.json changed since then. Nothing was changed')
    expect(snapshot(data)).toEqual(before)
  })

  it('follows no journal that is damaged or leads out of the folder', async () => {
    writeInstance(data, custom)
    expect((await migrate('--apply')).status).toBe(0)
    const journal = path.join(data, '.theme-convert/1/done.json')
    const text = readFileSync(journal, 'utf8')
    for (const bad of [
      '{',
      '[]',
      text.replace('web/assets/themes/owncloud', '../../etc'),
      text.replace(/[0-9a-f]{64}/, 'e3b0'),
    ]) {
      writeFileSync(journal, bad)
      const before = snapshot(data)
      const { status, stderr } = await runInProcess(['migrate', '--rollback', data])
      expect(status).toBe(2)
      expect(stderr).toContain('is damaged')
      expect(snapshot(data)).toEqual(before)
    }
  })

  it('waits for nobody: another run that is at work is named', async () => {
    writeInstance(data, custom)
    mkdirSync(path.join(data, '.theme-convert'))
    const lock = path.join(data, '.theme-convert/lock')
    symlinkSync(`${process.ppid} ${hostname()}`, lock)
    const before = snapshot(data)
    for (const way of ['--apply', '--rollback']) {
      const { status, stderr } = await migrate(way)
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining(`(process ${process.ppid}) is working on`),
      ])
    }
    expect(snapshot(data)).toEqual(before)
    // One that is dead doesn't.
    rmSync(lock)
    symlinkSync(`999999999 ${hostname()}`, lock)
    expect((await migrate('--apply')).status).toBe(0)
    expect(lstatSync(lock, { throwIfNoEntry: false })).toBeUndefined()
  })

  it('waits for a run on another host, unless its lock is old', async () => {
    writeInstance(data, custom)
    mkdirSync(path.join(data, '.theme-convert'))
    const lock = path.join(data, '.theme-convert/lock')
    symlinkSync('1 another.example', lock)
    expect(await migrate('--apply')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Another run (process 1 on another.example) is working on'),
    })
    lutimesSync(lock, 1, 1)
    expect((await migrate('--apply')).status).toBe(0)
  })

  it.each<[string, () => string[], RegExp]>([
    ['no folder', () => ['migrate'], /Pass the data folder/],
    ['two folders', () => ['migrate', data, data], /Pass only one data folder/],
    ['a folder of something else', () => ['migrate', data], /neither web\/assets nor a folder "themes"/],
    ['a folder that is not there', () => ['migrate', path.join(data, 'none')], /no such file/],
    ['a file', () => ['migrate', path.join(data, 'file')], /is not a folder/],
    ['both ways at once', () => ['migrate', data, '--apply', '--rollback'], /either --apply or --rollback/],
  ])('refuses %s', async (_, args, message) => {
    writeFileSync(path.join(data, 'file'), '')
    const { status, stdout, stderr } = await runInProcess(args())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('names an environment that is not there', () => {
    writeInstance(data, custom)
    const before = snapshot(data)
    const { status, stdout, stderr } = runCommand(['migrate', data, '--apply', '--settings', 'none.env'])
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining('--settings none.env')])
    expect(snapshot(data)).toEqual(before)
  })

  it('reads the folder and the old configuration that the environment names', async () => {
    writeInstance(data, custom)
    const configuration = path.join(data, 'web.json')
    const environment = path.join(data, 'ocis.env')
    writeFileSync(
      environment,
      `OCIS_BASE_DATA_PATH=${data}\nWEB_UI_CONFIG_FILE=${configuration}\nWEB_ASSET_PATH=${data}/web/assets\n`,
    )
    const run = (...args: string[]) => runInProcess(['migrate', '--settings', environment, ...args])
    expect(await run('--target', 'ocis-5')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`WEB_UI_CONFIG_FILE is ${configuration}, which is not here.`),
    })
    writeFileSync(configuration, '{"options": {"accessDeniedHelpUrl": "https://acme.example/other"}}')
    const { stdout, stderr } = await run('--target', 'ocis-5')
    expect(stderr).toBe('')
    expect(stdout).toContain('convert themes/owncloud/theme.json')
    writeFileSync(environment, `OCIS_BASE_DATA_PATH=${data}\nWEB_ASSET_PATH=/srv/assets\n`)
    const elsewhere = await run()
    expect(elsewhere).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('WEB_ASSET_PATH is /srv/assets, which is not on this host'),
    })
    expect(elsewhere.stdout).not.toContain('Nothing to do')
    writeFileSync(configuration, '{')
    expect(await run('--web-config', configuration)).toMatchObject({ status: 2, stdout: '' })
  })

  it.each(uploadServers)(
    'takes a theme that a person made for $server, and the logo uploaded into it',
    async ({ shipped }) => {
      const document = setAt(uploadedCopy(shipped, 'branding/acme.png'), '/common/name', 'Acme')
      writeInstance(data, { ...logoOnly(shipped), 'themes/owncloud/theme.json': serverText(document) })
      const before = snapshot(data)
      const { status, stdout } = await migrate('--apply', '--target', 'ocis-7')
      expect(status).toBe(0)
      expect(stdout).toContain('1. move branding/acme.png')
      expect(stdout).toContain('2. convert themes/owncloud/theme.json')
      const theme: unknown = JSON.parse(read('themes/owncloud/theme.json'))
      expect(validate(theme, { target: 'ocis-7' }).valid).toBe(true)
      for (const { theme: shown } of resolveThemes(theme, { target: 'ocis-7' })) {
        expect(shown).toMatchObject({
          common: { logo: 'themes/_branding/acme.png' },
          logo: { topbar: 'themes/_branding/acme.png', login: 'themes/_branding/acme.png' },
        })
      }
      expect((await migrate('--target', 'ocis-7')).stdout).toContain('Nothing to do.')
      expect((await runInProcess(['migrate', '--rollback', data])).status).toBe(0)
      expect(snapshot(data)).toEqual(before)
    },
  )

  it.runIf(process.getuid?.() === 0)('keeps owners, of files and for new ones', async () => {
    writeInstance(data, { ...logoOnly(ocis4.shipped), ...images, 'themes/acme/theme.json': legacyText })
    for (const name of [
      'themes/acme/theme.json',
      'themes/owncloud/theme.json',
      'branding/acme.png',
      'themes',
    ]) {
      chownSync(file(name), 1234, 2345)
    }
    expect((await migrate('--apply', '--target', 'ocis-7')).status).toBe(0)
    const owned = [
      'themes/acme/theme.json',
      'themes/_branding/acme.png',
      'themes/_branding/theme.json',
      'themes/_branding',
    ]
    for (const name of owned) expect(statSync(file(name)), name).toMatchObject({ uid: 1234, gid: 2345 })
    expect((await runInProcess(['migrate', '--rollback', data])).status).toBe(0)
    expect(statSync(file('branding/acme.png'))).toMatchObject({ uid: 1234, gid: 2345 })
  })

  it('reads the old web options of the environment, unless a configuration file has them', async () => {
    writeInstance(data, logoOnly(ocis4.shipped))
    writeInstance(data, {
      'themes/acme/theme.json': serverText(
        setAt(uploadedCopy(ocis4.shipped, 'branding/acme.png'), '/common/name', 'A'),
      ),
    })
    const [environment, configuration] = [path.join(data, 'ocis.env'), path.join(data, 'web.json')]
    const link = 'https://acme.example/imprint'
    const run = (...lines: string[]) => {
      writeFileSync(environment, lines.join('\n'))
      return migrate('--settings', environment)
    }
    expect((await run(`WEB_OPTION_IMPRINT_URL=${link}`)).stdout).toContain(`adds ${link} from the old web`)
    writeFileSync(configuration, '{"server": "https://acme.example"}')
    const other = await run(`WEB_OPTION_IMPRINT_URL=${link}`, `WEB_UI_CONFIG_FILE=${configuration}`)
    expect([other.status, other.stderr]).toEqual([1, ''])
    expect(other.stdout).toContain(link)
    writeFileSync(configuration, JSON.stringify({ options: { imprintUrl: '' } }))
    const empty = await run(`WEB_OPTION_IMPRINT_URL=${link}`, `WEB_UI_CONFIG_FILE=${configuration}`)
    expect(empty.stdout).not.toContain(link)
    writeFileSync(configuration, '{"options": 7}')
    expect((await run(`WEB_UI_CONFIG_FILE=${configuration}`)).stderr).toContain(
      `WEB_UI_CONFIG_FILE: ${configuration} has no "options".`,
    )
  })
})

describe('the settings of a compose project', () => {
  const run = (...args: string[]) => runInProcess(['migrate', ...args])
  const project = (...lines: string[]) => {
    const name = path.join(data, 'compose.yml')
    writeFileSync(name, `services:\n  ocis:\n    image: owncloud/ocis:\${TAG:-7}\n${lines.join('\n')}\n`)
    return name
  }

  it('name the theme and the data folder, which is said', async () => {
    writeInstance(path.join(data, 'data'), { ...images, 'themes/acme/theme.json': legacyText })
    writeFileSync(path.join(data, '.env'), 'THEME=acme\n')
    const file = project(
      '    environment: [ "WEB_UI_THEME_PATH=/themes/$THEME/theme.json" ]',
      '    volumes: [ "./data:/var/lib/ocis", "./own:/var/lib/ocis/web/assets/themes/own:ro" ]',
    )
    const { status, stdout, stderr } = await run('--settings', file)
    expect([status, stdout]).toEqual([1, expect.stringContaining('convert themes/acme/theme.json')])
    expect(stdout).not.toContain('theme-not-active')
    expect(stderr).toContain(`is ${path.join(data, 'data')}.`)
    expect(stdout).toContain(`${path.join(data, 'own')} on this host, which is not there`)
  })

  it.each<[string, string[], string]>([
    ['a data folder in a volume', ['    volumes: [ "data:/var/lib/ocis" ]'], 'docker volume inspect'],
    ['a required variable without a value', ['    environment: { A: "${B:?}" }'], 'B is not set'],
  ])('leave open %s, which is said', async (_, lines, message) => {
    const { status, stdout, stderr } = await run('--settings', project(...lines))
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })
})
