import { fstatSync, statSync, writeSync } from 'node:fs'
import { pause } from './read-file.js'

/** A stream of text, such as standard output; those of Node fit. */
export interface StandardStream {
  /** Writes a text, and calls back when it is written or can't be. */
  write(text: string, done?: () => void): unknown
  readonly isTTY?: boolean
}

/**
 * Standard output or error. Loading the streams of Node takes longer than reading a theme, so files and pipes are
 * written without them, synchronously. Terminals need them, and on Windows pipes do, too.
 *
 * @param descriptor 1 for standard output, 2 for standard error
 * @param failed called for an error of the system, except when the reader of a pipe closed it
 * @param ended called when no more can be written, for whatever reason
 */
export function standardStream(
  descriptor: 1 | 2,
  failed: (error: NodeJS.ErrnoException) => void,
  ended: () => void = () => {},
): StandardStream {
  let isOpen = true
  const settle = (error: NodeJS.ErrnoException) => {
    if (!isOpen) return
    isOpen = false
    if (error.code !== 'EPIPE') failed(error)
    ended()
  }
  if (!isFileOrPipe(descriptor)) {
    const stream = descriptor === 1 ? process.stdout : process.stderr
    return stream.on('error', settle)
  }
  return {
    write(text, done) {
      try {
        if (isOpen) writeAll(descriptor, Buffer.from(text))
      } catch (error) {
        settle(error as NodeJS.ErrnoException)
      }
      done?.()
    },
  }
}

/** Whether a descriptor is of a file, a pipe, a socket or `/dev/null`; on Windows this isn't known. */
function isFileOrPipe(descriptor: number): boolean {
  if (process.platform === 'win32') return false
  const stats = fstatSync(descriptor)
  return !stats.isCharacterDevice() || stats.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let rest = bytes; rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      // A non-blocking pipe is full until its reader reads.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      pause()
    }
  }
}
