import path from 'node:path'
import {
  aBoolean,
  aFolder,
  aPath,
  aString,
  assertOptions,
  assertPath,
  checkThat,
  type OptionChecks,
  oneOf,
} from '../../findings/assert-options.js'
import { findingLimit } from '../../findings/collection.js'
import { type WebOptions, webOptionsCheck } from '../../formats/web-options.js'
import { activeTheme } from '../../instance/active.js'
import type { PlanContents, Step, WebConfiguration } from '../../instance/plan.js'
import { onOneLine } from '../../json/escaped.js'
import { isObject } from '../../json/value.js'
import { type TargetId, targetOf } from '../../targets/index.js'
import { finderOf, withImageFindings } from '../instance/find-images.js'
import { refusalsOf } from '../instance/find-refusals.js'
import { interruptionOf } from '../instance/interruption.js'
import { textsOf } from '../instance/planned-changes.js'
import type { InstanceFolder, PartElsewhere } from '../instance/read-instance.js'
import { TransactionError } from '../instance/tree.js'
import { aSignal } from '../read-themes.js'
import { withConfiguration } from '../settings/read-yaml-settings.js'
import type { ServerSettings } from '../settings/settings-of-server.js'
import { type KnownServer, planOptionsOf } from './known-server.js'
import { readSite, targetOfMigration } from './site.js'

/** The server of a data folder. */
export interface ServerOptions {
  /**
   * The data folder of the OpenCloud server that takes over: the themes are converted and copied into it, and the
   * other folder is only read.
   */
  to?: string
  /** The release to migrate to; by default the newest one of the product that the server runs. */
  target?: TargetId
  /** The settings of the server; the defaults of the product unless given. */
  server?: ServerSettings
  /** Where relative names start; the current folder unless given. */
  cwd?: string
}

/** Options of `planMigration`. */
export interface MigrationOptions extends ServerOptions {
  /** The configuration of the old web service, for its links, and for the theme in use unless settings name that. */
  webConfig?: WebConfiguration
  /** Single links of the old web service; they win over those of its configuration. */
  webOptions?: WebOptions
  /** As for `convert`: `keep` the old keys as names of themes, or make `readable` titles. */
  themeNames?: 'keep' | 'readable'
  /** How many findings of each code and file are listed; all unless given. The others are counted. */
  maxFindings?: number
  /** Whether files in the folder of `to` may be replaced. */
  replace?: boolean
  /** Stops the planning before the next image. */
  signal?: AbortSignal
}

/** What a migration will do, as plain data: `JSON.stringify` keeps all of it. */
export interface MigrationPlan extends PlanContents {
  /** The data folder, without symbolic links. */
  folder: string
  /** The assets folder below it, `''` when it is the data folder itself. */
  assets: string
  /** The folders of the server that takes over. */
  to?: { folder: string; assets: string }
  /** The parts of the assets in other folders. */
  parts: PartElsewhere[]
  /** The themes and the branding as the server will read them, by file. */
  documents: Record<string, unknown>
  /**
   * The text of each file that a step replaces or deletes; with `to`, of each file of the old server that a step converts.
   * `applyMigration` applies nothing when one of them has changed.
   */
  sources: Record<string, string>
  /** How the target was chosen, and notes on the settings, as sentences. */
  notes: string[]
  /** Whether images were inspected, which requires sharp. */
  imagesInspected: boolean
  /** The theme that the server shows, below the assets folder. */
  activeTheme: string
}

/** A folder with a migration that was interrupted, or is still running. */
export class InterruptedMigrationError extends TransactionError {
  constructor(
    /** The folder with the journal of the migration. */
    readonly folder: string,
  ) {
    super(
      `An earlier migration in ${folder} was interrupted, or is still running. Finish it with resumeMigration, or undo it with rollbackMigration.`,
    )
  }
}

export const rollbackChecks: OptionChecks<Pick<ServerOptions, 'server' | 'cwd'>> = {
  server: checkThat(
    (value) => isObject(value) && isObject(value['variables']),
    'what readServerSettings returned',
  ),
  cwd: aFolder,
}

const serverChecks: OptionChecks<ServerOptions> = {
  ...rollbackChecks,
  to: aPath('the data folder of the OpenCloud server'),
  target: aString,
}

const optionChecks: OptionChecks<MigrationOptions> = {
  ...serverChecks,
  webConfig: (value) =>
    isObject(value) && isObject(value['options'])
      ? webOptionsCheck(value['options'])
      : 'what readWebConfig returned',
  webOptions: webOptionsCheck,
  themeNames: oneOf('keep', 'readable'),
  maxFindings: findingLimit,
  replace: aBoolean,
  signal: aSignal,
}

/** A server without known settings. */
const unknownServer: ServerSettings = {
  ...{ variables: {}, source: 'no settings', files: [], mounts: [], processes: [], isWhole: false },
  notes: [],
}

/** The checked arguments of a call about a data folder. */
export interface ServerCall {
  readonly known: KnownServer
  readonly target: TargetId
  readonly notes: readonly string[]
}

/**
 * Checks a call, and chooses the target.
 *
 * @throws TypeError or RangeError for a wrong call
 */
async function serverCall(folder: string, options: ServerOptions): Promise<ServerCall> {
  const { server: given = unknownServer, to } = options
  const cwd = path.resolve(options.cwd ?? process.cwd())
  const server = await withConfiguration({ server: given, folder, cwd })
  const known = { server, cwd }
  const named = options.target === undefined ? undefined : targetOf(options.target).id
  const { target, note } = targetOfMigration(known, folder, to, named)
  return { known, target, notes: [...(note === undefined ? [] : [note]), ...server.notes].map(onOneLine) }
}

/** Checks the arguments of a call with `ServerOptions` only. */
export async function checkedServerCall(folder: string, options: ServerOptions): Promise<ServerCall> {
  assertPath(folder, 'The data folder', '/var/lib/ocis')
  assertOptions(options, serverChecks)
  return await serverCall(folder, options)
}

/**
 * Plans the migration of a whole instance to a release: customised themes are converted, copies that a logo upload
 * wrote are deleted, uploaded images are moved to where the release serves them. Nothing is changed.
 *
 * @param folder the data folder of the server, such as `/var/lib/ocis`, or its web assets folder
 * @param options the release, and what is known of the server
 * @returns the steps for `applyMigration`, and the findings: what keeps a file from being migrated (errors), what
 *   changes for users (warnings, such as `image-missing`), and infos
 * @throws TypeError or RangeError for a wrong call, MigrationError for a folder that isn't one of a server or can't be
 *   read, InterruptedMigrationError for a folder with an unfinished migration, SettingsError where there is evidence for
 *   both products and no target is given, and the reason of `signal`
 *
 * @example
 * const plan = await planMigration('/var/lib/ocis', { target: 'ocis-8' })
 * for (const { action, file, reason } of plan.steps) console.log(action, file, reason)
 * await applyMigration(plan)
 */
export async function planMigration(folder: string, options: MigrationOptions = {}): Promise<MigrationPlan> {
  assertPath(folder, 'The data folder', '/var/lib/ocis')
  assertOptions(options, optionChecks)
  const { maxFindings = Number.POSITIVE_INFINITY, replace: mayReplace = false } = options
  const { signal, to } = options
  signal?.throwIfAborted()
  const { known, target, notes } = await serverCall(folder, options)
  const planOptions = planOptionsOf(known, target, options)
  const site = readSite(known, folder, to, target)
  const { instance, source = instance } = site
  const roots = [...instance.places.roots, ...source.places.roots]
  const stopped = assertFinished(roots)
  const plan = site.plan({ ...planOptions, maxFindings, mayReplace })
  const refused = refusalsOf(instance, plan, { from: source, texts: textsOf(source) })
  const { plan: inspected, isInspected } = await withImageFindings(
    { ...plan, findings: [...plan.findings, ...refused] },
    finderOf(instance, plan, source),
    { maxFindings, signal },
  )
  return {
    folder: source.root,
    assets: source.assets,
    parts: elsewhereIn(source),
    ...(source !== instance && { to: { folder: instance.root, assets: instance.assets } }),
    target,
    steps: plan.steps,
    findings: inspected.findings,
    omitted: inspected.omitted,
    byHand: plan.byHand,
    inventory: plan.inventory,
    documents: Object.fromEntries(plan.documents),
    sources: source === instance ? changedTexts(instance, plan.steps) : takenTexts(source, plan.steps),
    ledgers: plan.ledgers,
    notes: [...notes, ...stopped],
    imagesInspected: isInspected,
    activeTheme: activeTheme(planOptions).file,
  }
}

function elsewhereIn({ places }: InstanceFolder): PartElsewhere[] {
  return places.parts.flatMap(({ below, at, reason }) =>
    reason === undefined ? [] : [{ below, at, reason: onOneLine(reason) }],
  )
}

/**
 * @returns notes on migrations that were stopped before they changed a file
 * @throws InterruptedMigrationError for one that was interrupted later, or is still running
 */
function assertFinished(roots: readonly string[]): string[] {
  const notes: string[] = []
  for (const root of new Set(roots)) {
    const { kind, says = '' } = interruptionOf(root) ?? {}
    if (kind === 'stopped') notes.push(says)
    else if (kind !== undefined) throw new InterruptedMigrationError(root)
  }
  return notes
}

/** The texts of the files that the steps delete, move or replace. */
function changedTexts(instance: InstanceFolder, steps: readonly Step[]): Record<string, string> {
  const changed = new Set(steps.map(({ file }) => file))
  return Object.fromEntries([...textsOf(instance)].filter(([file]) => changed.has(file)))
}

/** The texts of the old server's files that the steps write into another folder. */
function takenTexts({ themes, branding }: InstanceFolder, steps: readonly Step[]): Record<string, string> {
  const taken = new Set(steps.flatMap((step) => (step.action === 'write' ? (step.from ?? []) : [])))
  const all = branding === undefined ? themes : [...themes, branding]
  return Object.fromEntries(
    all.flatMap(({ path: file, names = [], text }) =>
      text !== undefined && [file, ...names].some((name) => taken.has(name)) ? [[file, text]] : [],
    ),
  )
}
