import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme } from '../../src/explanations/example-themes.js'
import { logoOnly, snapshot, type Tree, times, uploadServers, writeInstance } from '../support/instances.js'
import { type Run, runCommand } from '../support/run-command.js'

const killer = path.join(import.meta.dirname, '../support/kill-at.cjs')
/** What the command ends with when it had fewer changes to make than it was to be killed at. */
const NOT_KILLED = 77

const [, ocis4] = uploadServers
const files: Tree = {
  ...logoOnly(ocis4.shipped),
  'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme(), null, 2),
  'themes/acme/logo.svg': '<svg/>',
  'themes/notes.txt': 'mine',
}
const settings = ['--target', 'ocis-7']

let work: string
let data: string

beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), 'theme-convert-kill-'))
  data = path.join(work, 'data')
})

afterEach(() => {
  rmSync(work, { recursive: true, force: true })
})

type Faults = Readonly<Record<string, string>>

/** Runs the command with faults in the file system. */
function runWith(faults: Faults, args: readonly string[]): Run {
  return runCommand(args, { node: ['--require', killer], env: faults })
}

/** Runs the command until its Nth change of the file system. */
function killAt(step: number, args: readonly string[], disks: Faults = {}): boolean {
  const { status } = runWith({ ...disks, KILL_AT: String(step) }, args)
  if (status !== NOT_KILLED) expect(status, `step ${step}`).toBeNull()
  return status !== NOT_KILLED
}

/** Every byte that any file of a folder has, journals and backups included. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\0')
}

function restart(from: string): void {
  rmSync(data, { recursive: true, force: true })
  cpSync(from, data, { recursive: true, preserveTimestamps: true })
}

describe.each<[string, Faults, number]>([
  ['on one disk', {}, 1],
  // The steps are the same but for the last ones.
  ['with its journals on another disk', { OTHER_DISK: '1' }, 3],
])('a migration that is killed %s', (_, disks, stride) => {
  const limit = 600_000

  it('can be taken back or finished, at whatever point it was', { timeout: limit }, () => {
    const original = path.join(work, 'original')
    writeInstance(original, files)
    const before = snapshot(original)
    restart(original)
    expect(runCommand(['migrate', data, '--apply', ...settings]).status).toBe(0)
    const after = snapshot(data)
    const contents = Object.values(files).map((content) => Buffer.from(content as string).toString('latin1'))

    let step = 1
    for (let turn = 0; ; turn += 1) {
      step = (turn >> 1) * stride + 1
      restart(original)
      const old = times(data)
      if (!killAt(step, ['migrate', data, '--apply', ...settings], disks)) break
      for (const content of contents) expect(everything(data)).toContain(content)
      // Both ways on, from the same place.
      const [way, expected] =
        turn % 2 === 0 ? (['--rollback', before] as const) : (['--apply', after] as const)
      const run = runWith(disks, ['migrate', data, way, ...(way === '--apply' ? settings : [])])
      expect([step, way, run.status, run.stderr]).toEqual([step, way, 0, ''])
      expect(snapshot(data), `${way} after step ${step}`).toEqual(expected)
      if (way === '--rollback') expect(times(data), `step ${step}`).toEqual(old)
    }
    expect(step).toBeGreaterThan(50)
  })

  it('can be taken back again when its taking back is killed', { timeout: limit }, () => {
    const migrated = path.join(work, 'migrated')
    writeInstance(migrated, files)
    const before = snapshot(migrated)
    expect(runCommand(['migrate', migrated, '--apply', ...settings]).status).toBe(0)

    let step = 1
    for (; ; step += 1) {
      restart(migrated)
      if (!killAt(step, ['migrate', '--rollback', data], disks)) break
      const run = runWith(disks, ['migrate', '--rollback', data])
      expect([step, run.status, run.stderr]).toEqual([step, 0, ''])
      expect(snapshot(data), `after step ${step}`).toEqual(before)
    }
    expect(step).toBeGreaterThan(15)
  })

  it('is finished, however often it is killed', { timeout: limit }, () => {
    const original = path.join(work, 'original')
    writeInstance(original, files)
    restart(original)
    expect(runCommand(['migrate', data, '--apply', ...settings]).status).toBe(0)
    const after = snapshot(data)
    restart(original)
    let kills = 0
    // Each run gets a little further than the one before.
    for (let step = 3; killAt(step, ['migrate', data, '--apply', ...settings], disks); step += 2) kills += 1
    expect(snapshot(data)).toEqual(after)
    expect(kills).toBeGreaterThan(10)
  })
})

describe('a migration that fails', () => {
  it('changes nothing, at whatever point it was, and says why', { timeout: 600_000 }, () => {
    const original = path.join(work, 'original')
    writeInstance(original, files)
    const before = snapshot(original)
    let step = 1
    for (; ; step += 1) {
      restart(original)
      const { status, stdout, stderr } = runWith({ FAIL_AT: String(step) }, [
        'migrate',
        data,
        '--apply',
        ...settings,
      ])
      if (status === NOT_KILLED) break
      const shown = [step, status, stdout, stderr]
      expect(shown).toEqual([step, 2, '', expect.stringContaining('ENOSPC')])
      expect(stderr, `step ${step}`).not.toMatch(/\n\s+at |fault of the program/)
      if (!isDeepStrictEqual(snapshot(data), before)) {
        // Only the lock could not be removed.
        expect(stderr, `step ${step}`).toContain('All is done, but')
        expect(runCommand(['migrate', '--rollback', data]).status).toBe(0)
      }
      expect(snapshot(data), `step ${step}`).toEqual(before)
    }
    expect(step).toBeGreaterThan(50)
  })
})
