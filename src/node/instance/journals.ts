import { onOneLine } from '../../json/escaped.js'
import { codeOf, disk } from '../disk.js'
import { journalsFolder } from '../own-files.js'
import { TooLargeError } from '../put.js'
import { problemsOf, sentencesOf } from '../system-errors.js'
import { isWindows } from '../windows.js'
import { asidesOf } from './carry-out.js'
import { latestRun, openJournals, type Run, unstartedRuns } from './journal.js'
import { takeLock } from './lock.js'
import { TransactionError, Tree } from './tree.js'

/** The result of a transaction that succeeded. */
export interface Settled<Result> {
  readonly result: Result
  /** Messages about files that can't be removed, or that another program wrote meanwhile. */
  readonly problems: readonly string[]
}

/** The call that rolls a migration back, to paste into a shell. */
export function rollbackCommand(folder: string): string {
  return `theme-convert migrate --rollback ${folderInShell(folder)}`
}

/** A file or folder as an argument, to paste into a shell. */
export function folderInShell(folder: string): string {
  return wordInShell(folder.startsWith('-') ? `./${folder}` : folder)
}

/**
 * A word of a call, to paste into a shell. The shells of Windows have only double quotes in common, and names can't have
 * these there. A backslash before the last quote needs a second one.
 */
export function wordInShell(word: string): string {
  if (isWindows()) return /^(?!~)[\w./:\\@+=~-]+$/.test(word) ? word : `"${word.replace(/\\+$/, '$&$&')}"`
  if (onOneLine(word) !== word) return `$'${word.replace(/[^\w ./-]/gu, asOctal)}'`
  // In zsh, a word that begins with an equals sign is the path of a program.
  return /^(?!=)[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** The bytes of a character, as shells take them between `$'` and `'`: in messages it would be replaced or escaped. */
const asOctal = (character: string) =>
  [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

/** Works in a folder, and closes it. */
export function inTree<Result>(root: string, work: (tree: Tree) => Result): Result {
  const tree = new Tree(root)
  try {
    return work(tree)
  } finally {
    tree.close()
  }
}

/** What is done in each of several folders, around the work in all of them. */
interface EachFolder {
  /** Called before the next folder is opened: the journal of the first one names all others. */
  readonly begin?: (tree: Tree) => void
  /** Called when the folders after it are cleaned up. */
  readonly end?: (tree: Tree) => readonly string[]
  /** Called when this folder or one after it fails. */
  readonly leave?: (tree: Tree) => void
}

/** Works on the journals of several folders with the locks of all, and cleans up afterwards. */
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

/** Works on the journals of a data folder with its lock, and cleans up afterwards. */
function inJournals<Result>(root: string, work: (tree: Tree) => Result): Settled<Result> {
  return inTree(root, (tree) => {
    const problems: string[] = []
    let unlock: (() => void) | undefined
    const cleanUp = () => {
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
      // Left by runs that were interrupted before their first change, or after the last one.
      removeUnstarted(tree)
      const latest = latestRun(tree)
      if (latest?.state === 'done') removeAsides(tree, latest)
      const result = work(tree)
      cleanUp()
      return { result, problems }
    } catch (error) {
      // Before the clean-up, which may remove the run that the message is about.
      const said = refusedBy(tree, error)
      cleanUp()
      if (problems.length > 0 && said instanceof TransactionError) {
        throw new TransactionError(`${said.message} ${problems.join(' ')}`, { cause: error })
      }
      throw said
    }
  })
}

/** Tries to clean up. @returns a message about what can't be removed */
export function attempt(tree: Tree, work: () => void): string[] {
  return problemsOf(
    work,
    (reason) =>
      `${tree.pathOf(journalsFolder)} can't be cleaned up: ${reason} The next migration or rollback does that.`,
  )
}

function removeUnstarted(tree: Tree): void {
  for (const name of unstartedRuns(tree)) tree.remove(name)
}

/** Removes the old files that a run kept beside the new ones. */
export function removeAsides(tree: Tree, run: Run): void {
  for (const file of asidesOf(tree, run)) disk.unlink(file)
}

/** A system error as a message that says what was changed. */
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
