import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { exampleImages, type Tree, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const account = 'OCIS_SERVICE_ACCOUNT_ID=4f1c\nOCIS_SERVICE_ACCOUNT_SECRET=topsecret4711\n'
const theme = 'themes/owncloud/theme.json'
const current = { ...exampleImages, [theme]: JSON.stringify(exampleTheme()) }

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-deployments-'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

const write = (files: Tree) => writeInstance(cwd, files, '')

const run = (...args: string[]) => runInProcess(args, { cwd, env: {} })

/** The answers of doctor, by their questions. */
async function doctor(...args: string[]) {
  const { stdout } = await run('doctor', ...args, '--format', 'json')
  const { answers } = JSON.parse(stdout) as {
    answers: { question: string; verdict: string; findings: { code: string; message: string }[] }[]
  }
  const answerTo = (question: string) => {
    const found = answers.find((answer) => answer.question === question)
    return { verdict: found?.verdict, said: found?.findings.map(({ message }) => message).join('\n') }
  }
  return { theme: answerTo('theme'), logo: answerTo('logo'), options: answerTo('web-options'), answerTo }
}

describe('images of the theme in use', () => {
  const damaged = [
    ['a damaged file', { 'themes/acme/logo.svg': 'no image' }, /themes\/acme\/logo\.svg: not .*damaged/],
    ['another format', { 'themes/acme/logo.svg': exampleImages['themes/acme/favicon.png'] }, /file is png/],
  ] as const

  it.each(damaged)('are looked at by doctor as by migrate and validate: %s', async (_, images, said) => {
    write({ 'ocis.env': account })
    writeInstance(path.join(cwd, 'data'), { ...current, ...images })
    const answer = (await doctor('data', '--settings', 'ocis.env')).theme
    expect([answer.verdict, answer.said]).toEqual(['affected', expect.stringMatching(said)])
    const plan = await run('migrate', 'data', '--settings', 'ocis.env')
    expect(plan.stdout).toMatch(said)
    expect(plan.stdout).not.toContain('Nothing to do')
    const checked = await run(
      'validate',
      `data/web/assets/${theme}`,
      '--assets',
      'data/web/assets',
      '--images',
    )
    expect(checked.stdout).toMatch(said)
  })

  it('are at places of the converted file, where the theme is converted', async () => {
    const legacy = { ...current, [theme]: JSON.stringify(exampleLegacyTheme()) }
    writeInstance(path.join(cwd, 'data'), { ...legacy, 'themes/acme/logo.svg': 'no image' })
    const { stdout } = await run('migrate', 'data')
    expect(stdout).toMatch(/damaged\. .*\(This place is in the converted file\.\) \(image-unreadable\)/)
  })

  it('are looked at in the folder of oCIS before a migration to OpenCloud', async () => {
    writeInstance(path.join(cwd, 'data'), { ...current, 'themes/acme/logo.svg': 'no image' })
    const { theme } = await doctor('data', '--from', 'ocis-7', '--target', 'opencloud-7.3')
    expect(theme).toMatchObject({ verdict: 'affected' })
    writeInstance(path.join(cwd, 'fine'), current)
    const fine = await run('migrate', 'data', '--to', 'new')
    expect(fine.stdout).not.toContain('Nothing to do')
  })
})

describe('a data folder without web assets', () => {
  it('has no theme, and is known by the folders of other services', async () => {
    write({ 'ocis.env': account, 'data/nats/x': '', 'data/storage/x': '', 'data/idm/x': '' })
    const { theme, logo } = await doctor('data', '--settings', 'ocis.env')
    expect([theme.verdict, logo.verdict]).toEqual(['not-affected', 'not-affected'])
    const { status, stdout } = await run('migrate', 'data')
    expect([status, stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])
  })

  it('is not any folder with such names', async () => {
    write({ 'idm/x': '', 'storage/x': '', 'nats/x': '', 'docker-compose.yml': 'services: {}' })
    const { status, stderr } = await run('migrate', '.')
    expect([status, stderr]).toEqual([2, expect.stringContaining('. has neither web/assets nor a folder')])
  })

  it('is named where the folder above it was passed', async () => {
    writeInstance(path.join(cwd, 'servers/ocis'), current)
    const { status, stderr } = await run('migrate', 'servers')
    expect([status, stderr]).toEqual([2, expect.stringMatching(/servers\/ocis is such a folder\.$/m)])
  })
})

describe('doctor', () => {
  it('names the place that it could not look at', async () => {
    write({ 'ocis.env': account, 'shared/theme.json': '{}' })
    writeInstance(path.join(cwd, 'data'), exampleImages)
    mkdirSync(path.join(cwd, 'data/web/assets/themes/owncloud'))
    symlinkSync('../../../../../shared/theme.json', path.join(cwd, 'data/web/assets', theme))
    const { theme: answer, answerTo } = await doctor('data', '--settings', 'ocis.env')
    const said = expect.stringMatching(/^themes\/owncloud\/theme\.json: Symbolic link/)
    expect([answer, answerTo('content-policy')]).toEqual(Array(2).fill({ verdict: 'unknown', said }))
  })

  it('leaves settings of OpenCloud to their own question where there is no theme', async () => {
    write({ 'ocis.env': `${account}OCIS_URL=https://cloud.example\n` })
    const branding = { common: { logo: 'themes/_branding/acme.png' } }
    writeInstance(path.join(cwd, 'data'), {
      'themes/_branding/theme.json': JSON.stringify(branding),
      'themes/_branding/acme.png': exampleImages['themes/acme/favicon.png'],
    })
    const call = ['data', '--settings', 'ocis.env', '--from', 'ocis-7', '--target', 'opencloud-7.3']
    const { theme, logo, answerTo } = await doctor(...call)
    expect([theme.verdict, logo.verdict]).toEqual(['not-affected', 'affected'])
    expect(answerTo('variables').said).toContain('Rename OCIS_URL to OC_URL.')
  })
})

describe('a server below a path of its host', () => {
  const web = (theme: string) => JSON.stringify({ server: 'https://acme.example/cloud/', theme, options: {} })

  it.each([
    'https://acme.example/cloud/themes/acme/theme.json',
    '/cloud/themes/acme/theme.json',
    '/themes/acme/theme.json',
  ])('has its theme in its own folder: %s', async (address) => {
    write({ 'config.json': web(address) })
    const acme = { ...exampleImages, 'themes/acme/theme.json': current[theme] }
    writeInstance(path.join(cwd, 'data'), acme)
    const { stdout } = await run('migrate', 'data', '--web-config', 'config.json')
    expect(stdout).toMatch(/- themes\/acme\/theme\.json \(current\), read: the theme in use/)
    expect(stdout).not.toContain('active-theme-missing')
  })
})

describe('web.yaml', () => {
  const acme = 'themes/acme/theme.json'
  const legacy = { ...exampleImages, [acme]: JSON.stringify(exampleLegacyTheme()) }
  const webYaml = `web:
  theme_path: /${acme}
  config:
    options:
      imprintUrl: https://acme.example/legal
      homeFolder: /Shares
      openAppInTab: true
`
  const indented = webYaml.replace(/^/gm, '  ').trimEnd()

  it.each([
    ['of a server without containers', { 'ocis/config/web.yaml': webYaml }, ['ocis']],
    ['as a part of ocis.yaml', { 'ocis/config/ocis.yaml': `web:\n${indented}\n` }, ['ocis']],
    [
      'in the folder of a variable',
      { 'etc/web.yaml': webYaml, 'ocis.env': 'OCIS_CONFIG_DIR=etc\n' },
      ['ocis', '--settings', 'ocis.env'],
    ],
    [
      'that is mounted as a single file',
      {
        'config/web.yaml': webYaml,
        'compose.yml':
          'services:\n  ocis:\n    image: owncloud/ocis:5.0\n    volumes:\n      - ./ocis:/var/lib/ocis\n      - ./config/web.yaml:/etc/ocis/web.yaml\n',
      },
      ['--settings', 'compose.yml'],
    ],
    ['that the call names', { 'web.yaml': webYaml }, ['ocis', '--settings', 'web.yaml']],
  ])('%s names the theme in use and has options', async (_, files: Tree, call) => {
    write(files)
    writeInstance(path.join(cwd, 'ocis'), legacy)
    const { status, stdout, stderr } = await run('migrate', ...call)
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/is read, too: .*web\.theme_path counts as WEB_UI/),
    ])
    expect(stdout).toMatch(/themes\/acme\/theme\.json \(wrapped\), read: the theme in use/)
    const { options, theme } = await doctor(...call, '--from', 'ocis-4')
    expect([options.verdict, theme.verdict]).toEqual(['affected', 'affected'])
    expect(options.said).toMatch(/config\.options\.imprintUrl in \S+\.yaml has no effect/)
    expect(options.said).toMatch(/Remove \S*web\.config\.options\.homeFolder in \S+\.yaml\./)
    expect(options.said).toMatch(/openAppInTab in \S+\.yaml is not .* "openAppsInTab"\?/)
  })

  it('gives its links to the theme, unless a variable has them', async () => {
    write({
      'ocis/config/web.yaml': webYaml,
      'ocis.env': 'WEB_OPTION_IMPRINT_URL=https://acme.example/other\n',
    })
    const theme = exampleLegacyTheme() as { web: Record<string, { general: Record<string, string> }> }
    for (const { general } of Object.values(theme.web)) delete general['imprintUrl']
    writeInstance(path.join(cwd, 'ocis'), { ...exampleImages, [acme]: JSON.stringify(theme) })
    expect((await run('migrate', 'ocis')).stdout).toContain('adds https://acme.example/legal from')
    const { stdout } = await run('migrate', 'ocis', '--settings', 'ocis.env')
    expect(stdout).toContain('adds https://acme.example/other from')
  })

  it('tells the folder of the themes, also for a rollback', async () => {
    write({ 'ocis/config/web.yaml': `asset:\n  themes_path: ${path.join(cwd, 'themes')}\n` })
    mkdirSync(path.join(cwd, 'ocis/web/assets'), { recursive: true })
    writeInstance(cwd, { [theme]: JSON.stringify(exampleLegacyTheme()) }, '')
    expect((await run('migrate', 'ocis', '--apply')).stdout).toContain(`convert ${theme}`)
    expect((await run('migrate', '--rollback', 'ocis')).stderr).toContain(
      `${path.join(cwd, 'themes')} has a migration to roll back`,
    )
  })

  it('with a mistake leaves questions open', async () => {
    write({ 'ocis.env': account, 'ocis/config/web.yaml': 'web:\n  theme_path: "/themes\n x: [' })
    writeInstance(path.join(cwd, 'ocis'), current)
    const { options, theme: answer, answerTo } = await doctor('ocis', '--settings', 'ocis.env')
    expect(options).toMatchObject({
      verdict: 'unknown',
      said: expect.stringContaining("web.yaml can't be read"),
    })
    expect(answer.verdict).toBe('unknown')
    expect(answerTo('stores').verdict).toBe('not-affected')
    const { status, stdout } = await run('migrate', 'ocis', '--settings', 'ocis.env')
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/web\.yaml can't be read: .*\(out-of-reach\)/),
    ])
  })
})

describe('config.json', () => {
  it('has options like variables', async () => {
    const options = {
      imprinturl: 'https://acme.example/legal',
      homeFolder: '/',
      upload: { companionUrl: 'x' },
    }
    write({
      'config.json': JSON.stringify({ options }),
      'ocis.env': `${account}WEB_UI_CONFIG_FILE=config.json\n`,
    })
    writeInstance(path.join(cwd, 'ocis'), current)
    const { options: answer } = await doctor('ocis', '--settings', 'ocis.env')
    expect(answer.verdict).toBe('affected')
    expect(answer.said?.split('\n')).toEqual([
      expect.stringMatching(/^options\.homeFolder in config\.json has no effect from oCIS 7 on\..*Remove/),
      expect.stringMatching(/^options\.imprinturl in config\.json is not an option/),
    ])
    const { status, stdout } = await run('migrate', 'ocis', '--settings', 'ocis.env')
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/options\.imprinturl in config\.json is not.*not carried over/),
    ])
  })
})

describe('an official compose project with many files', () => {
  const files = ['ocis.yml', 'tika.yml', 'collabora.yml']
  const project = {
    '.env': `COMPOSE_FILE=docker-compose.yml:${files.join(':')}\n`,
    'docker-compose.yml': 'services:\n  traefik:\n    image: traefik:v3\n',
    'ocis.yml':
      'services:\n  ocis:\n    image: owncloud/ocis:7.1\n    volumes:\n      - ./data:/var/lib/ocis\n',
    'tika.yml': 'services:\n  tika:\n    image: apache/tika\n',
    'collabora.yml': 'services:\n  collabora:\n    image: collabora/code\n',
  }

  it('is named by its first file, from the current folder', async () => {
    write(project)
    writeInstance(path.join(cwd, 'data'), current)
    const { stdout } = await run('doctor', '--settings', '.env')
    expect(stdout).toContain('Settings: the service "ocis" of docker-compose.yml and 3 more compose files.')
  })
})

describe('validate', () => {
  it('says where it looked for images, only where one is missing', async () => {
    const { 'themes/acme/logo.svg': _, ...files } = current
    writeInstance(path.join(cwd, 'data'), files)
    const call = ['validate', `data/web/assets/${theme}`, '--assets', 'data/web/assets']
    const { status, stderr } = await run(...call)
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/only in --assets data\/web\/assets\. If settings or mounts .*migrate FOLDER/),
    ])
    writeInstance(path.join(cwd, 'data'), current)
    expect((await run(...call)).stderr).toBe('')
  })

  it('asks for the text in a ConfigMap', async () => {
    const text = JSON.stringify(exampleLegacyTheme(), undefined, 2).replace(/^/gm, '    ')
    write({ 'helm/theme.yaml': `kind: ConfigMap\ndata:\n  theme.json: |\n${text}\n` })
    const { status, stderr } = await run('validate', 'helm')
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/theme\.yaml looks like a theme\. Save the JSON text/),
    ])
  })
})

describe('a folder of the themes in the settings', () => {
  it.each([
    [
      'themes/owncloud',
      /^ {2}- themes\/theme\.json: .*the folder of this theme: it is not found\. Set the folder above\./m,
    ],
    [
      '',
      /^ {2}- themes\/themes\/owncloud\/theme\.json: .* Set \S+web\/assets\/themes\. \(theme-not-active\)$/m,
    ],
    [
      '../..',
      /^ {2}- themes\/web\/assets\/themes\/owncloud\/theme\.json: .* Set \S+data\/web\/assets\/themes\./m,
    ],
  ])('at the wrong level is named: %s', async (below, said) => {
    writeInstance(path.join(cwd, 'data'), current)
    write({ 'ocis.env': `WEB_ASSET_THEMES_PATH=${path.join(cwd, 'data/web/assets', below)}\n` })
    const { stdout } = await run('migrate', 'data', '--settings', 'ocis.env')
    expect(stdout).toMatch(said)
    expect((await doctor('data', '--settings', 'ocis.env')).theme.verdict).toBe('affected')
  })
})

it('web.yaml is no config.json', async () => {
  write({ 'web.yaml': 'web: {}\n' })
  const { status, stderr } = await run('migrate', '.', '--web-config', 'web.yaml')
  expect([status, stderr]).toEqual([2, expect.stringMatching(/If it is web\.yaml, pass it with --settings/)])
})
