import path from 'node:path'
import { getOrInsert } from '../json/get-or-insert.js'
import { backupName } from './backups.js'
import { assertRefusal, codeOf, disk, systemError } from './disk.js'
import { FileExistsError, WriteError, writeError } from './file-error.js'
import { Folder } from './folder.js'
import {
  assertReplaceable,
  contentOf,
  createFile,
  isSame,
  keepFile,
  metaOf,
  nameFree,
  TooLargeError,
} from './put.js'
import { Stage } from './stage.js'
import { problemsOf } from './system-errors.js'
import { impossibleName, isWindows } from './windows.js'

/** A file to write as a whole. */
export interface FileToWrite {
  /** The path; errors name it as given here. */
  readonly file: string
  readonly content: string | Uint8Array
  /**
   * Whether an existing file may be replaced; `false` unless given. One that already has this content counts as
   * written.
   */
  readonly overwrite?: boolean
  /** The content that the file must have: the one that the new content was made from. */
  readonly expected?: string | undefined
  /** Whether a replaced file is kept, as the first free of `<file>.bak`, `<file>.bak.1`, … */
  readonly backup?: boolean
}

/** A file to write, with its absolute path. */
export interface Write extends FileToWrite {
  /** The absolute path; `file` unless given. */
  readonly at?: string
}

/** A file to write, with its current content. */
interface Job extends Write {
  /** The real path, links followed. */
  readonly target: string
  readonly bytes: Buffer
  readonly old: Buffer | null
}

/** Undoes one step. */
interface Undo {
  readonly file: string
  run(): void
}

/** Whether two paths lead to the same file, which need not exist. */
export function isSameFile(file: string, other: string): boolean {
  try {
    return isSamePath(realPathOf(file), realPathOf(other))
  } catch (error) {
    // The write fails for the same reason, and reports it.
    if (!(error instanceof WriteError)) assertRefusal(error)
    return isSamePath(path.resolve(file), path.resolve(other))
  }
}

/** Windows finds a file by its name in whichever case; a missing one has no case of its own yet. */
const isSamePath = (a: string, b: string) => a === b || (isWindows() && a.toLowerCase() === b.toLowerCase())

/**
 * Writes files, all of them or none. Every new file is on disk with all its bytes before the first one takes its
 * place, and the old files are kept until the last one has. A replaced file keeps its owner, mode, extended attributes
 * and access list (on Windows it has the access list of its folder), and symbolic links to it stay. An interrupted run
 * leaves each file either old or new, and the same call again finishes it.
 *
 * @param afterwards has to succeed, too, before the old files are removed
 * @returns for each file the path of its backup
 * @throws WriteError that names the file which can't be written; nothing was changed then, or the message says what was
 */
export function writeAll(writes: readonly Write[], afterwards = () => {}): (string | undefined)[] {
  const jobs = writes.map((write) => named(write.file, () => lookAt(write)))
  jobs.forEach(({ file, target }, index) => {
    const other = jobs.slice(0, index).find((each) => isSamePath(each.target, target))
    if (other !== undefined)
      throw new WriteError(
        `${other.file} and ${file} are the same file. Nothing was written; name each file once.`,
      )
  })
  const stages = new Map<string, Stage>()
  const undo: Undo[] = []
  let copies: (string | undefined)[]
  try {
    const pending = jobs.map((job, index) => named(job.file, () => prepare(job, `${index}`, stages)))
    copies = pending.map((each) => each && named(each.job.file, () => swap(each, undo)))
    afterwards()
  } catch (error) {
    throw undoAll(error, undo, stages)
  }
  const problems = close(stages)
  if (problems.length > 0) throw new WriteError(`Everything is written, but ${problems.join(' ')}`)
  return copies
}

/** Turns a system error into one that names the file as the caller did. */
function named<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof TooLargeError || codeOf(error) !== undefined) throw writeError(file, error)
    throw error
  }
}

function lookAt(write: Write): Job {
  const { file, at = file, content, overwrite, expected } = write
  const problem = isWindows() ? impossibleName(at) : undefined
  if (problem !== undefined) throw new WriteError(`${file} can't be written: ${problem}`)
  const kind = disk.stat(at)
  if (kind !== undefined && !kind.isFile()) {
    const name = kind.isDirectory() ? 'a folder' : 'a device or a pipe'
    throw new WriteError(`${file} can't be written: it is ${name}. Pass a file.`)
  }
  const target = realPathOf(at, file)
  const old = contentOf(target)
  if (old === undefined) throw changed(file)
  const job = { ...write, target, old, bytes: Buffer.from(content) }
  if (isWritten(job)) return job
  if (old !== null && !overwrite) throw new FileExistsError(file)
  if (expected !== undefined && old?.equals(Buffer.from(expected)) !== true) throw changed(file)
  return job
}

const isWritten = ({ old, bytes }: Job) => old?.equals(bytes) === true

const changed = (file: string) =>
  new WriteError(`${file} was changed by another program. Nothing was written; try again.`)

/** More links than any system follows. */
const MAX_LINKS = 40

/** The real path of a file, which need not exist: links are followed, dangling ones, too. */
function realPathOf(at: string, file = at): string {
  let place = at
  for (let count = 0; count < MAX_LINKS; count += 1) {
    const folder = disk.realPath(path.dirname(place))
    place = path.join(folder, path.basename(place))
    const stats = disk.lstat(place)
    if (stats?.isSymbolicLink() !== true) return stats === undefined ? place : disk.realPath(place)
    assertTrusted(file, Number(stats.uid))
    const text = disk.linkText(place)
    place = path.isAbsolute(text) ? text : `${folder}${path.sep}${text}`
  }
  throw systemError('ELOOP', 'readlink', 'ELOOP: too many symbolic links')
}

/** Refuses a link of another account: it could lead a privileged account to any file. */
function assertTrusted(file: string, owner: number): void {
  const self = process.getuid?.()
  if (self === undefined || owner === self || owner === 0) return
  throw new WriteError(
    `${file} can't be written: it is a symbolic link of another account (${owner}). Pass the file that it leads to.`,
  )
}

/** A new file that is on disk and has to take its place. */
interface Pending {
  readonly job: Job
  readonly stage: Stage
  /** How the names of its files begin in the folder of this run. */
  readonly key: string
}

function prepare(job: Job, key: string, stages: Map<string, Stage>): Pending | undefined {
  if (isWritten(job)) return undefined
  const { target, bytes } = job
  assertReplaceable(target)
  const folder = path.dirname(target)
  const stage = getOrInsert(stages, folder, () => openStage(folder))
  const file = stage.folder.at(path.basename(target))
  const stats = disk.lstat(file)
  createFile(stage.at(`${key}.new`), bytes, stats && newMeta(file, stats))
  return { job, stage, key }
}

function openStage(place: string): Stage {
  const folder = Folder.open(place)
  try {
    return new Stage(folder)
  } catch (error) {
    folder.close()
    throw error
  }
}

/** A new file gets everything of the old one but its time. */
function newMeta(...old: Parameters<typeof metaOf>) {
  const { modified, ...meta } = metaOf(...old)
  return meta
}

/** Puts a new file in its place. @returns the path of the backup */
function swap({ job, stage, key }: Pending, undo: Undo[]): string | undefined {
  const { file, target, bytes, old } = job
  const { folder } = stage
  const name = path.basename(target)
  const place = folder.at(name)
  const isOurs = () => contentOf(place)?.equals(bytes) === true
  if (old === null) {
    undo.push({ file, run: () => isOurs() && remove(folder, name) })
    if (!nameFree(stage.at(`${key}.new`), place)) {
      undo.pop()
      if (!isOurs()) throw changed(file)
    }
    folder.sync()
    return undefined
  }
  const kept = stage.at(`${key}.old`)
  const assertKept = () => {
    if (contentOf(kept)?.equals(old) !== true) throw changed(file)
  }
  keepFile(place, kept)
  assertKept()
  const copy = job.backup ? keepBackup(stage, name, key, { file, undo }) : undefined
  undo.push({ file, run: () => isOurs() && putBack(folder, kept, place) })
  disk.rename(stage.at(`${key}.new`), place)
  folder.sync()
  // Changes to the old file until now would be lost.
  assertKept()
  return copy === undefined ? undefined : path.join(path.dirname(target), copy)
}

function remove(folder: Folder, name: string): void {
  disk.unlink(folder.at(name))
  folder.sync()
}

function putBack(folder: Folder, kept: string, place: string): void {
  disk.rename(kept, place)
  folder.sync()
}

/** Keeps a file as the first free of `<file>.bak`, `<file>.bak.1`, …; an older backup is never changed. */
function keepBackup(stage: Stage, name: string, key: string, { file, undo }: { file: string; undo: Undo[] }) {
  const { folder } = stage
  const whole = stage.at(`${key}.copy`)
  keepFile(folder.at(name), whole)
  for (let number = 0; ; number += 1) {
    const copy = backupName(name, number)
    const there = disk.lstat(folder.at(copy))
    // The backup of a run that was interrupted before it replaced the file.
    if (isSame(there, disk.lstat(folder.at(name)))) return copy
    if (there !== undefined || !nameFree(whole, folder.at(copy))) continue
    undo.push({ file, run: () => remove(folder, copy) })
    folder.sync()
    return copy
  }
}

/** Undoes all steps. @returns the error, with the places of old files that can't be put back */
function undoAll(error: unknown, undo: readonly Undo[], stages: ReadonlyMap<string, Stage>): unknown {
  const problems = [...undo]
    .reverse()
    .flatMap(({ file, run }) => problemsOf(run, (reason) => `${file} can't be put back either: ${reason}`))
  if (problems.length === 0) problems.push(...close(stages))
  else {
    const places = [...stages.values()].map((stage) => stage.keep())
    problems.push(`The old files are in ${places.join(' and ')}.`)
  }
  if (problems.length === 0 || !(error instanceof Error)) return error
  return new WriteError(`${error.message} ${problems.join(' ')}`, { cause: error })
}

/** Removes the folders of this run. @returns messages about those that can't be removed */
function close(stages: ReadonlyMap<string, Stage>): string[] {
  return [...stages.values()].flatMap((stage) =>
    problemsOf(
      () => stage.close(),
      (reason) => `${stage.path} can't be removed: ${reason}`,
    ),
  )
}
