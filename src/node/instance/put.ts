import {
  type BigIntStats,
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** What a file is to be beside its bytes. */
export interface FileMeta {
  readonly mode: number
  readonly uid?: number
  readonly gid?: number
  /** When it was changed last, in nanoseconds. */
  readonly modified?: bigint
}

/** The file beside another one that holds its new bytes until they take its place. */
const besides = (file: string) => `${file}.theme-convert-new`

/** Puts a whole file in its place: whoever looks finds the old bytes or the new ones, also after a power cut. */
export function putFile(file: string, bytes: Uint8Array, meta: FileMeta): void {
  const draft = besides(file)
  // Left over from a run that was killed, or a link that somebody laid there.
  rmSync(draft, { force: true })
  try {
    writeSynced(draft, bytes, meta)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  syncFolder(path.dirname(file))
}

function writeSynced(file: string, bytes: Uint8Array, { mode, uid, gid, modified }: FileMeta): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(descriptor, bytes)
    const now = fstatSync(descriptor)
    if (uid !== undefined && gid !== undefined && (now.uid !== uid || now.gid !== gid)) {
      fchownSync(descriptor, uid, gid)
    }
    fchmodSync(descriptor, mode)
    if (modified !== undefined) futimesSync(descriptor, now.atimeMs / 1000, secondsOf(modified))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A time in seconds of which Node takes the right microsecond: it cuts off, so it gets a quarter of one more. */
function secondsOf(nanoseconds: bigint): number {
  return (Number(nanoseconds / 1000n) + 0.25) / 1e6
}

/** What a file is beside its bytes. */
export function metaOf({ mode, uid, gid, mtimeNs }: BigIntStats): Required<FileMeta> {
  return { mode: Number(mode) & 0o7777, uid: Number(uid), gid: Number(gid), modified: mtimeNs }
}

/** Whether two files are the same to whoever reads them or looks at them, as far as Node can make them so. */
export function isAlike(file: string, other: string): boolean {
  const [a, b] = [file, other].map((name) => lstatSync(name, { bigint: true, throwIfNoEntry: false }))
  if (!a?.isFile() || !b?.isFile()) return false
  const isSameMeta =
    a.mode === b.mode && a.uid === b.uid && a.gid === b.gid && a.mtimeNs / 1000n === b.mtimeNs / 1000n
  return isSameMeta && readFileSync(file).equals(readFileSync(other))
}

/**
 * Puts a file where another one is to be, which needs no space on the disk. Only to another file system it is
 * copied, and may stay where it was.
 */
export function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    putFile(to, readFileSync(from), metaOf(lstatSync(from, { bigint: true })))
    return
  }
  syncFolder(path.dirname(to))
}

/** Takes a file away and puts it in place of its copy; the copy stays on another file system. */
export function moveAside(file: string, copy: string): void {
  try {
    renameSync(file, copy)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    rmSync(file)
  }
  syncFolder(path.dirname(file))
}

/**
 * Gives a file a second name, where the file system can: the very file can be put back then, with all that a copy
 * of it lacks, such as nanoseconds and access lists.
 */
export function nameTwice(file: string, second: string): boolean {
  rmSync(second, { force: true })
  try {
    linkSync(file, second)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return false
  }
}

/** Takes a file away, if it is there. */
export function removeFile(file: string): void {
  rmSync(file, { force: true })
  syncFolder(path.dirname(file))
}

/** Takes away what a run that was killed left beside a file. */
export function removeDraft(file: string): void {
  const draft = besides(file)
  // A folder that is read-only complains also of files that aren't there.
  if (lstatSync(draft, { throwIfNoEntry: false }) !== undefined) rmSync(draft)
}

/** Makes sure that what a folder lists is on disk. */
export function syncFolder(folder: string): void {
  // Windows can't sync folders, and has no need to.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
