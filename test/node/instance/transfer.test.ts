import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planTransfer } from '../../../src/instance/transfer.js'
import { applyPlan } from '../../../src/node/instance/planned-changes.js'
import { readDestination } from '../../../src/node/instance/read-destination.js'
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
  readOnly,
  refusal,
  withoutTools,
} from '../../support/faulty-disk.js'
import { snapshot, type Tree, times, writeInstance } from '../../support/instances.js'

// The themes of one server are taken into the folder of another one, which is killed or refused at every call.

const ocisFiles: Tree = {
  'themes/owncloud/theme.json': JSON.stringify(exampleLegacyTheme()),
  'themes/acme/logo.svg': 'logo',
  'themes/acme/favicon.png': 'favicon',
  'themes/acme/harbour.jpg': 'harbour',
}
const cloudFiles: Tree = {
  'themes/opencloud/theme.json': '{ "common": {} }',
  'themes/acme/logo.svg': 'another',
  'themes/acme/notes.txt': 'mine',
}

let installTools: () => void
let work: string
let ocis: string
let cloud: string
let original: string
let before: unknown
let source: unknown

beforeEach(() => {
  installTools = withoutTools()
  work = realpathSync(mkdtempSync(path.join(tmpdir(), 'theme-convert-transfer-')))
  ocis = path.join(work, 'ocis')
  cloud = path.join(work, 'cloud')
  original = path.join(work, 'original')
  writeInstance(ocis, ocisFiles)
  utimesSync(path.join(ocis, 'web/assets/themes/acme/logo.svg'), 1_600_000_000, 1_600_000_000)
  source = stateOf(ocis)
})

afterEach(() => {
  installTools()
  rmSync(work, { recursive: true, force: true })
})

const stateOf = (folder: string) => [snapshot(folder), times(folder)]

function restart(): void {
  rmSync(cloud, { recursive: true, force: true })
  cpSync(original, cloud, { recursive: true, preserveTimestamps: true })
}

/** What the command does with --apply --force: it finishes what is left, and then what there is to do. */
function apply(): void {
  finishInterrupted(cloud)
  planned()()
}

/** What there is to do, planned once: every restart gives the same files. */
function planned(): () => void {
  const from = readInstance(ocis)
  const to = readDestination(cloud, cloud, from)
  const plan = planTransfer(
    { source: from, destination: to, isSame: () => false },
    { target: 'opencloud-7.3', settings: {}, variables: {}, isWhole: true, mayReplace: true },
  )
  return () => applyPlan(to, plan, { from })
}

function expectBack(what: unknown): void {
  expect([what, stateOf(cloud)]).toEqual([what, before])
  expect([what, existsSync(path.join(cloud, '.theme-convert'))]).toEqual([what, false])
}

const starts: [string, Tree][] = [
  ['an empty folder', {}],
  ['a folder with files in the way', cloudFiles],
]
const disks: [string, Fault, number][] = [
  ['on one disk', () => undefined, 3],
  ['with its journals on another disk', otherDisk, 11],
  ['without hard links', noLinks, 11],
]

describe.each(starts)('a migration into %s', (_, files) => {
  beforeEach(() => {
    mkdirSync(original)
    if (Object.keys(files).length > 0) writeInstance(original, files)
    restart()
    before = stateOf(cloud)
  })

  // The faults refuse every change of the old server, too.
  afterEach(() => expect(stateOf(ocis)).toEqual(source))

  describe.each(disks)('%s', (_disk, onDisk, stride) => {
    const fault: Fault = (call) => readOnly(ocis)(call) ?? onDisk(call)
    const run = (what: () => void) => onFaultyDisk(fault, what)

    it('gives every byte back', () => {
      run(apply)
      expect(snapshot(cloud)['web/assets/themes/acme/logo.svg']).toContain('logo')
      expect(rollBack(cloud).problems).toEqual([])
      expectBack('done')
    })

    it('is finished or taken back, wherever it was killed', () => {
      const migrate = planned()
      run(migrate)
      const after = snapshot(cloud)
      let step = 1
      for (; ; step += stride) {
        restart()
        if (!killAt(step, migrate, fault)) break
        if (step % 2 === 0) {
          run(apply)
          expect([step, snapshot(cloud)]).toEqual([step, after])
          continue
        }
        run(() => expect(rollBack(cloud).problems).toEqual([]))
        finishInterrupted(cloud)
        expectBack(step)
      }
      expect(step).toBeGreaterThan(40)
    })

    it('is taken back when its taking back was killed', () => {
      const migrate = planned()
      let step = 1
      for (; ; step += stride) {
        restart()
        run(migrate)
        if (!killAt(step, () => rollBack(cloud), fault)) break
        run(() => expect(rollBack(cloud).problems).toEqual([]))
        expectBack(step)
      }
      expect(step).toBeGreaterThan(15)
    })

    it('changes all or nothing when any one call fails', () => {
      run(apply)
      const after = snapshot(cloud)
      let failed = 0
      for (let step = 1; ; step += stride) {
        restart()
        let isReached = false
        let error: unknown
        try {
          onFaultyDisk((call) => {
            if (call.number !== step) return fault(call)
            isReached = true
            if (call.name === 'close') return undefined
            throw refusal('EIO', call.name)
          }, apply)
        } catch (thrown) {
          error = thrown
        }
        if (!isReached) break
        if (error === undefined) {
          // What could not be tidied up, the next run removes.
          finishInterrupted(cloud)
          expect([step, snapshot(cloud)]).toEqual([step, after])
        } else {
          failed += 1
          if (migrationState(cloud) !== 'clean') rollBack(cloud)
          finishInterrupted(cloud)
          expectBack(step)
        }
      }
      expect(failed * stride).toBeGreaterThan(50)
    })
  })
})

describe('a file of the old server', () => {
  it('that is gone since it was planned keeps everything as it is', () => {
    mkdirSync(cloud)
    const from = readInstance(ocis)
    const to = readDestination(cloud, cloud, from)
    const plan = planTransfer(
      { source: from, destination: to, isSame: () => false },
      { target: 'opencloud-7.3', settings: {}, variables: {}, isWhole: true },
    )
    rmSync(path.join(ocis, 'web/assets/themes/acme/logo.svg'))
    expect(() => applyPlan(to, plan, { from })).toThrow(TransactionError)
    expect(snapshot(cloud)).toEqual({})
  })
})
