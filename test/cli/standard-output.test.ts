import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.js'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { commandFile, runInProcess } from '../support/run-command.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-output-'))
  writeFileSync(path.join(folder, 'theme.json'), JSON.stringify(exampleLegacyTheme()))
})
afterEach(() => rmSync(folder, { recursive: true }))

const commands = await Promise.all([...verbs].map(async ([name, { load }]) => [name, await load()] as const))

describe('a dash as the name of an output', () => {
  it.each([
    ['convert', 'theme.json'],
    ['preview', 'theme.json'],
    ['branding', '--name', 'Acme'],
  ])('is standard output: %s', async (...args) => {
    const run = (...more: string[]) => runInProcess([...args, ...more], { cwd: folder })
    const without = await run()
    expect(without.stdout).not.toBe('')
    for (const option of [['-o', '-'], ['--output=-']]) expect(await run(...option)).toEqual(without)
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })

  it.each(commands)('is no file of that name: %s', async (verb, { options }) => {
    for (const name of Object.keys(options).filter((each) => /^(?:report|png|markdown|.*-out)$/.test(each))) {
      const { status, stderr } = await runInProcess([verb, 'theme.json', `--${name}`, '-'], { cwd: folder })
      expect([name, status, stderr]).toEqual([
        name,
        2,
        expect.stringMatching(/standard output\. Name a file/),
      ])
    }
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })
})

/** A call of each command that prints something. */
const printing: Readonly<Record<string, readonly string[]>> = {
  convert: ['theme.json'],
  validate: ['theme.json'],
  detect: ['theme.json'],
  resolve: ['theme.json'],
  preview: ['theme.json'],
  branding: ['--name', 'Acme'],
  doctor: ['data'],
  migrate: ['data'],
  explain: ['wrong-type'],
  targets: [],
  completion: ['bash'],
  help: [],
  version: [],
}

describe.skipIf(!existsSync('/dev/full'))('a full disk as standard output', () => {
  it('is tried with every command', () => {
    expect(Object.keys(printing).sort()).toEqual([...verbs.keys()].sort())
  })

  it.each(Object.entries(printing))('is said, with status 2: %s', (verb, args) => {
    mkdirSync(path.join(folder, 'data/web/assets/themes'), { recursive: true })
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [commandFile, verb, ...args], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(full)
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("output can't be written: the disk is full."),
    ])
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

it('ends a watch when nobody reads its output any more', async () => {
  const child = spawn(process.execPath, [commandFile, 'validate', '--watch', 'theme.json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    child.stdout.destroy()
    const stderr: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    expect(await once(child, 'close')).toEqual([1, null])
    expect(Buffer.concat(stderr).toString()).toBe('Watching 1 file until Ctrl+C.\n')
  } finally {
    child.kill()
  }
})
