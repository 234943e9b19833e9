import { randomBytes } from 'node:crypto'
import { disk } from '../disk.js'
import { asidesOf, assertKnown } from './carry-out.js'
import { latestRun, openJournals, removeRun, unstartedRuns } from './journal.js'
import { attempt, inAllJournals, inTree, rollbackCommand, type Settled } from './journals.js'
import {
  finish,
  isPart,
  type Member,
  membersIn,
  removeTakenBack,
  type TakenBack,
  takeBack,
} from './members.js'
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
  /** The files that are back. */
  readonly files: readonly string[]
  /** The files that were made, and are gone again. */
  readonly removed: readonly string[]
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
  // In a copy of a folder the paths are still those of the original.
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
  const members: Member[] = []
  let isPrepared = false
  const work = (_: unknown, problems: string[]) => {
    isPrepared = true
    problems.push(...finish(members))
  }
  return inAllJournals(roots, work, {
    begin: (tree) => {
      assertFinished(tree)
      const changes = parts.find(({ root }) => root === tree.root)?.changes ?? []
      members.push({ tree, run: prepare(tree, target, changes, roots.length > 1 ? group : undefined) })
    },
    // What can't be removed says itself that no file changed yet, and is taken back by the next run.
    leave: (tree) => {
      const member = members.find((other) => other.tree === tree)
      if (member !== undefined && !isPrepared) attempt(tree, () => removeRun(tree, member.run))
    },
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
  let back: TakenBack | undefined
  const work = (trees: readonly Tree[], problems: string[]) => {
    const members = membersIn(trees, root)
    const states = members.map(({ run }) => run.state)
    if (states.every((state) => state === 'done')) return undefined
    if (states.includes('rolling-back') || isUnprepared(members)) {
      back = takeBack(members)
      problems.push(...back.notes)
      return 'taken back'
    }
    for (const { tree, run } of members) {
      if (run.state !== 'done') assertKnown(tree, run, run.journal.changes.entries())
    }
    problems.push(...finish(members))
    return 'done'
  }
  return inAllJournals(roots, work, { end: (tree) => removeTakenBack(back?.taken ?? [], tree) })
}

/** Whether a run was interrupted before it was written down in all folders, so that no file changed in any. */
function isUnprepared(members: readonly Member[]): boolean {
  const [first] = members
  const { group } = first?.run.journal ?? {}
  if (first === undefined || group?.roots.includes(first.tree.root) !== true) return false
  return members.length < group.roots.length && members.every(({ run }) => run.state === 'started')
}

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
 * @throws TransactionError when another program changed a file since
 */
export function rollBack(root: string): Settled<readonly Restored[] | undefined> {
  const hasNone = inTree(root, (tree) => openJournals(tree) === undefined)
  if (hasNone) return { result: undefined, problems: [] }
  let back: TakenBack | undefined
  const work = (trees: readonly Tree[], problems: string[]) => {
    const members = membersIn(trees, root)
    if (members.length === 0) return undefined
    back = takeBack(members)
    problems.push(...back.notes, ...leftOut(members))
    return members.map(({ tree, run: { journal } }) => {
      const paths = (isMade: boolean) =>
        journal.changes.filter(({ before }) => (before === null) === isMade).map(({ path }) => path)
      return { root: tree.root, files: paths(false), removed: paths(true) }
    })
  }
  return inAllJournals(rootsOf(root), work, { end: (tree) => removeTakenBack(back?.taken ?? [], tree) })
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
