import path from 'node:path'
import { PlainError } from '../json/plain-error.js'
import { codeOf } from './disk.js'
import { reasonNotWritten } from './system-errors.js'

/** A file can't be written. The message names it as the caller did, with the reason and the cure. */
export class WriteError extends PlainError {
  override readonly name = 'WriteError'
}

/** A file exists, and may not be replaced. */
export class FileExistsError extends WriteError {
  constructor(
    /** The file as the caller named it. */
    readonly file: string,
  ) {
    super(`${file} exists already. Choose another file, or let it be replaced with "overwrite".`)
  }
}

/** The error for a write that failed. */
export function writeError(file: string, error: unknown): WriteError {
  const folder = path.dirname(file)
  const reason =
    codeOf(error) === 'ENOENT' && folder !== '.'
      ? `there is no folder ${folder}, or it takes no new files. Create it first, or check the path.`
      : reasonNotWritten(error)
  return new WriteError(`${file} can't be written: ${reason}`, { cause: error })
}
