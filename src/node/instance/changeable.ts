import type { BigIntStats } from 'node:fs'
import path from 'node:path'
import {
  notAFile,
  ofOtherAccount,
  ofOtherGroup,
  type Refusal,
  readOnlyFolder,
} from '../../instance/refused-places.js'
import { codeOf, disk } from '../disk.js'
import { contentOf } from '../put.js'
import { isFailure, reasonNotWritten } from '../system-errors.js'
import { TransactionError, type Tree } from './tree.js'

/** This account can't make a change. Nothing was changed. */
export class RefusedError extends TransactionError {
  constructor(
    readonly place: string,
    readonly refusal: Refusal,
  ) {
    super(`Nothing was changed. ${place} ${refusal.why}. ${refusal.cure}`)
  }
}

/** The planned change of one file. */
export interface FileChange {
  /** The path below the data folder, with slashes. */
  readonly path: string
  /** The new bytes; `null` to delete the file. */
  readonly content: Uint8Array | null
  /** The bytes that the file must have, because the change was planned for them; `null` for no file. */
  readonly expected: Uint8Array | null
  /** The file whose owner and mode a new one gets. */
  readonly like: string
}

/** A file or folder whose owner and mode a new one gets. */
export interface Like {
  /** Its path for calls of the system. */
  readonly file: string
  /** Its path for messages. */
  readonly name: string
  readonly stats: BigIntStats
}

/** What is there before a change. */
export interface Found {
  readonly stats: BigIntStats | undefined
  /** The bytes; `null` for no file. */
  readonly present: Buffer | null
  readonly like: Like
  /** The missing folders on the path, outermost first, and the folder that they are created in. */
  readonly missing: readonly string[]
  readonly parent: Like
}

/**
 * Asserts that this account can make a change, as far as can be known without writing. Dry runs ask the same.
 *
 * @returns what is there
 * @throws TransactionError, or an error of the system
 */
export function assertChangeable(tree: Tree, change: FileChange): Found {
  const file = tree.at(change.path)
  const stats = disk.lstat(file)
  const name = tree.pathOf(change.path)
  const missing = missingFolders(tree, change.path)
  const parent = nearestFolder(tree, change.path)
  assertWritable(parent.file, parent.name)
  const present = contentOf(file)
  if (present === undefined) throw new RefusedError(name, notAFile)
  const like = stats === undefined ? likeOf(tree, change) : { file, name, stats }
  assertOwner(like)
  if (change.content !== null) assertGroup(like, tree)
  if (missing.length > 0) {
    assertOwner(parent)
    if (!inheritsGroup(parent.stats)) assertGroup(parent, tree)
  }
  return { stats, present, like, missing, parent }
}

/** @throws RefusedError for a folder in which this account can't create files */
export function assertWritable(folder: string, name: string): void {
  try {
    disk.assertWritable(folder)
  } catch (error) {
    if (codeOf(error) === undefined || isFailure(error)) throw error
    throw new RefusedError(name, readOnlyFolder(reasonNotWritten(error)))
  }
}

/** The user of this process, unless it may do everything; `undefined` on Windows, too. */
function limitedUser(): number | undefined {
  const user = process.geteuid?.()
  return user === 0 ? undefined : user
}

/** Only root can create files of another owner. */
function assertOwner({ name, stats: { uid } }: Like): void {
  const user = limitedUser()
  if (user !== undefined && BigInt(user) !== uid) throw new RefusedError(name, ofOtherAccount(uid))
}

/** Whether new files and folders get the group of their folder, by its bit S_ISGID. */
export const inheritsGroup = ({ mode }: BigIntStats) => (mode & 0o2000n) !== 0n

/** New files get the group of a file after they were created in the folder of the journals. */
function assertGroup({ name, stats: { gid } }: Like, tree: Tree): void {
  const own = process.getegid?.()
  if (limitedUser() === undefined || own === undefined) return
  const groups = [own, ...(process.getgroups?.() ?? [])].map(BigInt)
  const root = disk.stat(tree.root)
  if (root !== undefined && inheritsGroup(root)) groups.push(root.gid)
  if (!groups.includes(gid)) throw new RefusedError(name, ofOtherGroup(gid, own))
}

function likeOf(tree: Tree, { like, path: name }: FileChange): Like {
  const file = tree.at(like)
  const stats = disk.lstat(file)
  return stats === undefined ? nearestFolder(tree, name) : { file, name: tree.pathOf(like), stats }
}

/** The innermost existing folder on the path of a file. */
function nearestFolder(tree: Tree, name: string): Like {
  for (let folder = path.posix.dirname(name); folder !== '.'; folder = path.posix.dirname(folder)) {
    const file = tree.at(folder)
    const stats = disk.lstat(file)
    if (stats !== undefined) return { file, name: tree.pathOf(folder), stats }
  }
  const stats = disk.stat(tree.root)
  if (stats === undefined) throw new TransactionError(`${tree.root} is gone. Try again.`)
  return { file: tree.root, name: tree.root, stats }
}

/** The missing folders on the path of a file, outermost first. */
function missingFolders(tree: Tree, name: string): string[] {
  const parts = name.split('/').slice(0, -1)
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('/'))
    .filter((folder) => disk.lstat(tree.at(folder)) === undefined)
}
