import { hostname } from 'node:os'
import path from 'node:path'
import { codeOf, disk } from '../disk.js'
import type { Folder } from '../folder.js'
import { contentOf, createFile } from '../put.js'
import { TransactionError } from './tree.js'

/** Another run that is at work on the same folder. */
class LockedError extends TransactionError {}

const LOCK = 'lock'

/**
 * Takes the lock of a folder, also from runs that were killed.
 *
 * @returns what gives it back
 * @throws TransactionError when another run is at work
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

/**
 * Makes the lock, unless there is one. A symbolic link to nowhere has its text from the moment that it is there,
 * and takes no space on a full disk.
 */
function makeLock(file: string, own: string): boolean {
  try {
    try {
      // Windows lets everybody make junctions, and makes the path absolute.
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

/** Makes a lock that is a file, or leaves none. */
function makeLockFile(file: string, own: string): void {
  try {
    createFile(file, Buffer.from(own))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && disk.look(file) !== undefined) disk.unlink(file)
    throw error
  }
}

/** What systems say of a link on a disk that has none, such as exFAT or a network drive: EISDIR is of Windows. */
const linkless: ReadonlySet<string> = new Set([
  'EPERM',
  'EINVAL',
  'EISDIR',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'UNKNOWN',
])

/** Removes the lock of a run that is no more. */
function takeOver(folder: Folder, file: string): void {
  const owner = ownerIn(file)
  if (owner === undefined) return
  const living = livingOwner(file, owner)
  if (living !== undefined) throw lockedBy(living, folder)
  // Of several runs that find the same dead one, each moves away what is there, and only one the lock it saw.
  const aside = `${file}.${process.pid}`
  disk.rename(file, aside)
  if (ownerIn(aside) === owner) disk.unlink(aside)
  else disk.rename(aside, file)
}

function ownerIn(file: string): string | undefined {
  const stats = disk.look(file)
  if (stats === undefined) return undefined
  if (stats.isSymbolicLink()) return path.basename(disk.linkText(file))
  return contentOf(file)?.toString() ?? ''
}

/** Longer than any run takes. */
const FOREIGN_LOCK_MS = 60_000

/** The run that holds a lock, as long as it lives. */
function livingOwner(file: string, owner: string): string | undefined {
  const age = Date.now() - Number(disk.look(file)?.mtimeMs ?? 0)
  // A lock that is a file has no text at first.
  if (owner === '' && age < FOREIGN_LOCK_MS) return 'just started'
  const [number, host] = owner.split(' ')
  const id = Number(number)
  if (!Number.isInteger(id) || id <= 0 || host === undefined) return undefined
  if (host !== hostname()) {
    // Whether that lives can't be seen from here; a container that is started again has another name.
    return age < FOREIGN_LOCK_MS ? `process ${id} on ${host}` : undefined
  }
  // A container that was killed and started again may give the same number to this very process.
  if (id === process.pid) return undefined
  try {
    process.kill(id, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return undefined
  }
  return `process ${id}`
}

function lockedBy(owner: string, { path: folder }: Folder): LockedError {
  return new LockedError(
    `Another run (${owner}) is working on ${path.dirname(folder)}. Wait until it ends; if there is none, delete ${path.join(folder, LOCK)}.`,
  )
}
