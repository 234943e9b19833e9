import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formerly } from '../../src/cli/arguments.js'
import { hintFor, otherNames } from '../../src/cli/option-hints.js'
import { verbs } from '../../src/cli/verbs.js'
import { runInProcess } from '../support/run-command.js'

const commands = await Promise.all([...verbs].map(async ([name, { load }]) => [name, await load()] as const))
const all = otherNames.flatMap(({ names }) => names)

describe('an option that other programs have', () => {
  it.each([
    ['convert', '--json', '--format json'],
    ['validate', '--json', '--format json'],
    ['validate', '--sarif', '--format sarif'],
    ['migrate', '--json', '--format json'],
    ['doctor', '--json', '--format json'],
    ['convert', '--ocis-8', '--target ocis-8'],
    ['resolve', '--dark', '--prefers dark'],
    ['convert', '--out', '--output FILE'],
    ['preview', '--outfile', '--output FILE'],
    ['validate', '-o', '--report FORMAT=FILE'],
    ['validate', '--output', '--report FORMAT=FILE'],
    ['migrate', '--output', '--to FOLDER'],
    ['resolve', '-o', '> FILE'],
    ['convert', '--to', '--target TARGET'],
    ['validate', '--release', '--target TARGET'],
    ['convert', '--dry-run', '--write and --output'],
    ['migrate', '--dry-run', 'Without --apply only the plan'],
    ['validate', '--dry-run', 'changes no file'],
    ['convert', '--in-place', '--write'],
    ['convert', '-i', '--write'],
    ['validate', '--fix', 'theme-convert convert --write'],
    ['migrate', '--fix', '--apply'],
    ['convert', '--verbose', 'explain CODE'],
    ['migrate', '-v', 'explain CODE'],
    ['convert', '--quiet', 'standard error'],
    ['validate', '--silent', '--quiet'],
    ['migrate', '--yes', '--apply'],
    ['convert', '--overwrite', '--force'],
    ['validate', '--no-color', 'NO_COLOR=1'],
    ['validate', '--settings', 'pass the folder that has the themes'],
    ['validate', '--version', '"theme-convert version"'],
    ['convert', '--outpt', 'Did you mean --output?'],
    ['convert', '--xyzzy', 'The options are --target'],
    ['validate', '-x', 'The options are --target'],
    ['validate', '--t-', 'The options are --target'],
    ['validate', '--constructor', 'The options are --target'],
    ['validate', '--__proto__', 'The options are --target'],
    ['version', '--valueOf', 'This command has no options'],
  ])('is answered with what is meant: %s %s', async (verb, option, meant) => {
    const { status, stdout, stderr } = await runInProcess([verb, 'theme.json', option])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(new RegExp(`^theme-convert: Unknown option ${option}\\. .*[.?]\\n$`))
    expect(stderr).toContain(meant)
  })

  it.each(commands)('is unknown even where every object has something of its name: %s', async (verb) => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const { status, stderr } = await runInProcess([verb, `--${name}=1`])
      expect([status, stderr]).toEqual([2, expect.stringContaining(`Unknown option --${name}. `)])
    }
  })

  it('is in the table once', () => {
    expect(all).toHaveLength(new Set(all).size)
  })

  it.each(commands)('leads to what the command has: %s', (_, { options }) => {
    for (const name of [...all, 'json', 'xyzzy']) {
      if (Object.hasOwn(options, name)) continue
      const hint = hintFor(name, options)
      expect(hint).toMatch(/^[A-Z].*[.?]$/)
      const named = hint.replace(/"theme-convert [^"]*"/g, '').match(/--[a-z-]+/g) ?? []
      for (const option of named) expect(Object.keys(options), `${name}: ${hint}`).toContain(option.slice(2))
    }
  })
})

describe('an option of Node', () => {
  it("is none of the command's: Node sees those behind the name of a program, too", () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-options-'))
    const program = path.join(folder, 'program.cjs')
    writeFileSync(program, '')
    const starts = (...args: string[]) => spawnSync(process.execPath, [program, ...args]).status === 0
    const names = commands.flatMap(([, { options }]) => Object.keys(options))
    const isFree = starts(...names.map((name) => `--${name}=${folder}/missing`))
    const wasFree = starts(`--${formerly.settings}=${folder}/missing`)
    rmSync(folder, { recursive: true })
    expect({ isFree, wasFree }).toEqual({ isFree: true, wasFree: false })
  })
})
