import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { changed } from '../support/change.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
const at = (...names: string[]) => path.join(folder, ...names)
const theme = (place: string, value: Json) =>
  JSON.stringify(changed(exampleTheme() as JsonObject, { at: place, value }), null, 2)
/** Raises one warning, absolute-logo. */
const warned = theme('/common/logo', '/themes/acme/logo.svg')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-configuration-'))
  mkdirSync(at('themes/a'), { recursive: true })
  writeFileSync(at('themes/a/theme.json'), warned)
  writeFileSync(at('fine.json'), JSON.stringify(exampleTheme()))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const configure = (values: unknown, name = 'theme-convert.json') =>
  writeFileSync(at(name), typeof values === 'string' ? values : JSON.stringify(values, null, 2))
const validate = (...args: string[]) => runInProcess(['validate', ...args], { cwd: folder })
const filesOf = (stdout: string) =>
  (JSON.parse(stdout) as { files: { file: string; target: string }[] }).files.map(({ file }) => file)

describe('theme-convert.json in the working folder', () => {
  it('says which files to check, how, and what fails', async () => {
    configure({ files: ['themes', '*.json'], target: 'ocis-7' })
    const { status, stdout } = await validate('--format', 'json')
    expect(status).toBe(0)
    // It is no theme itself, in a folder or for a pattern that matches it.
    expect(filesOf(stdout)).toEqual([path.join('themes', 'a', 'theme.json'), 'fine.json'])
    expect(JSON.parse(stdout)).toMatchObject({
      configuration: 'theme-convert.json',
      files: [{ target: 'ocis-7' }, {}],
    })
    configure({ files: ['themes'], strict: true })
    expect((await validate()).status).toBe(1)
    configure({ files: ['themes'], maxWarnings: 0 })
    expect((await validate()).status).toBe(1)
    configure({ files: ['themes'], maxWarnings: 0, rules: { 'absolute-logo': 'off' } })
    expect(await validate()).toMatchObject({ status: 0, stderr: '' })
    configure({ files: ['themes'], rules: { 'absolute-logo': 'error' } })
    expect((await validate()).status).toBe(1)
  })

  it('gives way to what the call says', async () => {
    configure({ files: ['themes'], target: 'ocis-7', rules: { 'absolute-logo': 'error' }, maxWarnings: 0 })
    const { status, stdout } = await validate(
      '--target',
      'ocis-8',
      '--rule',
      'absolute-logo=warning',
      '--max-warnings=9',
      '--format=json',
    )
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { files: [{ target: 'ocis-8' }] }])
    expect(filesOf((await validate('fine.json', '--format', 'json')).stdout)).toEqual(['fine.json'])
    const without = await validate('--no-config', 'themes', '--format', 'json')
    expect([without.status, JSON.parse(without.stdout)]).toMatchObject([0, { files: [{ target: 'ocis-8' }] }])
    expect(without.stdout).not.toContain('configuration')
  })

  it('needs no files: then every theme.json is checked', async () => {
    configure({})
    expect(filesOf((await validate('--format', 'json')).stdout)).toEqual(['themes/a/theme.json'])
  })

  it('is not looked for in folders above, nor by other commands', async () => {
    configure('{ broken')
    mkdirSync(at('themes/b'))
    expect((await runInProcess(['validate', 'theme.json'], { cwd: at('themes/a') })).status).toBe(0)
    for (const verb of ['detect', 'resolve'])
      expect((await runInProcess([verb, 'fine.json'], { cwd: folder })).status).toBe(0)
  })

  it('is named by every report that has a place for it', async () => {
    configure({ files: ['themes'] })
    const report = async (format: string) => await validate('--format', format)
    expect((await report('pretty')).stdout.split('\n')[0]).toBe('Configuration: theme-convert.json')
    expect((await report('github')).stdout.split('\n')[0]).toBe('Configuration: theme-convert.json')
    expect((await report('gitlab')).stderr).toBe('Configuration: theme-convert.json\n')
    expect((await report('junit')).stdout).toContain('name="configuration" value="theme-convert.json"')
    expect((await report('markdown')).stdout).toContain(
      'Configuration: theme&#45;convert.json'.replace('&#45;', '-'),
    )
    expect(JSON.parse((await report('sarif')).stdout)).toMatchObject({
      runs: [{ properties: { configuration: 'theme-convert.json' } }],
    })
  })
})

describe('a file that a configuration or an option names', () => {
  it('is named with its mistake and the place of it', async () => {
    writeFileSync(at('broken.json'), '{\n  "common": {},\n}')
    writeFileSync(at('list.json'), '[]')
    const ends = [
      ['none.json', "can't be read: no such file"],
      ['themes', "can't be read: it is a folder"],
      ['broken.json', "can't be read, line 2, column 15: Trailing comma"],
      ['list.json', 'is not a theme'],
    ] as const
    for (const [file, said] of ends) {
      configure({ files: ['fine.json'], themeFile: file })
      expect((await validate()).stderr).toContain(`"themeFile" in theme-convert.json: ${file} ${said}`)
      expect((await validate('--theme-file', file)).stderr).toContain(`: --theme-file ${file} ${said}`)
    }
  })
})

describe('--config', () => {
  it('names another file, whose paths start at its folder', async () => {
    mkdirSync(at('ci'))
    writeFileSync(at('ci/base.json'), JSON.stringify(exampleTheme()))
    configure(
      {
        $schema: 'x',
        files: ['../themes', '../themes/*/theme.json'],
        assets: '..',
        themeFile: 'base.json',
      },
      'ci/check.json',
    )
    const { status, stdout } = await validate('--config', 'ci/check.json', '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ configuration: 'ci/check.json' })
    expect(filesOf(stdout)).toEqual([path.join('themes', 'a', 'theme.json')])
    expect(stdout).toContain('image-missing')
  })

  it.each([
    [['--config', 'none.json'], /none\.json can't be read: no such file/],
    [['--config', 'themes'], /themes is a folder/],
    [['--config', 'fine.json', '--no-config'], /either --config or --no-config/],
  ])('refuses %j', async (args, said) => {
    const { status, stdout, stderr } = await validate(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(said)
  })
})

describe('a configuration with a mistake', () => {
  it.each<[string, unknown, string | RegExp]>([
    [
      'a misspelt key',
      { files: ['.'], strikt: true },
      'theme-convert.json, line 5, column 3 (/strikt): Unknown key "strikt". Did you mean "strict"?',
    ],
    ['an unknown key', { xyzzy: 1 }, 'Unknown key "xyzzy". The keys are files, target,'],
    ['an inherited key', '{ "constructor": 1 }', 'Unknown key "constructor".'],
    ['a prototype', '{ "__proto__": { "strict": true } }', 'Unknown key "__proto__".'],
    [
      'a wrong type',
      { strict: 'true' },
      'line 2, column 13 (/strict): "strict" must be true or false, not "true".',
    ],
    [
      'a misspelt target',
      { target: 'ocis8' },
      /"target" must be one of .*, not "ocis8"\. Did you mean "ocis-8"\?/,
    ],
    ['a release without a target', { target: 'opencloud-5' }, /Did you mean "opencloud-4"\?/],
    ['an unknown target', { target: 'nextcloud' }, /"target" must be one of "ocis-5", .*, not "nextcloud"\./],
    [
      'a number below the least',
      { maxFindings: 0 },
      '"maxFindings" must be a whole number from 1 on, not 0.',
    ],
    ['half a warning', { maxWarnings: 0.5 }, 'a whole number from 0 on'],
    ['one file', { files: 'themes' }, '"files" must be a list of paths, not "themes".'],
    ['no file', { files: [] }, '"files" is empty.'],
    ['an empty file', { files: ['themes', ''] }, '(/files/1): "files/1" must be a path'],
    ['a NUL character in a file', { files: ['a\0b'] }, '(/files/0): "files/0" must be a path'],
    ['a NUL character in a folder', { assets: 'a\0b' }, '(/assets): "assets" must be a path'],
    ['a long key', { ['k'.repeat(10_000)]: 1 }, /^.{1,500}\n$/],
    ['standard input', { files: ['-'] }, 'Standard input (-)'],
    [
      'a misspelt rule',
      { rules: { 'absolut-logo': 'off' } },
      '(/rules/absolut-logo): Unknown rule "absolut-logo". Did you mean "absolute-logo"?',
    ],
    [
      'a finding that is no rule',
      { rules: { 'syntax-error': 'off' } },
      "The finding syntax-error can't be switched off or raised.",
    ],
    [
      'a misspelt severity',
      { rules: { 'absolute-logo': 'warnin' } },
      /"rules\/absolute-logo" must be one of .*, not "warnin"\. Did you mean "warning"\?/,
    ],
    ['a list of rules', { rules: ['absolute-logo'] }, '"rules" must be an object such as'],
    ['itself', { files: ['theme-convert.json'] }, 'theme-convert.json is the configuration, not a theme.'],
    [
      'an unknown severity',
      { rules: { 'absolute-logo': 1 } },
      'must be one of "off", "error", "warning", "info", not 1.',
    ],
    ['a list', [], 'This is a list. Write an object'],
    [
      'broken JSON',
      '{ "strict": true, }',
      'theme-convert.json, line 1, column 17: Trailing comma. Remove it.',
    ],
    ['a key twice', '{ "strict": true, "strict": false }', 'Duplicate key'],
    ['nothing', '', 'theme-convert.json, line 1, column 1: '],
    ['another encoding', '\u0000', "theme-convert.json can't be read: the file contains NUL bytes"],
    [
      '2 MB',
      `{ "x": "${'x'.repeat(2_000_000)}" }`,
      "theme-convert.json can't be read: it has more than 1 MB",
    ],
    [
      'a pattern without a match',
      { files: ['none/**'] },
      '"files" in theme-convert.json: No file matches none/**',
    ],
    [
      'a missing folder of images',
      { files: ['fine.json'], assets: 'none' },
      '"assets" in theme-convert.json: "none" is not a folder',
    ],
    [
      'a missing theme file',
      { files: ['fine.json'], themeFile: 'none' },
      '"themeFile" in theme-convert.json: none can\'t be read: no such file',
    ],
    [
      'a number that is infinite when it is read',
      '{ "maxWarnings": 1e999 }',
      'theme-convert.json, line 1, column 18: The number 1e999 is out of range.',
    ],
    [
      'a long number of that kind',
      `{ "maxWarnings": -1${'0'.repeat(5000)} }`,
      /The number -1000.*… is out of/,
    ],
    [
      'images without their folder',
      { files: ['fine.json'], images: true },
      '"images" in theme-convert.json requires "assets" with the folder',
    ],
  ])('is refused with its place and the cure: %s', async (_, values, said) => {
    configure(values)
    const { status, stdout, stderr } = await validate()
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      said instanceof RegExp ? said : new RegExp(said.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')),
    )
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    ['cut off', '{'],
    ['a word', 'x'],
    ['empty', ''],
    ['deep', '['.repeat(600)],
    ['many values', `[${'0,'.repeat(200_000)}0]`],
    ['no JSON', 'strict = true'],
    ['long keys', JSON.stringify({ ['key'.repeat(5_000)]: Array(4_000).fill(0) })],
    ['a byte that is no text', '\u0000'],
  ])('is not called a theme: %s', async (_, text) => {
    configure(text)
    const { status, stderr } = await validate()
    expect(status).toBe(2)
    expect(stderr.replaceAll('theme-convert', '')).not.toContain('theme')
  })

  it('is named where it makes a run fail, and the option where the call does', async () => {
    const reason = async (...args: string[]) => (await validate('themes', ...args)).stderr
    configure({ strict: true })
    expect(await reason()).toContain('"strict" in theme-convert.json counts')
    expect(await reason('--strict')).toContain(': --strict counts')
    configure({ maxWarnings: 0 })
    expect(await reason()).toContain('the 0 that "maxWarnings" in theme-convert.json allows')
    configure({ maxWarnings: 9 })
    expect(await reason('--max-warnings=0')).toContain('the 0 that --max-warnings allows')
    expect(await reason('--images')).toContain('--images requires --assets')
  })

  it('may begin with the mark that editors of Windows write', async () => {
    configure(`\ufeff{ "files": ["fine.json"] }`)
    expect((await validate()).status).toBe(0)
  })

  it('is followed through links, and refused where they lead nowhere', async () => {
    configure({ files: ['fine.json'] }, 'real.json')
    symlinkSync('real.json', at('theme-convert.json'))
    expect((await validate()).status).toBe(0)
    rmSync(at('theme-convert.json'))
    symlinkSync('gone.json', at('theme-convert.json'))
    expect(await validate('fine.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no such file'),
    })
    rmSync(at('theme-convert.json'))
    symlinkSync('theme-convert.json', at('theme-convert.json'))
    expect(await validate('fine.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('form a loop'),
    })
    rmSync(at('theme-convert.json'))
    mkdirSync(at('theme-convert.json'))
    expect(await validate('fine.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is a folder'),
    })
  })
})

describe('a conversion', () => {
  const run = (...args: string[]) => runInProcess(args, { cwd: folder })

  it('takes the release of the configuration and says so, as the check before it does', async () => {
    configure({ target: 'opencloud-7.3', rules: {} })
    expect((await validate('fine.json')).status).toBe(1)
    const checked = await run('fine.json', '--check')
    expect(checked).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Configuration: theme-convert.json\n/),
    })
    expect(checked.stderr).toContain('needs a conversion for opencloud-7.3')
    const converted = await run('fine.json', '--format', 'json')
    expect(JSON.parse(converted.stdout)).toMatchObject({ target: 'opencloud-7.3' })
  })

  it.each([['--target', 'ocis-8'], ['--no-config'], ['--config', 'other.json']])(
    'gives way to %s',
    async (...options) => {
      configure({ target: 'opencloud-7.3' })
      configure({ target: 'ocis-8' }, 'other.json')
      const { status, stderr } = await run('fine.json', '--check', ...options)
      expect([status, stderr]).toEqual([0, expect.stringContaining('no conversion for ocis-8')])
    },
  )

  it('does not name a configuration without anything for it', async () => {
    configure({ rules: { 'absolute-logo': 'off' } })
    expect((await run('fine.json', '--check')).stderr).not.toContain('Configuration')
  })

  it('stops at a configuration with mistakes', async () => {
    configure({ target: 'ocis-9' })
    expect(await run('fine.json', '--check')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('/target'),
    })
  })
})
