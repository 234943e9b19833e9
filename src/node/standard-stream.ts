import { fstatSync, statSync, writeSync } from 'node:fs'
import { pause } from './read-file.js'

/** Standard output or error. */
export interface StandardStream {
  /** Writes a text, and calls back when it is written or can't be. */
  write(text: string, done?: () => void): unknown
  readonly isTTY?: boolean
}

/**
 * Standard output or error. The streams of Node take longer to load than a theme takes to be read, so files and pipes
 * are written without them, in the same order and as synchronously. On Windows terminals and pipes need them.
 *
 * @param descriptor 1 for standard output, 2 for standard error
 * @param failed what to do about an error of the system. That the reader of a pipe closed it early is none
 * @param ended called when no more can be written, whyever
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

/** Whether a descriptor is of a file, a pipe, a socket or the device that takes everything. */
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
      // A pipe that doesn't block is full until its reader takes something.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      pause()
    }
  }
}
