import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCloudTheme } from '../../src/findings/examples.js'
import { brandingFor, type ConvertOptions, convert, detect } from '../../src/index.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { type Tree, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

// A server of OpenCloud is never taken for one of oCIS because nobody said what it is.

const legacy = JSON.stringify(exampleLegacyTheme())
const current = JSON.stringify(exampleTheme())
const openCloud = JSON.stringify((openCloudTheme({}) as { document: object }).document)
const logo = 'themes/_branding/acme.png'
const ofOcis = JSON.stringify({
  common: { logo },
  clients: { web: { defaults: { logo: { topbar: logo, login: logo } } } },
})
const ofOpenCloud = JSON.stringify({ common: { logo }, clients: { web: { defaults: { logo } } } })
const afterReset = JSON.stringify({ clients: { web: { defaults: {} } }, common: {} })

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-product-'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

const own = 'themes/opencloud/theme.json'
const acme = 'themes/acme/theme.json'
const branding = 'themes/_branding/theme.json'

/** The folder, its files, and the settings, and which product that is. */
const servers: [string, string, Tree, string, 'ocis-8' | 'opencloud-7.3' | 'asked'][] = [
  ['nothing', 'data', { 'themes/acme/a.svg': '' }, '', 'ocis-8'],
  ['a theme of ownCloud', 'data', { [acme]: legacy }, '', 'ocis-8'],
  ['variables of oCIS', 'data', { [acme]: current }, 'OCIS_URL=https://x.example\n', 'ocis-8'],
  ['a theme of OpenCloud', 'data', { [acme]: openCloud }, '', 'opencloud-7.3'],
  ['the branding of OpenCloud', 'data', { [branding]: ofOpenCloud }, '', 'opencloud-7.3'],
  ['a data folder of that name', 'opencloud', { [branding]: afterReset }, '', 'opencloud-7.3'],
  [
    'variables of OpenCloud',
    'data',
    { [branding]: afterReset },
    'OC_URL=https://x.example\n',
    'opencloud-7.3',
  ],
  [
    'the theme path of OpenCloud',
    'data',
    { 'themes/acme/a.svg': '' },
    'WEB_UI_THEME_PATH=/themes/opencloud/theme.json\n',
    'opencloud-7.3',
  ],
  [
    'the branding of an oCIS beside it',
    'data',
    { [own]: openCloud, [branding]: ofOcis },
    '',
    'opencloud-7.3',
  ],
  ['the branding of an oCIS alone', 'opencloud', { [branding]: ofOcis }, '', 'asked'],
  ['a theme of ownCloud at the place of OpenCloud', 'data', { [own]: current }, '', 'asked'],
  ['themes of both', 'data', { [own]: openCloud, [acme]: legacy }, '', 'asked'],
  ['variables of both', 'data', {}, 'OCIS_URL=https://x\nOC_URL=https://x\n', 'asked'],
]

describe.each(['migrate', 'doctor'])('%s takes the target from', (verb) => {
  it.each(servers)('%s', async (_, folder, files, settings, target) => {
    writeInstance(cwd, files, `${folder}/web/assets`)
    writeFileSync(path.join(cwd, 'server.env'), settings)
    const args = [verb, folder, '--settings', 'server.env', '--format', 'json']
    const { status, stdout, stderr } = await runInProcess(args, { cwd, env: {} })
    if (target === 'asked') {
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('Pass --target: ')
      for (const possible of ['ocis-8', 'opencloud-7.3']) expect(stderr).toContain(possible)
      const answered = await runInProcess([...args, '--target', 'opencloud-7.3'], { cwd, env: {} })
      expect(JSON.parse(answered.stdout)).toMatchObject({ target: 'opencloud-7.3' })
      return
    }
    expect(JSON.parse(stdout)).toMatchObject({ target })
    expect(stderr.includes('This server is OpenCloud, because ')).toBe(target === 'opencloud-7.3')
  })
})

describe('the image of a compose file', () => {
  it.each([
    ['opencloudeu/opencloud-rolling:4', 'opencloud-7.3'],
    ['owncloud/ocis:7', 'ocis-8'],
  ])('%s tells the product', async (image, target) => {
    writeInstance(cwd, { 'themes/acme/a.svg': '' }, 'data/web/assets')
    writeFileSync(
      path.join(cwd, 'compose.yml'),
      JSON.stringify({ services: { server: { image, volumes: ['./data:/srv/data'] } } }),
    )
    const args = ['migrate', 'data', '--settings', 'compose.yml', '--format', 'json']
    expect(JSON.parse((await runInProcess(args, { cwd, env: {} })).stdout)).toMatchObject({ target })
  })
})

describe('doctor takes the product from --from', () => {
  it.each([
    ['opencloud-1', 'opencloud-7.3'],
    ['ocis-4', 'ocis-8'],
  ])('%s', async (from, target) => {
    const { stdout } = await runInProcess(['doctor', '--from', from, '--format', 'json'], { cwd, env: {} })
    expect(JSON.parse(stdout)).toMatchObject({ target })
  })
})

describe('validate of a folder', () => {
  const validate = async (files: Tree, folder = 'data', ...args: string[]) => {
    writeInstance(cwd, files, `${folder}/web/assets`)
    const { stdout, stderr } = await runInProcess(['validate', folder, '--format', 'json', ...args], {
      cwd,
      env: {},
    })
    const { files: checked } = JSON.parse(stdout) as { files: { file: string; target: string }[] }
    return {
      targets: Object.fromEntries(
        checked.map(({ file, target }) => [path.basename(path.dirname(file)), target]),
      ),
      stderr,
    }
  }

  it.each<[string, string, Tree, Record<string, string>, RegExp]>([
    [
      "branding of an oCIS beside OpenCloud's theme",
      'data',
      { [own]: openCloud, [branding]: ofOcis },
      { opencloud: 'opencloud-7.3', _branding: 'opencloud-7.3' },
      /_branding.theme\.json is checked for opencloud-7\.3/,
    ],
    [
      'branding after a reset',
      'data',
      { [acme]: openCloud, [branding]: afterReset },
      { acme: 'opencloud-7.3', _branding: 'opencloud-7.3' },
      /is checked for/,
    ],
    [
      "a theme of ownCloud at the place of OpenCloud's",
      'data',
      { [own]: current },
      { opencloud: 'opencloud-7.3' },
      /is checked for/,
    ],
    [
      'a theme of ownCloud in the data folder of OpenCloud',
      'opencloud',
      { [acme]: current },
      { acme: 'opencloud-7.3' },
      /is checked for/,
    ],
    [
      'themes of both',
      'data',
      { 'themes/owncloud/theme.json': current, [acme]: openCloud },
      { owncloud: 'ocis-8', acme: 'opencloud-7.3' },
      /Pass --target for another one/,
    ],
    [
      'themes of ownCloud',
      'data',
      { [acme]: current, [branding]: ofOcis },
      { acme: 'ocis-8', _branding: 'ocis-8' },
      /^$/,
    ],
    [
      'themes of OpenCloud',
      'data',
      { [acme]: openCloud, [branding]: ofOpenCloud },
      { acme: 'opencloud-7.3', _branding: 'opencloud-7.3' },
      /^$/,
    ],
  ])('judges %s', async (_, folder, files, targets, said) => {
    expect(await validate(files, folder)).toEqual({ targets, stderr: expect.stringMatching(said) })
  })

  it('says once for all files of a folder that it may be of both, with short paths', async () => {
    const files = { 'themes/c/theme.json': legacy, 'themes/d/theme.json': legacy, [acme]: openCloud }
    const { stderr } = await validate(files)
    expect(stderr.match(/\S*themes\S*/g)).toEqual([
      'data/web/assets/themes',
      'data/web/assets/themes/d/theme.json:',
      'data/web/assets/themes/acme/theme.json:',
    ])
  })

  it('goes on where there is no such folder', async () => {
    writeFileSync(path.join(cwd, 'theme.json'), current)
    const missing = path.join('gone', 'themes', 'acme', 'theme.json')
    const { status, stdout } = await runInProcess(['validate', missing, 'theme.json', '--format', 'json'], {
      cwd,
      env: {},
    })
    const { files } = JSON.parse(stdout) as { files: { diagnostics: { code: string }[] }[] }
    expect(status).toBe(2)
    expect(files.map(({ diagnostics }) => diagnostics[0]?.code === 'unreadable-file')).toEqual([true, false])
  })

  it('asks nobody who says --target', async () => {
    const found = await validate({ [own]: openCloud, [branding]: ofOcis }, 'data', '--target', 'ocis-8')
    expect(found).toEqual({ targets: { opencloud: 'ocis-8', _branding: 'ocis-8' }, stderr: '' })
  })
})

describe('convert of a file', () => {
  const at = (file: string) => path.join(cwd, 'web/assets', file)
  const convertIt = (file: string, ...args: string[]) =>
    runInProcess(['convert', at(file), ...args], { cwd, env: {} })
  const targetIn = (stdout: string) => (JSON.parse(stdout) as { target: string }).target

  it.each<[string, string, Tree, string, RegExp]>([
    ['a theme of OpenCloud', acme, { [acme]: openCloud }, 'opencloud-7.3', /newest release of OpenCloud/],
    ['its branding', branding, { [branding]: ofOpenCloud }, 'opencloud-7.3', /newest release of OpenCloud/],
    [
      'branding of either product beside OpenCloud',
      branding,
      { [acme]: openCloud, [branding]: afterReset },
      'opencloud-7.3',
      /newest release of OpenCloud/,
    ],
    ['a legacy theme', acme, { [acme]: legacy }, 'ocis-8', /newest release of ownCloud Web/],
    ['a theme of oCIS', acme, { [acme]: current }, 'ocis-8', /newest release of ownCloud Web/],
    ['branding of oCIS', branding, { [branding]: ofOcis }, 'ocis-8', /newest release of ownCloud Web/],
    [
      'a theme of oCIS beside both',
      acme,
      { [acme]: current, [own]: openCloud, 'themes/owncloud/theme.json': current },
      'ocis-8',
      /newest release of ownCloud Web/,
    ],
  ])('stays with the product of %s', async (_, file, files, target, why) => {
    writeInstance(cwd, files, 'web/assets')
    const { status, stdout, stderr } = await convertIt(file, '--format', 'json')
    expect([status, targetIn(stdout)]).toEqual([0, target])
    expect(stderr).toMatch(why)
    const before = readFileSync(at(file), 'utf8')
    const { status: asked } = await convertIt(file, '--write')
    expect(asked).toBe(0)
    const { generation } = detect(JSON.parse(readFileSync(at(file), 'utf8')))
    if (detect(JSON.parse(before)).generation !== 'wrapped')
      expect(generation).toBe(detect(JSON.parse(before)).generation)
    expect((await convertIt(file, '--check')).status).toBe(0)
  })

  it.each<[string, string, Tree]>([
    ['legacy theme', acme, { [acme]: legacy, [own]: openCloud }],
    ['theme of oCIS', acme, { [acme]: current, [own]: openCloud }],
    ['branding of oCIS', branding, { [branding]: ofOcis, [own]: openCloud }],
  ])('asks for the target of a %s in a folder of OpenCloud', async (_, file, files) => {
    writeInstance(cwd, files, 'web/assets')
    const before = readFileSync(at(file), 'utf8')
    for (const action of [['--write'], ['--check'], []]) {
      const { status, stdout, stderr } = await convertIt(file, ...action)
      expect([status, stdout, stderr]).toEqual([
        2,
        '',
        expect.stringContaining('Pass --target: opencloud-7.3'),
      ])
    }
    expect(readFileSync(at(file), 'utf8')).toBe(before)
    for (const target of ['opencloud-7.3', 'ocis-8'])
      expect(targetIn((await convertIt(file, '--format', 'json', '--target', target)).stdout)).toBe(target)
  })

  it('crosses products only with --target or the configuration', async () => {
    writeInstance(cwd, { [acme]: openCloud }, 'web/assets')
    expect((await convertIt(acme, '--check')).stderr).toMatch(/for opencloud-7\.3/)
    expect((await convertIt(acme, '--target', 'ocis-8', '--format', 'json')).stdout).toContain('"topbar"')
    writeFileSync(path.join(cwd, 'theme-convert.json'), '{ "target": "ocis-8" }')
    const { stdout, stderr } = await convertIt(acme, '--format', 'json')
    expect(targetIn(stdout)).toBe('ocis-8')
    expect(stderr).not.toContain('newest release')
  })

  it('takes the target of standard input from its content', async () => {
    const { stdout } = await runInProcess(['-', '--format', 'json'], { cwd, env: {}, input: openCloud })
    expect(targetIn(stdout)).toBe('opencloud-7.3')
  })
})

describe('convert in the library', () => {
  const codes = (document: string, options: ConvertOptions = {}) =>
    convert(JSON.parse(document), options).diagnostics.map(({ code }) => code)

  it.each([
    ['theme', openCloud, {}],
    ['branding file', ofOpenCloud, { as: 'branding' }],
    ['group', '{ "themes": [{ "label": "Light", "isDark": false }] }', { as: 'theme' }],
  ] as const)(
    'warns of a %s of OpenCloud that is converted for ocis-8 by default',
    (_, document, options) => {
      expect(codes(document, options)).toContain('target-assumed')
      for (const target of ['ocis-8', 'opencloud-7.3'] as const)
        expect(codes(document, { ...options, target })).not.toContain('target-assumed')
    },
  )

  it.each([legacy, current, ofOcis])('says nothing about the default for a file of ownCloud', (document) => {
    expect(codes(document)).not.toContain('target-assumed')
  })
})

describe('a product without a release', () => {
  it.each([
    ['opencloud', 'opencloud-7.3'],
    ['OpenCloud', 'opencloud-7.3'],
    ['opencluod', 'opencloud-7.3'],
    ['opencloud-', 'opencloud-7.3'],
    ['ocis', 'ocis-8'],
    ['ocsi', 'ocis-8'],
    ['owncloud', 'ocis-8'],
    ['opencloud-73', 'opencloud-7.3'],
    ['ocis-77', 'ocis-8'],
  ])('%s is taken for %s', async (word, release) => {
    for (const args of [
      ['migrate', cwd],
      ['validate', '-'],
      ['convert', '-'],
      ['branding', '--name', 'x'],
    ]) {
      const { status, stderr } = await runInProcess([...args, '--target', word], { cwd, env: {} })
      expect([status, stderr]).toEqual([2, expect.stringContaining(`Did you mean ${release}?`)])
    }
    expect(() => convert({}, { target: word as never })).toThrow(`Did you mean "${release}"?`)
    expect(() => brandingFor('a.png', { target: word as never })).toThrow(`Did you mean "${release}"?`)
  })
})
