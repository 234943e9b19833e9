import { lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isObject } from '../../document/json.js'
import { putFile, syncFolder } from './put.js'

/** Where a data folder keeps the journals of its migrations, each with copies of all files before and after. */
export const journalsFolder = '.theme-convert'

/** What becomes of one file; `null` stands for no file. */
export interface JournalChange {
  /** The path below the data folder, with slashes. */
  readonly path: string
  /** The SHA-256 of the bytes. */
  readonly before: string | null
  readonly after: string | null
}

const states = ['started', 'done', 'rolling-back'] as const

/** How far a migration is. */
export type JournalState = (typeof states)[number]

/** What a migration does, written down before it does anything. */
export interface Journal {
  readonly version: 1
  readonly target: string
  readonly changes: readonly JournalChange[]
  /** The folders that it makes, outermost first. */
  readonly folders: readonly string[]
}

/** A migration with the folder of its journal. */
export interface Run {
  readonly folder: string
  readonly state: JournalState
  readonly journal: Journal
}

/** A journal that can't be followed. */
export class JournalError extends Error {}

/** The copy of a file before or after a change. */
export function copyOf(folder: string, side: 'before' | 'after', index: number): string {
  return path.join(folder, `${index}.${side}`)
}

/** A journal is called after its state, because renaming it needs no space on a full disk. */
const fileOf = (folder: string, state: JournalState) => path.join(folder, `${state}.json`)

/** Writes down what a migration is going to do. */
export function startRun(folder: string, journal: Journal): Run {
  const state = 'started'
  putFile(fileOf(folder, state), Buffer.from(`${JSON.stringify(journal, null, 2)}\n`), { mode: 0o600 })
  return { folder, state, journal }
}

/** Notes how far a migration is. */
export function markRun({ folder, state, journal }: Run, next: JournalState): Run {
  renameSync(fileOf(folder, state), fileOf(folder, next))
  syncFolder(folder)
  return { folder, state: next, journal }
}

/**
 * The latest migration of a data folder that was not taken back.
 *
 * @throws JournalError for a journal that is damaged
 */
export function latestRun(root: string): Run | undefined {
  for (const number of runNumbers(root).reverse()) {
    const run = readRun(runFolder(root, number))
    if (run !== undefined) return run
  }
  return undefined
}

/**
 * The migration with a journal in a folder.
 *
 * @throws JournalError for a journal that is damaged
 */
export function readRun(folder: string): Run | undefined {
  for (const state of states) {
    const file = fileOf(folder, state)
    const stats = lstatSync(file, { throwIfNoEntry: false })
    if (stats === undefined) continue
    const journal = stats.isFile() ? parseJournal(readFileSync(file, 'utf8')) : undefined
    if (journal === undefined) {
      throw new JournalError(
        `The journal ${file} is damaged. The files from before are beside it (*.before): put them back by hand, then delete ${folder}.`,
      )
    }
    return { folder, state, journal }
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
    if (states.every((state) => !isThere(fileOf(folder, state)))) rmSync(folder, { recursive: true })
  }
}

/** Removes a run for good: first the journal, so that nobody follows half of one. */
export function removeRun({ folder, state }: Run): void {
  rmSync(fileOf(folder, state))
  syncFolder(folder)
  rmSync(folder, { recursive: true })
}

function runFolder(root: string, number: number): string {
  return path.join(root, journalsFolder, String(number))
}

function runNumbers(root: string): number[] {
  const journals = path.join(root, journalsFolder)
  const stats = lstatSync(journals, { throwIfNoEntry: false })
  if (stats === undefined) return []
  if (!stats.isDirectory()) throw new JournalError(`${journals} is no folder. Remove it.`)
  return readdirSync(journals)
    .filter((name) => /^[1-9]\d{0,8}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
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
  const { version, target, changes, folders } = value
  return (
    version === 1 &&
    typeof target === 'string' &&
    Array.isArray(changes) &&
    changes.every(
      (change) =>
        isObject(change) && isSafePath(change['path']) && isHash(change['before']) && isHash(change['after']),
    ) &&
    Array.isArray(folders) &&
    folders.every(isSafePath)
  )
}

function isHash(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
}

/** Whether a path stays below the data folder, and away from the journals. */
function isSafePath(value: unknown): boolean {
  if (typeof value !== 'string' || value === '' || value.includes('\0')) return false
  // A backslash is a part of a name, but where it parts names.
  if (path.sep === '\\' && value.includes('\\')) return false
  const parts = value.split('/')
  return (
    parts.every((part) => part !== '' && part !== '.' && part !== '..') &&
    parts[0]?.toLowerCase() !== journalsFolder
  )
}
