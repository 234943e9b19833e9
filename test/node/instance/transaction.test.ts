import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planMigration } from '../../../src/instance/migration.js'
import { changesOf } from '../../../src/node/instance/planned-changes.js'
import { readInstance } from '../../../src/node/instance/read-instance.js'
import {
  applyAll,
  finishInterrupted,
  migrationState,
  rollBack,
} from '../../../src/node/instance/transaction.js'
import { TransactionError } from '../../../src/node/instance/tree.js'
import { exampleLegacyTheme } from '../../../src/shipped/example-themes.js'
import {
  type Fault,
  killAt,
  noLinks,
  ofGroup,
  onFaultyDisk,
  otherDisk,
  placeOf,
  readOnly,
  refusal,
  withoutTools,
} from '../../support/faulty-disk.js'
import {
  logoOnly,
  snapshot,
  type Tree,
  times,
  uploadServers,
  writeInstance,
} from '../../support/instances.js'

const [, ocis4] = uploadServers
const files: Tree = {
  ...logoOnly(ocis4.shipped),
  'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme(), null, 2),
  'themes/acme/logo.svg': '<svg/>',
  'themes/notes.txt': 'mine',
}
const contents = Object.values(files).map((content) => Buffer.from(content as string).toString('latin1'))

let installTools: () => void
let work: string
let data: string
let original: string
let before: Record<string, string>
let oldTimes: Record<string, bigint>
const journals = () => path.join(data, '.theme-convert')
const file = (name: string) => path.join(data, 'web/assets', name)

beforeEach(() => {
  installTools = withoutTools()
  work = realpathSync(mkdtempSync(path.join(tmpdir(), 'theme-convert-transaction-')))
  data = path.join(work, 'data')
  original = path.join(work, 'original')
  writeInstance(original, files)
  const theme = path.join(original, 'web/assets/themes/acme/theme.json')
  // A time that no floating point number is exactly.
  utimesSync(theme, 1_600_000_000, 1_600_000_000.123457)
  restart()
  before = snapshot(data)
  oldTimes = times(data)
})

afterEach(() => {
  installTools()
  rmSync(work, { recursive: true, force: true })
})

function restart(from = original): void {
  rmSync(data, { recursive: true, force: true })
  cpSync(from, data, { recursive: true, preserveTimestamps: true })
}

/** What the command does with --apply: it finishes what is left, and then what there is to do. */
function apply(): void {
  finishInterrupted(data)
  const instance = readInstance(data)
  const plan = planMigration(instance, { target: 'ocis-7', settings: {} })
  if (plan.steps.length > 0)
    applyAll(plan.target, [{ root: instance.root, changes: changesOf(instance, plan) }])
}

/** The changes of a migration, planned once: every restart gives the same files. */
function planned(): () => readonly string[] {
  const instance = readInstance(data)
  const plan = planMigration(instance, { target: 'ocis-7', settings: {} })
  const changes = changesOf(instance, plan)
  return () => applyAll(plan.target, [{ root: instance.root, changes }])
}

function expectBack(what: unknown): void {
  expect([what, snapshot(data)]).toEqual([what, before])
  expect([what, times(data)]).toEqual([what, oldTimes])
}

/** Every byte that any file has, journals included. */
function everything(): string {
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\0')
}

/** Runs with a fault; what it threw, if anything. */
function runWith(fault: Fault, run: () => unknown): Error | undefined {
  try {
    onFaultyDisk(fault, run)
    return undefined
  } catch (error) {
    return error as Error
  }
}

// What is done about a refusal doesn't depend on its code, so the codes take turns.
const refusals = ['ENOSPC', 'EROFS', 'EACCES']
const disks: [string, Fault, { codes: readonly string[] }[]][] = [
  ['on one disk', () => undefined, [{ codes: ['EIO'] }, { codes: refusals }]],
  ['with its journals on another disk', otherDisk, [{ codes: ['EIO', ...refusals] }]],
  ['without hard links', noLinks, [{ codes: ['EIO', ...refusals] }]],
]

describe.each(disks)('a migration %s', (_, fault, turns) => {
  const run = (what: () => unknown) => onFaultyDisk(fault, what)

  it('can be taken back or finished, wherever it was killed', () => {
    const migrate = planned()
    run(migrate)
    const after = snapshot(data)
    let step = 1
    for (; ; step += 1) {
      restart()
      if (!killAt(step, migrate, fault)) break
      for (const content of contents) expect(everything().includes(content), `step ${step}`).toBe(true)
      const killed = path.join(work, 'killed')
      rmSync(killed, { recursive: true, force: true })
      cpSync(data, killed, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
      // Links of one file to another are not copied, so the first way on is from the very disk.
      const ways = step % 2 === 0 ? (['back', 'on'] as const) : (['on', 'back'] as const)
      for (const way of fault === noLinks ? ways.slice(0, 1) : ways) {
        if (way !== ways[0]) {
          rmSync(data, { recursive: true })
          cpSync(killed, data, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
        }
        if (way === 'on') {
          run(apply)
          expect([step, snapshot(data)]).toEqual([step, after])
        } else {
          run(() => expect(rollBack(data).problems).toEqual([]))
          expectBack(step)
          expect(existsSync(journals()), `step ${step}`).toBe(false)
        }
      }
    }
    expect(step).toBeGreaterThan(40)
  })

  it('can be taken back again when its taking back is killed', () => {
    const migrate = planned()
    let step = 1
    for (; ; step += 1) {
      restart()
      run(migrate)
      if (!killAt(step, () => rollBack(data), fault)) break
      run(() => rollBack(data))
      expectBack(step)
      expect(existsSync(journals()), `step ${step}`).toBe(false)
    }
    expect(step).toBeGreaterThan(15)
  })

  it('is finished, however often it is killed', () => {
    run(apply)
    const after = snapshot(data)
    restart()
    let kills = 0
    for (let step = 3; killAt(step, apply, fault); step += 2) kills += 1
    expect(snapshot(data)).toEqual(after)
    expect(kills).toBeGreaterThan(10)
  })

  it.each(turns)('changes nothing when any one call fails: $codes', ({ codes }) => {
    const migrate = planned()
    run(migrate)
    const after = snapshot(data)
    let failed = 0
    for (let step = 1; ; step += 1) {
      restart()
      let isReached = false
      const code = codes[step % codes.length] as string
      const error = runWith(
        (call) => {
          if (!call.isChange || call.change !== step) return fault(call)
          isReached = true
          throw refusal(code, call.name)
        },
        () => {
          for (const problem of migrate()) expect(problem).toContain("can't be cleaned up")
        },
      )
      if (!isReached) break
      // What isn't needed can fail: a second name, or the tidying afterwards, which is said.
      if (error === undefined) {
        finishInterrupted(data)
        expect([step, snapshot(data)]).toEqual([step, after])
        continue
      }
      failed += 1
      expect([step, error]).toEqual([step, expect.any(TransactionError)])
      expect(error.message).toMatch(/Nothing was changed|Everything was restored/)
      expect(error.message).not.toContain('/proc/self')
      expectBack(step)
      rollBack(data)
      expectBack(step)
      expect(existsSync(journals())).toBe(false)
    }
    expect(failed).toBeGreaterThan(30)
  })

  it('that is taken back either is back or says what is to be done when any one call fails', () => {
    const migrate = planned()
    run(migrate)
    const after = snapshot(data)
    for (let step = 1; ; step += 1) {
      restart()
      run(migrate)
      let isReached = false
      let problems: readonly string[] = []
      const error = runWith(
        (call) => {
          if (!call.isChange || call.change !== step) return fault(call)
          isReached = true
          throw refusal('EIO', call.name)
        },
        () => {
          problems = rollBack(data).problems
        },
      )
      if (!isReached) break
      if (error === undefined) {
        expectBack(step)
        if (existsSync(journals())) expect(problems.join()).toMatch(/can't be (cleaned up|removed)/)
      } else if (/Nothing was changed/.test(error.message))
        expect([step, snapshot(data)]).toEqual([step, after])
      else expect(error.message).toContain('Not finished')
      rollBack(data)
      expectBack(step)
    }
  })

  it('changes nothing on a disk that is full, from whatever point on it is', () => {
    const migrate = planned()
    let step = 1
    for (; ; step += 1) {
      restart()
      const error = runWith((call) => {
        const isTaking = ['write', 'makeFolder'].includes(call.name)
        if (call.change < step || !isTaking) return fault(call)
        throw refusal('ENOSPC', call.name)
      }, migrate)
      if (error === undefined) break
      expect(error.message).toMatch(/the disk is full/i)
      expectBack(step)
      expect(existsSync(journals())).toBe(false)
    }
    expect(step).toBeGreaterThan(10)
  })

  it('has all bytes when the system takes few at once', () => {
    run(apply)
    const after = snapshot(data)
    restart()
    runWith((call) => {
      if (call.name !== 'write') return fault(call)
      const [descriptor, bytes] = call.args as [number, Uint8Array]
      writeFileSync(descriptor, bytes.subarray(0, 100))
      return { returns: Math.min(100, bytes.length) }
    }, apply)
    expect(snapshot(data)).toEqual(after)
  })

  // From another disk the files from before can come back only where there is room for them.
  it.skipIf(fault === otherDisk)('can be taken back on a full disk, with modes and times', () => {
    run(apply)
    runWith(
      (call) => {
        if (['write', 'makeFolder'].includes(call.name)) throw refusal('ENOSPC', call.name)
        return fault(call)
      },
      () => rollBack(data),
    )
    expectBack('full')
  })
})

describe('journals on another disk', () => {
  const run = (work: () => void) => onFaultyDisk(otherDisk, work)

  it('keep what somebody writes into a file in the moment that it is replaced', () => {
    let isWritten = false
    const error = runWith((call) => {
      const [from, to] = call.args.map(String)
      const isMeant = call.name === 'rename' && /\.theme-convert-[0-9a-f]{16}$/.test(from ?? '')
      if (isMeant && !isWritten && placeOf(to ?? '').endsWith('acme/theme.json')) {
        isWritten = true
        writeFileSync(file('themes/acme/theme.json'), 'mine')
      }
      return otherDisk(call)
    }, apply)
    expect(error?.message).toMatch(/Everything was restored\. Another program wrote .* in the meantime/)
    expect(readFileSync(file('themes/acme/theme.json'), 'utf8')).toBe('mine')
  })

  it('say what is missing when there is no room for the files from before, and go on when there is', () => {
    run(apply)
    const error = runWith(
      (call) => {
        if (call.name === 'write') throw refusal('ENOSPC', call.name)
        return otherDisk(call)
      },
      () => rollBack(data),
    )
    expect(error?.message).toMatch(/^Nothing was changed\. \S+: the disk is full\./)
    run(() => rollBack(data))
    expectBack('room')
  })
})

describe('a journal of 0.1.0, which names no draft', () => {
  /** What 0.1.0 left of a run: its journal, and one of its drafts where it was killed. */
  function leave(state: string, draft: boolean): void {
    const folder = path.join(journals(), '1')
    const [name = ''] = readdirSync(folder).filter((entry) => entry.endsWith('.json'))
    const { draft: _, ...journal } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<
      string,
      unknown
    >
    rmSync(path.join(folder, name))
    writeFileSync(path.join(folder, `${state}.json`), JSON.stringify(journal))
    if (draft) writeFileSync(file('themes/acme/theme.json.theme-convert-new'), 'half')
  }

  it.each(['done', 'started', 'rolling-back'])('is taken back when it is %s', (state) => {
    apply()
    leave(state, state !== 'done')
    expect(rollBack(data).problems).toEqual([])
    expectBack(state)
    expect(existsSync(journals())).toBe(false)
  })

  it('is finished', () => {
    apply()
    const after = snapshot(data)
    leave('started', true)
    apply()
    expect(snapshot(data)).toEqual(after)
    rollBack(data)
    expectBack('finished')
  })
})

describe('a folder that can only be read', () => {
  const themes = () => readOnly(file('themes'))

  it('keeps a migration from beginning, and nothing from going on', () => {
    const error = runWith(themes(), apply)
    expect(error?.message).toMatch(/Everything was restored\..*can only be read/)
    expectBack('ro')
    expect(existsSync(journals())).toBe(false)
    apply()
    rollBack(data)
    expectBack('ro')
  })

  it('takes nothing back, and is no obstacle later', () => {
    apply()
    const after = snapshot(data)
    const error = runWith(themes(), () => rollBack(data))
    expect(error?.message).toMatch(/Nothing was changed\..*can only be read/)
    expect(snapshot(data)).toEqual(after)
    expect(migrationState(data)).toBe('done')
    rollBack(data)
    expectBack('ro')
  })
})

describe("a file that can't be changed", () => {
  const refuse =
    (name: string): Fault =>
    ({ name: call, args, isChange }) => {
      const isMeant = (arg: unknown) =>
        typeof arg === 'string' && arg.startsWith('/') && placeOf(arg).endsWith(name)
      if (isChange && call !== 'symlink' && args.some(isMeant)) throw refusal('EPERM', call)
      return undefined
    }

  it.each([
    ['a theme to convert', 'themes/acme/theme.json'],
    ['a theme to delete', 'themes/owncloud/theme.json'],
    ['an image to move', 'assets/branding/acme.png'],
    ['an image in its new place', 'themes/_branding/acme.png'],
  ])('stops all of it: %s', (_, name) => {
    expect(runWith(refuse(name), apply)?.message).toMatch(/Everything was restored\. Permission denied\./)
    expectBack(name)
  })

  it('stops the taking back until it can be changed', () => {
    apply()
    const error = runWith(refuse('themes/acme/theme.json'), () => rollBack(data))
    expect(error?.message).toMatch(/^Not finished\. Permission denied\./)
    rollBack(data)
    expectBack('refused')
  })
})

describe('a journal', () => {
  it('that another run renames or removes meanwhile is read again', () => {
    apply()
    let isMissing = true
    const vanish: Fault = ({ name: call }) => {
      if (call === 'read' && isMissing) {
        isMissing = false
        throw refusal('ENOENT', 'open')
      }
      return undefined
    }
    let state: string | undefined
    const error = runWith(vanish, () => {
      state = migrationState(data)
    })
    expect([error, state, isMissing]).toEqual([undefined, 'done', false])
  })
})

describe('what somebody writes meanwhile', () => {
  /** Does something just before the first call of a kind on a file. */
  const beforeCall = (call: string, name: string, change: () => void): Fault => {
    let isDone = false
    return (made) => {
      const last = String(made.args.at(-1))
      if (!isDone && made.name === call && last.startsWith('/') && placeOf(last).endsWith(name)) {
        isDone = true
        change()
      }
      return undefined
    }
  }

  it.each<[string, string, string, () => void]>([
    [
      'into a theme that is converted',
      'rename',
      'acme/theme.json',
      () => writeFileSync(file('themes/acme/theme.json'), 'mine'),
    ],
    [
      'into a theme that is deleted',
      'rename',
      '.before.last',
      () => writeFileSync(file('branding/acme.png'), 'mine'),
    ],
    [
      'under the name of a new file',
      'link',
      '_branding/acme.png',
      () => writeFileSync(file('themes/_branding/acme.png'), 'mine'),
    ],
  ])('is noticed, kept and said: %s', (_, call, name, change) => {
    const error = runWith(beforeCall(call, name, change), apply)
    expect(error?.message).toMatch(/Everything was restored\. Another program wrote .* in the meantime/)
    const found = snapshot(data)
    expect(Object.values(found).filter((content) => content.endsWith(' mine'))).toHaveLength(
      before['web/assets/themes/notes.txt'] ? 2 : 1,
    )
    const others = (tree: Record<string, string>) =>
      Object.entries(tree).filter(
        ([key, content]) =>
          !content.endsWith(' mine') && !key.includes('_branding') && found[key] === content,
      )
    expect(others(before).length).toBeGreaterThanOrEqual(Object.keys(before).length - 2)
    expect(migrationState(data)).toBe('clean')
  })

  it('into a file that was open before is back after the taking back, and said', () => {
    apply()
    const kept = readdirSync(path.join(journals(), '1')).filter((name) => name.endsWith('.before'))
    const theme = kept.find(
      (name) => readFileSync(path.join(journals(), '1', name), 'utf8') === files['themes/acme/theme.json'],
    )
    writeFileSync(path.join(journals(), '1', theme ?? ''), 'mine')
    const { problems } = rollBack(data)
    expect(problems.join()).toContain('web/assets/themes/acme/theme.json was written by another program')
    expect(readFileSync(file('themes/acme/theme.json'), 'utf8')).toBe('mine')
  })

  it.runIf(process.platform === 'linux')('goes nowhere else when a folder becomes a link', () => {
    const elsewhere = path.join(work, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(path.join(elsewhere, 'theme.json'), 'outside')
    const swaps = beforeCall('rename', 'themes/acme/theme.json', () => {
      renameSync(file('themes/acme'), file('themes/moved'))
      symlinkSync(elsewhere, file('themes/acme'))
    })
    expect(runWith(swaps, apply)).toBeUndefined()
    // What was begun goes on in the folder that it was begun in.
    expect(readFileSync(file('themes/moved/theme.json'), 'utf8')).not.toBe(files['themes/acme/theme.json'])
    expect(readdirSync(elsewhere)).toEqual(['theme.json'])
    expect(readFileSync(path.join(elsewhere, 'theme.json'), 'utf8')).toBe('outside')
    expect(() => rollBack(data)).toThrow('is a symbolic link')
    rmSync(file('themes/acme'))
    renameSync(file('themes/moved'), file('themes/acme'))
    rollBack(data)
    expectBack('moved')
  })
})

describe('an image of more than 2 GiB', () => {
  it('is refused in plain words', () => {
    const image = file('branding/acme.png')
    chmodSync(image, 0o644)
    const instance = readInstance(data)
    const plan = planMigration(instance, { target: 'ocis-7', settings: {} })
    // A hole takes no space.
    truncateSync(image, 2 ** 31 + 10)
    expect(() => changesOf(instance, plan)).toThrow(
      /acme\.png can't be moved: it has 2\.0 GiB.*Nothing was changed/,
    )
    expect(lstatSync(image).size).toBe(2 ** 31 + 10)
  })
})

describe('a theme with a group that the account is not in', () => {
  it('stops the migration before its first change, which names the theme', () => {
    const error = runWith(ofGroup('theme.json', 2345n), apply)
    expect(error?.message).toMatch(
      /^Nothing was changed\. .*theme\.json: its owner is \d+ and its group 2345.*chgrp/,
    )
    expect(error?.message).not.toContain('.theme-convert')
    expectBack('another group')
  })

  it('is told of folders, too, in which the plan creates one', () => {
    const error = runWith(ofGroup('themes', 2345n), apply)
    expect(error?.message).toMatch(/^Nothing was changed\. .*themes: its owner is \d+ and its group 2345/)
    expectBack('another group')
  })
})
