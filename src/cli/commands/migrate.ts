import { defaultTarget } from '../../index.js'
import { activeTheme } from '../../instance/active.js'
import { limitFindings } from '../../instance/limit-findings.js'
import type { Plan } from '../../instance/plan.js'
import { WriteError } from '../../node/file-error.js'
import { applyPlan } from '../../node/instance/changes.js'
import {
  FaviconError,
  type FileFinder,
  finderOf,
  lookIntoImages,
  makeFavicon,
} from '../../node/instance/find-images.js'
import { rollbackCommand } from '../../node/instance/journals.js'
import { NoInstanceError, rootOf } from '../../node/instance/read-instance.js'
import { finishInterrupted, type Restored, rollBack, standingOf } from '../../node/instance/transaction.js'
import { TransactionError } from '../../node/instance/tree.js'
import type { ServerSettings } from '../../node/settings/read-settings.js'
import { type Write, writeAll } from '../../node/write-files.js'
import { plural } from '../../report/counts.js'
import { visible } from '../../report/visible.js'
import { defaultOpenCloudTarget, targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import { flag, release, text } from '../options.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import { toJson } from '../render.js'
import type { Command, Surroundings } from './command.js'
import { readOptions, readServer } from './migrate-options.js'
import { limitInventory, renderPlan, resultOf } from './migrate-report.js'
import { readSite, type Site, targetOfMigration } from './migrate-site.js'
import { namedFolder, readServerSettings, settingsSwitches } from './server-settings.js'
import { findingLimit, formatSwitch, formats, maxFindingsOf, themeNames } from './shared.js'
import { webOptionSwitches } from './web-config.js'

/** Migrates the web assets of a whole instance to a release. */
export const migrateCommand: Command = {
  formats,
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
    'theme-convert migrate /var/lib/ocis --to /var/lib/opencloud --env-file .env',
  ],
  async run(args, surroundings) {
    if (args.flag('apply') && args.flag('rollback')) {
      throw new UsageError('Use either --apply or --rollback, not both.')
    }
    const server = await readServerSettings(args, surroundings)
    // What was applied is noted in the folder that it was applied to.
    const to = args.flag('rollback') ? args.text('to') : undefined
    const named = to === undefined ? await namedFolder(args, server) : { folder: to }
    if (named === undefined) {
      throw new UsageError('Pass the data folder to migrate, such as /var/lib/ocis.')
    }
    const { folder } = named
    try {
      return args.flag('rollback')
        ? takeBack(args, folder, server, surroundings)
        : await migrate(args, named, server, surroundings)
    } catch (error) {
      if (!isExpected(error)) throw error
      return { status: WRONG, output: '', messages: `theme-convert: ${visible((error as Error).message)}\n` }
    }
  },
}

const isExpected = (error: unknown) =>
  [NoInstanceError, FaviconError, WriteError, TransactionError].some((kind) => error instanceof kind)

function takeBack(
  args: Arguments,
  folder: string,
  server: ServerSettings,
  surroundings: Surroundings,
): Outcome {
  const { place } = surroundings
  const isJson = args.choice('format', formats) === 'json'
  const root = rootOf(folder, place(folder))
  const { result: restored, problems } = rollBack(root)
  // Without anything to roll back, the folder may be the wrong one.
  const parts =
    restored === undefined && args.text('to') === undefined
      ? readServer(folder, server, defaultTarget, surroundings).instance.places.roots
      : []
  const others = parts.filter((other) => other !== root && standingOf(other) !== 'clean')
  const hints = others.map((other) => `${other} has something to take back: ${rollbackCommand(other)}`)
  const status = problems.length > 0 ? WRONG : hints.length > 0 ? FINDINGS : FINE
  const rest = {
    status,
    messages: sayAll([...problems, ...hints]),
    applied: restored !== undefined,
  } as const
  const [own, ...elsewhere] = restored ?? []
  if (isJson) {
    const result = {
      folder: root,
      restored: own?.files ?? [],
      removed: own?.removed ?? [],
      parts: elsewhere.map(({ root: at, files, removed }) => ({ folder: at, restored: files, removed })),
    }
    return { ...rest, output: toJson(result) }
  }
  const nothing = `Nothing to roll back in ${visible(root)}.\n`
  return { ...rest, output: restored === undefined ? nothing : restored.map(sayRestored).join('') }
}

function sayRestored({ root, files, removed }: Restored): string {
  const parts = [
    [files, 'restored'],
    [removed, 'removed'],
  ] as const
  const done = parts.filter(([paths]) => paths.length > 0)
  const counts = done.map(([paths, what]) => `${plural(paths.length, 'file')} ${what}`)
  const lines = done.flatMap(([paths, what]) => paths.map((file) => `  ${what} ${visible(file)}\n`))
  return `Rolled back ${visible(root)}: ${counts.join(', ')}.\n${lines.join('')}`
}

const sayAll = (problems: readonly string[]) =>
  problems.map((problem) => `theme-convert: ${visible(problem)}\n`).join('')

async function migrate(
  args: Arguments,
  { folder, note }: { folder: string; note?: string },
  server: ServerSettings,
  surroundings: Surroundings,
): Promise<Outcome> {
  const apply = args.flag('apply')
  const isJson = args.choice('format', formats) === 'json'
  const { target, note: chosen } = targetOfMigration(args, server, folder, surroundings)
  const { notes: said, ...options } = readOptions(args, server, target, surroundings)
  const read = () => readSite(folder, args.text('to'), server, target, surroundings)
  const found = read()
  const notes = [note, chosen, ...said]
    .flatMap((text) => text ?? [])
    .map((text) => `theme-convert: ${visible(text)}\n`)
    .join('')
  const interrupted = interruptedRoot(found, apply)
  if (interrupted !== undefined) {
    return {
      status: FINDINGS,
      output: '',
      messages: `theme-convert: an earlier run in ${visible(interrupted)} was interrupted, or is still running. Finish it with --apply, or undo it with --rollback.\n`,
    }
  }
  const settled = apply ? found.instance.places.roots.map((root) => finishInterrupted(root)) : []
  const finished = settled.find(({ result }) => result !== undefined)?.result
  const left = settled.flatMap(({ problems }) => problems)
  const site = finished === undefined ? found : read()
  const { instance, source } = site
  const maxFindings = maxFindingsOf(args)
  const plan = site.plan({ ...options, maxFindings, mayReplace: args.flag('force') })
  const at = finderOf(instance, plan, source)
  const images = await lookIntoImages(at, plan)
  const ofImages = limitFindings(images.findings, maxFindings)
  plan.findings.push(...ofImages.findings)
  plan.omitted.push(...ofImages.omitted)
  const isDone = apply && plan.steps.length > 0
  const problems = [...left]
  const writes = await filesBeside(args, plan, at, activeTheme(options).file, surroundings)
  const carryOut = () => {
    if (isDone) problems.push(...applyPlan(instance, plan, source))
  }
  // All or none: where one can't be written nothing is done, and they go again when the rest fails.
  writeAll(writes, carryOut)
  const hasErrors = plan.findings.some(({ severity }) => severity === 'error')
  const verdict = hasErrors || plan.byHand.length > 0 || (plan.steps.length > 0 && !apply) ? FINDINGS : FINE
  const rest = {
    status: problems.length === 0 ? verdict : WRONG,
    messages: notes + images.note + sayAll(problems),
    applied: isDone || writes.length > 0 || finished !== undefined,
  } as const
  const shown = limitInventory(plan, maxFindings)
  if (isJson) return { ...rest, output: toJson(resultOf(site, shown, isDone)) }
  const earlier =
    finished === undefined
      ? ''
      : `An earlier run was interrupted; it is ${finished === 'done' ? 'finished' : 'rolled back'} now.\n`
  const written = writes.map(({ what, file }) => `${what}: ${visible(file)}.\n`).join('')
  return {
    ...rest,
    output: earlier + renderPlan(folder, site, shown, isDone, surroundings.output) + written,
  }
}

/** A folder with an earlier run that this one can't finish: it finishes what is to be changed only. */
function interruptedRoot({ instance, source }: Site, apply: boolean): string | undefined {
  const roots = [...(apply ? [] : instance.places.roots), ...(source?.places.roots ?? [])]
  return roots.find((root) => standingOf(root) === 'interrupted')
}

/** The files that are written beside the plan. */
async function filesBeside(
  args: Arguments,
  plan: Plan,
  at: FileFinder,
  active: string,
  { place }: Surroundings,
): Promise<(Write & { what: string })[]> {
  const writes: (Write & { what: string })[] = []
  const add = (what: string, file: string, content: string | Buffer) =>
    writes.push({ what, file, at: place(file), content, mayReplace: args.flag('force') })
  const favicon = args.text('favicon-out')
  if (favicon !== undefined) add('Favicon', favicon, await makeFavicon(at, plan, active))
  const report = args.text('report')
  if (report !== undefined) add('Report', report, toJson({ target: plan.target, files: plan.ledgers }))
  return writes
}
