import { cpSync, existsSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planMigration } from '../../../src/instance/migration.js'
import { applyPlan } from '../../../src/node/instance/planned-changes.js'
import { readInstance } from '../../../src/node/instance/read-instance.js'
import { finishInterrupted, migrationState, rollBack } from '../../../src/node/instance/transaction.js'
import { TransactionError } from '../../../src/node/instance/tree.js'
import { exampleLegacyTheme } from '../../../src/shipped/example-themes.js'
import {
  type Fault,
  killAt,
  noLinks,
  onFaultyDisk,
  otherDisk,
  refusal,
  withoutTools,
} from '../../support/faulty-disk.js'
import { logoOnly, snapshot, times, uploadServers, writeInstance } from '../../support/instances.js'

// The logo is in the data folder, its new place in a second folder, the themes are in a third, and one theme is a file
// that moves out of a fourth.

const [, ocis4] = uploadServers
const { 'themes/owncloud/theme.json': copy = '', 'branding/acme.png': logo = '' } = logoOnly(ocis4.shipped)
const names = ['data', 'own', 'brand', 'single']

let installTools: () => void
let work: string
let here: string
let original: string
let before: Record<string, string>
let oldTimes: Record<string, bigint>
const at = (name: string) => path.join(here, name)
const journals = () => names.filter((name) => existsSync(at(`${name}/.theme-convert`)))

beforeEach(() => {
  installTools = withoutTools()
  work = realpathSync(mkdtempSync(path.join(tmpdir(), 'theme-convert-several-')))
  here = path.join(work, 'here')
  original = path.join(work, 'original')
  writeInstance(original, { 'branding/acme.png': logo }, 'data/web/assets')
  writeInstance(original, { 'owncloud/theme.json': copy, 'notes.txt': 'mine' }, 'own')
  writeInstance(original, { 'readme.txt': 'mine' }, 'brand')
  writeInstance(original, { 'custom.json': JSON.stringify(exampleLegacyTheme()) }, 'single')
  restart()
  before = snapshots()
  oldTimes = allTimes()
})

afterEach(() => {
  installTools()
  rmSync(work, { recursive: true, force: true })
})

function restart(from = original): void {
  rmSync(here, { recursive: true, force: true })
  cpSync(from, here, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
}

const inAll = <Value>(look: (folder: string) => Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    names.flatMap((name) =>
      Object.entries(look(at(name))).map(([file, value]) => [`${name}/${file}`, value]),
    ),
  )
const snapshots = () => inAll(snapshot)
const allTimes = () => inAll(times)

function read() {
  const single = existsSync(at('single/custom.json'))
    ? [{ below: 'themes/custom.json', at: at('single/custom.json'), reason: 'mounted' }]
    : []
  return readInstance(at('data'), at('data'), [
    { below: 'themes', at: at('own'), reason: 'set' },
    { below: 'themes/_branding', at: at('brand'), reason: 'mounted' },
    ...single,
  ])
}

/** What the command does with --apply: it finishes what is left, and then what there is to do. */
function apply(): void {
  for (const root of read().places.roots) finishInterrupted(root)
  planned()()
}

/** What there is to do, planned once: every restart gives the same files. */
function planned(): () => void {
  const instance = read()
  const settings = { theme: '/themes/custom.json' }
  const plan = planMigration(instance, { target: 'ocis-7', settings })
  return () => {
    if (plan.steps.length > 0) applyPlan(instance, plan)
  }
}

function expectBack(what: unknown): void {
  expect([what, snapshots()]).toEqual([what, before])
  expect([what, allTimes()]).toEqual([what, oldTimes])
}

// Each folder alone is tried at every call on all kinds of disks; what there is between the folders is the same on all.
const disks: [string, Fault, number][] = [
  ['on one disk', () => undefined, 1],
  ['with its journals on another disk', otherDisk, 5],
  ['without hard links', noLinks, 5],
]

describe.each(disks)('a migration in several folders %s', (_, fault, stride) => {
  const run = (what: () => void) => onFaultyDisk(fault, what)

  it('is carried out and taken back in all of them, whichever is named', () => {
    run(apply)
    const after = snapshots()
    expect(Object.keys(after).filter((file) => !(file in before))).toEqual([
      'own/acme/',
      'own/acme/theme.json',
      'brand/acme.png',
      'brand/theme.json',
    ])
    expect(Object.keys(before).filter((file) => !(file in after))).toEqual([
      'data/web/assets/branding/acme.png',
      'own/owncloud/theme.json',
      'single/custom.json',
    ])
    for (const name of names) {
      restart()
      run(apply)
      const { result, problems } = rollBack(at(name))
      expect(problems).toEqual([])
      expect(result?.map(({ root }) => path.basename(root)).sort()).toEqual([...names].sort())
      expect(result?.[0]?.root).toBe(at(name))
      expectBack(name)
      expect(journals()).toEqual([])
    }
  })

  it('can be taken back or finished, wherever it was killed', () => {
    const migrate = planned()
    run(migrate)
    const after = snapshots()
    let step = 1
    for (; ; step += stride) {
      restart()
      if (!killAt(step, migrate, fault)) break
      // What was copied has other inodes: links between files are lost, which is the worse case.
      const killed = path.join(work, 'killed')
      restartInto(killed)
      if (step % 2 === 0) {
        run(apply)
        expect([step, snapshots()]).toEqual([step, after])
        restart(killed)
      }
      const interrupted = names.filter((name) => migrationState(at(name)) !== 'clean')
      // The first folder leads to all others at any time; any other does from the moment that it has its journal.
      const isFirst = step % 3 === 0
      const name = isFirst ? 'data' : (interrupted[step % Math.max(interrupted.length, 1)] ?? 'data')
      run(() => expect(rollBack(at(name)).problems).toEqual([]))
      expectBack(`${step} ${name}`)
      if (isFirst) expect([step, journals()]).toEqual([step, []])
      for (const other of names) finishInterrupted(at(other))
      expectBack(`${step} ${name}`)
      expect([step, journals()]).toEqual([step, []])
    }
    expect(step).toBeGreaterThan(80)
  })

  it('can be taken back again when its taking back is killed', () => {
    const migrate = planned()
    let step = 1
    for (; ; step += stride) {
      restart()
      run(migrate)
      if (!killAt(step, () => rollBack(at('own')), fault)) break
      run(() => expect(rollBack(at('own')).problems).toEqual([]))
      expectBack(step)
      expect([step, journals()]).toEqual([step, []])
    }
    expect(step).toBeGreaterThan(40)
  })

  it('changes nothing in any of them when any one call fails', () => {
    const migrate = planned()
    run(migrate)
    const after = snapshots()
    let failed = 0
    for (let step = 1; ; step += stride) {
      restart()
      let isReached = false
      let error: unknown
      try {
        onFaultyDisk((call) => {
          if (!call.isChange || call.change !== step) return fault(call)
          isReached = true
          throw refusal('EIO', call.name)
        }, migrate)
      } catch (thrown) {
        error = thrown
      }
      if (!isReached) break
      if (error === undefined) expect([step, snapshots()]).toEqual([step, after])
      else {
        failed += 1
        expect([step, error]).toEqual([step, expect.any(TransactionError)])
        expect((error as Error).message).toMatch(/Nothing was changed|Everything was restored/)
        expectBack(step)
      }
    }
    expect(failed * stride).toBeGreaterThan(30)
  })
})

function restartInto(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(here, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
}

describe('the folders of a migration', () => {
  it('are taken back alone in a copy, and the others are named', () => {
    apply()
    const copied = path.join(work, 'copied')
    cpSync(at('own'), copied, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
    const after = snapshots()
    const { result, problems } = rollBack(copied)
    expect(result?.map(({ root }) => root)).toEqual([copied])
    expect(problems.join('\n')).toContain(`migrate --rollback ${at('data')}`)
    expect(snapshots()).toEqual(after)
    expect(snapshot(copied)).toEqual(snapshot(path.join(original, 'own')))
  })

  it('are taken back as far as they are there, and the others are named', () => {
    apply()
    renameSync(at('brand'), path.join(work, 'brand'))
    const { problems } = rollBack(at('data'))
    expect(problems).toEqual([expect.stringContaining(at('brand'))])
    renameSync(path.join(work, 'brand'), at('brand'))
    rollBack(at('brand'))
    expectBack('apart')
  })

  it('are left alone when somebody changed a file in one of them since', () => {
    apply()
    writeFileSync(at('brand/theme.json'), 'mine')
    const after = snapshots()
    expect(() => rollBack(at('data'))).toThrow('theme.json changed since then')
    expect(snapshots()).toEqual(after)
    expect(migrationState(at('own'))).toBe('done')
  })

  it('keep what was migrated again later, which is named', () => {
    apply()
    writeFileSync(at('own/acme/theme.json'), JSON.stringify(exampleLegacyTheme()))
    apply()
    const { problems } = rollBack(at('data'))
    expect(problems).toEqual([expect.stringContaining(`migrate --rollback ${at('own')}`)])
    expect(rollBack(at('own')).problems).toEqual([])
  })
})
