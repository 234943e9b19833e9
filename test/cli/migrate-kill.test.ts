import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { logoOnly, snapshot, type Tree, times, uploadServers, writeInstance } from '../support/instances.js'
import { runCommand } from '../support/run-command.js'

const killer = path.join(import.meta.dirname, '../support/kill-at.cjs')
const [, ocis4] = uploadServers
const files: Tree = {
  ...logoOnly(ocis4.shipped),
  'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme(), null, 2),
}

/** What is below `themes`, as it lies in a themes folder. */
const inFolder = (themes: Tree): Tree =>
  Object.fromEntries(
    Object.entries(themes).map(([name, content]) => [name.replace(/^themes\//, ''), content]),
  )

let work: string
let data: string
const migrateWith = (own: string, [way, state]: readonly string[]) =>
  runCommand(['migrate', data, ...(way === undefined ? [] : [way]), '--target', 'ocis-7'], {
    node: state === undefined ? [] : ['--require', killer],
    env: { WEB_ASSET_THEMES_PATH: own, ...(state !== undefined && { KILL_AT: state }) },
  })
const migrate = (way: string, state?: string) =>
  runCommand(['migrate', data, way, ...(way === '--apply' ? ['--target', 'ocis-7'] : [])], {
    ...(state !== undefined && { node: ['--require', killer], env: { KILL_AT: state } }),
  })

beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), 'theme-convert-kill-'))
  data = path.join(work, 'data')
  writeInstance(data, files)
})

afterEach(() => {
  rmSync(work, { recursive: true, force: true })
})

// Every single step is killed in test/node/instance/transaction.test.ts; here real processes are, once per state.
describe('a process that is killed', () => {
  it.each([
    ['--apply', 'before'],
    ['--apply', 'started'],
    ['--apply', 'done'],
    ['--rollback', 'rolling-back'],
  ])('during %s when the journal is %s can be taken back, and leaves nothing', (way, state) => {
    const before = snapshot(data)
    const old = times(data)
    if (way === '--rollback') expect(migrate('--apply').status).toBe(0)
    expect(migrate(way, state).status).toBeNull()
    expect(migrate('--rollback')).toMatchObject({ status: 0, stderr: '' })
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
    (way, state, said) => {
      const { 'branding/acme.png': logo = '', ...themes } = files
      const own = path.join(data, '../own')
      const run = (...args: string[]) => migrateWith(own, args)
      rmSync(data, { recursive: true })
      writeInstance(data, { 'branding/acme.png': logo })
      writeInstance(own, inFolder(themes), '')
      const before = [snapshot(data), snapshot(own)]
      expect(run('--apply').status).toBe(0)
      const after = [snapshot(data), snapshot(own)]
      if (way === '--apply') expect(run('--rollback').status).toBe(0)
      expect(run(way, state).status).toBeNull()
      expect(run().stdout + run().stderr).toContain('was interrupted')
      expect(run('--apply')).toMatchObject({ status: 0, stdout: expect.stringMatching(said) })
      expect([snapshot(data), snapshot(own)]).toEqual(after)
      expect(run('--rollback')).toMatchObject({ status: 0, stderr: '' })
      expect([snapshot(data), snapshot(own)]).toEqual(before)
    },
  )

  it('is finished by another --apply', () => {
    expect(migrate('--apply', 'started').status).toBeNull()
    expect(migrate('--apply')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('it is finished now'),
    })
    expect(existsSync(path.join(data, 'web/assets/themes/_branding/theme.json'))).toBe(true)
  })
})
