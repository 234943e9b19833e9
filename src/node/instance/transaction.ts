import path from 'node:path'
import { assertRefusal, codeOf, disk } from '../disk.js'
import { withNames } from '../folder.js'
import { TooLargeError } from '../put.js'
import { asidesOf, assertKept, assertKnown, carryOut, pendingOf, putBack } from './carry-out.js'
import {
  journalsFolder,
  latestRun,
  markRun,
  openJournals,
  type Run,
  readRun,
  removeRun,
  unstartedRuns,
} from './journal.js'
import { takeLock } from './lock.js'
import { type FileChange, prepare } from './prepare.js'
import { TransactionError, Tree } from './tree.js'

/** What is left of earlier runs. */
export type Standing = 'clean' | 'done' | 'interrupted'

/** What became of a transaction that did what it was to do. */
export interface Settled<Result> {
  readonly result: Result
  /** What a person should know beside it: what can't be tidied up, or was written meanwhile. */
  readonly problems: readonly string[]
}

/** The call that takes a migration back, to be pasted into a shell. */
export function rollbackCommand(folder: string): string {
  const name = folder.startsWith('-') ? `./${folder}` : folder
  // The shells of Windows take no single quotes alike, and backslashes for what they are.
  const isPlain = path.sep === '\\' || /^[\w./:@%+=,-]+$/.test(name)
  return `theme-convert migrate --rollback ${isPlain ? name : `'${name.replaceAll("'", "'\\''")}'`}`
}

/** Whether an earlier run was interrupted, or can be taken back. */
export function standingOf(root: string): Standing {
  return inTree(root, (tree) => {
    const run = latestRun(tree)
    if (run === undefined) return 'clean'
    return run.state === 'done' ? 'done' : 'interrupted'
  })
}

/**
 * Changes some files of a data folder, all of them or none. What is to be done, and every file before and after,
 * is on disk before the first one changes; so a run that was killed at any point can be finished or taken back.
 *
 * @returns what can't be tidied up
 * @throws TransactionError when a file is not what the changes were planned for, or can't be changed
 */
export function applyChanges(
  root: string,
  target: string,
  changes: readonly FileChange[],
): readonly string[] {
  return inJournals(root, (tree, problems) => {
    const latest = latestRun(tree)
    if (latest !== undefined && latest.state !== 'done') {
      throw new TransactionError(`Another run on ${root} was interrupted. Nothing was changed; try again.`)
    }
    problems.push(...finish(tree, prepare(tree, target, changes)))
  }).problems
}

/**
 * Finishes what an interrupted run began: its changes, or its taking back. What is left of runs that never began is
 * removed.
 *
 * @returns what became of the run, `undefined` when there is nothing to finish
 */
export function finishInterrupted(root: string): Settled<'done' | 'taken back' | undefined> {
  if (!hasLeftovers(root)) return { result: undefined, problems: [] }
  return inJournals(root, (tree, problems) => {
    const run = latestRun(tree)
    if (run === undefined || run.state === 'done') return undefined
    if (run.state === 'rolling-back') {
      problems.push(...takeBack(tree, run))
      return 'taken back'
    }
    assertKnown(tree, run, run.journal.changes.entries())
    problems.push(...finish(tree, run))
    return 'done'
  })
}

function hasLeftovers(root: string): boolean {
  return inTree(root, (tree) => {
    if (openJournals(tree) === undefined) return false
    const run = latestRun(tree)
    return run?.state !== 'done' || unstartedRuns(tree).length > 0 || asidesOf(tree, run).length > 0
  })
}

/**
 * Takes the latest run back: every file is what it was.
 *
 * @returns the files, `undefined` when there is no run to take back
 * @throws TransactionError when a file was changed by somebody else since
 */
export function rollBack(root: string): Settled<readonly string[] | undefined> {
  const hasNone = inTree(root, (tree) => openJournals(tree) === undefined)
  if (hasNone) return { result: undefined, problems: [] }
  return inJournals(root, (tree, problems) => {
    const run = latestRun(tree)
    if (run === undefined) return undefined
    problems.push(...takeBack(tree, run))
    return run.journal.changes.map((change) => change.path)
  })
}

function inTree<Result>(root: string, work: (tree: Tree) => Result): Result {
  const tree = new Tree(root)
  try {
    return work(tree)
  } finally {
    tree.close()
  }
}

/** Works on the journals of a data folder, alone, and tidies up afterwards. */
function inJournals<Result>(root: string, work: (tree: Tree, problems: string[]) => Result): Settled<Result> {
  return inTree(root, (tree) => {
    const problems: string[] = []
    let unlock: (() => void) | undefined
    const tidyUp = () => {
      problems.push(
        ...attempt(tree, () => {
          if (unlock !== undefined) removeUnstarted(tree)
        }),
        ...attempt(tree, () => unlock?.()),
        ...attempt(tree, () => tree.removeIfEmpty(journalsFolder)),
      )
    }
    try {
      const journals = makeJournals(tree)
      unlock = takeLock(journals)
      // Of runs that were killed before they did anything, or when all was done.
      removeUnstarted(tree)
      const latest = latestRun(tree)
      if (latest?.state === 'done') removeAsides(tree, latest)
      const result = work(tree, problems)
      tidyUp()
      return { result, problems }
    } catch (error) {
      // First what is left of the run, which decides what is said.
      const said = refusedBy(tree, error)
      tidyUp()
      if (problems.length > 0 && said instanceof TransactionError) {
        throw new TransactionError(`${said.message} ${problems.join(' ')}`, { cause: error })
      }
      throw said
    }
  })
}

/** Tries to leave nothing behind; says what can't be removed. */
function attempt(tree: Tree, work: () => void): string[] {
  try {
    work()
    return []
  } catch (error) {
    assertRefusal(error)
    return [
      `${tree.pathOf(journalsFolder)} can't be cleaned up (${reasonOf(error)}). The next --apply or --rollback does that.`,
    ]
  }
}

function removeUnstarted(tree: Tree): void {
  for (const name of unstartedRuns(tree)) tree.remove(name)
}

function removeAsides(tree: Tree, run: Run): void {
  for (const file of asidesOf(tree, run)) disk.unlink(file)
}

/** What the system refused, in words that say what is left of the run. */
function refusedBy(tree: Tree, error: unknown): unknown {
  if (codeOf(error) === undefined && !(error instanceof TooLargeError)) return error
  const state = latestRun(tree)?.state ?? 'done'
  const said =
    state === 'done'
      ? `Nothing was changed: ${reasonOf(error)}. Remove the cause and try again.`
      : `Not finished: ${reasonOf(error)}. Remove the cause, then run: ${rollbackCommand(tree.root)}`
  return new TransactionError(said, { cause: error })
}

function makeJournals(tree: Tree) {
  const found = openJournals(tree)
  if (found !== undefined) return found
  disk.makeFolder(tree.at(journalsFolder), 0o700)
  tree.sync(journalsFolder)
  const made = openJournals(tree)
  if (made === undefined) throw new TransactionError(`${tree.pathOf(journalsFolder)} is gone. Try again.`)
  return made
}

/**
 * Carries a run out that is written down, or takes it back.
 *
 * @returns what can't be tidied up
 */
function finish(tree: Tree, run: Run): string[] {
  try {
    run.folder.sync()
    carryOut(tree, run)
    markRun(run, 'done')
    return attempt(tree, () => removeAsides(tree, run))
  } catch (error) {
    const reason = reasonOf(error)
    let problems: readonly string[]
    try {
      // How far it came is on disk.
      problems = putAllBack(tree, readRun(tree, run.name) ?? run)
    } catch (second) {
      throw new TransactionError(
        `A change failed (${reason}), and the rollback of the others too (${reasonOf(second)}). Remove the cause, then run: ${rollbackCommand(tree.root)}`,
        { cause: error },
      )
    }
    const said = [`A change failed (${reason}). Everything was restored.`, ...problems]
    throw new TransactionError(said.join(' '), { cause: error })
  }
}

/** Takes a run back, unless somebody else changed a file since. */
function takeBack(tree: Tree, run: Run): string[] {
  assertKnown(tree, run, run.state === 'rolling-back' ? pendingOf(run) : run.journal.changes.entries())
  return putAllBack(tree, run)
}

/**
 * Puts all files of a run back and removes it.
 *
 * @returns what a person should know of it
 */
function putAllBack(tree: Tree, run: Run): string[] {
  const isBegun = run.state === 'rolling-back'
  if (!isBegun) assertKept(run)
  const running = isBegun ? run : markRun(run, 'rolling-back')
  let isTouched = isBegun
  let notes: string[]
  try {
    notes = putBack(tree, running, () => {
      isTouched = true
    })
  } catch (error) {
    // Nothing came of it, so nothing is left unfinished.
    if (run.state === 'done' && !isTouched) markRun(running, 'done')
    throw error
  }
  try {
    removeRun(tree, running)
  } catch (error) {
    assertRefusal(error)
    notes.push(`All files are restored, but ${running.folder.path} can't be removed (${reasonOf(error)}).`)
  }
  return notes
}

function reasonOf(error: unknown): string {
  return withNames(error instanceof Error ? error.message : String(error))
}
