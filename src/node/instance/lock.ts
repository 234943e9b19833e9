import { lstatSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { journalsFolder } from './journal.js'

/** Another run that is at work on the same folder. */
export class LockedError extends Error {}

/**
 * Does something while no other run does, and takes over from runs that were killed.
 *
 * @throws LockedError when another run is at work
 */
export function withLock<Result>(root: string, work: () => Result): Result {
  const file = path.join(root, journalsFolder, 'lock')
  const own = `${process.pid} ${hostname()}`
  if (!takeLock(file, own)) {
    takeOver(root, file)
    if (!takeLock(file, own)) throw lockedBy('another run', root, file)
  }
  try {
    return work()
  } finally {
    if (ownerIn(file) === own) rmSync(file)
  }
}

/**
 * Makes the lock, unless there is one. A symbolic link to nowhere has its text from the moment that it is there,
 * and takes no space on a full disk.
 */
function takeLock(file: string, own: string): boolean {
  try {
    // Windows lets everybody make junctions, and makes the path absolute.
    symlinkSync(own, file, 'junction')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Removes the lock of a run that is no more. */
function takeOver(root: string, file: string): void {
  const owner = ownerIn(file)
  if (owner === undefined) return
  const living = livingOwner(file, owner)
  if (living !== undefined) throw lockedBy(living, root, file)
  // Of several runs that find the same dead one, each moves away what is there, and only one the lock it saw.
  const aside = `${file}.${process.pid}`
  renameSync(file, aside)
  if (ownerIn(aside) === owner) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

function ownerIn(file: string): string | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  return stats.isSymbolicLink() ? path.basename(readlinkSync(file)) : ''
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
    const age = Date.now() - lstatSync(file).mtimeMs
    return age < FOREIGN_LOCK_MS ? `process ${id} on ${host}` : undefined
  }
  // A container that was killed and started again may give the same number to this very process.
  if (id === process.pid) return undefined
  try {
    process.kill(id, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  return `process ${id}`
}

function lockedBy(owner: string, root: string, file: string): LockedError {
  return new LockedError(
    `Another run (${owner}) is at work on ${root}. Wait for it; if there is none, delete ${file}.`,
  )
}
