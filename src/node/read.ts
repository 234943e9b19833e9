import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'

/** What a file or standard input holds, or why it can't be read. */
export type Input =
  | { name: string; text: string }
  | { name: string; problem: string; code: 'unreadable-file' | 'wrong-encoding' }

/** Larger files are no themes: real ones have about 10 kB. */
const MAX_BYTES = 256 * 1024 * 1024

/** What the system says when a file can't be read, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path.',
  ENOTDIR: 'a part of the path is not a folder. Check the path.',
  EACCES: 'you may not read it. Check its permissions, or use the account that owns it.',
  EPERM: 'you may not read it. Check its permissions, or use the account that owns it.',
  EISDIR: 'this is a folder. Name the theme.json in it.',
  ELOOP: 'its symbolic links lead in a circle. Check them.',
  ENAMETOOLONG: 'the name is too long. Check the path.',
}

/** Why a call of the file system failed, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code !== undefined && reasons[code]) || `${message}.`
}

/** Where input is from. */
export interface InputSource {
  /** Where relative names start; the current folder unless given. */
  readonly cwd?: string
  /** Reads standard input to its end; that of the process unless given. */
  readonly stdin?: () => Buffer
}

/**
 * Reads a file, or standard input for `-`. The text must be UTF-8; a byte-order mark stays in it, because
 * clients and servers stumble over it.
 */
export function readInput(file: string, { cwd = '', stdin = readStandardInput }: InputSource = {}): Input {
  const name = file === '-' ? 'standard input' : file
  try {
    return decode(name, file === '-' ? stdin() : readBytes(path.resolve(cwd, file)))
  } catch (error) {
    return { name, code: 'unreadable-file', problem: reasonOf(error) }
  }
}

/** The standard input of this process, to its end. */
export const readStandardInput = (): Buffer => readToTheEnd(STANDARD_INPUT)

function readBytes(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const stats = fstatSync(descriptor)
    assertSize(stats.size)
    return stats.isFile() ? readFileSync(descriptor) : readToTheEnd(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A pipe that somebody made non-blocking has nothing to read until its data comes. */
const PAUSE_MILLISECONDS = 5

const STANDARD_INPUT = 0

/** Reads a pipe or a device, whose size nobody knows; some never end. */
function readToTheEnd(descriptor: number): Buffer {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024)
    const count = readSome(descriptor, chunk)
    if (count === 0) return Buffer.concat(chunks)
    size += count
    assertSize(size)
    chunks.push(chunk.subarray(0, count))
  }
}

/** The number of bytes read, which is 0 at the end of the input. */
function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // What Windows says at the end of a pipe.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS)
    }
  }
}

function assertSize(size: number): void {
  if (size > MAX_BYTES)
    throw new Error(`it has ${Math.round(size / 1024 / 1024)} MB or more, which no theme has`)
}

function decode(name: string, bytes: Buffer): Input {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { name, code: 'wrong-encoding', problem: 'the file is saved as UTF-16. Save it as UTF-8.' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (text.includes('\u0000')) {
      return {
        name,
        code: 'wrong-encoding',
        problem: 'the file holds NUL bytes: it is binary, or saved as UTF-16. Save it as UTF-8.',
      }
    }
    return { name, text }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return {
      name,
      code: 'wrong-encoding',
      problem: 'the file is not UTF-8 (perhaps Latin-1). Save it as UTF-8.',
    }
  }
}
