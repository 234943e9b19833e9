import { reasonNotWritten } from './system-errors.js'

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
