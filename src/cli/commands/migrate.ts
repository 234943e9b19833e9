import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { defaultTarget, targets } from '../../index.js'
import { planMigration } from '../../instance/migration.js'
import type { Plan, Step } from '../../instance/plan.js'
import { settingsOf } from '../../instance/settings.js'
import { JournalError } from '../../node/instance/journal.js'
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
import { plural } from '../../report/counts.js'
import type { Arguments } from '../arguments.js'
import type { Colors } from '../colors.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import { toJson } from '../render.js'
import type { Command } from './command.js'
import { formats } from './shared.js'
import { conversionTargets } from './targets.js'
import { readWebOptions, webOptionSwitches } from './web-options.js'

/** Takes the web assets of a whole instance across to a release. */
export const migrateCommand: Command = {
  options: {
    target: { type: 'string' },
    apply: { type: 'boolean' },
    rollback: { type: 'boolean' },
    'env-file': { type: 'string' },
    ...webOptionSwitches,
    'theme-names': { type: 'string' },
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
  --env-file FILE       the server's environment, where it is not this one
  --web-config FILE     old config.json of the web service, for its links
  --imprint-url URL, --privacy-url URL, --access-denied-help-url URL
                        the same links, one by one
  --theme-names keep|readable   keep the old keys as names, or make titles
  --format pretty|json  for people (default) or programs

Examples:
  theme-convert migrate /var/lib/ocis --web-config config.json
  theme-convert migrate /var/lib/ocis --web-config config.json --apply
`,
  run(args, { output }) {
    const [folder, ...others] = args.files
    if (folder === undefined || others.length > 0) {
      throw new UsageError('Name the one data folder to migrate, such as /var/lib/ocis.')
    }
    if (args.flag('apply') && args.flag('rollback')) {
      throw new UsageError('Give either --apply or --rollback, not both.')
    }
    try {
      const instance = readInstance(folder)
      return args.flag('rollback') ? takeBack(args, instance) : migrate(args, folder, instance, output)
    } catch (error) {
      if (!isExpected(error)) throw error
      return { status: WRONG, output: '', messages: `theme-convert: ${(error as Error).message}\n` }
    }
  },
}

const isExpected = (error: unknown) =>
  [NoInstanceError, TransactionError, JournalError, LockedError].some((kind) => error instanceof kind)

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

function migrate(args: Arguments, folder: string, found: InstanceFolder, colors: Colors): Outcome {
  const apply = args.flag('apply')
  const isJson = args.choice('format', formats) === 'json'
  const options = readOptions(args)
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
  const isDone = apply && plan.steps.length > 0
  if (isDone) applyChanges(instance.root, plan.target, changesOf(instance, plan))
  const hasErrors = plan.findings.some(({ severity }) => severity === 'error')
  const status = hasErrors || (plan.steps.length > 0 && !apply) ? FINDINGS : FINE
  if (isJson) {
    const { root, assets } = instance
    const steps = plan.steps.map(withoutText)
    return {
      status,
      output: toJson({
        folder: root,
        assets,
        target: plan.target,
        applied: isDone,
        steps,
        findings: plan.findings,
      }),
      messages: '',
    }
  }
  const earlier =
    finished === undefined
      ? ''
      : `An earlier run was interrupted; it is ${finished === 'done' ? 'finished' : 'taken back'} now.\n`
  return { status, output: earlier + render(folder, instance, plan, isDone, colors), messages: '' }
}

function readOptions(args: Arguments) {
  const themeNames = args.choice('theme-names', ['keep', 'readable'])
  const webOptions = readWebOptions(args)
  return {
    target: args.choice('target', conversionTargets) ?? defaultTarget,
    settings: settingsOf(readEnvironment(args)),
    ...(webOptions !== undefined && { webOptions }),
    ...(themeNames !== undefined && { themeNames }),
  }
}

function readEnvironment(args: Arguments): Readonly<Record<string, string | undefined>> {
  const file = args.text('env-file')
  if (file === undefined) return process.env
  const input = readInput(file)
  if (!('text' in input)) throw new UsageError(`--env-file ${file} can't be read: ${input.problem}`)
  return parseEnv(input.text) as Record<string, string>
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
