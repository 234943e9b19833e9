import { withNames } from './folder.js'
import { isWindows } from './windows.js'

/** What the system says when a file can't be written, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder. Create it first, or check the path.',
  ENOTDIR: 'a part of the path is not a folder. Check the path.',
  EACCES:
    'permission denied. Check the permissions of the file and its folder, or use the account that owns them.',
  EPERM:
    'permission denied. Check the permissions of the file and its folder, or use the account that owns them.',
  EROFS: 'read-only file system. Choose another one.',
  ENOSPC: 'the disk is full. Free some space, or choose another disk.',
  EDQUOT: 'disk quota exceeded. Free some space, or choose another disk.',
  ELOOP: 'its symbolic links form a loop. Check them.',
  EBUSY: "it is a mount point, which can't be replaced. Mount its folder instead, or write to another one.",
  EIO: 'the disk reports an error. Check it, or choose another disk.',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
}

const inUse =
  'permission denied, or another program has it open. Close it there, and check that the file is not read-only.'

/** What these say on Windows. */
const windowsReasons: Readonly<Record<string, string>> = { EPERM: inUse, EACCES: inUse, EBUSY: inUse }

/** A file that can't be written. The message names it as the caller did, and says why and what to do. */
export class WriteError extends Error {
  override readonly name = 'WriteError'
}

/** An existing file that may not be replaced. */
export class FileExistsError extends WriteError {
  constructor(
    /** The file as the caller named it. */
    readonly file: string,
  ) {
    super(`${file} exists already. Choose another file, or let it be replaced with "overwrite".`)
  }
}

/** Why writing failed, in words. */
export function writeError(file: string, error: unknown): WriteError {
  return new WriteError(`${file} can't be written: ${reasonNotWritten(error)}`, { cause: error })
}

/** What kept a file from being written, in words that follow a colon. */
export function reasonNotWritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const known = code === undefined ? undefined : (isWindows() && windowsReasons[code]) || reasons[code]
  return known ?? `${withNames(message)}.`
}
