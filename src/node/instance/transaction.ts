import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, rmdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import {
  copyOf,
  type FileState,
  type Journal,
  type JournalChange,
  journalsFolder,
  latestRun,
  nextRunFolder,
  type Run,
  removeRun,
  removeUnstarted,
  writeJournal,
} from './journal.js'
import { LockedError, withLock } from './lock.js'
import { putFile, removeFile, syncFolder } from './put.js'

/** One file that is to change. */
export interface FileChange {
  /** The path below the data folder, with slashes. */
  readonly path: string
  /** The new bytes, `null` to take the file away. */
  readonly content: Uint8Array | null
  /** The bytes that the file has to have, `null` for no file: those that the change was planned for. */
  readonly expected: Uint8Array | null
  /** The file whose owner and mode a new one takes. */
  readonly like: string
}

/** Something that keeps a change from being made; nothing was changed, or all of it was taken back. */
export class TransactionError extends Error {}

/** What is left of earlier runs. */
export type Standing = 'clean' | 'done' | 'interrupted'

/** Whether an earlier run was interrupted, or can be taken back. */
export function standingOf(root: string): Standing {
  const run = latestRun(root)
  if (run === undefined) return 'clean'
  return run.journal.state === 'done' ? 'done' : 'interrupted'
}

/**
 * Changes some files of a data folder, all of them or none. What is to be done, and every file before and after,
 * is on disk before the first one changes; so a run that was killed at any point can be finished or taken back.
 *
 * @throws TransactionError when a file is not what the changes were planned for, or can't be changed
 */
export function applyChanges(root: string, target: string, changes: readonly FileChange[]): void {
  inJournals(root, () => {
    const run = prepare(root, target, changes)
    try {
      carryOut(root, run, 'after')
      writeJournal(run.folder, { ...run.journal, state: 'done' })
    } catch (error) {
      takeBackAfter(root, run, error)
    }
  })
}

/**
 * Finishes what an interrupted run began: its changes, or its taking back.
 *
 * @returns what became of the run, `undefined` when there is nothing to finish
 */
export function finishInterrupted(root: string): 'done' | 'taken back' | undefined {
  return inJournals(root, () => {
    const run = latestRun(root)
    if (run === undefined || run.journal.state === 'done') return undefined
    if (run.journal.state === 'rolling-back') {
      takeBack(root, run)
      return 'taken back'
    }
    carryOut(root, run, 'after')
    writeJournal(run.folder, { ...run.journal, state: 'done' })
    return 'done'
  })
}

/**
 * Takes the latest run back: every file is what it was.
 *
 * @returns the files, `undefined` when there is no run to take back
 * @throws TransactionError when a file was changed by somebody else since
 */
export function rollBack(root: string): readonly string[] | undefined {
  return inJournals(root, () => {
    const run = latestRun(root)
    if (run === undefined) return undefined
    takeBack(root, run)
    return run.journal.changes.map((change) => change.path)
  })
}

/** Works on the journals of a data folder, alone. */
function inJournals<Result>(root: string, work: () => Result): Result {
  const folder = path.join(root, journalsFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!lstatSync(folder).isDirectory()) throw new TransactionError(`${folder} is no folder. Remove it.`)
  let isDone = false
  try {
    const result = withLock(root, () => {
      // Of runs that were killed before they did anything.
      removeUnstarted(root)
      const found = work()
      isDone = true
      return found
    })
    removeIfEmpty(folder)
    return result
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (isDone) {
      throw new TransactionError(`All is done, but ${folder} can't be tidied up: ${reason}`, { cause: error })
    }
    if (!(error instanceof LockedError)) {
      // Nothing is left of a run that could not start.
      removeUnstarted(root)
      removeIfEmpty(folder)
    }
    throw error
  }
}

/** Writes everything down that is needed to make the changes, or to take them back. */
function prepare(root: string, target: string, changes: readonly FileChange[]): Run {
  const folder = nextRunFolder(root)
  mkdirSync(folder, { mode: 0o700 })
  const folders = new Set<string>()
  const noted = changes.map((change, index): JournalChange => {
    for (const missing of missingFolders(root, change.path)) folders.add(missing)
    const file = insideOf(root, change.path)
    const stats = lstatSync(file, { throwIfNoEntry: false })
    const present = stats === undefined ? null : readFileSync(file)
    if (!isEqualContent(present, change.expected)) {
      throw new TransactionError(`${file} was changed in the meantime. Nothing was done; try again.`)
    }
    const like = stats ?? lstatSync(insideOf(root, change.like))
    assertOwner(file, like)
    if (present !== null) putFile(copyOf(folder, 'before', index), present, { mode: 0o600 })
    if (change.content !== null) putFile(copyOf(folder, 'after', index), change.content, { mode: 0o600 })
    const isMoved = stats === undefined && change.like !== change.path
    return {
      path: change.path,
      before: present === null ? null : stateOf(present, like, like.mtimeMs),
      after:
        change.content === null ? null : stateOf(change.content, like, isMoved ? like.mtimeMs : Date.now()),
    }
  })
  const journal: Journal = { version: 1, state: 'started', target, changes: noted, folders: [...folders] }
  writeJournal(folder, journal)
  return { folder, journal }
}

function stateOf(bytes: Uint8Array, { mode, uid, gid }: Stats, modified: number): FileState {
  return { sha256: hashOf(bytes), mode: mode & 0o7777, uid, gid, modified }
}

/** A file of another owner can be replaced only by those who may give files away. */
function assertOwner(file: string, { uid }: Stats): void {
  const self = process.getuid?.()
  if (self === undefined || self === 0 || self === uid) return
  throw new TransactionError(
    `${file} belongs to another account (${uid}). Run this as that account or as root, so that the server can still read its files.`,
  )
}

/** Takes every file to what it is on one side; what is so already stays. */
function carryOut(root: string, { folder, journal }: Run, side: 'before' | 'after'): void {
  const { changes, folders } = journal
  assertKnown(root, changes)
  if (side === 'after') for (const name of folders) makeFolder(root, name)
  const order = [...changes.entries()]
  if (side === 'before') order.reverse()
  for (const [index, change] of order) {
    const file = insideOf(root, change.path)
    const wanted = change[side]
    if (wanted === null) {
      // A folder that was never made has no file to take away.
      if (isFolder(path.dirname(file))) removeFile(file)
      continue
    }
    const bytes = readFileSync(copyOf(folder, side, index))
    if (hashOf(bytes) !== wanted.sha256) {
      throw new TransactionError(`The copy ${copyOf(folder, side, index)} is damaged.`)
    }
    putFile(file, bytes, wanted)
  }
  if (side === 'before') for (const name of [...folders].reverse()) removeIfEmpty(insideOf(root, name))
}

/** Makes sure that no file was changed by anybody else, before one is touched. */
function assertKnown(root: string, changes: readonly JournalChange[]): void {
  const foreign = changes.filter(({ path: name, before, after }) => {
    const present = readIfThere(insideOf(root, name))
    const hash = present === null ? undefined : hashOf(present)
    return hash !== before?.sha256 && hash !== after?.sha256
  })
  if (foreign.length === 0) return
  const names = foreign.map((change) => change.path).join(', ')
  throw new TransactionError(
    `Somebody changed ${names} since. Nothing was touched; the files from before are in ${path.join(root, journalsFolder)}.`,
  )
}

function takeBack(root: string, run: Run): void {
  if (run.journal.state !== 'rolling-back') {
    assertKnown(root, run.journal.changes)
    writeJournal(run.folder, { ...run.journal, state: 'rolling-back' })
  }
  carryOut(root, run, 'before')
  removeRun(run)
}

/** Takes a run back that failed. */
function takeBackAfter(root: string, run: Run, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error)
  try {
    takeBack(root, run)
  } catch (second) {
    throw new TransactionError(
      `A change failed (${reason}), and so did taking the others back (${second instanceof Error ? second.message : String(second)}). Remove the cause, then run: theme-convert migrate --rollback ${root}`,
      { cause: error },
    )
  }
  throw new TransactionError(`A change failed (${reason}). Everything is as it was.`, { cause: error })
}

/** The folders on the way to a file that aren't there, outermost first. */
function missingFolders(root: string, name: string): string[] {
  const parts = name.split('/').slice(0, -1)
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('/'))
    .filter((folder) => lstatSync(path.join(root, folder), { throwIfNoEntry: false }) === undefined)
}

/** Makes a folder with the owner and mode of the one around it. */
function makeFolder(root: string, name: string): void {
  const folder = insideOf(root, name)
  if (!isFolder(folder)) mkdirSync(folder)
  const { mode, uid, gid } = lstatSync(path.dirname(folder))
  const own = lstatSync(folder)
  if (own.uid !== uid || own.gid !== gid) chownSync(folder, uid, gid)
  chmodSync(folder, mode & 0o7777)
  syncFolder(path.dirname(folder))
}

/**
 * The file of a path below the data folder.
 *
 * @throws TransactionError when a symbolic link is on the way, which may lead anywhere
 */
function insideOf(root: string, name: string): string {
  let file = root
  for (const part of name.split('/')) {
    file = path.join(file, part)
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new TransactionError(`${file} is a symbolic link, which may lead anywhere. Nothing was touched.`)
    }
  }
  return file
}

function isFolder(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(code)) throw error
  }
}

function readIfThere(file: string): Buffer | null {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null
}

function isEqualContent(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
