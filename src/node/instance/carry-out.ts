import path from 'node:path'
import { codeOf, disk } from '../disk.js'
import { journalsFolder } from '../own-files.js'
import { contentOf, createFile, isAlike, isSame, metaOf, nameFree, nameTwice } from '../put.js'
import { hashOf } from './hash.js'
import { type JournalChange, nameOf, type Run } from './journal.js'
import { TransactionError, type Tree } from './tree.js'

/** Applies the changes of a run; files that have their new content stay. */
export function carryOut(tree: Tree, run: Run): void {
  const { changes, folders } = run.journal
  for (const name of folders) makeFolder(tree, name)
  for (const [index, { path: name, before, after }] of changes.entries()) {
    const places = placesOf(tree, run, index, name)
    const { file, kept, aside, draft } = places
    if (hashOf(contentOf(file)) === after) continue
    if (after === null) takeAway(file, kept, aside)
    else {
      const copy = run.folder.at(nameOf('after', index))
      if (hashOf(contentOf(copy)) !== after) throw damaged(run, 'after', index)
      if (before !== null) moveFile(copy, file, draft, aside)
      else if (!moveFree(copy, file, draft)) throw touched(name)
    }
    tree.sync(name)
    assertUntouched(name, oldOf(places), before)
  }
  // Another program may have an old file open and still write into it.
  for (const [index, { path: name, before }] of changes.entries()) {
    assertUntouched(name, oldOf(namesOf(tree, run, index, name)), before)
  }
}

/** The old files that a run keeps beside the new ones until it is done. */
export function asidesOf(tree: Tree, run: Run): string[] {
  return [...run.journal.changes.entries()]
    .map(([index, { path: name }]) => namesOf(tree, run, index, name).aside)
    .filter((aside) => disk.lstat(aside) !== undefined)
}

/**
 * Restores every file. Files that are restored already stay, and so do files that another program wrote.
 *
 * @param begun is called after each change of a file
 * @returns messages about single files
 */
export function putBack(tree: Tree, run: Run, begun = () => {}): string[] {
  const notes: string[] = []
  for (const [index, change] of [...pendingOf(run)].reverse()) {
    const { path: name, before } = change
    const places = placesOf(tree, run, index, name)
    const { file, draft } = places
    const old = oldOf(places)
    if (isForeign(tree, run, index, change)) {
      notes.push(`${name} was written by another program in the meantime and was not changed.`)
      continue
    }
    if (before !== null && hashOf(contentOf(old)) !== before) {
      notes.push(`${name} was written by another program in the meantime; its latest content was restored.`)
    }
    const isBack = before === null ? disk.lstat(file) === undefined : isAlike(file, old)
    if (isBack) {
      if (old === places.aside) disk.unlink(old)
      continue
    }
    if (before === null) disk.unlink(file)
    else moveFile(old, file, draft)
    begun()
    tree.sync(name)
  }
  for (const name of [...run.journal.folders].reverse()) tree.removeIfEmpty(name)
  return notes
}

/** The changes that are not rolled back yet. A restored file has no copy in the journal any more. */
export function* pendingOf({ folder, journal }: Run): Iterable<[number, JournalChange]> {
  for (const [index, change] of journal.changes.entries()) {
    if (change.before === null || disk.lstat(folder.at(nameOf('before', index)))) yield [index, change]
  }
}

/** @throws TransactionError where another program changed a file, before any is written */
export function assertKnown(tree: Tree, run: Run, changes: Iterable<[number, JournalChange]>): void {
  const foreign = [...changes].filter(([index, change]) => isForeign(tree, run, index, change))
  if (foreign.length === 0) return
  const names = foreign.map(([, change]) => change.path).join(', ')
  throw new TransactionError(
    `${names} changed since then. Nothing was changed. To continue, move it out of ${tree.root} first; the old files are in ${tree.pathOf(journalsFolder)}.`,
  )
}

/** Whether a file has neither its old nor its new content. A missing file doesn't count: nothing of it can be lost. */
function isForeign(
  tree: Tree,
  run: Run,
  index: number,
  { path: name, before, after }: JournalChange,
): boolean {
  const places = namesOf(tree, run, index, name)
  const { file } = places
  const content = contentOf(file)
  if (content === null) return false
  const hash = hashOf(content)
  if (hash !== undefined && (hash === before || hash === after)) return false
  // Until the run is done, the kept copy may be the same file, which then has the other program's changes.
  return run.state === 'done' || !isSame(disk.lstat(file), disk.lstat(oldOf(places)))
}

/** @throws TransactionError where the journal lacks an old file */
export function assertKept(run: Run): void {
  for (const [index, { before }] of run.journal.changes.entries()) {
    const kept = contentOf(run.folder.at(nameOf('before', index)))
    if (before !== null && !kept) throw damaged(run, 'before', index)
  }
}

const damaged = ({ folder }: Run, side: 'before' | 'after', index: number) =>
  new TransactionError(`The copy ${path.join(folder.path, nameOf(side, index))} is damaged.`)

const touched = (name: string) =>
  new TransactionError(`Another program wrote ${name} in the meantime; that file was kept.`)

/** @throws TransactionError where another program changed the old file meanwhile: its changes would be lost */
function assertUntouched(name: string, kept: string, before: string | null): void {
  if (before !== null && hashOf(contentOf(kept)) !== before) throw touched(name)
}

/**
 * The names that the change of a file uses. `kept` is the old file in the journal, or a copy of it where the journal is on
 * another disk: then the old file itself is `aside` until the run is done, so that a rollback needs no disk space.
 * `draft` is the new file while it is copied.
 */
function namesOf(tree: Tree, run: Run, index: number, name: string) {
  const { draft = `${path.posix.basename(name)}.theme-convert-new` } = run.journal
  const beside = path.posix.join(path.posix.dirname(name), draft)
  const kept = run.folder.at(nameOf('before', index))
  return { file: tree.at(name), kept, aside: tree.at(`${beside}-${index}`), draft: tree.at(beside) }
}

/** The same names, without what an interrupted run left there. */
function placesOf(tree: Tree, run: Run, index: number, name: string) {
  const places = namesOf(tree, run, index, name)
  const { kept, draft } = places
  if (disk.lstat(draft) !== undefined) disk.unlink(draft)
  settle(lastOf(kept), kept)
  return places
}

/** The old file, else the copy of it. */
function oldOf({ aside, kept }: { readonly aside: string; readonly kept: string }): string {
  return disk.lstat(aside) === undefined ? kept : aside
}

const lastOf = (kept: string) => `${kept}.last`

/** Removes a file. Where another program replaced it in the last moment, that file is kept instead. */
function takeAway(file: string, kept: string, aside: string): void {
  const last = lastOf(kept)
  try {
    disk.rename(file, last)
  } catch (error) {
    // The message names the file, not its new name in the journal.
    if (codeOf(error) !== 'EXDEV') throw Object.assign(error as Error, { dest: undefined })
    disk.rename(file, aside)
  }
  settle(last, kept)
}

function settle(last: string, kept: string): void {
  const stats = disk.lstat(last)
  if (stats === undefined) return
  // Renaming a file to another of its names does nothing.
  if (isSame(stats, disk.lstat(kept))) disk.unlink(last)
  else disk.rename(last, kept)
}

/**
 * Replaces a file by another one. A rename needs no disk space; from another file system the file is copied, and the
 * original stays.
 *
 * @param aside in that case, a second name for the replaced file, where the file system has hard links
 */
function moveFile(from: string, to: string, draft: string, aside?: string): void {
  try {
    disk.rename(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    withCopy(draft, from, () => {
      if (aside !== undefined) {
        if (disk.lstat(aside) !== undefined) disk.unlink(aside)
        nameTwice(to, aside)
      }
      disk.rename(draft, to)
    })
  }
}

/** Moves a file to a free name. @returns whether the name was free */
function moveFree(from: string, to: string, draft: string): boolean {
  try {
    return nameFree(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    return withCopy(draft, from, () => nameFree(draft, to))
  }
}

/** Works with a copy of a file, and removes the copy if it is still there. */
function withCopy<Result>(draft: string, from: string, work: () => Result): Result {
  try {
    const stats = disk.lstat(from)
    const bytes = contentOf(from)
    if (stats && bytes) createFile(draft, bytes, metaOf(from, stats))
    return work()
  } finally {
    if (disk.lstat(draft) !== undefined) disk.unlink(draft)
  }
}

/** Creates a folder with the owner and mode of its parent. */
function makeFolder(tree: Tree, name: string): void {
  const parent = tree.parentOf(name)
  if (parent === undefined) throw new TransactionError(`${tree.pathOf(name)} can't be created. Try again.`)
  const base = path.posix.basename(name)
  if (tree.folder(name) === undefined) disk.makeFolder(parent.at(base), 0o700)
  tree.folder(name)?.takeOwnerAndMode(parent)
  parent.sync()
}
