import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import { carryAttributes } from './attributes.js'
import { assertRefusal, codeOf, disk, systemError } from './disk.js'
import { withNames } from './folder.js'
import { giveOwner, type Owner } from './owner.js'
import { isWindows } from './windows.js'

/** Undefined on Windows. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL } = constants

/** What a new file gets beside its bytes. */
export interface FileMeta {
  readonly mode: number
  /** The owner and group, and the file that has them. */
  readonly owner?: Owner
  /** The time of the last change, in nanoseconds. */
  readonly modified?: bigint
  /** The file whose extended attributes and access list it gets. */
  readonly attributesOf?: string
}

/** What a file has beside its bytes. */
export function metaOf(file: string, { mode, uid, gid, mtimeNs }: BigIntStats): Required<FileMeta> {
  return {
    mode: Number(mode) & 0o7777,
    owner: { uid: Number(uid), gid: Number(gid), ownerOf: withNames(file) },
    modified: mtimeNs,
    attributesOf: file,
  }
}

/**
 * Creates a file with all its bytes on disk. Owner, mode and the like are set through its descriptor, so that no other
 * file can take its name meanwhile.
 *
 * @param meta what it gets beside its bytes; the defaults of the system unless given
 */
export function createFile(file: string, bytes: Uint8Array, meta?: FileMeta): void {
  const mode = meta === undefined ? 0o666 : 0o600
  const descriptor = disk.open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode)
  try {
    writeBytes(descriptor, bytes)
    if (meta !== undefined) setMeta(descriptor, meta)
    disk.sync(descriptor)
  } catch (error) {
    // An error of a call with a descriptor has no path.
    if (codeOf(error) !== undefined && !Object.hasOwn(error as object, 'path'))
      Object.assign(error as object, { path: withNames(file) })
    throw error
  } finally {
    disk.close(descriptor)
  }
}

/** Writes every byte: on a disk that is nearly full, one call may write only some of them. */
function writeBytes(descriptor: number, bytes: Uint8Array): void {
  for (let rest = bytes; rest.length > 0; ) {
    const count = disk.write(descriptor, rest)
    if (count === 0) throw systemError('ENOSPC', 'write', 'ENOSPC: nothing more can be written, write')
    rest = rest.subarray(count)
  }
}

function setMeta(descriptor: number, { mode, owner, modified, attributesOf }: FileMeta): void {
  const { atimeMs } = disk.fstat(descriptor)
  if (owner !== undefined) giveOwner(descriptor, owner)
  if (attributesOf !== undefined) withFile(attributesOf, (from) => carryAttributes(from, descriptor))
  disk.setMode(descriptor, mode)
  if (modified !== undefined) disk.setTimes(descriptor, Number(atimeMs) / 1000, secondsOf(modified))
}

/** The nearest number of seconds; Node before 24 cuts it to whole microseconds, which has to give the same microsecond. */
function secondsOf(nanoseconds: bigint): number {
  const seconds = Number(nanoseconds / 1_000_000_000n)
  const rest = Number(nanoseconds % 1_000_000_000n)
  const nearest = seconds + rest / 1e9
  const microseconds = Math.floor(rest / 1000)
  const isCutRight = Math.floor((nearest - seconds) * 1e6) === microseconds
  return isCutRight ? nearest : seconds + (microseconds + 0.25) / 1e6
}

/** Opens a file for reading. A link that was put there meanwhile is refused, and a pipe doesn't block. */
function withFile<Result>(file: string, work: (descriptor: number) => Result): Result {
  const descriptor = disk.open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    return work(descriptor)
  } finally {
    disk.close(descriptor)
  }
}

/** The largest file that Node reads at once. */
const MAX_BYTES = 2n ** 31n - 1n

/** A file is too large to be read. */
export class TooLargeError extends Error {}

/**
 * The bytes of a file; `null` where nothing is there, `undefined` for anything but a file, such as a pipe.
 *
 * @throws TooLargeError for a file of 2 GiB or more
 */
export function contentOf(file: string): Buffer | null | undefined {
  const stats = disk.lstat(file)
  if (stats === undefined) return null
  if (!stats.isFile()) return undefined
  return withFile(file, (descriptor) => {
    const { size } = disk.fstat(descriptor)
    if (size > MAX_BYTES) {
      throw new TooLargeError(
        `it has ${(Number(size) / 2 ** 30).toFixed(1)} GiB; files of 2 GiB or more can't be read`,
      )
    }
    return disk.read(descriptor)
  })
}

/** Whether two files are the same one, by inode. */
export function isSame(a: BigIntStats | undefined, b: BigIntStats | undefined): boolean {
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

/** Whether two files have the same content, mode, owner and times, as far as Node can set them. */
export function isAlike(file: string, other: string): boolean {
  const [a, b] = [disk.lstat(file), disk.lstat(other)]
  if (!a?.isFile() || !b?.isFile()) return false
  const isSameMeta =
    a.mode === b.mode && a.uid === b.uid && a.gid === b.gid && a.mtimeNs / 1000n === b.mtimeNs / 1000n
  return isSameMeta && disk.read(file).equals(disk.read(other))
}

/**
 * Gives a file a second name (a hard link). Unlike a copy, it keeps everything, such as nanoseconds, and what is written
 * into the file later.
 *
 * @returns whether the file system could
 */
export function nameTwice(file: string, second: string): boolean {
  try {
    disk.link(file, second)
    return true
  } catch (error) {
    assertRefusal(error)
    return false
  }
}

/**
 * Asserts that a file can be replaced, before it gets a second name: Windows refuses to rename and to remove every name
 * of a file that another program has open, so the second name could not be removed again either.
 *
 * @throws the error of the system; `EREADONLY`, a code of its own, for a read-only file
 */
export function assertReplaceable(file: string): void {
  const stats = isWindows() ? disk.lstat(file) : undefined
  if (stats === undefined) return
  // Some releases of Windows and Node replace it nevertheless, others also drop the attribute and then fail.
  if ((stats.mode & 0o200n) === 0n)
    throw systemError('EREADONLY', 'rename', 'EREADONLY: read-only file', { path: file })
  // A file that gets its own name doesn't change, but has to be one that can be renamed.
  disk.rename(file, file)
}

/** Keeps a file under a second name, else a copy of it, synced to disk. */
export function keepFile(file: string, second: string): void {
  if (nameTwice(file, second)) {
    // The program that wrote it may not have synced it. Windows syncs only what is open for writing.
    if (!isWindows()) withFile(second, disk.sync)
    return
  }
  const stats = disk.lstat(file)
  const bytes = contentOf(file)
  if (stats && bytes) createFile(second, bytes, metaOf(file, stats))
}

/**
 * Moves a complete file to a free name.
 *
 * @returns whether the name was free; without hard links another program can still take it in the last moment
 */
export function nameFree(from: string, to: string): boolean {
  try {
    disk.link(from, to)
    return true
  } catch (error) {
    assertRefusal(error)
    if (codeOf(error) === 'EEXIST' || disk.lstat(to) !== undefined) return false
  }
  disk.rename(from, to)
  return true
}
