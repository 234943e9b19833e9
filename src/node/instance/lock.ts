import { hostname } from 'node:os'
import path from 'node:path'
import { codeOf, disk } from '../disk.js'
import type { Folder } from '../folder.js'
import { contentOf, createFile } from '../put.js'
import { TransactionError } from './tree.js'

const LOCK = 'lock'

/**
 * Takes the lock of a folder, also from a run that was killed.
 *
 * @returns a function that releases it
 * @throws TransactionError when another run has it
 */
export function takeLock(folder: Folder): () => void {
  const file = folder.at(LOCK)
  const own = `${process.pid} ${hostname()}`
  if (!makeLock(file, own)) {
    takeOver(folder, file)
    if (!makeLock(file, own)) throw lockedBy('another run', folder)
  }
  return () => {
    if (ownerIn(file) === own) disk.unlink(file)
  }
}

/** The run that has the lock of a folder, or had it when it was killed; `undefined` where there is no lock. */
export function lockOwner(folder: Folder): { readonly living: string | undefined } | undefined {
  const file = folder.at(LOCK)
  const owner = ownerIn(file)
  return owner === undefined ? undefined : { living: livingOwner(file, owner) }
}

/**
 * Creates the lock, unless there is one. It is a dangling symbolic link, because that is created together with its text
 * and needs no disk space.
 *
 * @returns whether there was none
 */
function makeLock(file: string, own: string): boolean {
  try {
    try {
      // On Windows this is a junction, which needs no privilege and gets an absolute path.
      disk.symlink(own, file)
    } catch (error) {
      if (!linkless.has(codeOf(error) ?? '')) throw error
      makeLockFile(file, own)
    }
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

/** Creates a lock that is a file; on an error none is left. */
function makeLockFile(file: string, own: string): void {
  try {
    createFile(file, Buffer.from(own))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && disk.lstat(file) !== undefined) disk.unlink(file)
    throw error
  }
}

/** The errors for a symbolic link on a disk without them, such as exFAT or a network drive; EISDIR is from Windows. */
const linkless: ReadonlySet<string> = new Set([
  'EPERM',
  'EINVAL',
  'EISDIR',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'UNKNOWN',
])

/** Removes the lock of a run that has ended. */
function takeOver(folder: Folder, file: string): void {
  const owner = ownerIn(file)
  if (owner === undefined) return
  const living = livingOwner(file, owner)
  if (living !== undefined) throw lockedBy(living, folder)
  // Several runs may find the same lock. Each moves away what is there now, and only one of them gets that lock.
  const aside = `${file}.${process.pid}`
  disk.rename(file, aside)
  if (ownerIn(aside) === owner) disk.unlink(aside)
  else disk.rename(aside, file)
}

function ownerIn(file: string): string | undefined {
  const stats = disk.lstat(file)
  if (stats === undefined) return undefined
  if (stats.isSymbolicLink()) return path.basename(disk.linkText(file))
  return contentOf(file)?.toString() ?? ''
}

/** How long a lock counts when its run can't be seen; longer than a run takes. */
const FOREIGN_LOCK_MS = 60_000

/** The running owner of a lock; `undefined` when the run has ended. */
function livingOwner(file: string, owner: string): string | undefined {
  const age = Date.now() - Number(disk.lstat(file)?.mtimeMs ?? 0)
  // A lock that is a file has no text at first.
  if (owner === '' && age < FOREIGN_LOCK_MS) return 'just started'
  const [number, host] = owner.split(' ')
  const id = Number(number)
  if (!Number.isInteger(id) || id <= 0 || host === undefined) return undefined
  if (host !== hostname()) {
    // A process of another host can't be seen. A container that is started again has another host name.
    return age < FOREIGN_LOCK_MS ? `process ${id} on ${host}` : undefined
  }
  // In a container that was started again, this process may have the same number.
  if (id === process.pid) return undefined
  try {
    process.kill(id, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return undefined
  }
  return `process ${id}`
}

function lockedBy(owner: string, { path: folder }: Folder): TransactionError {
  return new TransactionError(
    `Another run (${owner}) is working on ${path.dirname(folder)}. Wait until it ends; if there is none, delete ${path.join(folder, LOCK)}.`,
  )
}
