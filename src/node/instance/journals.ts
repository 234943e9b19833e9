import { assertRefusal, codeOf, disk } from '../disk.js'
import { TooLargeError } from '../put.js'
import { reasonNotWritten, sentencesOf } from '../system-errors.js'
import { isWindows } from '../windows.js'
import { asidesOf } from './carry-out.js'
import { journalsFolder, latestRun, openJournals, type Run, unstartedRuns } from './journal.js'
import { takeLock } from './lock.js'
import { TransactionError, Tree } from './tree.js'

/** What became of a transaction that did what it was to do. */
export interface Settled<Result> {
  readonly result: Result
  /** Findings: files that can't be removed, or were written meanwhile. */
  readonly problems: readonly string[]
}

/** The call that takes a migration back, to be pasted into a shell. */
export function rollbackCommand(folder: string): string {
  return `theme-convert migrate --rollback ${folderInShell(folder)}`
}

/** A file or folder as the argument of a call, to be pasted into a shell. */
export function folderInShell(folder: string): string {
  return wordInShell(folder.startsWith('-') ? `./${folder}` : folder)
}

/** A word of a call, to be pasted into a shell. */
export const wordInShell = (word: string): string => quotedFor(word, isWindows())

/** A name as shells take it. Those of Windows have only double quotes in common, which no name there has in it. */
function quotedFor(name: string, isForWindows: boolean): string {
  if (isForWindows) return /^[\w./:\\@+=-]+$/.test(name) ? name : `"${name}"`
  return /^[\w./:@%+=,-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
}

/** Looks into a folder. */
export function inTree<Result>(root: string, work: (tree: Tree) => Result): Result {
  const tree = new Tree(root)
  try {
    return work(tree)
  } finally {
    tree.close()
  }
}

/** What is done in each of several folders, beside the work in all of them. */
interface EachFolder {
  /** Begins in a folder, before the next one is looked at: the journal of the first leads to all others. */
  readonly begin?: (tree: Tree) => void
  /** Ends in a folder when those after it are tidied up. */
  readonly end?: (tree: Tree) => readonly string[]
  /** Leaves a folder because something in it or those after it went wrong. */
  readonly leave?: (tree: Tree) => void
}

/** Works on the journals of several folders, alone in all of them, and tidies up afterwards. */
export function inAllJournals<Result>(
  roots: readonly string[],
  work: (trees: readonly Tree[], problems: string[]) => Result,
  { begin, end, leave }: EachFolder = {},
): Settled<Result> {
  const opened: Tree[] = []
  const all: string[] = []
  const open = ([root, ...rest]: readonly string[]): Result => {
    if (root === undefined) return work(opened, all)
    const { result, problems } = inJournals(root, (tree) => {
      opened.push(tree)
      try {
        begin?.(tree)
        const inner = open(rest)
        all.push(...(end?.(tree) ?? []))
        return inner
      } catch (error) {
        leave?.(tree)
        throw error
      }
    })
    all.push(...problems)
    return result
  }
  return { result: open(roots), problems: all }
}

/** Works on the journals of a data folder, alone, and tidies up afterwards. */
function inJournals<Result>(root: string, work: (tree: Tree) => Result): Settled<Result> {
  return inTree(root, (tree) => {
    const problems: string[] = []
    let unlock: (() => void) | undefined
    const tidyUp = () => {
      problems.push(
        ...attempt(tree, () => {
          if (unlock !== undefined) removeUnstarted(tree)
        }),
        ...attempt(tree, () => unlock?.()),
        ...attempt(tree, () => tree.removeIfEmpty(journalsFolder)),
      )
    }
    try {
      const journals = makeJournals(tree)
      unlock = takeLock(journals)
      // Of runs that were killed before they did anything, or when all was done.
      removeUnstarted(tree)
      const latest = latestRun(tree)
      if (latest?.state === 'done') removeAsides(tree, latest)
      const result = work(tree)
      tidyUp()
      return { result, problems }
    } catch (error) {
      // First what is left of the run, which decides what is said.
      const said = refusedBy(tree, error)
      tidyUp()
      if (problems.length > 0 && said instanceof TransactionError) {
        throw new TransactionError(`${said.message} ${problems.join(' ')}`, { cause: error })
      }
      throw said
    }
  })
}

/** Tries to leave nothing behind; says what can't be removed. */
export function attempt(tree: Tree, work: () => void): string[] {
  try {
    work()
    return []
  } catch (error) {
    assertRefusal(error)
    return [
      `${tree.pathOf(journalsFolder)} can't be cleaned up: ${reasonNotWritten(error)} The next --apply or --rollback does that.`,
    ]
  }
}

function removeUnstarted(tree: Tree): void {
  for (const name of unstartedRuns(tree)) tree.remove(name)
}

/** Removes what a run kept beside the files. */
export function removeAsides(tree: Tree, run: Run): void {
  for (const file of asidesOf(tree, run)) disk.unlink(file)
}

/** What the system refused, in words that say what is left of the run. */
function refusedBy(tree: Tree, error: unknown): unknown {
  if (codeOf(error) === undefined && !(error instanceof TooLargeError)) return error
  const state = latestRun(tree)?.state ?? 'done'
  const said =
    state === 'done'
      ? `Nothing was changed. ${sentencesOf(error)}`
      : `Not finished. ${sentencesOf(error)} Then run: ${rollbackCommand(tree.root)}`
  return new TransactionError(said, { cause: error })
}

function makeJournals(tree: Tree) {
  const found = openJournals(tree)
  if (found !== undefined) return found
  disk.makeFolder(tree.at(journalsFolder), 0o700)
  tree.sync(journalsFolder)
  const made = openJournals(tree)
  if (made === undefined) throw new TransactionError(`${tree.pathOf(journalsFolder)} is gone. Try again.`)
  return made
}
