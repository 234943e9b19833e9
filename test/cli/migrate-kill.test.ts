import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { logoOnly, snapshot, type Tree, times, uploadServers, writeInstance } from '../support/instances.js'
import { runCommand, runInProcess } from '../support/run-command.js'

const killer = path.join(import.meta.dirname, '../support/kill-at.cjs')
const [, ocis4] = uploadServers
const files: Tree = {
  ...logoOnly(ocis4.shipped),
  'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme(), null, 2),
}

const onlyTheme: Tree = { 'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme(), null, 2) }

/** What is below `themes`, as it lies in a themes folder. */
const inFolder = (themes: Tree): Tree =>
  Object.fromEntries(
    Object.entries(themes).map(([name, content]) => [name.replace(/^themes\//, ''), content]),
  )

let work: string
let data: string
/** Runs a migration in this process, or in one that is killed at a state of its journal. */
async function migrate(args: readonly string[], state?: string, env: Readonly<Record<string, string>> = {}) {
  const target = args.includes('--rollback') ? [] : ['--target', 'ocis-7']
  const call = ['migrate', data, ...args, ...target]
  if (state === undefined) return await runInProcess(call, { env })
  return runCommand(call, { node: ['--require', killer], env: { ...env, KILL_AT: state } })
}

beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), 'theme-convert-kill-'))
  data = path.join(work, 'data')
  writeInstance(data, files)
})

afterEach(() => {
  rmSync(work, { recursive: true, force: true })
})

// Every single step is killed in test/node/instance/transaction.test.ts; here real processes are, once per state of the journal.
describe('a process that is killed', () => {
  it.each([
    ['--apply', 'before'],
    ['--apply', 'started'],
    ['--apply', 'done'],
    ['--rollback', 'rolling-back'],
  ])('during %s when the journal is %s can be taken back, and leaves nothing', async (way, state) => {
    const before = snapshot(data)
    const old = times(data)
    if (way === '--rollback') expect((await migrate(['--apply'])).status).toBe(0)
    expect((await migrate([way], state)).status).toBeNull()
    expect(await migrate(['--rollback'])).toMatchObject({ status: 0, stderr: '' })
    expect([snapshot(data), times(data)]).toEqual([before, old])
    expect(existsSync(path.join(data, '.theme-convert'))).toBe(false)
  })

  // With the themes in a folder of their own there are two journals; the process dies between them.
  it.each([
    ['--apply', 'started', /rolled back now/],
    ['--apply', 'done', /finished now/],
    ['--rollback', 'rolling-back', /rolled back now/],
  ])(
    'between two folders during %s when the first journal is %s leaves neither half done',
    async (way, state, said) => {
      const { 'branding/acme.png': logo = '', ...themes } = files
      const own = path.join(data, '../own')
      const run = (args: readonly string[], state?: string) =>
        migrate(args, state, { WEB_ASSET_THEMES_PATH: own })
      rmSync(data, { recursive: true })
      writeInstance(data, { 'branding/acme.png': logo })
      writeInstance(own, inFolder(themes), '')
      const before = [snapshot(data), snapshot(own)]
      expect((await run(['--apply'])).status).toBe(0)
      const after = [snapshot(data), snapshot(own)]
      if (way === '--apply') expect((await run(['--rollback'])).status).toBe(0)
      expect((await run([way], state)).status).toBeNull()
      const { stdout, stderr } = await run([])
      expect(stdout + stderr).toContain('was interrupted')
      expect(await run(['--apply'])).toMatchObject({ status: 0, stdout: expect.stringMatching(said) })
      expect([snapshot(data), snapshot(own)]).toEqual(after)
      expect(await run(['--rollback'])).toMatchObject({ status: 0, stderr: '' })
      expect([snapshot(data), snapshot(own)]).toEqual(before)
    },
  )

  it('is finished by another --apply', async () => {
    expect((await migrate(['--apply'], 'started')).status).toBeNull()
    expect(await migrate(['--apply'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('it is finished now'),
    })
    expect(existsSync(path.join(data, 'web/assets/themes/_branding/theme.json'))).toBe(true)
  })
})

describe('Ctrl-C', () => {
  it.each([
    ['--apply', 'before', /came too late: everything is applied/],
    ['--apply', 'started', /came too late: everything is applied/],
    ['--rollback', 'rolling-back', /came too late: everything is rolled back/],
  ])('during %s when the journal is %s waits for the end, and says so', async (way, state, said) => {
    const before = snapshot(data)
    if (way === '--rollback') expect((await migrate(['--apply'])).status).toBe(0)
    const { status, stdout, stderr } = await migrate([way], state, { KILL_WITH: 'SIGINT' })
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)])
    expect(stdout).toMatch(way === '--apply' ? /^Done/m : /^Rolled back/)
    expect(existsSync(path.join(data, '.theme-convert/lock'))).toBe(false)
    if (way === '--apply') expect((await migrate(['--rollback'])).status).toBe(0)
    expect(snapshot(data)).toEqual(before)
  })
})

describe('what a killed process left in the folder of the themes', () => {
  const themes = () => path.join(work, 'own')
  const run = (verb: string, args: readonly string[] = []) =>
    runInProcess([verb, ...args], { env: { WEB_ASSET_THEMES_PATH: themes() } })

  beforeEach(() => {
    rmSync(data, { recursive: true })
    writeInstance(data, { 'readme.txt': 'x' })
    writeInstance(themes(), inFolder(onlyTheme), '')
  })

  it.each([
    ['before', 'was stopped before it changed a file', 0],
    ['started', 'was interrupted', 1],
  ])(
    'when its journal was %s is said by each verb, and never taken for a theme',
    async (state, said, more) => {
      const killed = await migrate(['--apply'], state, { WEB_ASSET_THEMES_PATH: themes() })
      expect(killed.status).toBeNull()
      const target = ['--target', 'ocis-7']
      for (const [verb, ...args] of [
        ['doctor', data, ...target],
        ['migrate', data, ...target],
        ['validate', themes(), '--target', 'ocis-5'],
      ] as const) {
        const { stdout, stderr } = await run(verb, args)
        expect(stdout + stderr).toContain(said)
        expect(stdout + stderr).not.toMatch(/symbolic link|\/lock/i)
      }
      expect(await run('migrate', [data, '--apply', ...target])).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(more === 0 ? /what it left is removed/ : /was interrupted; it is/),
      })
    },
  )
})

describe('a rollback of the data folder', () => {
  it('names the folder of the themes, also without its settings', async () => {
    const own = path.join(work, 'own')
    rmSync(data, { recursive: true })
    writeInstance(data, { 'readme.txt': 'x' })
    writeInstance(own, inFolder(onlyTheme), '')
    const before = snapshot(own)
    const env = { WEB_ASSET_THEMES_PATH: own }
    expect((await migrate(['--apply'], undefined, env)).status).toBe(0)
    const { status, stderr } = await migrate(['--rollback'])
    expect([status, stderr]).toEqual([1, expect.stringContaining(`--rollback ${own}`)])
    expect((await runInProcess(['migrate', '--rollback', own])).status).toBe(0)
    expect(snapshot(own)).toEqual(before)
    const { status: nothing, stdout } = await migrate(['--rollback'])
    expect([nothing, stdout]).toEqual([1, expect.stringContaining('Nothing to roll back')])
  })
})
