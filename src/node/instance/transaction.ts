import { createHash } from 'node:crypto'
import {
  type BigIntStats,
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
} from 'node:fs'
import path from 'node:path'
import {
  copyOf,
  type JournalChange,
  journalsFolder,
  latestRun,
  markRun,
  nextRunFolder,
  type Run,
  readRun,
  removeRun,
  removeUnstarted,
  startRun,
} from './journal.js'
import { LockedError, withLock } from './lock.js'
import {
  isAlike,
  metaOf,
  moveAside,
  moveFile,
  nameTwice,
  putFile,
  removeDraft,
  removeFile,
  syncFolder,
} from './put.js'

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

/** The call that takes a migration back, to be pasted into a shell. */
export function rollbackCommand(folder: string): string {
  const name = folder.startsWith('-') ? `./${folder}` : folder
  // The shells of Windows take no single quotes alike, and backslashes for what they are.
  const isPlain = path.sep === '\\' || /^[\w./:@%+=,-]+$/.test(name)
  return `theme-convert migrate --rollback ${isPlain ? name : `'${name.replaceAll("'", "'\\''")}'`}`
}

/** Whether an earlier run was interrupted, or can be taken back. */
export function standingOf(root: string): Standing {
  const run = latestRun(root)
  if (run === undefined) return 'clean'
  return run.state === 'done' ? 'done' : 'interrupted'
}

/**
 * Changes some files of a data folder, all of them or none. What is to be done, and every file before and after,
 * is on disk before the first one changes; so a run that was killed at any point can be finished or taken back.
 *
 * @throws TransactionError when a file is not what the changes were planned for, or can't be changed
 */
export function applyChanges(root: string, target: string, changes: readonly FileChange[]): void {
  inJournals(root, () => {
    if (standingOf(root) === 'interrupted') {
      throw new TransactionError(
        `Another run began on ${root} and was interrupted. Nothing was touched; try again.`,
      )
    }
    const folder = nextRunFolder(root)
    try {
      const run = prepare(root, folder, target, changes)
      carryOut(root, run)
      markRun(run, 'done')
    } catch (error) {
      takeBackAfter(root, folder, error)
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
    if (run === undefined || run.state === 'done') return undefined
    if (run.state === 'rolling-back') {
      takeBack(root, run)
      return 'taken back'
    }
    carryOut(root, run)
    markRun(run, 'done')
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
  if (latestRun(root) === undefined) return undefined
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
  let isDone = false
  try {
    makeJournals(root, folder)
    const result = withLock(root, () => {
      // Of runs that were killed before they did anything.
      removeUnstarted(root)
      try {
        const found = work()
        isDone = true
        return found
      } finally {
        removeUnstarted(root)
      }
    })
    removeIfEmpty(folder)
    return result
  } catch (error) {
    if (isDone) {
      throw new TransactionError(`All is done, but ${folder} can't be tidied up: ${reasonOf(error)}`, {
        cause: error,
      })
    }
    if (!(error instanceof LockedError) && isFolder(folder)) removeIfEmpty(folder)
    throw error instanceof Error && 'syscall' in error ? refusedBy(root, error) : error
  }
}

/** What the system refused, in words that say what is left of the run. */
function refusedBy(root: string, error: Error): TransactionError {
  const said =
    standingOf(root) === 'interrupted'
      ? `This is not finished: ${error.message}. Remove the cause, then run: ${rollbackCommand(root)}`
      : `Nothing was touched: ${error.message}. Remove the cause and try again.`
  return new TransactionError(said, { cause: error })
}

function makeJournals(root: string, folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return
  if (stats !== undefined) throw new TransactionError(`${folder} is no folder. Remove it.`)
  mkdirSync(folder, { mode: 0o700 })
  syncFolder(root)
}

/** Writes everything down that is needed to make the changes, or to take them back. */
function prepare(root: string, folder: string, target: string, changes: readonly FileChange[]): Run {
  mkdirSync(folder, { mode: 0o700 })
  syncFolder(path.dirname(folder))
  const folders = new Set<string>()
  const noted = changes.map((change, index): JournalChange => {
    for (const missing of missingFolders(root, change.path)) folders.add(missing)
    const file = insideOf(root, change.path)
    const stats = lstatSync(file, { bigint: true, throwIfNoEntry: false })
    const present = contentOf(file)
    if (present === undefined || !isEqualContent(present, change.expected)) {
      throw new TransactionError(`${file} was changed in the meantime. Nothing was done; try again.`)
    }
    const like = stats ?? lstatSync(insideOf(root, change.like), { bigint: true })
    assertOwner(file, like)
    const { modified, ...meta } = metaOf(like)
    if (present !== null) putFile(copyOf(folder, 'before', index), present, { ...meta, modified })
    if (change.content !== null) {
      const isMoved = stats === undefined && change.like !== change.path
      putFile(copyOf(folder, 'after', index), change.content, { ...meta, ...(isMoved && { modified }) })
    }
    return { path: change.path, before: hashOf(present), after: hashOf(change.content) }
  })
  return startRun(folder, { version: 1, target, changes: noted, folders: [...folders] })
}

/** A file of another owner can be replaced only by those who may give files away. */
function assertOwner(file: string, { uid }: BigIntStats): void {
  const self = process.getuid?.()
  if (self === undefined || self === 0 || BigInt(self) === uid) return
  throw new TransactionError(
    `${file} belongs to another account (${uid}). Run this as that account or as root, so that the server can still read its files.`,
  )
}

/** Takes every file to what it becomes; what is so already stays. */
function carryOut(root: string, { folder, journal }: Run): void {
  const { changes, folders } = journal
  assertKnown(root, changes)
  for (const name of folders) makeFolder(root, name)
  for (const [index, { path: name, after }] of changes.entries()) {
    const file = insideOf(root, name)
    removeDraft(file)
    if (hashOf(contentOf(file)) === after) continue
    const before = copyOf(folder, 'before', index)
    if (after === null) {
      moveAside(file, before)
      continue
    }
    const copy = copyOf(folder, 'after', index)
    if (hashOf(contentOf(copy)) !== after) throw new TransactionError(`The copy ${copy} is damaged.`)
    const original = `${before}.original`
    const isNamed = isThere(file) && nameTwice(file, original)
    moveFile(copy, file)
    // Nobody can write into the file any more that the copy was made of.
    if (isNamed) moveFile(original, before)
  }
}

/** Takes every file to what it was; what is so already stays. */
function putBack(root: string, { folder, journal }: Run): void {
  const { changes, folders } = journal
  // What has no copy any more is back already.
  const pending = [...changes.entries()].filter(
    ([index, { before }]) => before === null || isThere(copyOf(folder, 'before', index)),
  )
  assertKnown(
    root,
    pending.map(([, change]) => change),
  )
  for (const [index, { path: name, before }] of pending.reverse()) {
    const file = insideOf(root, name)
    removeDraft(file)
    const copy = copyOf(folder, 'before', index)
    if (before === null) {
      if (isThere(file)) removeFile(file)
    } else if (hashOf(contentOf(copy)) !== before) {
      throw new TransactionError(`The copy ${copy} is damaged.`)
    } else if (!isAlike(file, copy)) moveFile(copy, file)
  }
  for (const name of [...folders].reverse()) removeIfEmpty(insideOf(root, name))
}

/** Makes sure that no file was changed by anybody else, before one is touched. One that is gone has nothing to lose. */
function assertKnown(root: string, changes: readonly JournalChange[]): void {
  const foreign = changes.filter(({ path: name, before, after }) => {
    const content = contentOf(insideOf(root, name))
    if (content === null) return false
    const hash = hashOf(content)
    return hash === undefined || (hash !== before && hash !== after)
  })
  if (foreign.length === 0) return
  const names = foreign.map((change) => change.path).join(', ')
  throw new TransactionError(
    `Somebody changed ${names} since. Nothing was touched. To go on, move that out of ${root} first; the files from before are in ${path.join(root, journalsFolder)}.`,
  )
}

function takeBack(root: string, run: Run): void {
  const isBegun = run.state === 'rolling-back'
  const { changes } = run.journal
  if (!isBegun) {
    assertKnown(root, changes)
    assertCopies(run)
  }
  const running = isBegun ? run : markRun(run, 'rolling-back')
  putBack(root, running)
  removeRun(running)
}

/** Makes sure that there is a copy of every file from before. */
function assertCopies({ folder, journal }: Run): void {
  for (const [index, { before }] of journal.changes.entries()) {
    const copy = copyOf(folder, 'before', index)
    if (hashOf(contentOf(copy)) !== before) throw new TransactionError(`The copy ${copy} is damaged.`)
  }
}

/** Takes a run back that failed. */
function takeBackAfter(root: string, folder: string, error: unknown): never {
  const run = readRun(folder)
  if (run === undefined) throw error
  const reason = reasonOf(error)
  try {
    takeBack(root, run)
  } catch (second) {
    throw new TransactionError(
      `A change failed (${reason}), and so did taking the others back (${reasonOf(second)}). Remove the cause, then run: ${rollbackCommand(root)}`,
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

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}

/** The bytes of a file, `null` for nothing there, `undefined` for what is no file: a pipe would keep readers waiting. */
function contentOf(file: string): Buffer | null | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return null
  return stats.isFile() ? readFileSync(file) : undefined
}

function isEqualContent(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0
}

function hashOf(bytes: Uint8Array): string
function hashOf(bytes: Uint8Array | null): string | null
function hashOf(bytes: Uint8Array | null | undefined): string | null | undefined
function hashOf(bytes: Uint8Array | null | undefined): string | null | undefined {
  return bytes && createHash('sha256').update(bytes).digest('hex')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
