import path from 'node:path'
import { isObject } from '../../json/value.js'
import { disk } from '../disk.js'
import type { Folder } from '../folder.js'
import { ifAny } from '../is-there.js'
import { journalsFolder } from '../own-files.js'
import { createFile } from '../put.js'
import { TransactionError, type Tree } from './tree.js'

/** The change of one file; `null` for no file. */
export interface JournalChange {
  /** The path below the data folder, with slashes. */
  readonly path: string
  /** The SHA-256 of the bytes. */
  readonly before: string | null
  readonly after: string | null
}

const states = ['started', 'done', 'rolling-back'] as const

/** The state of a migration. */
export type JournalState = (typeof states)[number]

/** The record of a migration, written before its first change. */
export interface Journal {
  readonly version: 1
  readonly target: string
  readonly changes: readonly JournalChange[]
  /** The folders that it creates, outermost first. */
  readonly folders: readonly string[]
  /** The name of a new file while it is copied beside the old one. Journals of 0.1.0 have none. */
  readonly draft?: string
  /** The migration that this is a part of, where it changes files in several folders. */
  readonly group?: Group
}

/** A migration in several folders, each with its own journal, which is applied and rolled back as a whole. */
export interface Group {
  readonly id: string
  /** The folders with these journals, as absolute paths. */
  readonly roots: readonly string[]
}

/** A migration with the folder of its journal. */
export interface Run {
  /** The path of the folder below the data folder. */
  readonly name: string
  readonly folder: Folder
  readonly state: JournalState
  readonly journal: Journal
}

/** The name of an old or a new file in the folder of its run. */
export const nameOf = (side: 'before' | 'after', index: number) => `${index}.${side}`

/** The name of a journal is its state, because a rename works on a full disk. */
const fileOf = (state: JournalState) => `${state}.json`

/** Creates the folder for the journal of the next migration. */
export function makeRun(tree: Tree): { name: string; folder: Folder } {
  const number = (runNumbers(tree).at(-1) ?? 0) + 1
  const journals = tree.folder(journalsFolder)
  const name = `${journalsFolder}/${number}`
  if (journals !== undefined) disk.makeFolder(journals.at(String(number)), 0o700)
  const folder = tree.folder(name)
  if (folder === undefined)
    throw new TransactionError(`${tree.pathOf(name)} is not a folder. Move it elsewhere.`)
  journals?.sync()
  return { name, folder }
}

/** Writes the journal of a migration. The folder must be synced before the first change. */
export function startRun(name: string, folder: Folder, journal: Journal): Run {
  const state = 'started'
  const draft = folder.at('new.json')
  createFile(draft, Buffer.from(`${JSON.stringify(journal, null, 2)}\n`), { mode: 0o600 })
  disk.rename(draft, folder.at(fileOf(state)))
  return { name, folder, state, journal }
}

/** Records the state of a migration. */
export function markRun(run: Run, next: JournalState): Run {
  const { folder, state } = run
  disk.rename(folder.at(fileOf(state)), folder.at(fileOf(next)))
  folder.sync()
  return { ...run, state: next }
}

/**
 * The latest migration of a data folder that was not rolled back.
 *
 * @throws TransactionError for a journal that is damaged
 */
export function latestRun(tree: Tree): Run | undefined {
  for (const number of runNumbers(tree).reverse()) {
    const run = readRun(tree, `${journalsFolder}/${number}`)
    if (run !== undefined) return run
  }
  return undefined
}

/**
 * The migration with a journal in a folder.
 *
 * @throws TransactionError for a journal that is damaged
 */
export function readRun(tree: Tree, name: string): Run | undefined {
  const folder = tree.folder(name)
  if (folder === undefined) return undefined
  for (const state of states) {
    const stats = disk.lstat(folder.at(fileOf(state)))
    if (stats === undefined) continue
    const text = stats.isFile() ? ifAny(() => disk.read(folder.at(fileOf(state))).toString()) : ''
    // Another run renamed or removed it meanwhile.
    if (text === undefined) return readRun(tree, name)
    const journal = parseJournal(text)
    if (journal === undefined) {
      const file = path.join(folder.path, fileOf(state))
      throw new TransactionError(
        `The journal ${file} is damaged. The old files are beside it (*.before): restore them by hand, then delete ${folder.path}.`,
      )
    }
    return { name, folder, state, journal }
  }
  return undefined
}

/** The folders of runs without a journal: interrupted before it was written, or while they were removed. */
export function unstartedRuns(tree: Tree): string[] {
  return runNumbers(tree)
    .map((number) => `${journalsFolder}/${number}`)
    .filter((name) => {
      const folder = tree.folder(name)
      return (
        folder !== undefined && states.every((state) => disk.lstat(folder.at(fileOf(state))) === undefined)
      )
    })
}

/** Removes a run, its journal first, so that an incomplete run is never used. */
export function removeRun(tree: Tree, { name, folder, state }: Run): void {
  disk.unlink(folder.at(fileOf(state)))
  folder.sync()
  tree.remove(name)
}

function runNumbers(tree: Tree): number[] {
  const journals = openJournals(tree)
  if (journals === undefined) return []
  return journals
    .list()
    .filter((name) => /^[1-9]\d{0,8}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
}

/** The folder of the journals; `undefined` where there is none. */
export function openJournals(tree: Tree): Folder | undefined {
  const stats = disk.lstat(path.join(tree.root, journalsFolder))
  if (stats !== undefined && !stats.isDirectory()) {
    throw new TransactionError(`${tree.pathOf(journalsFolder)} is not a folder. Move it elsewhere.`)
  }
  return tree.folder(journalsFolder)
}

function parseJournal(text: string): Journal | undefined {
  try {
    const journal: unknown = JSON.parse(text)
    return isJournal(journal) ? journal : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isJournal(value: unknown): value is Journal {
  if (!isObject(value)) return false
  const { version, target, changes, folders, draft, group } = value
  return (
    version === 1 &&
    typeof target === 'string' &&
    Array.isArray(changes) &&
    changes.every(
      (change) =>
        isObject(change) && isSafePath(change['path']) && isHash(change['before']) && isHash(change['after']),
    ) &&
    Array.isArray(folders) &&
    folders.every(isSafePath) &&
    (draft === undefined || (isSafePath(draft) && !draft.includes('/'))) &&
    (group === undefined || isGroup(group))
  )
}

function isGroup(value: unknown): boolean {
  if (!isObject(value)) return false
  const { id, roots } = value
  const isRoot = (root: unknown) => typeof root === 'string' && path.isAbsolute(root) && !root.includes('\0')
  return typeof id === 'string' && id !== '' && Array.isArray(roots) && roots.every(isRoot)
}

function isHash(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
}

/** Whether a path stays below the data folder, and away from the journals. */
export function isSafePath(value: unknown): value is string {
  if (typeof value !== 'string' || value === '' || value.includes('\0')) return false
  // On Windows a backslash separates names; elsewhere it is a part of a name.
  if (path.sep === '\\' && value.includes('\\')) return false
  const parts = value.split('/')
  return (
    parts.every((part) => part !== '' && part !== '.' && part !== '..') &&
    parts[0]?.toLowerCase() !== journalsFolder
  )
}
