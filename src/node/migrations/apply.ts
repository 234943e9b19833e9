import path from 'node:path'
import {
  aFolder,
  assertOptions,
  assertPath,
  checkThat,
  entryOf,
  show,
} from '../../findings/assert-options.js'
import { filesOf, type Step } from '../../instance/plan.js'
import { quoted } from '../../json/quoted.js'
import { foreignDocument } from '../../json/structure.js'
import { isObject } from '../../json/value.js'
import { defaultTarget, targetOf } from '../../targets/index.js'
import { unlessRefused } from '../disk.js'
import { finderOf, makeFavicon } from '../instance/find-images.js'
import { interruptionOf } from '../instance/interruption.js'
import { isSafePath } from '../instance/journal.js'
import { journalsNear } from '../instance/journals-near.js'
import { applyPlan, textsOf } from '../instance/planned-changes.js'
import { readDestination } from '../instance/read-destination.js'
import { type InstanceFolder, readInstance, rootOf } from '../instance/read-instance.js'
import { finishInterrupted, migrationState, rollBack } from '../instance/transaction.js'
import { TransactionError } from '../instance/tree.js'
import { type FileToWrite, writeAll } from '../write-files.js'
import { assertFiles, withPlaces } from '../write-themes.js'
import { readServer } from './known-server.js'
import {
  checkedServerCall,
  type MigrationPlan,
  rollbackChecks,
  type ServerOptions,
} from './plan-migration.js'
import { readSite } from './site.js'

/** The outcome of a migration. */
export interface AppliedMigration {
  /** The steps that were carried out. */
  steps: Step[]
  /** The folders that were changed, each with everything for a rollback in `.theme-convert`. */
  folders: string[]
  /** What can't be cleaned up, as sentences; the migration itself is done. */
  problems: string[]
}

/** Options of `applyMigration`. */
export interface ApplyOptions {
  /** Files to write with it, such as a favicon: everything is written, or nothing. */
  files?: readonly FileToWrite[]
  /** Where relative names of these files start; the current folder unless given. */
  cwd?: string
}

/** The outcome of an interrupted migration. */
export interface ResumedMigration {
  /** `undefined` where nothing was interrupted, `stopped` where that was before a file was changed. */
  outcome: 'finished' | 'rolled-back' | 'stopped' | undefined
  /** What can't be cleaned up, and files that another program wrote meanwhile, as sentences. */
  problems: string[]
}

/** A folder with the files that were restored. */
export interface RestoredFolder {
  folder: string
  /** The files that have their old content again. */
  files: string[]
  /** The files that the migration created, which are removed. */
  removed: string[]
}

/** The outcome of a rollback. */
export interface RolledBackMigration {
  /** The data folder, without symbolic links. */
  folder: string
  /** Empty where there was no migration to roll back. */
  restored: RestoredFolder[]
  /** Whether a migration was stopped before it changed a file: what it left is removed. */
  stopped: boolean
  /** What can't be cleaned up, and files that another program wrote meanwhile, as sentences. */
  problems: string[]
  /** Other folders that have a migration to roll back: those of the server, and those below and beside this folder. */
  elsewhere: string[]
}

/**
 * Applies a plan: all of its steps, or none. Before the first file changes, all old and new files are on disk in
 * `.theme-convert` of the data folder; so `rollbackMigration` restores every byte, also after a power failure. Errors
 * among the findings are about files and settings that no step changes: correct those, plan and apply again. Stop the
 * server first.
 *
 * @param plan the result of `planMigration`
 * @param options files to write with it
 * @returns the steps, and what can't be cleaned up
 * @throws TypeError or RangeError for anything but a plan, MigrationError when a file was changed since the plan was made,
 *   or can't be changed, WriteError for a file of `files`; nothing was changed then, unless the message says otherwise
 *
 * @example
 * const plan = await planMigration('/var/lib/ocis')
 * const { steps } = await applyMigration(plan)
 * console.log(`${steps.length} steps. Undo them with rollbackMigration('${plan.folder}').`)
 */
export async function applyMigration(
  plan: MigrationPlan,
  options: ApplyOptions = {},
): Promise<AppliedMigration> {
  assertPlan(plan)
  assertOptions(options, { files: checkThat(Array.isArray, 'a list of files'), cwd: aFolder })
  const { files = [], cwd } = options
  assertFiles(files)
  const problems: string[] = []
  const folders: string[] = []
  const carryOut = () => {
    if (plan.steps.length === 0) return
    const { instance, from } = siteOf(plan)
    if (plan.to !== undefined) assertUnchanged(from, plan.sources)
    folders.push(...changedFolders(instance, plan.steps))
    problems.push(...applyPlan(instance, plan, { from, texts: new Map(Object.entries(plan.sources)) }))
  }
  if (files.length === 0) carryOut()
  else writeAll(withPlaces(files, cwd), carryOut)
  return { steps: [...plan.steps], folders, problems }
}

/**
 * Makes a favicon of the logo that will be shown, for `themes/<name>/` and the key `favicon`. It requires sharp.
 *
 * @param plan the result of `planMigration`
 * @returns a square PNG file
 * @throws TypeError or RangeError for anything but a plan, MigrationError without a logo or without sharp
 *
 * @example
 * const plan = await planMigration('/var/lib/ocis')
 * await applyMigration(plan, { files: [{ file: 'favicon.png', content: await faviconFor(plan) }] })
 */
export async function faviconFor(plan: MigrationPlan): Promise<Uint8Array> {
  assertPlan(plan)
  const documents = new Map(Object.entries(plan.documents))
  const { instance, from } = siteOf(plan)
  return makeFavicon(finderOf(instance, plan, from), { ...plan, documents }, plan.activeTheme)
}

/**
 * Finishes an interrupted migration, or an interrupted rollback.
 *
 * @param folder the data folder of the server
 * @param options as for `planMigration`; with `to` the migration of that folder is finished
 * @returns the outcome, and what can't be cleaned up
 * @throws TypeError or RangeError for a wrong call, MigrationError when a file was changed by another program since
 *
 * @example
 * const { outcome } = await resumeMigration('/var/lib/ocis')
 * if (outcome !== undefined) console.log(`An earlier migration is ${outcome}.`)
 */
export async function resumeMigration(
  folder: string,
  options: ServerOptions = {},
): Promise<ResumedMigration> {
  const roots = await rootsOf(folder, options)
  const isStopped = roots.some((root) => interruptionOf(root)?.kind === 'stopped')
  const settled = roots.map((root) => finishInterrupted(root))
  const result = settled.find((one) => one.result !== undefined)?.result
  return {
    outcome:
      result === 'done'
        ? 'finished'
        : result === 'rolled back'
          ? 'rolled-back'
          : isStopped
            ? 'stopped'
            : undefined,
    problems: settled.flatMap(({ problems }) => problems),
  }
}

async function rootsOf(folder: string, options: ServerOptions): Promise<readonly string[]> {
  const { known, target } = await checkedServerCall(folder, options)
  return readSite(known, folder, options.to, target).instance.places.roots
}

/**
 * Rolls the latest migration back: every file that it changed, in this folder and in others, gets its old content.
 *
 * @param folder the data folder of the server, or another one that the migration changed; after a migration with `to`
 *   that folder
 * @param options the settings of the server, which tell its other folders
 * @returns the files; problems, such as a file that another program wrote in the meantime; and, when there is nothing
 *   to roll back here, other folders of the server that have a migration
 * @throws TypeError or RangeError for a wrong call, MigrationError when a file was changed by another program since
 *
 * @example
 * const { restored } = await rollbackMigration('/var/lib/ocis')
 * for (const { folder, files } of restored) console.log(folder, files.join(', '))
 */
export async function rollbackMigration(
  folder: string,
  options: Pick<ServerOptions, 'server' | 'cwd'> = {},
): Promise<RolledBackMigration> {
  assertPath(folder, 'The data folder', '/var/lib/ocis')
  assertOptions(options, rollbackChecks)
  const { cwd = process.cwd() } = options
  const root = rootOf(folder, path.resolve(cwd, folder))
  const stopped = interruptionOf(root)?.kind === 'stopped'
  const { result, problems } = rollBack(root)
  const restored = (result ?? []).map(({ root: at, files, removed }) => ({
    folder: at,
    files: [...files],
    removed: [...removed],
  }))
  // With nothing to roll back, this may be the wrong folder.
  const own = result === undefined ? await rootsOfServer(folder, options) : []
  const near = result === undefined ? journalsNear(root) : []
  const elsewhere = [
    ...own.filter((other) => other !== root && migrationState(other) !== 'clean'),
    // What this user can't read is none of this server's, or can't be rolled back by this user.
    ...near.filter((other) => (unlessRefused(() => migrationState(other)) ?? 'clean') !== 'clean'),
  ]
  return { folder: root, restored, stopped, problems: [...problems], elsewhere: [...new Set(elsewhere)] }
}

/** The folders of a server. Its web assets may be missing: rolling back a migration with `to` removes them. */
async function rootsOfServer(folder: string, options: ServerOptions): Promise<readonly string[]> {
  const { known } = await checkedServerCall(folder, { ...options, target: defaultTarget })
  return readServer(folder, known, defaultTarget, true).instance.places.roots
}

/** The folders that the steps of a plan change. */
function changedFolders({ places }: InstanceFolder, steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap(filesOf).map((file) => places.recorded(file).root))]
}

/** The current instances of a plan: the one that is changed, and the one that files come from. */
function siteOf({ folder, parts, to }: MigrationPlan): { instance: InstanceFolder; from: InstanceFolder } {
  const from = readInstance(folder, folder, parts)
  return { instance: to === undefined ? from : readDestination(to.folder, to.folder, from), from }
}

/** @throws TransactionError when a file of the old server was changed since the plan was made */
function assertUnchanged(from: InstanceFolder, sources: MigrationPlan['sources']): void {
  const now = textsOf(from)
  const changed = Object.keys(sources).find((file) => now.get(file) !== sources[file])
  if (changed === undefined) return
  throw new TransactionError(
    `${from.places.at(changed)} was changed by another program. Nothing was changed; plan again.`,
  )
}

/** What a step needs besides its file. */
const neededBy: Readonly<Record<Step['action'], readonly string[]>> = {
  convert: ['text'],
  delete: [],
  move: ['to'],
  write: ['text'],
  copy: ['to'],
}

/** @throws TypeError or RangeError for anything but a plan */
function assertPlan(plan: MigrationPlan): void {
  if (
    !isObject(plan) ||
    typeof plan.folder !== 'string' ||
    ![plan.steps, plan.parts].every(Array.isArray) ||
    ![plan.sources, plan.documents].every((each) => isObject(each) && foreignDocument(each) === undefined)
  ) {
    throw new TypeError('Pass the plan that planMigration returned, after "await".')
  }
  targetOf(plan.target)
  for (const step of plan.steps) {
    const { action, ...values } = Object(step) as Record<string, unknown>
    for (const name of ['file', ...entryOf(neededBy, action, 'action of a step')])
      if (typeof values[name] !== 'string')
        throw new TypeError(`A step with the action ${show(action)} needs the text "${name}".`)
    for (const file of [step.file, 'to' in step ? (step.to ?? step.file) : step.file]) {
      if (!isSafePath(file))
        throw new RangeError(`A step names ${quoted(file)}, which is not below the assets folder.`)
    }
  }
}
