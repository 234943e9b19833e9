import type { BigIntStats } from 'node:fs'
import path from 'node:path'
import { disk } from '../disk.js'
import type { Folder } from '../folder.js'
import { assertReplaceable, contentOf, createFile, keepFile, metaOf } from '../put.js'
import { stageName } from '../stage.js'
import { hashOf } from './hash.js'
import {
  type Group,
  type Journal,
  type JournalChange,
  makeRun,
  nameOf,
  type Run,
  startRun,
} from './journal.js'
import { TransactionError, type Tree } from './tree.js'

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

/** Writes the journal, with everything that is needed to apply the changes and to roll them back. */
export function prepare(tree: Tree, target: string, changes: readonly FileChange[], group?: Group): Run {
  const { name, folder } = makeRun(tree)
  const folders = new Set<string>()
  const noted = changes.map((change, index): JournalChange => {
    const missing = missingFolders(tree, change.path)
    for (const each of missing) folders.add(each)
    const file = tree.at(change.path)
    const stats = disk.lstat(file)
    const present = contentOf(file)
    if (present === undefined || !isEqualContent(present, change.expected)) {
      throw new TransactionError(
        `${tree.pathOf(change.path)} was changed by another program. Nothing was changed; try again.`,
      )
    }
    const parent = missing.length > 0 ? nearestFolder(tree, change.path) : undefined
    const { file: likeFile, stats: like } = stats === undefined ? likeOf(tree, change) : { file, stats }
    assertOwner(tree.pathOf(change.path), like)
    assertReplaceable(file)
    if (parent !== undefined) assertOwnerOfFolders(folder, parent)
    if (present !== null) keepFile(file, folder.at(nameOf('before', index)))
    if (change.content !== null) {
      const { modified, attributesOf, mode, ...meta } = metaOf(likeFile, like)
      const isMoved = stats === undefined && change.like !== change.path && !like.isDirectory()
      createFile(folder.at(nameOf('after', index)), change.content, {
        ...meta,
        // The execute bits of a folder mean something else.
        mode: like.isDirectory() ? mode & 0o666 : mode,
        ...(isMoved && { modified }),
        ...((isMoved || stats !== undefined) && { attributesOf }),
      })
    }
    return { path: change.path, before: hashOf(present), after: hashOf(change.content) }
  })
  const journal: Journal = {
    version: 1,
    target,
    changes: noted,
    folders: [...folders],
    draft: stageName(),
    ...(group !== undefined && { group }),
  }
  return startRun(name, folder, journal)
}

/** Only root can create files of another owner. */
function assertOwner(file: string, { uid }: BigIntStats): void {
  const self = process.getuid?.()
  if (self === undefined || self === 0 || BigInt(self) === uid) return
  throw new TransactionError(
    `${file} belongs to another account (${uid}). Run the command as that account or as root, so that the server can still read its files.`,
  )
}

/** Folders that inherit their group. */
const S_ISGID = 0o2000n

/** Tries to give a file the owner that the new folders will get, because a change that has begun should not fail. */
function assertOwnerOfFolders(journal: Folder, { file, stats }: Like): void {
  if ((stats.mode & S_ISGID) !== 0n) return
  const { owner } = metaOf(file, stats)
  const trial = journal.at('owner')
  createFile(trial, Buffer.of(), { mode: 0o600, owner })
  disk.unlink(trial)
}

/** A file or folder whose owner and mode a new one gets. */
interface Like {
  readonly file: string
  readonly stats: BigIntStats
}

function likeOf(tree: Tree, { like, path: name }: FileChange): Like {
  const file = tree.at(like)
  const stats = disk.lstat(file)
  return stats === undefined ? nearestFolder(tree, name) : { file, stats }
}

/** The innermost existing folder on the path of a file. */
function nearestFolder(tree: Tree, name: string): Like {
  for (let folder = path.posix.dirname(name); folder !== '.'; folder = path.posix.dirname(folder)) {
    const file = tree.at(folder)
    const stats = disk.lstat(file)
    if (stats !== undefined) return { file, stats }
  }
  const stats = disk.stat(tree.root)
  if (stats === undefined) throw new TransactionError(`${tree.root} is gone. Try again.`)
  return { file: tree.root, stats }
}

/** The missing folders on the path of a file, outermost first. */
function missingFolders(tree: Tree, name: string): string[] {
  const parts = name.split('/').slice(0, -1)
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('/'))
    .filter((folder) => disk.lstat(tree.at(folder)) === undefined)
}

function isEqualContent(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0
}
