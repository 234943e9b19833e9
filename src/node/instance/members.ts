import { problemsOf, sentencesOf } from '../system-errors.js'
import { assertKept, assertKnown, carryOut, pendingOf, putBack } from './carry-out.js'
import { latestRun, markRun, type Run, readRun, removeRun } from './journal.js'
import { attempt, removeAsides, rollbackCommand } from './journals.js'
import { TransactionError, type Tree } from './tree.js'

/** A run with its folder: a part of a migration in several folders. */
export interface Member {
  readonly tree: Tree
  readonly run: Run
}

/** All parts of the latest run of a folder. */
export function membersIn(trees: readonly Tree[], root: string): Member[] {
  const runs = trees.flatMap((tree) => {
    const run = latestRun(tree)
    return run === undefined ? [] : [{ tree, run }]
  })
  const own = runs.find(({ tree }) => tree.root === root)?.run
  if (own === undefined) return []
  return runs.filter(({ run }) => isPart(run, own))
}

export const isPart = (run: Run, own: Run | undefined) =>
  run === own || run.journal.group?.id === own?.journal.group?.id

/**
 * Applies a prepared run. When that fails, everything is restored.
 *
 * @returns messages about what can't be cleaned up
 * @throws TransactionError with the reason when it failed
 */
export function finish(members: readonly Member[]): string[] {
  try {
    const pending = members.filter(({ run }) => run.state !== 'done')
    for (const { tree, run } of pending) {
      run.folder.sync()
      carryOut(tree, run)
    }
    for (const { run } of pending) markRun(run, 'done')
    return members.flatMap(({ tree, run }) => attempt(tree, () => removeAsides(tree, run)))
  } catch (error) {
    const reason = sentencesOf(error)
    let problems: readonly string[]
    try {
      // The state of each part is on disk.
      const far = members.map(({ tree, run }) => ({ tree, run: readRun(tree, run.name) ?? run }))
      const { notes, taken } = restoreAll(far)
      problems = [...notes, ...taken.reverse().flatMap(removeRestored)]
    } catch (second) {
      throw new TransactionError(
        `A change failed, and the rollback of the others too. ${reason} ${sentencesOf(second)} Then run: ${rollbackCommand(members[0]?.tree.root ?? '')}`,
        { cause: error },
      )
    }
    const said = [`A change failed. Everything was restored. ${reason}`, ...problems]
    throw new TransactionError(said.join(' '), { cause: error })
  }
}

/** A run whose files are all restored, with messages about single files. */
export interface RolledBack {
  readonly taken: Member[]
  readonly notes: readonly string[]
}

/**
 * Rolls a run back. Its journals stay until they are removed in all folders.
 *
 * @throws TransactionError when another program changed a file since
 */
export function rollBackAll(members: readonly Member[]): RolledBack {
  for (const { tree, run } of members) {
    assertKnown(tree, run, run.state === 'rolling-back' ? pendingOf(run) : run.journal.changes.entries())
  }
  return restoreAll(members)
}

/**
 * Removes the part of a folder of a run that is rolled back in all folders.
 *
 * @returns messages about what can't be removed
 */
export function removeRolledBack(taken: readonly Member[], tree: Tree): string[] {
  return taken.filter((member) => member.tree === tree).flatMap(removeRestored)
}

const removeRestored = ({ tree, run }: Member): string[] =>
  problemsOf(
    () => removeRun(tree, run),
    (reason) => `All files are restored, but ${run.folder.path} can't be removed: ${reason}`,
  )

function restoreAll(members: readonly Member[]): RolledBack {
  for (const { run } of members) if (run.state !== 'rolling-back') assertKept(run)
  const running = markAll(members)
  let isTouched = members.some(({ run }) => run.state === 'rolling-back')
  const notes: string[] = []
  try {
    for (const { tree, run } of running) {
      notes.push(
        ...putBack(tree, run, () => {
          isTouched = true
        }),
      )
    }
  } catch (error) {
    // No file was changed, so the run is as before.
    if (!isTouched) unmark(members, running)
    throw error
  }
  return { taken: running, notes }
}

/** Records in all folders that a run is rolled back, before the first file is. */
function markAll(members: readonly Member[]): Member[] {
  const running: Member[] = []
  try {
    for (const { tree, run } of members) {
      running.push({ tree, run: run.state === 'rolling-back' ? run : markRun(run, 'rolling-back') })
    }
    return running
  } catch (error) {
    if (members.every(({ run }) => run.state !== 'rolling-back')) unmark(members, running)
    throw error
  }
}

/** Records that a run which was done still is. */
function unmark(members: readonly Member[], running: readonly Member[]): void {
  for (const [index, { run }] of running.entries()) {
    if (members[index]?.run.state === 'done') markRun(run, 'done')
  }
}
