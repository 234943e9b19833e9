import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Conversion, convert, type LedgerEntry } from '../../src/index.js'
import { legacyAcme } from '../support/acme.js'
import { commandFile, runInProcess } from '../support/run-command.js'

let folder: string
let file: string
const legacyText = JSON.stringify(legacyAcme, null, 2)

const inFolder = (name: string) => path.join(folder, name)
const read = (name: string) => readFileSync(inFolder(name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
  file = inFolder('theme.json')
  writeFileSync(file, legacyText)
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('convert', () => {
  it('prints the new theme to standard output and a summary to standard error', async () => {
    const { status, stdout, stderr } = await runInProcess([file])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(convert(legacyAcme).theme)
    expect(stdout.endsWith('}\n')).toBe(true)
    expect(stderr).toContain('(wrapped) → oCIS 8 (ocis-8)')
    expect(stderr).toMatch(/\d+ moved, \d+ merged/)
    expect(stderr).toMatch(/\d+ filled with a default/)
    expect(stderr).toMatch(/\d+ dropped/)
    expect(read('theme.json')).toBe(legacyText)
  })

  it('takes the verb, the target and standard input', async () => {
    const { status, stdout } = await runInProcess(['convert', '-', '--target', 'ocis-5'], {
      input: legacyText,
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(convert(legacyAcme, { target: 'ocis-5' }).theme)
  })

  it('writes the theme to a file, but over another one only with --force', async () => {
    writeFileSync(inFolder('new.json'), 'mine')
    const refused = await runInProcess([
      file,
      '-o',
      inFolder('new.json'),
      '--report',
      inFolder('ledger.json'),
    ])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('exists already')
    expect(read('new.json')).toBe('mine')
    expect(readdirSync(folder).sort()).toEqual(['new.json', 'theme.json'])
    const forced = await runInProcess([file, '-o', inFolder('new.json'), '--force'])
    expect(forced).toMatchObject({ status: 0, stdout: '' })
    expect(JSON.parse(read('new.json'))).toEqual(convert(legacyAcme).theme)
  })

  it('replaces the file with --write, keeps its mode, and never touches an older backup', async () => {
    chmodSync(file, 0o640)
    writeFileSync(inFolder('theme.json.bak'), 'older')
    const { status, stdout, stderr } = await runInProcess([file, '--write'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toContain('theme.json.bak.1')
    expect(JSON.parse(read('theme.json'))).toEqual(convert(legacyAcme).theme)
    expect(read('theme.json.bak')).toBe('older')
    expect(read('theme.json.bak.1')).toBe(legacyText)
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['theme.json', 'theme.json.bak', 'theme.json.bak.1'])
  })

  it('leaves a file alone that needs no conversion, and makes no backup of it', async () => {
    expect((await runInProcess([file, '--write'])).status).toBe(0)
    const before = read('theme.json')
    const again = await runInProcess([file, '--write'])
    expect(again.status).toBe(0)
    expect(again.stderr).toContain('was not changed')
    expect(read('theme.json')).toBe(before)
    expect(readdirSync(folder).sort()).toEqual(['theme.json', 'theme.json.bak'])
  })

  it('follows a symbolic link instead of replacing it', async () => {
    const link = inFolder('link.json')
    symlinkSync('theme.json', link)
    expect((await runInProcess([link, '--write'])).status).toBe(0)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(JSON.parse(read('theme.json'))).toEqual(convert(legacyAcme).theme)
    expect(read('theme.json.bak')).toBe(legacyText)
  })

  it('follows a symbolic link that leads to nothing yet', async () => {
    symlinkSync('new.json', inFolder('link.json'))
    expect((await runInProcess([file, '-o', inFolder('link.json')])).status).toBe(0)
    expect(lstatSync(inFolder('link.json')).isSymbolicLink()).toBe(true)
    expect(JSON.parse(read('new.json'))).toEqual(convert(legacyAcme).theme)
  })

  it.each([
    [['theme.json', '--write', '--report', './theme.json'], 'would overwrite the theme itself'],
    [['theme.json', '--report', 'link.json'], 'would overwrite the theme itself'],
    [['theme.json', '--branding-out', 'sub/../theme.json'], 'would overwrite the theme itself'],
    [['theme.json', '-o', 'new.json', '--report', './new.json'], 'are the same file'],
    [['theme.json', '-o', 'new.json', '--report', 'dangling.json'], 'are the same file'],
    [['theme.json', '--branding-out', 'new.json', '--report', 'sub/../new.json'], 'are the same file'],
    [
      ['theme.json', '-o', './config.json', '--web-config', 'config.json'],
      'overwrite the file of --web-config',
    ],
  ])('refuses %j, however the file is spelt', async (args, says) => {
    mkdirSync(inFolder('sub'))
    writeFileSync(inFolder('config.json'), '{"options": {}}')
    symlinkSync('theme.json', inFolder('link.json'))
    symlinkSync('new.json', inFolder('dangling.json'))
    const { status, stdout, stderr } = await runInProcess([...args, '--force'], { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(says)
    expect(read('theme.json')).toBe(legacyText)
    expect(readdirSync(folder).sort()).toEqual([
      'config.json',
      'dangling.json',
      'link.json',
      'sub',
      'theme.json',
    ])
  })

  it.each([
    [['-o', 'none/new.json'], "none/new.json can't be written: there is no folder none, or"],
    [['-o', 'folder', '--force'], "folder can't be written: it is a folder."],
    [['-o', 'folder'], "folder can't be written: it is a folder."],
    [
      ['-o', 'theme.json/new.json'],
      "theme.json/new.json can't be written: a part of the path is not a folder.",
    ],
    [['-o', 'circle.json'], "circle.json can't be written: its symbolic links form a loop."],
  ])('leaves nothing behind with %j, and says why', async (args, says) => {
    mkdirSync(inFolder('folder'))
    symlinkSync('circle.json', inFolder('circle.json'))
    writeFileSync(inFolder('old.json'), 'mine')
    const before = readdirSync(folder)
    const all = ['theme.json', '--report', 'ledger.json', ...args]
    const { status, stdout, stderr } = await runInProcess(all, { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`theme-convert: ${says}`)
    const forced = await runInProcess(['theme.json', '--report', 'old.json', ...args, '--force'], {
      cwd: folder,
    })
    expect(forced.status).toBe(2)
    expect(read('old.json')).toBe('mine')
    expect(readdirSync(folder)).toEqual(before)
  })

  it('never replaces a device', async () => {
    const { status, stderr } = await runInProcess([file, '-o', '/dev/null', '--force'])
    expect(status).toBe(2)
    expect(stderr).toContain('a device or a pipe')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('says with --check whether a conversion is needed, and writes nothing', async () => {
    expect(await runInProcess([file, '--check'])).toMatchObject({ status: 1, stdout: '' })
    const converted = (await runInProcess([file])).stdout
    expect(await runInProcess(['-', '--check'], { input: converted })).toMatchObject({
      status: 0,
      stdout: '',
    })
    expect(read('theme.json')).toBe(legacyText)
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })

  it('writes the whole ledger with --report', async () => {
    expect((await runInProcess([file, '--report', inFolder('ledger.json')])).status).toBe(0)
    const report = JSON.parse(read('ledger.json')) as { entries: LedgerEntry[] }
    expect(report).toEqual({ ...convert(legacyAcme).ledger })
    expect(Object.keys(report)).toEqual(['source', 'target', 'entries'])
    for (const entry of report.entries) expect(Object.keys(entry)).toEqual(['from', 'to', 'action', 'reason'])
  })

  it('carries the old web options over, one by one or from the old configuration', async () => {
    writeFileSync(
      inFolder('config.json'),
      JSON.stringify({
        server: '',
        options: { privacyUrl: 'https://acme.example/p', imprintUrl: 'https://acme.example/x' },
      }),
    )
    const { stdout } = await runInProcess([
      file,
      '--web-config',
      inFolder('config.json'),
      '--privacy-url',
      'https://acme.example/q',
      '--access-denied-help-url',
      'https://acme.example/help',
    ])
    expect((JSON.parse(stdout) as { common: { urls: unknown } }).common.urls).toEqual({
      accessDeniedHelp: 'https://acme.example/help',
      imprint: 'https://acme.example/imprint',
      privacy: 'https://acme.example/q',
    })
    writeFileSync(inFolder('config.json'), '{}')
    expect(await runInProcess([file, '--web-config', inFolder('config.json')])).toMatchObject({
      status: 2,
      stdout: '',
    })
  })

  it('prints everything with --format json', async () => {
    const { status, stdout } = await runInProcess([file, '--format', 'json'])
    const { omitted, ...conversion } = JSON.parse(JSON.stringify(convert(legacyAcme))) as Conversion
    expect({ status, omitted }).toEqual({ status: 0, omitted: [] })
    const { diagnostics, ...printed } = JSON.parse(stdout) as Conversion
    expect({ ...printed, diagnostics: diagnostics.map(({ range, ...finding }) => finding) }).toEqual({
      file,
      target: 'ocis-8',
      generation: 'wrapped',
      changed: true,
      ...conversion,
    })
  })

  it('keeps keys as names, adds the schema and the contrast colours when asked', async () => {
    const { stdout } = await runInProcess([file, '--theme-names', 'keep', '--schema', '--add-contrast'])
    const theme = JSON.parse(stdout) as { $schema: string; clients: { web: { themes: { name: string }[] } } }
    expect(theme.$schema).toMatch(/@\d+\.\d+\.\d+[^/]*\/schemas\/ocis-8\.strict\.json$/)
    expect(Object.keys(theme)[0]).toBe('$schema')
    expect(theme.clients.web.themes.map(({ name }) => name)).toEqual(['default', 'default-dark'])
  })

  it('drops values of the wrong type only when asked', async () => {
    writeFileSync(file, legacyText.replace('"#0a4d8c"', '7'))
    const stopped = await runInProcess([file])
    expect(stopped).toMatchObject({ status: 1, stdout: '' })
    expect(stopped.stderr).toContain('/web/default/designTokens/colorPalette/swatch-brand-default')
    const dropped = await runInProcess([file, '--drop-invalid'])
    expect(dropped.status).toBe(0)
    expect(dropped.stderr).toContain('(value-invalid-dropped)')
  })

  it.each([
    [['--write', '-o', 'x.json']],
    [['--check', '--write']],
    [['--check', '--report', 'x.json']],
    [['--targt', 'ocis-7']],
    [['--target', 'ocis-99']],
    [['--target', 'opencloud-3']],
    [['--target']],
    [['--format', 'css']],
    [['other.json']],
  ])('answers wrong use %j with one sentence and status 2', async (args) => {
    const { status, stdout, stderr } = await runInProcess([file, ...args], { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^theme-convert: .+\n$/)
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })

  it('names the nearest option, target and verb', async () => {
    expect((await runInProcess([file, '--targt', 'ocis-7'])).stderr).toContain('Did you mean --target?')
    expect((await runInProcess([file, '--target', 'ocis-88'])).stderr).toContain('Did you mean ocis-8?')
    expect((await runInProcess(['validat', file])).stderr).toContain('Did you mean validate?')
  })

  it.skipIf(!existsSync('/dev/full'))("says when the result can't be written to standard output", () => {
    const full = openSync('/dev/full', 'w')
    for (const args of [[file], ['validate', file, '--format', 'json'], ['--help']]) {
      const { status, stderr } = spawnSync(process.execPath, [commandFile, ...args], {
        stdio: ['ignore', full, 'pipe'],
      })
      expect(status).toBe(2)
      expect(stderr.toString()).toContain(
        "theme-convert: Standard output can't be written: the disk is full.",
      )
      expect(stderr.toString()).not.toMatch(/^\s+at /m)
    }
    closeSync(full)
  })

  it.skipIf(!existsSync('/dev/full'))(
    "says that all is applied when only the report can't be printed",
    () => {
      const full = openSync('/dev/full', 'w')
      const run = (...args: string[]) =>
        spawnSync(process.execPath, [commandFile, ...args], { cwd: folder, stdio: ['ignore', full, 'pipe'] })
      const { status, stderr } = run('theme.json', '--report', 'ledger.json')
      expect(status).toBe(2)
      expect(stderr.toString()).toContain("applied, but the report couldn't be printed")
      expect(JSON.parse(read('ledger.json'))).toHaveProperty('entries')
      closeSync(full)
    },
  )

  it.skipIf(process.platform !== 'linux')('waits for standard input that is not there yet', async () => {
    const pipe = inFolder('pipe')
    execFileSync('mkfifo', [pipe])
    const input = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK)
    const writer = openSync(pipe, constants.O_WRONLY)
    const child = spawn(process.execPath, [commandFile, 'detect', '-'], { stdio: [input, 'pipe', 'pipe'] })
    closeSync(input)
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    // Time for the command to start and find nothing to read. Where that takes longer, it simply doesn't have to wait.
    await setTimeout(400)
    writeSync(writer, legacyText.slice(0, 100))
    await setTimeout(50)
    writeSync(writer, legacyText.slice(100))
    closeSync(writer)
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    expect(said).toContain('standard input: wrapped')
  })

  it('takes a closed pipe for no error', async () => {
    const child = spawn(process.execPath, [commandFile, file], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status).toBe(0)
    expect(stderr).not.toContain('EPIPE')
  })
})

describe('the command', () => {
  it('prints its help, the help of each verb, and its version', async () => {
    const { stdout, status } = await runInProcess(['--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('Exit status')
    for (const verb of ['convert', 'validate', 'detect', 'resolve']) {
      const help = await runInProcess([verb, '--help'])
      expect(help.status).toBe(0)
      expect(help.stdout).toContain('Examples:')
      for (const line of help.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    }
    expect((await runInProcess(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(await runInProcess([])).toMatchObject({ status: 2, stdout: '' })
  })
})
