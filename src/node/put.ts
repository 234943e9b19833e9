import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import { carryAttributes } from './attributes.js'
import { assertRefusal, codeOf, disk } from './disk.js'
import { withNames } from './folder.js'
import { isWindows } from './windows.js'

/** Windows has none of these. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL } = constants

/** What a file is to be beside its bytes. */
export interface FileMeta {
  readonly mode: number
  readonly uid?: number
  readonly gid?: number
  /** When it was changed last, in nanoseconds. */
  readonly modified?: bigint
  /** The file whose extended attributes and access list it gets. */
  readonly attributesOf?: string
}

/** What a file is beside its bytes. */
export function metaOf(file: string, { mode, uid, gid, mtimeNs }: BigIntStats): Required<FileMeta> {
  return {
    mode: Number(mode) & 0o7777,
    uid: Number(uid),
    gid: Number(gid),
    modified: mtimeNs,
    attributesOf: file,
  }
}

/**
 * Makes a file that isn't there yet, and puts it on disk with all its bytes. Whatever it is to be beside them goes
 * through its descriptor, so that no other file can take its name.
 *
 * @param meta what it is to be; unless given, what any new file in its folder is
 */
export function createFile(file: string, bytes: Uint8Array, meta?: FileMeta): void {
  const mode = meta === undefined ? 0o666 : 0o600
  const descriptor = disk.open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode)
  try {
    writeBytes(descriptor, bytes)
    if (meta !== undefined) setMeta(descriptor, meta)
    disk.sync(descriptor)
  } catch (error) {
    // The system doesn't say which file a descriptor is of.
    if (codeOf(error) !== undefined && !Object.hasOwn(error as object, 'path'))
      Object.assign(error as object, { path: withNames(file) })
    throw error
  } finally {
    disk.close(descriptor)
  }
}

/** Writes every byte: the system may take a part of them, as it does on a disk that is nearly full. */
function writeBytes(descriptor: number, bytes: Uint8Array): void {
  for (let rest = bytes; rest.length > 0; ) {
    const count = disk.write(descriptor, rest)
    if (count === 0) {
      throw Object.assign(new Error('ENOSPC: nothing more can be written, write'), {
        code: 'ENOSPC',
        syscall: 'write',
      })
    }
    rest = rest.subarray(count)
  }
}

function setMeta(descriptor: number, { mode, uid, gid, modified, attributesOf }: FileMeta): void {
  const now = disk.stats(descriptor)
  if (uid !== undefined && gid !== undefined && (Number(now.uid) !== uid || Number(now.gid) !== gid)) {
    disk.setOwner(descriptor, uid, gid)
  }
  if (attributesOf !== undefined) withFile(attributesOf, (from) => carryAttributes(from, descriptor))
  disk.setMode(descriptor, mode)
  if (modified !== undefined) disk.setTimes(descriptor, Number(now.atimeMs) / 1000, secondsOf(modified))
}

/** A time in seconds of which Node takes the right microsecond: it cuts off, so it gets a quarter of one more. */
function secondsOf(nanoseconds: bigint): number {
  return (Number(nanoseconds / 1000n) + 0.25) / 1e6
}

/** Opens a file for reading; a link or a pipe put there meanwhile doesn't block. */
function withFile<Result>(file: string, work: (descriptor: number) => Result): Result {
  const descriptor = disk.open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    return work(descriptor)
  } finally {
    disk.close(descriptor)
  }
}

/** More than Node reads at once. */
const MAX_BYTES = 2n ** 31n - 1n

/** A file that is too large to be looked at. */
export class TooLargeError extends Error {}

/**
 * The bytes of a file, `null` for nothing there, `undefined` for what is no file: a pipe would keep readers waiting.
 *
 * @throws TooLargeError for a file of 2 GiB or more
 */
export function contentOf(file: string): Buffer | null | undefined {
  const stats = disk.look(file)
  if (stats === undefined) return null
  if (!stats.isFile()) return undefined
  return withFile(file, (descriptor) => {
    const { size } = disk.stats(descriptor)
    if (size > MAX_BYTES) {
      throw new TooLargeError(
        `it has ${(Number(size) / 2 ** 30).toFixed(1)} GiB; files of 2 GiB or more can't be read`,
      )
    }
    return disk.read(descriptor)
  })
}

/** Whether two names are of the very same file. */
export function isSame(a: BigIntStats | undefined, b: BigIntStats | undefined): boolean {
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

/** Whether two files have the same content, mode, owner and times, as far as Node can set them. */
export function isAlike(file: string, other: string): boolean {
  const [a, b] = [disk.look(file), disk.look(other)]
  if (!a?.isFile() || !b?.isFile()) return false
  const isSameMeta =
    a.mode === b.mode && a.uid === b.uid && a.gid === b.gid && a.mtimeNs / 1000n === b.mtimeNs / 1000n
  return isSameMeta && disk.read(file).equals(disk.read(other))
}

/**
 * Gives a file a second name, where the file system can: the very file can be put back then, with all that a copy
 * of it lacks, such as nanoseconds, and with what is written into it later.
 *
 * @returns whether it could
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

/** Keeps a file under a second name, or a copy of it that is on disk. */
export function keepFile(file: string, second: string): void {
  if (nameTwice(file, second)) {
    // The program that wrote it may not have synced it. Windows syncs only what is open for writing.
    if (!isWindows()) withFile(second, disk.sync)
    return
  }
  const stats = disk.look(file)
  const bytes = contentOf(file)
  if (stats && bytes) createFile(second, bytes, metaOf(file, stats))
}

/**
 * Gives a complete file a free name.
 *
 * @returns whether it was free; without hard links another program can still take it in the last moment
 */
export function nameFree(from: string, to: string): boolean {
  try {
    disk.link(from, to)
    return true
  } catch (error) {
    assertRefusal(error)
    if (codeOf(error) === 'EEXIST' || disk.look(to) !== undefined) return false
  }
  disk.rename(from, to)
  return true
}
