import { disk } from '../disk.js'
import type { Folder } from '../folder.js'
import { assertReplaceable, createFile, keepFile, metaOf } from '../put.js'
import { stageName } from '../stage.js'
import { assertChangeable, type FileChange, inheritsGroup, type Like } from './changeable.js'
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

/** Writes the journal, with everything that is needed to apply the changes and to roll them back. */
export function prepare(tree: Tree, target: string, changes: readonly FileChange[], group?: Group): Run {
  const { name, folder } = makeRun(tree)
  const folders = new Set<string>()
  const noted = changes.map((change, index): JournalChange => {
    const { stats, present, like, missing, parent } = assertChangeable(tree, change)
    for (const each of missing) folders.add(each)
    const file = tree.at(change.path)
    if (!isEqualContent(present, change.expected)) {
      throw new TransactionError(
        `${tree.pathOf(change.path)} was changed by another program. Nothing was changed; try again.`,
      )
    }
    assertReplaceable(file)
    if (missing.length > 0) assertOwnerOfFolders(folder, parent)
    if (present !== null) keepFile(file, folder.at(nameOf('before', index)))
    if (change.content !== null) {
      const { modified, attributesOf, mode, ...meta } = metaOf(like.file, like.stats)
      const isFolder = like.stats.isDirectory()
      const isMoved = stats === undefined && change.like !== change.path && !isFolder
      createFile(folder.at(nameOf('after', index)), change.content, {
        ...meta,
        // The execute bits of a folder mean something else.
        mode: isFolder ? mode & 0o666 : mode,
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

/** Tries to give a file the owner that the new folders will get, because a change that has begun should not fail. */
function assertOwnerOfFolders(journal: Folder, { file, stats }: Like): void {
  if (inheritsGroup(stats)) return
  const { owner } = metaOf(file, stats)
  const trial = journal.at('owner')
  createFile(trial, Buffer.of(), { mode: 0o600, owner })
  disk.unlink(trial)
}

function isEqualContent(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0
}
