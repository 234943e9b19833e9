import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  openSync,
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
  /** When it was changed last, in milliseconds. */
  readonly modified?: number
}

/** The file beside another one that holds its new bytes until they take its place. */
const besides = (file: string) => `${file}.theme-convert-new`

/** Puts a whole file in its place: whoever looks finds the old bytes or the new ones, also after a power cut. */
export function putFile(file: string, bytes: Uint8Array, { mode, uid, gid, modified }: FileMeta): void {
  const draft = besides(file)
  // Left over from a run that was killed, or a link that somebody laid there.
  rmSync(draft, { force: true })
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(descriptor, bytes)
    const now = fstatSync(descriptor)
    if (uid !== undefined && gid !== undefined && (now.uid !== uid || now.gid !== gid)) {
      fchownSync(descriptor, uid, gid)
    }
    fchmodSync(descriptor, mode)
    if (modified !== undefined) futimesSync(descriptor, now.atimeMs / 1000, modified / 1000)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
  syncFolder(path.dirname(file))
}

/** Takes a file away, if it is there. */
export function removeFile(file: string): void {
  rmSync(besides(file), { force: true })
  rmSync(file, { force: true })
  syncFolder(path.dirname(file))
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
