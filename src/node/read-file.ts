import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from './disk.js'
import { isFailure, reasonOf } from './system-errors.js'

/** The text of a file or of standard input, or why it can't be read. */
export type Input =
  | { name: string; text: string }
  | {
      name: string
      problem: string
      code: 'unreadable-file' | 'wrong-encoding'
      /** The text as browsers and servers read it, with `�` for invalid bytes; absent where they can't read it either. */
      shown?: string
      /** The absolute path of a folder, where a file was asked for. */
      folder?: string
      /** An error of the system, such as a failing disk; absent where the file or its permissions are the cause. */
      failure?: Error
    }

const KILOBYTE = 1024

/** Larger files aren't themes: real ones have about 10 kB. */
const MOST_KILOBYTES = 32 * KILOBYTE

/** Where input is from. */
export interface InputSource {
  /** Where relative names start; the current folder unless given. */
  readonly cwd?: string
  /** Reads standard input to its end; that of the process unless given. */
  readonly stdin?: () => Buffer
  /** Larger files are not read; 32 MB unless given. */
  readonly mostKilobytes?: number
  /** Reads a text with NUL characters, which are wrong unless this knows what they are. */
  readonly withNul?: (text: string) => string | undefined
}

/**
 * Reads a file, or standard input for `-`. The text must be UTF-8, because other encodings can't be told apart. A
 * byte-order mark stays in it, because servers can't read a file with one.
 */
export function readInput(
  file: string,
  { cwd = '', stdin = readStandardInput, mostKilobytes = MOST_KILOBYTES, withNul }: InputSource = {},
): Input {
  const name = file === '-' ? 'standard input' : file
  try {
    return decode(name, file === '-' ? stdin() : readBytes(path.resolve(cwd, file), mostKilobytes), withNul)
  } catch (error) {
    const problem = reasonOf(error)
    return {
      ...{ name, code: 'unreadable-file', problem },
      ...(codeOf(error) === 'EISDIR' && { folder: path.resolve(cwd, file) }),
      ...(isFailure(error) && { failure: error }),
    }
  }
}

/** Reads the standard input of this process to its end. */
export const readStandardInput = (): Buffer => readToTheEnd(STANDARD_INPUT, MOST_KILOBYTES)

function readBytes(file: string, mostKilobytes: number): Buffer {
  // A named pipe without a writer would block otherwise.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const bytes = readToTheEnd(descriptor, mostKilobytes)
    if (bytes.length > 0 || !fstatSync(descriptor).isFIFO()) return bytes
    const later = readPatiently(descriptor, mostKilobytes)
    if (later.length === 0) throw new Error('no program writes to this pipe. Start it, then try again')
    return later
  } finally {
    closeSync(descriptor)
  }
}

/** How long to wait for a non-blocking pipe before the next try. */
const PAUSE_MILLISECONDS = 5

/** How long to wait for the writer of a named pipe. */
const PATIENCE_MILLISECONDS = 1000

const STANDARD_INPUT = 0
const CHUNK_BYTES = 64 * 1024

/** Reads a named pipe, whose writer may start a little later. */
function readPatiently(descriptor: number, mostKilobytes: number): Buffer {
  for (let waited = 0; ; waited += PAUSE_MILLISECONDS) {
    const bytes = readToTheEnd(descriptor, mostKilobytes)
    if (bytes.length > 0 || waited >= PATIENCE_MILLISECONDS) return bytes
    pause()
  }
}

/** Reads to the end, within the limit: files may grow meanwhile, and pipes and devices may never end. */
function readToTheEnd(descriptor: number, mostKilobytes: number): Buffer {
  const chunks: Buffer[] = []
  let size = 0
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let used = 0
  for (;;) {
    const count = readSome(descriptor, chunk.subarray(used))
    used += count
    size += count
    assertSize(size, mostKilobytes)
    if (count > 0 && used < chunk.length) continue
    chunks.push(chunk.subarray(0, used))
    if (count === 0) return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    const expected = fstatSync(descriptor).size
    assertSize(expected, mostKilobytes)
    // One byte more, so that the end of a file that doesn't grow is found without another chunk.
    chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, expected - size + 1))
    used = 0
  }
}

/** Waits a little for the other end of a pipe. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS)
}

/** The number of bytes read, which is 0 at the end of the input. */
function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // The end of a pipe on Windows.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      pause()
    }
  }
}

function assertSize(size: number, mostKilobytes: number): void {
  if (size <= mostKilobytes * KILOBYTE) return
  const most = mostKilobytes < KILOBYTE ? `${mostKilobytes} kB` : `${mostKilobytes / KILOBYTE} MB`
  throw new Error(`it has more than ${most}, more than any such file. Check that this is the right one`)
}

function decode(name: string, bytes: Buffer, withNul?: InputSource['withNul']): Input {
  const wrong = (what: string) =>
    ({ name, code: 'wrong-encoding', problem: `the file ${what}. Save it as UTF-8.` }) as const
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return wrong('is saved as UTF-16')
  const isRight = isUtf8(bytes)
  const text = isRight ? bytes.toString() : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const isNul = text.includes('\u0000')
  const known = isNul ? withNul?.(text) : undefined
  if (known !== undefined) return { name, text: known }
  if (isNul) return wrong('contains NUL bytes: it is binary, or saved as UTF-16')
  return isRight ? { name, text } : { ...wrong('is not UTF-8 (perhaps Latin-1)'), shown: text }
}
