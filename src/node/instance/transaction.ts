import { randomBytes } from 'node:crypto'
import { disk } from '../disk.js'
import { asidesOf, assertKnown } from './carry-out.js'
import type { FileChange } from './changeable.js'
import { latestRun, openJournals, removeRun, unstartedRuns } from './journal.js'
import { attempt, inAllJournals, inTree, rollbackCommand, type Settled } from './journals.js'
import {
  finish,
  isPart,
  type Member,
  membersIn,
  type RolledBack,
  removeRolledBack,
  rollBackAll,
} from './members.js'
import { prepare } from './prepare.js'
import { TransactionError, type Tree } from './tree.js'

/** The state that earlier runs left. */
export type MigrationState = 'clean' | 'done' | 'interrupted'

/** The changes in one folder. */
export interface RootChanges {
  readonly root: string
  readonly changes: readonly FileChange[]
}

/** The restored files of a folder. */
export interface Restored {
  readonly root: string
  /** The files that have their old content again. */
  readonly files: readonly string[]
  /** The files that the run created, which are removed. */
  readonly removed: readonly string[]
}

/** Whether the latest run of a folder, with its parts in other folders, is done or was interrupted. */
export function migrationState(root: string): MigrationState {
  const runs = rootsOf(root).flatMap((other) => inTree(other, (tree) => latestRun(tree) ?? []))
  const states = runs.filter((run) => isPart(run, runs[0])).map(({ state }) => state)
  if (states.length === 0) return 'clean'
  return states.every((state) => state === 'done') ? 'done' : 'interrupted'
}

/** The folder, and the others of its latest run that still have journals. */
function rootsOf(root: string): string[] {
  const group = inTree(root, (tree) => latestRun(tree)?.journal.group)
  // In a copy of a folder, the journal names the original folders.
  if (group?.roots.includes(root) !== true) return [root]
  return [root, ...group.roots.filter((other) => other !== root && hasJournals(other))]
}

function hasJournals(root: string): boolean {
  if (disk.stat(root)?.isDirectory() !== true) return false
  return inTree(root, (tree) => openJournals(tree) !== undefined)
}

/**
 * Changes files of several folders, all of them or none. The journals with all old and new files are on disk in all
 * folders before the first file changes; so a run that was killed at any point can be finished or rolled back.
 *
 * @returns messages about what can't be cleaned up
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
    // A journal that can't be removed is rolled back by the next run: no file has changed yet.
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
 * Finishes an interrupted run in all its folders: its changes, or its rollback. Runs that never began are removed.
 *
 * @returns the outcome of the run; `undefined` when there is nothing to finish
 */
export function finishInterrupted(root: string): Settled<'done' | 'rolled back' | undefined> {
  const roots = rootsOf(root)
  if (!roots.some(hasLeftovers)) return { result: undefined, problems: [] }
  let back: RolledBack | undefined
  const work = (trees: readonly Tree[], problems: string[]) => {
    const members = membersIn(trees, root)
    const states = members.map(({ run }) => run.state)
    if (states.every((state) => state === 'done')) return undefined
    if (states.includes('rolling-back') || isUnprepared(members)) {
      back = rollBackAll(members)
      problems.push(...back.notes)
      return 'rolled back'
    }
    for (const { tree, run } of members) {
      if (run.state !== 'done') assertKnown(tree, run, run.journal.changes.entries())
    }
    problems.push(...finish(members))
    return 'done'
  }
  return inAllJournals(roots, work, { end: (tree) => removeRolledBack(back?.taken ?? [], tree) })
}

/** Whether a run was interrupted before it had all journals, so that no file was changed. */
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
 * Rolls the latest run back in all its folders: every file has its old content again.
 *
 * @returns the files, those of the folder itself first; `undefined` when there is no run to roll back
 * @throws TransactionError when another program changed a file since
 */
export function rollBack(root: string): Settled<readonly Restored[] | undefined> {
  const hasNone = inTree(root, (tree) => openJournals(tree) === undefined)
  if (hasNone) return { result: undefined, problems: [] }
  let back: RolledBack | undefined
  const work = (trees: readonly Tree[], problems: string[]) => {
    const members = membersIn(trees, root)
    if (members.length === 0) return undefined
    back = rollBackAll(members)
    problems.push(...back.notes, ...leftOut(members))
    return members.map(({ tree, run: { journal } }) => {
      const paths = (isMade: boolean) =>
        journal.changes.filter(({ before }) => (before === null) === isMade).map(({ path }) => path)
      return { root: tree.root, files: paths(false), removed: paths(true) }
    })
  }
  return inAllJournals(rootsOf(root), work, { end: (tree) => removeRolledBack(back?.taken ?? [], tree) })
}

/** Messages about folders of a run that have no journal of it any more. */
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
