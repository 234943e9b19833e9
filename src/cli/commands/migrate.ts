import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { valueAt } from '../../document/pointer.js'
import { defaultTarget, resolve, targets, type WebOptions } from '../../index.js'
import { brandingFile } from '../../instance/instance.js'
import { planMigration } from '../../instance/migration.js'
import type { Plan, PlanFinding, Step } from '../../instance/plan.js'
import { type Settings, settingsOf } from '../../instance/settings.js'
import { JournalError, journalsFolder } from '../../node/instance/journal.js'
import { LockedError } from '../../node/instance/lock.js'
import { type InstanceFolder, NoInstanceError, readInstance } from '../../node/instance/read.js'
import {
  applyChanges,
  type FileChange,
  finishInterrupted,
  rollBack,
  standingOf,
  TransactionError,
} from '../../node/instance/transaction.js'
import { readInput } from '../../node/read.js'
import { assertFree, FileExistsError, writeWhole } from '../../node/write.js'
import { plural } from '../../report/counts.js'
import { shippedThemes } from '../../shipped/themes.js'
import { localFile } from '../../validate/values/images.js'
import type { Arguments } from '../arguments.js'
import type { Colors } from '../colors.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import { toJson } from '../render.js'
import type { Command } from './command.js'
import { formats } from './shared.js'
import { conversionTargets } from './targets.js'
import { readWebConfig, readWebOptions, webOptionSwitches } from './web-options.js'

/** Takes the web assets of a whole instance across to a release. */
export const migrateCommand: Command = {
  options: {
    target: { type: 'string' },
    apply: { type: 'boolean' },
    rollback: { type: 'boolean' },
    'env-file': { type: 'string' },
    ...webOptionSwitches,
    'theme-names': { type: 'string' },
    'favicon-out': { type: 'string' },
    force: { type: 'boolean' },
    format: { type: 'string' },
  },
  help: `Usage: theme-convert migrate <data folder> [options]
       theme-convert migrate --rollback <data folder>

Takes the themes and the uploaded logo of an instance across: converts what
people made, deletes what logo uploads left, moves the logo. Without --apply
it only says what it would do.

  --target TARGET       ${conversionTargets.join(', ')}
                        (default ${defaultTarget})
  --apply               do it; all of it, or nothing (stop the server first)
  --rollback            take the last --apply back
  --env-file FILE       the server's environment, if it is not this one
  --web-config FILE     old config.json of the web service, for its links
  --imprint-url URL, --privacy-url URL, --access-denied-help-url URL
                        the same links, one by one
  --theme-names keep|readable   keep the old keys as names, or make titles
  --favicon-out FILE    make a favicon of the logo (--force overwrites)
  --format pretty|json  for people (default) or programs

Examples:
  theme-convert migrate /var/lib/ocis --web-config config.json
  theme-convert migrate /var/lib/ocis --web-config config.json --apply
`,
  async run(args, { output }) {
    const settings = settingsOf(readEnvironment(args))
    const [folder = settings.data, ...others] = args.files
    if (folder === undefined || others.length > 0) {
      throw new UsageError('Name the one data folder to migrate, such as /var/lib/ocis.')
    }
    if (args.flag('apply') && args.flag('rollback')) {
      throw new UsageError('Give either --apply or --rollback, not both.')
    }
    try {
      const instance = readInstance(folder)
      return args.flag('rollback')
        ? takeBack(args, instance)
        : await migrate(args, folder, instance, settings, output)
    } catch (error) {
      if (!isExpected(error)) throw error
      return { status: WRONG, output: '', messages: `theme-convert: ${(error as Error).message}\n` }
    }
  },
}

const isExpected = (error: unknown) =>
  [NoInstanceError, FileExistsError, TransactionError, JournalError, LockedError].some(
    (kind) => error instanceof kind,
  )

function takeBack(args: Arguments, instance: InstanceFolder): Outcome {
  const files = rollBack(instance.root)
  if (args.choice('format', formats) === 'json') {
    return { status: FINE, output: toJson({ folder: instance.root, restored: files ?? [] }), messages: '' }
  }
  const said =
    files === undefined
      ? `There is nothing to take back in ${instance.root}.\n`
      : `Taken back: ${plural(files.length, 'file')} of ${instance.root} ${files.length === 1 ? 'is' : 'are'} as before.\n${files.map((file) => `  ${file}\n`).join('')}`
  return { status: FINE, output: said, messages: '' }
}

async function migrate(
  args: Arguments,
  folder: string,
  found: InstanceFolder,
  settings: Settings,
  colors: Colors,
): Promise<Outcome> {
  const apply = args.flag('apply')
  const isJson = args.choice('format', formats) === 'json'
  const { notes, ...options } = readOptions(args, settings, found)
  if (standingOf(found.root) === 'interrupted' && !apply) {
    return {
      status: FINDINGS,
      output: '',
      messages: `theme-convert: an earlier run in ${folder} was interrupted. Finish it with --apply, or take it back with --rollback.\n`,
    }
  }
  const finished =
    apply && standingOf(found.root) === 'interrupted' ? finishInterrupted(found.root) : undefined
  const instance = finished === undefined ? found : readInstance(folder)
  const plan = planMigration(instance, options)
  const images = await lookIntoImages(instance, plan)
  plan.findings.push(...images.findings)
  const favicon = await makeFavicon(args, instance, plan)
  const isDone = apply && plan.steps.length > 0
  if (isDone) applyChanges(instance.root, plan.target, changesOf(instance, plan))
  const hasErrors = plan.findings.some(({ severity }) => severity === 'error')
  const status = hasErrors || (plan.steps.length > 0 && !apply) ? FINDINGS : FINE
  if (favicon !== undefined) writeWhole(favicon.file, favicon.bytes)
  if (isJson) {
    const { root, assets } = instance
    const { target, findings } = plan
    const steps = plan.steps.map(withoutText)
    const result = { folder: root, assets, target, applied: isDone, steps, findings }
    return { status, output: toJson(result), messages: notes + images.note }
  }
  const earlier =
    finished === undefined
      ? ''
      : `An earlier run was interrupted; it is ${finished === 'done' ? 'finished' : 'taken back'} now.\n`
  const made = favicon === undefined ? '' : `The favicon is ${favicon.file}.\n`
  return {
    status,
    output: earlier + render(folder, instance, plan, isDone, colors) + made,
    messages: notes + images.note,
  }
}

function readOptions(args: Arguments, settings: Settings, instance: InstanceFolder) {
  const themeNames = args.choice('theme-names', ['keep', 'readable'])
  const notes: string[] = []
  const webOptions = { ...readConfiguration(args, settings, notes), ...readWebOptions(args) }
  const seen = path.join(instance.root, instance.assets)
  const elsewhere = [
    ['WEB_ASSET_PATH', settings.assets, seen],
    ['WEB_ASSET_THEMES_PATH', settings.themes, path.join(seen, 'themes')],
  ] as const
  for (const [name, setting, expected] of elsewhere) {
    if (setting === undefined || path.resolve(setting) === path.resolve(expected)) continue
    if (existsSync(setting) && realpathSync(setting) === expected) continue
    notes.push(
      `${name} is ${setting}, so the server reads that and not ${expected}: migrate that folder too.`,
    )
  }
  return {
    notes: notes.map((note) => `theme-convert: ${note}\n`).join(''),
    target: args.choice('target', conversionTargets) ?? defaultTarget,
    settings,
    webOptions,
    ...(themeNames !== undefined && { themeNames }),
  }
}

/** The old web options of the configuration that the settings name, unless another one is given. */
function readConfiguration(args: Arguments, { configuration }: Settings, notes: string[]): WebOptions {
  if (configuration === undefined || args.text('web-config') !== undefined) return {}
  if (existsSync(configuration)) return readWebConfig(configuration)
  notes.push(
    `WEB_UI_CONFIG_FILE is ${configuration}, which is not here. Give it with --web-config to take its links along.`,
  )
  return {}
}

function readEnvironment(args: Arguments): Readonly<Record<string, string | undefined>> {
  const file = args.text('env-file')
  if (file === undefined) return process.env
  const input = readInput(file)
  if (!('text' in input)) throw new UsageError(`--env-file ${file} can't be read: ${input.problem}`)
  return parseEnv(input.text) as Record<string, string>
}

/** Where an image is now that will be somewhere else. */
function placeNow({ steps }: Plan): (file: string) => string {
  const moved = new Map(steps.flatMap((step) => (step.action === 'move' ? [[step.to, step.file]] : [])))
  return (file) => moved.get(file) ?? file
}

/** Looks into the images that the themes will show, where somebody installed what that takes. */
async function lookIntoImages(
  instance: InstanceFolder,
  plan: Plan,
): Promise<{ findings: PlanFinding[]; note: string }> {
  const { documents, target } = plan
  if (documents.size === 0) return { findings: [], note: '' }
  const { imageFindings, imagesBelow, loadSharp, sharpMissing } = await import('../../node/images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) return { findings: [], note: `${sharpMissing}\n` }
  const lookUp = imagesBelow(sharp, path.join(instance.root, instance.assets), placeNow(plan))
  const branding = documents.get(brandingFile)
  const findings: PlanFinding[] = []
  for (const [file, document] of shownDocuments(plan)) {
    const found = await imageFindings(
      document,
      { target, ...(branding !== undefined && { branding }) },
      lookUp,
    )
    findings.push(...found.map((finding) => ({ file, ...finding })))
  }
  return { findings, note: '' }
}

/** The themes that will be shown; an uploaded logo alone is shown by a theme that the server brings along. */
function shownDocuments({ documents }: Plan): [string, unknown][] {
  const own = [...documents].filter(([file]) => file !== brandingFile)
  if (own.length > 0) return own
  return shippedThemes()
    .slice(-1)
    .map(({ document }) => [brandingFile, document])
}

/** A favicon made of the logo, where it is asked for. */
async function makeFavicon(
  args: Arguments,
  instance: InstanceFolder,
  plan: Plan,
): Promise<{ file: string; bytes: Buffer } | undefined> {
  const file = args.text('favicon-out')
  if (file === undefined) return undefined
  if (!args.flag('force')) assertFree(file)
  const { faviconOf, loadSharp } = await import('../../node/images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) throw new UsageError('--favicon-out needs sharp: npm install sharp.')
  const branding = plan.documents.get(brandingFile)
  const [document] = shownDocuments(plan).map(([, shown]) => shown)
  const { theme } = resolve(document, { target: plan.target, ...(branding !== undefined && { branding }) })
  const logo = localFile(String(valueAt(theme ?? null, '/logo/topbar') ?? ''))
  const root = path.join(instance.root, instance.assets)
  const bytes = logo === undefined ? undefined : await faviconOf(sharp, root, placeNow(plan)(logo))
  if (bytes === undefined) {
    throw new UsageError(`--favicon-out: there is no logo to make it of (${logo ?? 'none in the theme'}).`)
  }
  return { file, bytes }
}

/** The texts are in the files, or can be had by converting them. */
function withoutText(step: Step): Omit<Step, 'text'> {
  if (!('text' in step)) return step
  const { text, ...rest } = step
  return rest
}

function changesOf(instance: InstanceFolder, { steps }: Plan): FileChange[] {
  const below = (file: string) => (instance.assets === '' ? file : `${instance.assets}/${file}`)
  const bytesOf = (file: string) => readFileSync(path.join(instance.root, below(file)))
  const read = new Map(instance.themes.map(({ path: file, text = '' }) => [file, Buffer.from(text)]))
  const source = steps.find(({ action }) => action === 'delete') ?? steps[0]
  return steps.flatMap((step): FileChange[] => {
    const { action, file } = step
    const at = { path: below(file), like: below(file) }
    if (action === 'move') {
      const bytes = bytesOf(file)
      return [
        { path: below(step.to), like: below(file), content: bytes, expected: null },
        { ...at, content: null, expected: bytes },
      ]
    }
    if (action === 'write') {
      const content = Buffer.from(step.text)
      return [{ ...at, like: below(source?.file ?? file), content, expected: null }]
    }
    const content = action === 'convert' ? Buffer.from(step.text) : null
    return [{ ...at, content, expected: read.get(file) ?? null }]
  })
}

function render(
  folder: string,
  instance: InstanceFolder,
  plan: Plan,
  isDone: boolean,
  colors: Colors,
): string {
  const { title } = targets[plan.target]
  const { steps, findings } = plan
  const where = instance.assets === '' ? '' : ` (web assets in ${instance.assets})`
  const lines = [`${colors.bold(folder)}${where} → ${title} (${plan.target})`]
  steps.forEach((step, index) => {
    const to = step.action === 'move' ? ` to ${colors.cyan(step.to)}` : ''
    lines.push(`  ${index + 1}. ${colors.green(step.action)} ${colors.cyan(step.file)}${to}: ${step.reason}`)
  })
  if (steps.length === 0) lines.push('  Nothing to do.')
  const serious = findings.filter(({ severity }) => severity !== 'info')
  if (serious.length > 0) lines.push(`  ${plural(serious.length, 'thing')} to look at:`)
  for (const { file, pointer, message, code, severity } of serious) {
    const word = severity === 'error' ? colors.red('error: ') : ''
    lines.push(`  - ${word}${place(file, pointer, colors)}${message} ${colors.dim(`(${code})`)}`)
  }
  for (const { file, pointer, message } of findings.filter(({ severity }) => severity === 'info')) {
    lines.push(`  ${colors.dim(`${place(file, pointer)}${message}`)}`)
  }
  if (isDone) {
    lines.push(`Done. "theme-convert migrate --rollback ${folder}" takes it back; start the new server now.`)
    lines.push(`The files from before are in ${journalsFolder}; delete it when all is well.`)
  } else if (steps.length > 0) {
    lines.push('Nothing was touched. Stop the server, then add --apply to do this.')
  }
  return `${lines.join('\n')}\n`
}

function place(file: string, pointer: string, colors?: Colors): string {
  const text = pointer === '' ? file : `${file} ${pointer}`
  if (text === '') return ''
  return `${colors === undefined ? text : colors.cyan(text)}: `
}
