import {
  constants,
  copyFileSync,
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { WriteError, writeError } from './file-error.js'

/** A file that must not be overwritten. */
class FileExistsError extends WriteError {}

/** A file to write as a whole. */
export interface Write {
  /** The path as the caller gave it. */
  readonly file: string
  /** Where it is; where `file` leads from the current folder unless given. */
  readonly at?: string
  readonly content: string | Buffer
  /** Whether a copy of the file that is replaced is kept beside it. */
  readonly keepsCopy?: boolean
}

/**
 * Makes sure that a file may be written.
 *
 * @param at where it is; where `file` leads from the current folder unless given
 * @throws FileExistsError when there is one already; WriteError when it could never be
 */
export function assertFree(file: string, at: string = file): void {
  if (!existsSync(at)) return
  assertRegular(file, at)
  throw new FileExistsError(`${file} is already there. Name another file, or overwrite it with --force.`)
}

/** Folders, devices and pipes can't be replaced, or must not be. */
function assertRegular(file: string, target: string): void {
  const stats = statSync(target)
  if (stats.isFile()) return
  const kind = stats.isDirectory() ? 'a folder' : 'a device or a pipe'
  throw new WriteError(`${file} can't be written: this is ${kind}. Name a file.`)
}

/**
 * Where a file really is, or would be once it is written: symbolic links are followed, also one that leads to
 * nothing yet.
 */
function realPathOf(file: string): string {
  try {
    return realpathSync.native(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const folder = path.dirname(path.resolve(file))
  if (!existsSync(folder)) return path.resolve(file)
  const place = path.join(realpathSync.native(folder), path.basename(file))
  const link = linkOf(place)
  return link === undefined ? place : realPathOf(path.resolve(path.dirname(place), link))
}

/** Whether two paths lead to one file, whether it is there already or not. */
export function isSameFile(file: string, other: string): boolean {
  try {
    return realPathOf(file) === realPathOf(other)
  } catch (error) {
    // What can't be looked at can't be written either; whoever writes it says why.
    if (codeOf(error) === undefined) throw error
    return path.resolve(file) === path.resolve(other)
  }
}

/**
 * Writes files, all of them or none: each into a temporary file beside it, synced, then renamed. Mode and owner of
 * a file that is replaced stay, and a symbolic link keeps pointing at it.
 *
 * @returns for each file the path of the copy that was kept of it
 * @throws WriteError that names the file which can't be written; what was written before is taken back
 */
export function writeAll(writes: readonly Write[]): (string | undefined)[] {
  const undo: (() => void)[] = []
  try {
    return writes.map((write) => writeOne(write, undo))
  } catch (error) {
    for (const takeBack of undo.reverse()) takeBack()
    throw error
  }
}

/** Writes a single file as a whole or not at all. */
export function writeWhole(file: string, content: string | Buffer, at: string = file): void {
  writeAll([{ file, content, at }])
}

function writeOne(
  { file, at = file, content, keepsCopy = false }: Write,
  undo: (() => void)[],
): string | undefined {
  try {
    const target = realPathOf(at)
    const isThere = existsSync(target)
    if (isThere) assertRegular(file, target)
    const before = isThere ? readFileSync(target) : undefined
    const copy = keepsCopy ? copyOf(target) : undefined
    if (copy !== undefined) undo.push(() => rmSync(copy))
    writeFileAtomic.sync(target, content)
    undo.push(() => (before === undefined ? rmSync(target) : writeFileAtomic.sync(target, before)))
    return copy
  } catch (error) {
    throw codeOf(error) === undefined ? error : writeError(file, error)
  }
}

/** Copies a file to the first free of `<file>.bak`, `<file>.bak.1`, …; an older copy is never touched. */
function copyOf(file: string): string {
  for (let number = 0; ; number += 1) {
    const copy = number === 0 ? `${file}.bak` : `${file}.bak.${number}`
    try {
      copyFileSync(file, copy, constants.COPYFILE_EXCL)
      return copy
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** Where a symbolic link leads; `undefined` for what is none. */
function linkOf(place: string): string | undefined {
  try {
    return readlinkSync(place)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return undefined
    throw error
  }
}

/** The system's name of an error; `undefined` for a fault of the program. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined
}
