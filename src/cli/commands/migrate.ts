import { defaultTarget } from '../../index.js'
import { defined } from '../../json/defined.js'
import { sharpMissing } from '../../node/inspect-images.js'
import { interruptionOf } from '../../node/instance/interruption.js'
import { rollbackCommand } from '../../node/instance/journals.js'
import { NoInstanceError } from '../../node/instance/read-instance.js'
import {
  applyMigration,
  faviconFor,
  type RestoredFolder,
  resumeMigration,
  rollbackMigration,
} from '../../node/migrations/apply.js'
import {
  InterruptedMigrationError,
  type MigrationOptions,
  type MigrationPlan,
  planMigration,
  type ServerOptions,
} from '../../node/migrations/plan-migration.js'
import type { FileToWrite } from '../../node/write-files.js'
import { writeFiles } from '../../node/write-themes.js'
import { plural } from '../../report/counts.js'
import { visible } from '../../report/visible.js'
import { defaultOpenCloudTarget, isOwnCloudTarget, targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import { flag, release, text } from '../option-table.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import { toJson } from '../render.js'
import { untilDone } from '../until-done.js'
import type { Command, Surroundings } from './command.js'
import {
  findingLimit,
  formatSwitch,
  formats,
  maxFindingsOf,
  themeNameChoices,
  themeNames,
} from './common-options.js'
import { isLeft, leftBy } from './migrate-left.js'
import { limitInventory, renderPlan, resultOf } from './migrate-report.js'
import { namedFolder, problemOfSettings, serverSettingsOf, settingsSwitches } from './server-settings.js'
import { readWebConfig, readWebOptions, webOptionSwitches } from './web-config.js'

/** Migrates the web assets of a whole instance to a release. */
export const migrateCommand: Command = {
  usage: [
    'migrate <data folder> [options]',
    'migrate <oCIS folder> --to <OpenCloud folder> [options]',
    'migrate --rollback <data folder>',
  ],
  about:
    'Migrates the themes and the uploaded logo of an instance: converts customised themes, deletes copies written by logo uploads, moves the logo. With --to it converts and copies them into the folder of an OpenCloud server, and only reads the old one. Without --apply it only shows the plan.',
  operands: 'folder',
  options: {
    target: release(
      targetIds,
      `the release (default ${defaultTarget}; with --to, and for an OpenCloud server, ${defaultOpenCloudTarget})`,
    ),
    to: text('FOLDER', 'data folder of the OpenCloud server that takes over; the other one is only read'),
    apply: flag('apply the plan, all or nothing (stop the server first)'),
    rollback: flag('undo the last --apply (in the folder of --to)'),
    ...settingsSwitches,
    ...webOptionSwitches,
    ...themeNames,
    'favicon-out': text('FILE', 'create a favicon from the logo'),
    report: text('FILE', 'write the ledgers (what happened to each value) as JSON'),
    ...findingLimit,
    force: flag('overwrite these files, and replace files in the folder of --to'),
    ...formatSwitch,
  },
  examples: [
    'theme-convert migrate /var/lib/ocis --web-config config.json',
    'theme-convert migrate /var/lib/ocis --web-config config.json --apply',
    'theme-convert migrate /var/lib/ocis --to /var/lib/opencloud --settings .env',
  ],
  async run(args, surroundings) {
    const isRollback = args.flag('rollback')
    if (args.flag('apply') && isRollback) {
      throw new UsageError('Use either --apply or --rollback, not both.')
    }
    const server = await serverSettingsOf(args, surroundings)
    // With --to, the other folder has the journal.
    const to = isRollback ? args.text('to') : undefined
    const named = to === undefined ? namedFolder(args, server) : { folder: to }
    if (named === undefined) {
      throw new UsageError('Pass the data folder to migrate, such as /var/lib/ocis.')
    }
    const where = { server, cwd: surroundings.place('.') }
    try {
      if (isRollback) return await rollBack(args, named.folder, where)
      return await migrate(args, named, where, surroundings)
    } catch (error) {
      const isOfSettings = to === undefined && args.files.length === 0
      if (!isOfSettings || !(error instanceof NoInstanceError)) throw error
      throw new UsageError(problemOfSettings(error.message, server))
    }
  },
}

/**
 * The server that is migrated.
 *
 * @throws UsageError where --to and --target don't fit
 */
function readServerOptions(args: Arguments, where: ServerOptions): ServerOptions {
  const target = args.choice('target', targetIds)
  const to = args.text('to')
  if (to !== undefined && target !== undefined && isOwnCloudTarget(target)) {
    throw new UsageError(
      `--to is for a migration to OpenCloud; to ${target} a server is migrated in its own folder. Leave --to out, or pass --target ${defaultOpenCloudTarget}.`,
    )
  }
  return defined({ ...where, target, to })
}

function readOptions(args: Arguments, surroundings: Surroundings): MigrationOptions {
  const webFile = args.text('web-config')
  return defined({
    webOptions: readWebOptions(args, surroundings),
    maxFindings: maxFindingsOf(args),
    replace: args.flag('force'),
    webConfig: webFile === undefined ? undefined : readWebConfig(webFile, surroundings),
    themeNames: args.choice('theme-names', themeNameChoices),
  })
}

const isJson = (args: Arguments) => args.choice('format', formats) === 'json'

async function rollBack(args: Arguments, folder: string, where: ServerOptions): Promise<Outcome> {
  const { result, signal } = await untilDone(() => rollbackMigration(folder, where))
  const { folder: root, restored, stopped, elsewhere } = result
  const problems = [...result.problems, ...sayStopped(signal, 'rolled back')]
  const others = args.text('to') === undefined ? elsewhere : []
  const hints = others.map((other) => `${other} has a migration to roll back: ${rollbackCommand(other)}`)
  const status = problems.length > 0 ? WRONG : restored.length === 0 && !stopped ? FINDINGS : FINE
  const rest = {
    status,
    messages: sayAll([...problems, ...hints]),
    applied: restored.length > 0,
  } as const
  const [own, ...parts] = restored
  if (isJson(args)) {
    const result = {
      folder: root,
      restored: own?.files ?? [],
      removed: own?.removed ?? [],
      parts: parts.map(({ folder: at, files, removed }) => ({ folder: at, restored: files, removed })),
    }
    return { ...rest, output: toJson(result) }
  }
  return {
    ...rest,
    output:
      restored.length === 0
        ? sayNothing(root, stopped, hints.length > 0)
        : restored.map(sayRestored).join(''),
  }
}

function sayNothing(root: string, isStopped: boolean, isElsewhere: boolean): string {
  const removed = isStopped ? ` ${resumed.stopped}` : ''
  const where =
    isStopped || isElsewhere
      ? ''
      : ' If a migration changed themes in another folder, pass that folder, or the settings that name it with --settings.'
  return `Nothing to roll back in ${visible(root)}.${removed}${where}\n`
}

function sayRestored({ folder, files, removed }: RestoredFolder): string {
  const parts = [
    [files, 'restored'],
    [removed, 'removed'],
  ] as const
  const done = parts.filter(([paths]) => paths.length > 0)
  const counts = done.map(([paths, what]) => `${plural(paths.length, 'file')} ${what}`)
  const lines = done.flatMap(([paths, what]) => paths.map((file) => `  ${what} ${visible(file)}\n`))
  return `Rolled back ${visible(folder)}: ${counts.join(', ')}.\n${lines.join('')}`
}

/** A signal came after the first step, and nothing may be half done. */
const sayStopped = (signal: string | undefined, what: string) =>
  signal === undefined ? [] : [`${signal} came too late: everything is ${what}, as listed.`]

const sayAll = (problems: readonly string[]) =>
  problems.map((problem) => `theme-convert: ${visible(problem)}\n`).join('')

async function migrate(
  args: Arguments,
  { folder, note }: { folder: string; note?: string },
  where: ServerOptions,
  surroundings: Surroundings,
): Promise<Outcome> {
  const apply = args.flag('apply')
  const server = readServerOptions(args, where)
  const options = { ...server, ...readOptions(args, surroundings) }
  const resume = apply
    ? await untilDone(() => resumeMigration(folder, server))
    : { result: { outcome: undefined, problems: [] }, signal: undefined }
  const earlier = resume.result
  const finished = earlier.outcome === undefined ? '' : `${resumed[earlier.outcome]}\n`
  if (resume.signal !== undefined) {
    const stopped = `${resume.signal}: stopped before the plan. Nothing else was changed.`
    return { status: WRONG, output: finished, messages: sayAll([...earlier.problems, stopped]) }
  }
  const plan = await planUnlessInterrupted(folder, options)
  if (typeof plan === 'string') return { status: FINDINGS, output: '', messages: sayAll([plan]) }
  const isDone = apply && plan.steps.length > 0
  const problems = [...earlier.problems]
  const beside = await filesBeside(args, plan)
  const files = beside.map(({ what, ...file }) => file)
  // All or nothing: these files are written with the steps of the plan.
  const cwd = surroundings.place('.')
  const done = isDone ? await untilDone(() => applyMigration(plan, { files, cwd })) : undefined
  const applied = done?.result
  if (applied === undefined) await writeFiles(files, { cwd })
  else problems.push(...applied.problems)
  problems.push(...sayStopped(done?.signal, 'applied'))
  const left = leftBy(plan)
  const verdict = isLeft(left) || (plan.steps.length > 0 && !apply) ? FINDINGS : FINE
  const images = plan.imagesInspected ? '' : `${sharpMissing}\n`
  const notes = [note, ...plan.notes].flatMap((said) => said ?? [])
  const rest = {
    status: problems.length === 0 ? verdict : WRONG,
    messages: sayAll(notes) + images + sayAll(problems),
    applied: isDone || files.length > 0 || earlier.outcome !== undefined,
  } as const
  const shown = limitInventory(plan, maxFindingsOf(args))
  if (isJson(args)) return { ...rest, output: toJson(resultOf(shown, isDone)) }
  const written = beside.map(({ what, file }) => `${what}: ${visible(file)}.\n`).join('')
  const folders = { folder, to: server.to }
  return {
    ...rest,
    output: finished + renderPlan(folders, shown, left, applied, surroundings.output) + written,
  }
}

const resumed = {
  finished: 'An earlier run was interrupted; it is finished now.',
  'rolled-back': 'An earlier run was interrupted; it is rolled back now.',
  stopped: 'An earlier run was stopped before it changed a file; what it left is removed.',
} as const

/** The plan, or what to do before there can be one. */
async function planUnlessInterrupted(
  folder: string,
  options: MigrationOptions,
): Promise<MigrationPlan | string> {
  try {
    return await planMigration(folder, options)
  } catch (error) {
    if (!(error instanceof InterruptedMigrationError)) throw error
    return interruptionOf(error.folder)?.says ?? error.message
  }
}

/** The files that are written beside the plan. */
async function filesBeside(args: Arguments, plan: MigrationPlan) {
  const overwrite = args.flag('force')
  const files: (FileToWrite & { readonly what: string })[] = []
  const add = (what: string, file: string, content: string | Uint8Array) =>
    files.push({ what, file, content, overwrite })
  const favicon = args.text('favicon-out')
  if (favicon !== undefined) add('Favicon', favicon, await faviconFor(plan))
  const report = args.text('report')
  if (report !== undefined) add('Report', report, toJson({ target: plan.target, files: plan.ledgers }))
  return files
}
