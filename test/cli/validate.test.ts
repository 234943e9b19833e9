import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments.js'
import type { Surroundings } from '../../src/cli/commands/command.js'
import { validateCommand } from '../../src/cli/commands/validate.js'
import { colorsFor } from '../../src/cli/terminal.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { readInput } from '../../src/node/read-file.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { changed } from '../support/change.js'
import { runCommand, runInProcess } from '../support/run-command.js'

let folder: string

const fine = JSON.stringify(exampleTheme(), null, 2)
const textWith = (at: string, value: Json) =>
  JSON.stringify(changed(exampleTheme() as JsonObject, { at, value }), null, 2)
/** One warning, one remark, one error. */
const withWarning = textWith('/common/logo', '/themes/acme/logo.svg')
const withRemark = textWith('/contact', 'design@acme.example')
const withError = textWith('/common/urls/imprint', 'javascript:alert(1)')

function write(name: string, text: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** Runs the command in this process, where its surroundings can be chosen. */
async function runHere(files: readonly string[], surroundings: Partial<Surroundings>) {
  const written: string[] = []
  const said: string[] = []
  const plain = colorsFor({}, {})
  const outcome = await validateCommand.run(readArguments(files, validateCommand.options), {
    environment: {},
    place: (name) => name,
    read: (name) => readInput(name),
    output: plain,
    messages: plain,
    isErrorTerminal: false,
    isOutputTerminal: false,
    stopped: () => Promise.resolve(),
    write: async (text) => void written.push(text),
    say: async (text) => void said.push(text),
    ...surroundings,
  })
  return { said, output: written.join('') + outcome.output, messages: said.join('') + outcome.messages }
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-validate-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('theme-convert validate', () => {
  it('writes its report to standard output, valid files and findings with their line', async () => {
    const good = write('good.json', fine)
    const bad = write('bad.json', withError)
    const { status, stdout, stderr } = await runInProcess(['validate', good, bad])
    expect(status).toBe(1)
    expect(stderr).toBe('')
    expect(stdout.startsWith(`${good}: valid for ocis-8\n`)).toBe(true)
    const line = withError.split('\n').findIndex((text) => text.includes('javascript:')) + 1
    expect(stdout).toContain(`error script-link ${bad}:${line}:18 /common/urls/imprint\n`)
    expect(stdout).toContain(`\n    ${line} |       "imprint": "javascript:alert(1)",\n`)
    expect(stdout).toContain(
      `\n      ${' '.repeat(String(line).length - 1)}|                  ^^^^^^^^^^^^^^^^^^^^^\n`,
    )
    expect(stdout).toMatch(/\n1 error in 2 files\n$/)
  })

  it.each([
    ['nothing found', fine, [], 0],
    ['a remark', withRemark, [], 0],
    ['a remark under --strict', withRemark, ['--strict'], 0],
    ['a warning', withWarning, [], 0],
    ['a warning under --strict', withWarning, ['--strict'], 1],
    ['as many warnings as allowed', withWarning, ['--max-warnings', '1'], 0],
    ['more warnings than allowed', withWarning, ['--max-warnings', '0'], 1],
    ['a quiet warning, which still counts', withWarning, ['--quiet', '--max-warnings', '0'], 1],
    ['an error', withError, [], 1],
    ['a rule switched off', withError, ['--rule', 'script-link=off'], 0],
    ['a rule raised', withWarning, ['--rule', 'absolute-logo=error'], 1],
    ['several rules', withWarning, ['--rule=script-link=off', '--rule=absolute-logo=info', '--strict'], 0],
  ])('ends for %s as it should', async (_, text, options, status) => {
    expect((await runInProcess(['validate', '-', ...options], { input: text })).status).toBe(status)
  })

  it('reports errors only when told to be quiet', async () => {
    const both = JSON.stringify({ ...(JSON.parse(withError) as object), contact: 'x' })
    const { files } = JSON.parse(
      (await runInProcess(['validate', '-', '--quiet', '--format', 'json'], { input: both })).stdout,
    ) as {
      files: { diagnostics: { code: string }[] }[]
    }
    expect(files[0]?.diagnostics.map(({ code }) => code)).toEqual(['script-link'])
  })

  it.each([
    ['--strict', [], '1 warning: --strict counts them as errors.\n'],
    ['--strict', ['--quiet'], '1 warning: --strict counts them as errors. Leave --quiet out to see them.\n'],
    ['--max-warnings=0', [], '1 warning: more than the 0 that --max-warnings allows.\n'],
  ])('says why warnings alone made it fail under %s %j', async (option, others, reason) => {
    const { status, stderr } = await runInProcess(['validate', '-', option, ...others], {
      input: withWarning,
    })
    expect(status).toBe(1)
    expect(stderr.endsWith(reason)).toBe(true)
    const failing = await runInProcess(['validate', '-', option, ...others], { input: withError })
    expect(failing.stderr).not.toContain(reason)
  })

  it('takes a file once, however it is called', async () => {
    write('once/theme.json', fine)
    const names = ['theme.json', './theme.json', path.join(folder, 'once/theme.json'), '*.json', '.']
    const { stdout } = await runInProcess(['validate', ...names], { cwd: path.join(folder, 'once') })
    expect(stdout).toBe('theme.json: valid for ocis-8\n')
  })

  it.each([
    ['false', false],
    ['0', false],
    ['1', true],
    ['true', true],
  ])('has colours for FORCE_COLOR=%s: %s', (value, isColored) => {
    const colors = colorsFor({ isTTY: true }, { FORCE_COLOR: value })
    expect(colors.red('x') !== 'x').toBe(isColored)
  })

  it('takes folders and patterns, in their order, without node_modules', async () => {
    for (const name of [
      'tree/a/theme.json',
      'tree/b/theme.json',
      'tree/node_modules/c/theme.json',
      'tree/d/other.json',
    ]) {
      write(name, fine)
    }
    const names = async (args: string[]) =>
      (
        JSON.parse((await runInProcess(['validate', '--format', 'json', ...args])).stdout) as {
          files: { file: string }[]
        }
      ).files.map(({ file }) => path.relative(folder, file))
    const both = [path.join('tree/a/theme.json'), path.join('tree/b/theme.json')]
    const other = path.join('tree/d/other.json')
    expect(await names([path.join(folder, 'tree')])).toEqual([...both, other])
    expect(await names([path.join(folder, 'tree/**/theme.json')])).toEqual(both)
    expect(await names([path.join(folder, 'tree/b/theme.json'), path.join(folder, 'tree')])).toEqual([
      ...[...both].reverse(),
      other,
    ])
    expect(await names([path.join(folder, 'tree/*/*.json')])).toEqual([...both, other])
    const strange = write('[a].json', fine)
    expect(await names([strange])).toEqual(['[a].json'])
  })

  it.each([
    [['validate', 'nothing/**/theme.json'], /No file matches/],
    [
      ['validate', '-', '--rule', 'low-contrst=off'],
      /Unknown rule "low-contrst"\. Did you mean "low-contrast"\?/,
    ],
    [['validate', '-', '--rule', 'legacy-themes=off'], /Unknown rule.* legacy-theme can't be/],
    [['validate', '-', '--rule', 'missing-key=off'], /be switched off or raised/],
    [['validate', '-', '--rule', 'low-contrast'], /must be a code and off, error/],
    [['validate', '-', '--rule', 'low-contrast=off=x'], /must be a code and off, error/],
    [['validate', '-', '--max-warnings', 'many'], /must be a whole number from 0 on, not "many"/],
    [['validate', '-', '--max-warnings=-1'], /must be a whole number from 0 on, not "-1"/],
    [['validate', '-', '--assets', 'nowhere'], /is not a folder/],
    [['validate', '-', '--format', 'sarrif'], /Did you mean sarif\?/],
    [['explain', 'low-contrst'], /Did you mean low-contrast\?/],
  ])('says what is wrong with %j', async (args, says) => {
    const { status, stdout, stderr } = await runInProcess(args, { input: fine })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })

  it('calls standard input as it is told', async () => {
    const { stdout } = await runInProcess(
      ['validate', '-', '--stdin-filename', 'web/theme.json', '--format', 'github'],
      { input: withError },
    )
    expect(stdout).toMatch(/^::error file=web\/theme\.json,line=\d+/)
  })

  it('looks for images in the assets folder', async () => {
    const assets = path.join(folder, 'assets')
    for (const name of ['logo.svg', 'favicon.png', 'Harbour.jpg']) write(`assets/themes/acme/${name}`, '')
    const { stdout } = await runInProcess(['validate', '-', '--assets', assets, '--format', 'gitlab'], {
      input: fine,
    })
    expect(
      (JSON.parse(stdout) as { check_name: string; description: string }[]).map((issue) => issue),
    ).toMatchObject([
      {
        check_name: 'image-wrong-case',
        description: expect.stringContaining('"themes/acme/Harbour.jpg"') as string,
      },
    ])
    rmSync(path.join(assets, 'themes/acme/logo.svg'))
    const search = async (name: string) => {
      const input = textWith('/common/logo', `themes/owncloud/assets/${name}`)
      return (await runInProcess(['validate', '-', '--assets', assets, '--format', 'json'], { input })).stdout
    }
    write('assets/themes/owncloud/assets/my.svg', '')
    expect(await search('logo.svg')).not.toContain('owncloud/assets')
    expect(await search('mi.svg')).toContain('owncloud/assets/mi.svg')
    const missing = await runInProcess(
      ['validate', '-', '--assets', assets, '--format', 'json', '--quiet', '--rule', 'image-missing=error'],
      { input: fine },
    )
    expect(missing.status).toBe(1)
    expect(missing.stdout.match(/"code": "image-missing"/g)).toHaveLength(3)
  })

  it("goes on with the next file where one can't be read, and says so in every format", async () => {
    const good = write('next.json', fine)
    const none = path.join(folder, 'none.json')
    for (const format of ['json', 'sarif', 'gitlab']) {
      const { status, stdout } = await runInProcess(['validate', none, good, '--format', format])
      expect(status).toBe(2)
      expect(JSON.stringify(JSON.parse(stdout))).toContain('unreadable-file')
    }
  })

  it.skipIf(process.getuid?.() === 0)('says when a file may not be read', async () => {
    const secret = write('secret.json', fine)
    chmodSync(secret, 0)
    expect((await runInProcess(['validate', secret])).stdout).toContain('permission denied')
  })

  it('colours its report as standard output wants it', async () => {
    const files = [write('colored/good.json', fine), write('colored/bad.json', withError)]
    const plain = colorsFor({}, {})
    const colored = colorsFor({ isTTY: true }, {})
    const { output } = await runHere(files, { output: colored, messages: plain })
    expect(output).toContain('\u001b[31merror')
    expect(output).toContain('\u001b[32mvalid')
    expect((await runHere(files, { output: plain, messages: colored })).output).not.toContain('\u001b')
  })

  it('clears its progress before it says anything else', async () => {
    const files = Array.from({ length: 120 }, (_, index) =>
      write(`watched/${index}/theme.json`, index === 50 || index === 119 ? withError : fine),
    )
    const { said, output } = await runHere(files, { isErrorTerminal: true })
    const isProgress = (text: string) => text.includes('Checked ')
    expect(said.filter(isProgress).map((text) => text.replace('\r\u001b[2K', ''))).toEqual([
      'Checked 0 of 120 files',
      'Checked 50 of 120 files',
      'Checked 100 of 120 files',
    ])
    // Behind a progress line there is another one, or it is cleared.
    said.forEach((text, index) => {
      if (isProgress(text)) expect(said[index + 1]?.startsWith('\r\u001b[2K')).toBe(true)
    })
    expect(output.split('script-link')).toHaveLength(3)
  })

  it('checks many files in the memory that it takes for a few', () => {
    const large = JSON.stringify({ ...exampleTheme(), notes: 'x'.repeat(400_000) })
    const files = Array.from({ length: 120 }, (_, index) => write(`many/${index}/theme.json`, large))
    const run = runCommand(['validate', '--format', 'json', ...files], {
      node: ['--max-old-space-size=24'],
    })
    expect(run.status).toBe(0)
    expect((JSON.parse(run.stdout) as { files: { file: string }[] }).files.map(({ file }) => file)).toEqual(
      files,
    )
  })

  it.each([
    [
      'validate',
      'one colour',
      () =>
        changed(exampleTheme(), {
          at: '/clients/web/themes/0/designTokens/colorPalette/border',
          value: 'x'.repeat(30_000_000),
        }),
    ],
    ['convert', 'many values', () => ({ ...exampleTheme(), list: Array(99_000).fill('value') })],
  ])('%s needs no more than 256 MB for a file of %s', (command, _, documentOf) => {
    const file = write('large.json', JSON.stringify(documentOf()))
    const run = runCommand([command, file], { node: ['--max-old-space-size=256'] })
    expect(run.status).toBe(0)
  })
})
