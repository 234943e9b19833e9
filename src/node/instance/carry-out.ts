import path from 'node:path'
import { codeOf, disk } from '../disk.js'
import { contentOf, createFile, isAlike, isSame, metaOf, nameFree, nameTwice } from '../put.js'
import { hashOf } from './hash.js'
import { type JournalChange, journalsFolder, nameOf, type Run } from './journal.js'
import { TransactionError, type Tree } from './tree.js'

/** Takes every file to what it becomes; what is so already stays. */
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
  // What is still open somewhere can be written into although it has no name any more.
  for (const [index, { path: name, before }] of changes.entries()) {
    assertUntouched(name, oldOf(namesOf(tree, run, index, name)), before)
  }
}

/** What a run kept beside the files, and has no use for once it is done. */
export function asidesOf(tree: Tree, run: Run): string[] {
  return [...run.journal.changes.entries()]
    .map(([index, { path: name }]) => namesOf(tree, run, index, name).aside)
    .filter((aside) => disk.look(aside) !== undefined)
}

/**
 * Takes every file to what it was; files in that state already stay, and so do files that another program wrote.
 *
 * @param begun is called once a file is another one
 * @returns findings about single files
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
    const isBack = before === null ? disk.look(file) === undefined : isAlike(file, old)
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

/** The changes that were not taken back yet: what has nothing from before any more is back already. */
export function* pendingOf({ folder, journal }: Run): Iterable<[number, JournalChange]> {
  for (const [index, change] of journal.changes.entries()) {
    if (change.before === null || disk.look(folder.at(nameOf('before', index)))) yield [index, change]
  }
}

/** Makes sure that no file was changed by anybody else, before one is touched. */
export function assertKnown(tree: Tree, run: Run, changes: Iterable<[number, JournalChange]>): void {
  const foreign = [...changes].filter(([index, change]) => isForeign(tree, run, index, change))
  if (foreign.length === 0) return
  const names = foreign.map(([, change]) => change.path).join(', ')
  throw new TransactionError(
    `${names} changed since then. Nothing was changed. To continue, move it out of ${tree.root} first; the old files are in ${tree.pathOf(journalsFolder)}.`,
  )
}

/** Whether a file is neither what it was nor what it becomes. One that is gone has nothing to lose. */
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
  // Before the changes are made, the kept copy has what another program writes into a file too.
  return run.state === 'done' || !isSame(disk.look(file), disk.look(oldOf(places)))
}

/** Makes sure that there is every file from before. */
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

/** Changes by another program while this ran would be lost. */
function assertUntouched(name: string, kept: string, before: string | null): void {
  if (before !== null && hashOf(contentOf(kept)) !== before) throw touched(name)
}

/**
 * Where a file is and what it was: `kept` in the journal, which is a copy when that is on another disk; so that taking
 * it back needs no space, the file itself is `aside` then until the run is done. `draft` is beside it while it is
 * copied.
 */
function namesOf(tree: Tree, run: Run, index: number, name: string) {
  const { draft = `${path.posix.basename(name)}.theme-convert-new` } = run.journal
  const beside = path.posix.join(path.posix.dirname(name), draft)
  const kept = run.folder.at(nameOf('before', index))
  return { file: tree.at(name), kept, aside: tree.at(`${beside}-${index}`), draft: tree.at(beside) }
}

/** The same, without what killed runs left there. */
function placesOf(tree: Tree, run: Run, index: number, name: string) {
  const places = namesOf(tree, run, index, name)
  const { kept, draft } = places
  if (disk.look(draft) !== undefined) disk.unlink(draft)
  settle(lastOf(kept), kept)
  return places
}

/** The file from before, or else the copy of it. */
function oldOf({ aside, kept }: { readonly aside: string; readonly kept: string }): string {
  return disk.look(aside) === undefined ? kept : aside
}

const lastOf = (kept: string) => `${kept}.last`

/** Removes a file. A file that another program put under its name in the last moment is kept instead. */
function takeAway(file: string, kept: string, aside: string): void {
  const last = lastOf(kept)
  try {
    disk.rename(file, last)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    disk.rename(file, aside)
  }
  settle(last, kept)
}

function settle(last: string, kept: string): void {
  const stats = disk.look(last)
  if (stats === undefined) return
  // Renaming a file to another of its names does nothing.
  if (isSame(stats, disk.look(kept))) disk.unlink(last)
  else disk.rename(last, kept)
}

/**
 * Puts a file where another one is, which needs no space on the disk. Only to another file system it is copied, and
 * stays where it was.
 *
 * @param aside the name that what was there gets in that case, where the file system can give it one
 */
function moveFile(from: string, to: string, draft: string, aside?: string): void {
  try {
    disk.rename(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    withCopy(draft, from, () => {
      if (aside !== undefined) {
        if (disk.look(aside) !== undefined) disk.unlink(aside)
        nameTwice(to, aside)
      }
      disk.rename(draft, to)
    })
  }
}

/** Puts a file where none is. @returns whether there was none */
function moveFree(from: string, to: string, draft: string): boolean {
  try {
    return nameFree(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    return withCopy(draft, from, () => nameFree(draft, to))
  }
}

/** Does something with a copy of a file, and leaves no copy behind. */
function withCopy<Result>(draft: string, from: string, work: () => Result): Result {
  try {
    const stats = disk.look(from)
    const bytes = contentOf(from)
    if (stats && bytes) createFile(draft, bytes, metaOf(from, stats))
    return work()
  } finally {
    if (disk.look(draft) !== undefined) disk.unlink(draft)
  }
}

/** Makes a folder with the owner and mode of the one around it. */
function makeFolder(tree: Tree, name: string): void {
  const around = tree.around(name)
  if (around === undefined) throw new TransactionError(`${tree.pathOf(name)} can't be created. Try again.`)
  const base = path.posix.basename(name)
  if (tree.folder(name) === undefined) disk.makeFolder(around.at(base), 0o700)
  tree.folder(name)?.belongLike(around)
  around.sync()
}
