import { defaultTarget } from '../../index.js'
import { activeTheme } from '../../instance/active.js'
import { limitFindings } from '../../instance/limit-findings.js'
import { planMigration } from '../../instance/migration.js'
import type { Step } from '../../instance/plan.js'
import { WriteError } from '../../node/file-error.js'
import { applyPlan } from '../../node/instance/changes.js'
import { FaviconError, lookIntoImages, makeFavicon } from '../../node/instance/find-images.js'
import { rollbackCommand } from '../../node/instance/journals.js'
import { NoInstanceError, rootOf } from '../../node/instance/read-instance.js'
import { finishInterrupted, type Restored, rollBack, standingOf } from '../../node/instance/transaction.js'
import { TransactionError } from '../../node/instance/tree.js'
import type { ServerSettings } from '../../node/settings/read-settings.js'
import { writeAll } from '../../node/write-files.js'
import { plural } from '../../report/counts.js'
import { visible } from '../../report/visible.js'
import { defaultOpenCloudTarget, targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import { flag, release, text } from '../options.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import { toJson } from '../render.js'
import { chooseTarget } from './choose-target.js'
import type { Command, Surroundings } from './command.js'
import { readOptions, readServer } from './migrate-options.js'
import { elsewhereOf, renderPlan } from './migrate-report.js'
import { namedFolder, readServerSettings, settingsSwitches } from './server-settings.js'
import { findingLimit, formatSwitch, formats, maxFindingsOf, themeNames } from './shared.js'
import { webOptionSwitches } from './web-config.js'

/** Migrates the web assets of a whole instance to a release. */
export const migrateCommand: Command = {
  formats,
  usage: ['migrate <data folder> [options]', 'migrate --rollback <data folder>'],
  about:
    'Migrates the themes and the uploaded logo of an instance: converts customised themes, deletes copies written by logo uploads, moves the logo. Without --apply it only shows the plan.',
  operands: 'folder',
  options: {
    target: release(
      targetIds,
      `the release (default ${defaultTarget}; for an OpenCloud server ${defaultOpenCloudTarget}, whose themes are only checked)`,
    ),
    apply: flag('apply the plan, all or nothing (stop the server first)'),
    rollback: flag('undo the last --apply'),
    ...settingsSwitches,
    ...webOptionSwitches,
    ...themeNames,
    'favicon-out': text('FILE', 'create a favicon from the logo (--force overwrites)'),
    ...findingLimit,
    force: flag('let --favicon-out overwrite a file'),
    ...formatSwitch,
  },
  examples: [
    'theme-convert migrate /var/lib/ocis --web-config config.json',
    'theme-convert migrate /var/lib/ocis --web-config config.json --apply',
  ],
  async run(args, surroundings) {
    const server = await readServerSettings(args, surroundings)
    const named = await namedFolder(args, server)
    if (named === undefined) {
      throw new UsageError('Pass the data folder to migrate, such as /var/lib/ocis.')
    }
    const { folder } = named
    if (args.flag('apply') && args.flag('rollback')) {
      throw new UsageError('Use either --apply or --rollback, not both.')
    }
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
    restored === undefined
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
      parts: elsewhere.map(({ root: at, files }) => ({ folder: at, restored: files })),
    }
    return { ...rest, output: toJson(result) }
  }
  const nothing = `Nothing to roll back in ${visible(root)}.\n`
  return { ...rest, output: restored === undefined ? nothing : restored.map(sayRestored).join('') }
}

function sayRestored({ root, files }: Restored): string {
  const lines = files.map((file) => `  ${visible(file)}\n`)
  return `Rolled back: ${plural(files.length, 'file')} of ${visible(root)} restored.\n${lines.join('')}`
}

const sayAll = (problems: readonly string[]) =>
  problems.map((problem) => `theme-convert: ${visible(problem)}\n`).join('')

async function migrate(
  args: Arguments,
  { folder, note }: { folder: string; note?: string },
  server: ServerSettings,
  surroundings: Surroundings,
): Promise<Outcome> {
  const { place } = surroundings
  const apply = args.flag('apply')
  const isJson = args.choice('format', formats) === 'json'
  const { target, note: chosen } = chooseTarget(args, server, folder, surroundings)
  const { notes: said, ...options } = readOptions(args, server, target, surroundings)
  const { instance: found, ...known } = readServer(folder, server, options.target, surroundings)
  const { roots } = found.places
  const notes = [note, chosen, ...said]
    .flatMap((text) => text ?? [])
    .map((text) => `theme-convert: ${visible(text)}\n`)
    .join('')
  const interrupted = roots.find((root) => standingOf(root) === 'interrupted')
  if (interrupted !== undefined && !apply) {
    return {
      status: FINDINGS,
      output: '',
      messages: `theme-convert: an earlier run in ${visible(interrupted)} was interrupted, or is still running. Finish it with --apply, or undo it with --rollback.\n`,
    }
  }
  const settled = apply ? roots.map((root) => finishInterrupted(root)) : []
  const finished = settled.find(({ result }) => result !== undefined)?.result
  const left = settled.flatMap(({ problems }) => problems)
  const { instance } =
    finished === undefined ? { instance: found } : readServer(folder, server, options.target, surroundings)
  const maxFindings = maxFindingsOf(args)
  const plan = planMigration(instance, { ...options, ...known, maxFindings })
  const images = await lookIntoImages(instance, plan)
  const ofImages = limitFindings(images.findings, maxFindings)
  plan.findings.push(...ofImages.findings)
  plan.omitted.push(...ofImages.omitted)
  const faviconFile = args.text('favicon-out')
  const favicon =
    faviconFile === undefined ? undefined : await makeFavicon(instance, plan, activeTheme(options).file)
  const isDone = apply && plan.steps.length > 0
  const problems = [...left]
  const carryOut = () => {
    if (isDone) problems.push(...applyPlan(instance, plan))
  }
  if (favicon === undefined || faviconFile === undefined) carryOut()
  // Both or none: if the favicon can't be written nothing is done, and it is removed if the rest fails.
  else {
    const mayReplace = args.flag('force')
    writeAll([{ file: faviconFile, at: place(faviconFile), content: favicon, mayReplace }], carryOut)
  }
  const hasErrors = plan.findings.some(({ severity }) => severity === 'error')
  const verdict = hasErrors || plan.byHand.length > 0 || (plan.steps.length > 0 && !apply) ? FINDINGS : FINE
  const rest = {
    status: problems.length === 0 ? verdict : WRONG,
    messages: notes + images.note + sayAll(problems),
    applied: isDone || favicon !== undefined || finished !== undefined,
  } as const
  if (isJson) {
    const { root, assets } = instance
    const { target, findings, omitted, byHand, inventory } = plan
    const steps = plan.steps.map(withoutText)
    const parts = elsewhereOf(instance)
    const result = {
      folder: root,
      assets,
      parts,
      target,
      applied: isDone,
      steps,
      findings,
      ...(omitted.length > 0 && { omitted }),
      byHand,
      inventory,
    }
    return { ...rest, output: toJson(result) }
  }
  const earlier =
    finished === undefined
      ? ''
      : `An earlier run was interrupted; it is ${finished === 'done' ? 'finished' : 'rolled back'} now.\n`
  const made = favicon === undefined ? '' : `Favicon: ${visible(`${faviconFile}`)}.\n`
  return {
    ...rest,
    output: earlier + renderPlan(folder, instance, plan, isDone, surroundings.output) + made,
  }
}

/** The texts are in the files, or can be had by converting them. */
function withoutText(step: Step): Omit<Step, 'text'> {
  if (!('text' in step)) return step
  const { text, ...rest } = step
  return rest
}
