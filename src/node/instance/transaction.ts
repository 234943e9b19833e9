import { randomBytes } from 'node:crypto'
import { assertRefusal, disk } from '../disk.js'
import { asidesOf, assertKept, assertKnown, carryOut, pendingOf, putBack } from './carry-out.js'
import { latestRun, markRun, openJournals, type Run, readRun, removeRun, unstartedRuns } from './journal.js'
import {
  attempt,
  inAllJournals,
  inTree,
  reasonOf,
  removeAsides,
  rollbackCommand,
  type Settled,
} from './journals.js'
import { type FileChange, prepare } from './prepare.js'
import { TransactionError, type Tree } from './tree.js'

/** What is left of earlier runs. */
export type Standing = 'clean' | 'done' | 'interrupted'

/** The changes in one folder. */
export interface RootChanges {
  readonly root: string
  readonly changes: readonly FileChange[]
}

/** The files of a folder that are what they were. */
export interface Restored {
  readonly root: string
  readonly files: readonly string[]
}

/** A run with the folder that it is in: one of several that are carried out together. */
interface Member {
  readonly tree: Tree
  readonly run: Run
}

/** Whether an earlier run was interrupted, here or in another folder that it concerns, or can be taken back. */
export function standingOf(root: string): Standing {
  const runs = rootsOf(root).flatMap((other) => inTree(other, (tree) => latestRun(tree) ?? []))
  const states = runs.filter((run) => isPart(run, runs[0])).map(({ state }) => state)
  if (states.length === 0) return 'clean'
  return states.every((state) => state === 'done') ? 'done' : 'interrupted'
}

/** The folders that the latest run of a folder concerns, as far as something of it, or of what it began, is there. */
function rootsOf(root: string): string[] {
  const group = inTree(root, (tree) => latestRun(tree)?.journal.group)
  // In a copy of a folder the paths are those of the original, which nobody means.
  if (group?.roots.includes(root) !== true) return [root]
  return [root, ...group.roots.filter((other) => other !== root && hasJournals(other))]
}

function hasJournals(root: string): boolean {
  if (disk.lookThrough(root)?.isDirectory() !== true) return false
  return inTree(root, (tree) => openJournals(tree) !== undefined)
}

/**
 * Changes some files of a data folder, all of them or none.
 *
 * @returns what can't be tidied up
 * @throws TransactionError when a file is not what the changes were planned for, or can't be changed
 */
export function applyChanges(
  root: string,
  target: string,
  changes: readonly FileChange[],
): readonly string[] {
  return applyAll(target, [{ root, changes }])
}

/**
 * Changes some files of several folders, all of them or none. What is to be done, and every file before and after,
 * is on disk in all folders before the first file changes; so a run that was killed at any point can be finished or
 * taken back.
 *
 * @returns what can't be tidied up
 * @throws TransactionError when a file is not what the changes were planned for, or can't be changed
 */
export function applyAll(target: string, parts: readonly RootChanges[]): readonly string[] {
  const roots = parts.map(({ root }) => root)
  const group = { id: randomBytes(8).toString('hex'), roots }
  return inAllJournals(roots, (trees, problems) => {
    for (const tree of trees) assertFinished(tree)
    const members: Member[] = []
    try {
      for (const tree of trees) {
        const changes = parts.find(({ root }) => root === tree.root)?.changes ?? []
        members.push({ tree, run: prepare(tree, target, changes, roots.length > 1 ? group : undefined) })
      }
    } catch (error) {
      // What can't be removed says itself that no file changed yet, and is taken back by the next run.
      for (const { tree, run } of members) attempt(tree, () => removeRun(tree, run))
      throw error
    }
    problems.push(...finish(members))
  }).problems
}

function assertFinished(tree: Tree): void {
  const latest = latestRun(tree)
  if (latest === undefined || latest.state === 'done') return
  throw new TransactionError(`Another run on ${tree.root} was interrupted. Nothing was changed; try again.`)
}

/**
 * Finishes what an interrupted run began, in all folders that it concerns: its changes, or its taking back. What is
 * left of runs that never began is removed.
 *
 * @returns what became of the run, `undefined` when there is nothing to finish
 */
export function finishInterrupted(root: string): Settled<'done' | 'taken back' | undefined> {
  const roots = rootsOf(root)
  if (!roots.some(hasLeftovers)) return { result: undefined, problems: [] }
  return inAllJournals(
    roots,
    (trees, problems) => {
      const members = membersIn(trees, root)
      const states = members.map(({ run }) => run.state)
      if (states.every((state) => state === 'done')) return undefined
      if (states.includes('rolling-back') || isUnprepared(members)) {
        problems.push(...takeBack(members, root))
        return 'taken back'
      }
      for (const { tree, run } of members) {
        if (run.state !== 'done') assertKnown(tree, run, run.journal.changes.entries())
      }
      problems.push(...finish(members))
      return 'done'
    },
    removeTakenBack,
  )
}

/** Whether a run was interrupted before it was written down in all folders, so that no file changed in any. */
function isUnprepared(members: readonly Member[]): boolean {
  const [first] = members
  const { group } = first?.run.journal ?? {}
  if (first === undefined || group?.roots.includes(first.tree.root) !== true) return false
  return members.length < group.roots.length && members.every(({ run }) => run.state === 'started')
}

/** The parts of the latest run of a folder. */
function membersIn(trees: readonly Tree[], root: string): Member[] {
  const runs = trees.flatMap((tree) => {
    const run = latestRun(tree)
    return run === undefined ? [] : [{ tree, run }]
  })
  const own = runs.find(({ tree }) => tree.root === root)?.run
  if (own === undefined) return []
  return runs.filter(({ run }) => isPart(run, own))
}

const isPart = (run: Run, own: Run | undefined) =>
  run === own || run.journal.group?.id === own?.journal.group?.id

function hasLeftovers(root: string): boolean {
  return inTree(root, (tree) => {
    if (openJournals(tree) === undefined) return false
    const run = latestRun(tree)
    return run?.state !== 'done' || unstartedRuns(tree).length > 0 || asidesOf(tree, run).length > 0
  })
}

/**
 * Takes the latest run back, in all folders that it concerns: every file is what it was.
 *
 * @returns the files, those of the folder itself first; `undefined` when there is no run to take back
 * @throws TransactionError when a file was changed by somebody else since
 */
export function rollBack(root: string): Settled<readonly Restored[] | undefined> {
  const hasNone = inTree(root, (tree) => openJournals(tree) === undefined)
  if (hasNone) return { result: undefined, problems: [] }
  return inAllJournals(
    rootsOf(root),
    (trees, problems) => {
      const members = membersIn(trees, root)
      const [first] = members
      if (first === undefined) return undefined
      problems.push(...takeBack(members, root), ...leftOut(members))
      return members.map(({ tree, run }) => ({
        root: tree.root,
        files: run.journal.changes.map(({ path }) => path),
      }))
    },
    removeTakenBack,
  )
}

/** Says which folders a run concerned that have no record of it any more. */
function leftOut(members: readonly Member[]): string[] {
  const roots = members[0]?.run.journal.group?.roots ?? []
  if (members.some(({ run }) => run.state !== 'done')) return []
  return roots
    .filter((root) => !members.some(({ tree }) => tree.root === root))
    .map(
      (root) =>
        `This migration also changed files in ${root}, which were not restored. If that is a folder of this server, run: ${rollbackCommand(root)}`,
    )
}

/**
 * Carries a run out that is written down, or takes it back.
 *
 * @returns what can't be tidied up
 */
function finish(members: readonly Member[]): string[] {
  try {
    const pending = members.filter(({ run }) => run.state !== 'done')
    for (const { tree, run } of pending) {
      run.folder.sync()
      carryOut(tree, run)
    }
    for (const { run } of pending) markRun(run, 'done')
    return members.flatMap(({ tree, run }) => attempt(tree, () => removeAsides(tree, run)))
  } catch (error) {
    const reason = reasonOf(error)
    let problems: readonly string[]
    try {
      // How far it came is on disk.
      problems = putAllBack(members.map(({ tree, run }) => ({ tree, run: readRun(tree, run.name) ?? run })))
    } catch (second) {
      throw new TransactionError(
        `A change failed (${reason}), and the rollback of the others too (${reasonOf(second)}). Remove the cause, then run: ${rollbackCommand(members[0]?.tree.root ?? '')}`,
        { cause: error },
      )
    }
    const said = [`A change failed (${reason}). Everything was restored.`, ...problems]
    throw new TransactionError(said.join(' '), { cause: error })
  }
}

/** Takes a run back, unless somebody else changed a file since. What one folder has of it stays until the end. */
function takeBack(members: readonly Member[], kept: string): string[] {
  for (const { tree, run } of members) {
    assertKnown(tree, run, run.state === 'rolling-back' ? pendingOf(run) : run.journal.changes.entries())
  }
  return putAllBack(members, kept)
}

/** Removes the run that is taken back. */
function removeTakenBack(tree: Tree): readonly string[] {
  const run = latestRun(tree)
  return run?.state === 'rolling-back' ? removeRestored({ tree, run }) : []
}

function removeRestored({ tree, run }: Member): string[] {
  try {
    removeRun(tree, run)
    return []
  } catch (error) {
    assertRefusal(error)
    return [`All files are restored, but ${run.folder.path} can't be removed (${reasonOf(error)}).`]
  }
}

/**
 * Puts all files of a run back and removes it.
 *
 * @param kept the folder whose part of the run stays
 * @returns what a person should know of it
 */
function putAllBack(members: readonly Member[], kept?: string): string[] {
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
    // Nothing came of it, so nothing is left unfinished.
    if (!isTouched) unmark(members, running)
    throw error
  }
  for (const member of running) {
    if (member.tree.root !== kept) notes.push(...removeRestored(member))
  }
  return notes
}

/** Notes everywhere that a run is taken back, before a file is. */
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

/** Notes that a run which was done is done still. */
function unmark(members: readonly Member[], running: readonly Member[]): void {
  for (const [index, { run }] of running.entries()) {
    if (members[index]?.run.state === 'done') markRun(run, 'done')
  }
}
