import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isObject } from '../../document/json.js'
import { putFile } from './put.js'

/** Where a data folder keeps the journals of its migrations, each with copies of all files before and after. */
export const journalsFolder = '.theme-convert'
const JOURNAL = 'journal.json'

/** What a file was or becomes. */
export interface FileState {
  readonly sha256: string
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** When it was changed last, in milliseconds. */
  readonly modified: number
}

/** What becomes of one file; `null` stands for no file. */
export interface JournalChange {
  /** The path below the data folder, with slashes. */
  readonly path: string
  readonly before: FileState | null
  readonly after: FileState | null
}

/** How far a migration is. */
export type JournalState = 'started' | 'done' | 'rolling-back'

/** What a migration does, written down before it does anything. */
export interface Journal {
  readonly version: 1
  readonly state: JournalState
  readonly target: string
  readonly changes: readonly JournalChange[]
  /** The folders that it makes, outermost first. */
  readonly folders: readonly string[]
}

/** A migration with the folder of its journal. */
export interface Run {
  readonly folder: string
  readonly journal: Journal
}

/** A journal that can't be followed. */
export class JournalError extends Error {}

/** The copy of a file before or after a change. */
export function copyOf(folder: string, side: 'before' | 'after', index: number): string {
  return path.join(folder, `${index}.${side}`)
}

/** Writes a journal as a whole. */
export function writeJournal(folder: string, journal: Journal): void {
  putFile(path.join(folder, JOURNAL), Buffer.from(`${JSON.stringify(journal, null, 2)}\n`), { mode: 0o600 })
}

/**
 * The latest migration of a data folder that was not taken back.
 *
 * @throws JournalError for a journal that is damaged
 */
export function latestRun(root: string): Run | undefined {
  for (const number of runNumbers(root).reverse()) {
    const folder = runFolder(root, number)
    const text = readIfThere(path.join(folder, JOURNAL))
    if (text !== undefined) return { folder, journal: parseJournal(folder, text) }
  }
  return undefined
}

/** A folder for the journal of the next migration. */
export function nextRunFolder(root: string): string {
  return runFolder(root, (runNumbers(root).at(-1) ?? 0) + 1)
}

/** Removes what is left of runs that never came to do anything. */
export function removeUnstarted(root: string): void {
  for (const number of runNumbers(root)) {
    const folder = runFolder(root, number)
    if (readIfThere(path.join(folder, JOURNAL)) === undefined) rmSync(folder, { recursive: true })
  }
}

/** Removes a run for good: first the journal, so that nobody follows half of one. */
export function removeRun({ folder }: Run): void {
  rmSync(path.join(folder, JOURNAL))
  rmSync(folder, { recursive: true })
}

function runFolder(root: string, number: number): string {
  return path.join(root, journalsFolder, String(number))
}

function runNumbers(root: string): number[] {
  const names = namesIn(path.join(root, journalsFolder))
  return names
    .filter((name) => /^[1-9]\d{0,8}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parseJournal(folder: string, text: string): Journal {
  const problem = `The journal ${path.join(folder, JOURNAL)} is damaged. The files from before are beside it (*.before); put them back by hand.`
  let journal: unknown
  try {
    journal = JSON.parse(text)
  } catch (error) {
    throw new JournalError(problem, { cause: error })
  }
  if (!isJournal(journal)) throw new JournalError(problem)
  return journal
}

function isJournal(value: unknown): value is Journal {
  if (!isObject(value)) return false
  const { version, state, target, changes, folders } = value
  return (
    version === 1 &&
    ['started', 'done', 'rolling-back'].includes(state as string) &&
    typeof target === 'string' &&
    Array.isArray(changes) &&
    changes.every(
      (change) =>
        isObject(change) &&
        isSafePath(change['path']) &&
        isFileState(change['before']) &&
        isFileState(change['after']),
    ) &&
    Array.isArray(folders) &&
    folders.every(isSafePath)
  )
}

function isFileState(value: unknown): boolean {
  if (value === null) return true
  if (!isObject(value)) return false
  const { sha256, mode, uid, gid, modified } = value
  return (
    typeof sha256 === 'string' && [mode, uid, gid, modified].every((number) => typeof number === 'number')
  )
}

/** Whether a path stays below the data folder, and away from the journals. */
function isSafePath(value: unknown): boolean {
  if (typeof value !== 'string' || value === '' || value.includes('\0') || value.includes('\\')) return false
  const parts = value.split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..') && parts[0] !== journalsFolder
}
