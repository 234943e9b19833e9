import { spawnSync } from 'node:child_process'
import fs, { type BigIntStats } from 'node:fs'
import { realPath } from './real-path.js'
import { patiently } from './windows.js'

/**
 * Every system call that writes of files use, so that a test can make any of them fail, write fewer bytes than given, or
 * be the last one of a run.
 */
export const disk = {
  open: (file: string, flags: number, mode?: number): number => fs.openSync(file, flags, mode),
  /** Writes bytes. @returns how many were written: fewer on a disk that is nearly full */
  write: (descriptor: number, bytes: Uint8Array): number => fs.writeSync(descriptor, bytes),
  sync: (descriptor: number): void => fs.fsyncSync(descriptor),
  close: (descriptor: number): void => fs.closeSync(descriptor),
  setMode: (descriptor: number, mode: number): void => fs.fchmodSync(descriptor, mode),
  setOwner: (descriptor: number, uid: number, gid: number): void => fs.fchownSync(descriptor, uid, gid),
  setTimes: (descriptor: number, accessed: number, modified: number): void =>
    fs.futimesSync(descriptor, accessed, modified),
  rename: (from: string, to: string): void => patiently(() => fs.renameSync(from, to)),
  link: (file: string, second: string): void => fs.linkSync(file, second),
  symlink: (text: string, file: string): void => fs.symlinkSync(text, file, 'junction'),
  unlink: (file: string): void => patiently(() => fs.unlinkSync(file)),
  makeFolder: (folder: string, mode: number): void => fs.mkdirSync(folder, { mode }),
  removeFolder: (folder: string): void => patiently(() => fs.rmdirSync(folder)),
  fstat: (descriptor: number): BigIntStats => fs.fstatSync(descriptor, { bigint: true }),
  /** The stats of a file, links not followed; `undefined` where there is none. */
  lstat: (file: string): BigIntStats | undefined =>
    fs.lstatSync(file, { bigint: true, throwIfNoEntry: false }),
  /** The stats of a file, links followed; `undefined` where there is none. */
  stat: (file: string): BigIntStats | undefined => fs.statSync(file, { bigint: true, throwIfNoEntry: false }),
  read: (file: string | number): Buffer => fs.readFileSync(file),
  /** @throws the error of the system for a folder in which no files can be created */
  assertWritable: (folder: string): void => fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK),
  list: (folder: string): string[] => fs.readdirSync(folder),
  linkText: (file: string): string => fs.readlinkSync(file),
  realPath,
  /** Runs a program that gets an open file as its descriptor 3. */
  run: (program: string, args: readonly string[], descriptor: number, input: string | Buffer) =>
    spawnSync(program, args, { input, stdio: ['pipe', 'pipe', 'pipe', descriptor] }),
}

/** The code of a system error; `undefined` for an internal error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined
}

/** An error like those of the system, for what the system itself doesn't report. */
export function systemError(code: string, syscall: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { code, syscall, ...more })
}

/** Throws anything but a system error, such as an internal error. */
export function assertRefusal(error: unknown): void {
  if (codeOf(error) === undefined) throw error
}

/** The result of a call; `undefined` where the system refuses it. */
export function unlessRefused<Result>(call: () => Result): Result | undefined {
  try {
    return call()
  } catch (error) {
    assertRefusal(error)
    return undefined
  }
}
