import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { journalsFolder } from './journal.js'

/** Another run that is at work on the same folder. */
export class LockedError extends Error {}

/**
 * Does something while no other run on this machine does, and takes over from runs that were killed.
 *
 * @throws LockedError when another run is at work
 */
export function withLock<Result>(root: string, work: () => Result): Result {
  const file = path.join(root, journalsFolder, 'lock')
  const own = `${process.pid} ${hostname()}\n`
  try {
    writeFileSync(file, own, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const owner = ownerOf(file)
    if (owner !== undefined) {
      throw new LockedError(
        `Another run (process ${owner}) is at work on ${root}. Wait for it; if there is none, delete ${file}.`,
      )
    }
    writeFileSync(file, own)
  }
  try {
    return work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** The process that holds a lock, as long as it lives on this machine. */
function ownerOf(file: string): number | undefined {
  const [number = '', host] = readFileSync(file, 'utf8').trim().split(' ')
  const id = Number(number)
  // A container that was killed and started again may be the same process number on another host.
  if (!Number.isInteger(id) || id <= 0 || id === process.pid || host !== hostname()) return undefined
  try {
    process.kill(id, 0)
    return id
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? id : undefined
  }
}
