import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { legacyAcme } from '../support/acme.js'
import { runInProcess } from '../support/run-command.js'

const good = JSON.stringify(legacyAcme, null, 2)
const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le')

/** What each verb ends with: convert, validate, detect. */
type Statuses = readonly [number, number, number]
const noJson: Statuses = [2, 1, 2]
const unreadable: Statuses = [2, 2, 2]
const noTheme: Statuses = [1, 1, 0]

interface Broken {
  readonly content: string | Buffer
  readonly statuses: Statuses
  /** What the message has to say. */
  readonly says: RegExp
}

const broken: Record<string, Broken> = {
  'a comment': { content: good.replace('{', '{ // ours\n'), statuses: noJson, says: /:1:3.*comment/i },
  'a block comment': { content: `/* ours */ ${good}`, statuses: noJson, says: /:1:1.*comment/i },
  'a trailing comma': { content: '{"web": {"default": {},}}', statuses: noJson, says: /:1:23.*comma/ },
  'a byte-order mark': { content: `\ufeff${good}`, statuses: noJson, says: /:1:1.*byte-order mark/ },
  'a web page': { content: '<!DOCTYPE html>\n<html></html>', statuses: noJson, says: /HTML/ },
  YAML: { content: 'common:\n  name: Acme\n', statuses: noJson, says: /YAML/ },
  nothing: { content: '', statuses: noJson, says: /empty/ },
  'white space only': { content: ' \n\t\n', statuses: noJson, says: /empty/ },
  'a text that was cut off': { content: good.slice(0, 300), statuses: noJson, says: /cut off|not closed/ },
  'single quotes': { content: "{'web': {}}", statuses: noJson, says: /:1:2.*double quotes/ },
  'an unquoted key': { content: '{web: {}}', statuses: noJson, says: /:1:2.*Key without quotes/ },
  'a missing comma': {
    content: '{\n  "a": 1\n  "b": 2\n}',
    statuses: noJson,
    says: /:3:3.*Missing comma/,
  },
  'a line break in a text': { content: '{"a": "x\ny"}', statuses: noJson, says: /:1:7/ },
  NaN: { content: '{"a": NaN}', statuses: noJson, says: /NaN/ },
  'typographic quotes': { content: '{“web”: {}}', statuses: noJson, says: /“ is not a JSON quote/ },
  'a wrong escape': { content: '{"logo": "themes\\acme"}', statuses: noJson, says: /backslash/ },
  'something behind the end': { content: `${good}}`, statuses: noJson, says: /Extra closing bracket/ },
  'two documents': { content: '{}\n{}', statuses: noJson, says: /:2:1.*Second document/ },
  'UTF-16, little endian': { content: utf16, statuses: unreadable, says: /UTF-16/ },
  'UTF-16, big endian': { content: Buffer.from(utf16).swap16(), statuses: unreadable, says: /UTF-16/ },
  'Latin-1': {
    content: Buffer.from('{"general": {"name": "Büro"}}', 'latin1'),
    statuses: [2, 1, 0],
    says: /UTF-8/,
  },
  'NUL bytes': { content: Buffer.from('{"a": "\u0000"}'), statuses: unreadable, says: /NUL/ },
  'binary data': {
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255]),
    statuses: unreadable,
    says: /UTF-8|NUL/,
  },
  'a key that stands twice': {
    content: '{"web": {"default": {"general": {"name": "A", "name": "B"}}}}',
    statuses: [1, 1, 1],
    says: /:1:47.*duplicate-key/,
  },
  'nesting without end': {
    content: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    statuses: noJson,
    says: /levels deep/,
  },
  'a list': { content: '[]', statuses: noTheme, says: /a list/ },
  'a text': { content: '"theme"', statuses: noTheme, says: /a string/ },
  null: { content: 'null', statuses: noTheme, says: /null/ },
  'an empty object': { content: '{}', statuses: noTheme, says: /empty object/ },
  'another document': {
    content: '{"name": "package", "version": "1.0.0"}',
    statuses: noTheme,
    says: /no "clients" object/,
  },
  'a number for a colour': {
    content: '{"web": {"default": {"designTokens": {"colorPalette": {"border": 7}}}}}',
    statuses: [1, 1, 0],
    says: /\/web\/default\/designTokens\/colorPalette\/border.*but is 7/,
  },
  'a list for a theme': {
    content: '{"web": {"default": []}}',
    statuses: [1, 1, 0],
    says: /\/web\/default.*a list/,
  },
  'null for a group': {
    content: '{"default": {"general": {"name": "A"}, "logo": null}}',
    statuses: [1, 1, 0],
    says: /\/default\/logo.*null/,
  },
  'two generations': {
    content: '{"web": {"default": {"general": {}}}, "default": {"general": {"name": "A"}}}',
    statuses: [1, 1, 0],
    says: /wrapped.*named/,
  },
  'clients that are a text': { content: '{"clients": "web"}', statuses: [1, 1, 0], says: /clients/ },
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-broken-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function expectClear({ stderr, stdout }: { stderr: string; stdout: string }, says: RegExp | undefined): void {
  const everything = stderr + stdout
  expect(everything).not.toMatch(/^\s+at /m)
  expect(everything).not.toContain('fault of the program')
  if (says !== undefined) expect(everything.replaceAll('\n', ' ')).toMatch(says)
}

describe('broken input', () => {
  it.each(Object.entries(broken))(
    '%s: every verb answers clearly and touches nothing',
    async (name, { content, statuses, says }) => {
      const home = path.join(folder, name.replace(/\W+/g, '-'))
      mkdirSync(home)
      const file = path.join(home, 'theme.json')
      writeFileSync(file, content)
      const before = readFileSync(file)
      const [convertStatus, validateStatus, detectStatus] = statuses

      for (const args of [
        [file],
        [file, '--write'],
        [file, '--check'],
        [file, '-o', path.join(home, 'new.json')],
      ]) {
        const run = await runInProcess(args)
        expect(run.status, `convert ${args.slice(1).join(' ')}`).toBe(convertStatus)
        expect(run.stdout).toBe('')
        expectClear(run, args.length === 1 ? says : undefined)
      }
      const validated = await runInProcess(['validate', file])
      expect(validated.status, 'validate').toBe(validateStatus)
      expectClear(validated, validateStatus === 2 ? says : undefined)
      const asJson = await runInProcess(['validate', '--format', 'json', file])
      expect(asJson.status).toBe(validateStatus)
      expect((JSON.parse(asJson.stdout) as { files: { valid: boolean }[] }).files).toMatchObject([
        { file, valid: false },
      ])
      const detected = await runInProcess(['detect', file])
      expect(detected.status, 'detect').toBe(detectStatus)
      expectClear(detected, undefined)
      const resolved = await runInProcess(['resolve', file])
      expectClear(resolved, undefined)
      if (name === 'a key that stands twice') expect(resolved.status, 'resolve').toBe(1)

      expect(readFileSync(file).equals(before)).toBe(true)
      expect(readdirSync(home)).toEqual(['theme.json'])
    },
  )

  const emptyFolder = mkdtempSync(path.join(tmpdir(), 'theme-convert-empty-'))
  afterAll(() => rmSync(emptyFolder, { recursive: true }))

  it.each([
    ['a missing file', () => path.join(folder, 'missing.json'), /no such file/],
    ['a folder', () => emptyFolder, /folder|no theme\.json below/],
    ['a file as a folder', () => path.join(import.meta.filename, 'theme.json'), /not a folder/],
  ])("%s can't be read: status 2, for every verb", async (_, fileOf, says) => {
    for (const verb of ['convert', 'validate', 'detect', 'resolve']) {
      const run = await runInProcess([verb, fileOf()])
      expect(run.status, verb).toBe(2)
      // The report of "validate" is its result; what it can't check at all is an error.
      expect(
        [run.stdout, run.stderr].filter((text) => text !== ''),
        verb,
      ).toHaveLength(1)
      if (verb !== 'validate') expect(run.stdout, verb).toBe('')
      expectClear(run, says)
    }
  })

  it('does not stop at one bad file of several', async () => {
    const fine = path.join(folder, 'fine.json')
    writeFileSync(fine, good)
    const bad = path.join(folder, 'bad.json')
    writeFileSync(bad, '{')
    const detected = await runInProcess([
      'detect',
      bad,
      fine,
      path.join(folder, 'none.json'),
      '--format',
      'json',
    ])
    expect(detected.status).toBe(2)
    expect(
      (JSON.parse(detected.stdout) as { files: { generation: string }[] }).files.map(
        (entry) => entry.generation,
      ),
    ).toEqual(['unknown', 'wrapped', 'unknown'])
    const validated = await runInProcess(['validate', bad, fine])
    expect(validated.status).toBe(1)
    expect(validated.stdout).toContain(`${bad}:1:2`)
    expect(validated.stdout).toContain(`${fine}: 1 error`)
  })

  it.runIf(existsSync('/dev/zero'))('stops reading a device that never ends', async () => {
    for (const verb of ['detect', 'validate']) {
      const { status, stdout, stderr } = await runInProcess([verb, '/dev/zero'])
      expect(status).toBe(2)
      expect(stdout + stderr).toContain('it has more than 32 MB')
    }
  })

  it.skipIf(process.platform !== 'linux')(
    'names in a folder what is called a theme and can be none',
    async () => {
      const below = path.join(folder, 'can-be-none')
      mkdirSync(path.join(below, 'pipe'), { recursive: true })
      mkdirSync(path.join(below, 'folder/theme.json'), { recursive: true })
      mkdirSync(path.join(below, 'loop'))
      mkdirSync(path.join(below, 'latin'))
      execFileSync('mkfifo', [path.join(below, 'pipe/theme.json')])
      symlinkSync('theme.json', path.join(below, 'loop/theme.json'))
      const latin = Buffer.concat([
        Buffer.from(path.join(below, 'latin/')),
        Buffer.from([0xe9]),
        Buffer.from('.json'),
      ])
      writeFileSync(latin, JSON.stringify(exampleTheme()))
      const validated = await runInProcess(['validate', '--format', 'json', below])
      expect(validated.status).toBe(2)
      const { files } = JSON.parse(validated.stdout) as {
        files: { file: string; diagnostics: { code: string }[] }[]
      }
      expect(
        files
          .map(({ file, diagnostics }) => [path.basename(path.dirname(file)), diagnostics[0]?.code])
          .sort(),
      ).toEqual(['folder', 'latin', 'loop', 'pipe'].map((name) => [name, 'unreadable-file']))
    },
  )
})
