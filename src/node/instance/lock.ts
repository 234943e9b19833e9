import { hostname } from 'node:os'
import path from 'node:path'
import { codeOf, disk } from '../disk.js'
import type { Folder } from '../folder.js'
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
    // Windows lets everybody make junctions, and makes the path absolute.
    disk.symlink(own, file)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

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
  return stats.isSymbolicLink() ? path.basename(disk.linkText(file)) : ''
}

/** Longer than any run takes. */
const FOREIGN_LOCK_MS = 60_000

/** The run that holds a lock, as long as it lives. */
function livingOwner(file: string, owner: string): string | undefined {
  const [number, host] = owner.split(' ')
  const id = Number(number)
  if (!Number.isInteger(id) || id <= 0 || host === undefined) return undefined
  if (host !== hostname()) {
    // Whether that lives can't be seen from here; a container that is started again has another name.
    const age = Date.now() - Number(disk.look(file)?.mtimeMs ?? 0)
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
