import path from 'node:path'
import { nearest } from '../findings/nearest.js'
import { quoted } from '../json/quoted.js'
import { FileExistsError } from '../node/file-error.js'
import { mayBeThere } from '../node/is-there.js'
import { readInput } from '../node/read-file.js'
import type { StandardStream } from '../node/standard-stream.js'
import { sentenceOf } from '../node/system-errors.js'
import { visible } from '../report/visible.js'
import type { Environment } from '../settings/settings.js'
import { readArguments } from './arguments.js'
import type { Verb } from './commands/command.js'
import { helpOf, mainHelp } from './help-text.js'
import { FINE, isForUser, type Outcome, UsageError, WRONG } from './outcome.js'
import { colorsFor } from './terminal.js'
import { verbs } from './verbs.js'

/** Options that mean a verb. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
])

/** What other tools call a verb or one of its options. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ['apply', 'migrate --apply'],
  ['check', 'validate'],
  ['diff', 'preview'],
  ['lint', 'validate'],
  ['rollback', 'migrate --rollback'],
  ['undo', 'migrate --rollback'],
  ['upgrade', 'migrate'],
])

/** A call of the command, with everything it uses but the file system. */
export interface Call {
  /** The arguments behind the name of the program. */
  readonly args: readonly string[]
  /** Reads standard input to its end. */
  readonly stdin: () => Buffer
  readonly stdout: StandardStream
  readonly stderr: StandardStream
  readonly env: Environment
  /** The absolute path of the folder where relative names start. */
  readonly cwd: string
  /** Resolves when the user stops a long-running command; without it, such a command ends at once. */
  readonly stopped?: () => Promise<void>
  /** Whether files were written: set before anything is printed, for the message when printing fails. */
  readonly progress?: { isApplied: boolean }
}

/**
 * Carries out one call of the command.
 *
 * @returns the exit status, when all is written
 */
export async function runCommand(call: Call): Promise<Outcome['status']> {
  const { status, output, messages, applied = false } = await outcomeOf(call)
  if (call.progress !== undefined) call.progress.isApplied = applied
  await writeTo(call.stderr, messages)
  await writeTo(call.stdout, output)
  return status
}

async function run({ args: values, stdin, stdout, stderr, env, cwd, stopped }: Call): Promise<Outcome> {
  const [first, ...rest] = values
  if (first === undefined) return { status: WRONG, output: '', messages: mainHelp(verbs) }
  const name = aliases.get(first) ?? first
  const verb = verbs.get(name)
  if (verb === undefined && !first.startsWith('-') && !/[./\\]/.test(first)) {
    const isThere = mayBeThere(path.resolve(cwd, first))
    const guess = (isThere ? undefined : otherWords.get(first)) ?? nearest(first, verbs.keys())
    if (guess !== undefined) throw new UsageError(`Unknown command ${quoted(first)}. Did you mean ${guess}?`)
    if (!isThere)
      throw new UsageError(
        `${quoted(first)} is neither a command nor a file. The commands are ${[...verbs.keys()].join(', ')}.`,
      )
  }
  const command = await (verb ?? (verbs.get('convert') as Verb)).load()
  const args = verb === undefined ? values : rest
  if (args.includes('--help') || args.includes('-h'))
    return { status: FINE, output: helpOf(command), messages: '' }
  return command.run(readArguments(args, command.options), {
    environment: env,
    place: (name) => path.resolve(cwd, name),
    read: (name) => readInput(name, { cwd, stdin }),
    output: colorsFor(stdout, env),
    messages: colorsFor(stderr, env),
    write: (text) => writeTo(stdout, text),
    say: (text) => writeTo(stderr, text),
    stopped: () => stopped?.() ?? Promise.resolve(),
    isErrorTerminal: stderr.isTTY === true,
    isOutputTerminal: stdout.isTTY === true,
  })
}

/** Writes a text; resolves when it is written or the stream is closed. */
function writeTo(stream: StandardStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === '') resolve()
    else stream.write(text, () => resolve())
  })
}

async function outcomeOf(call: Call): Promise<Outcome> {
  try {
    return await run(call)
  } catch (error) {
    if (call.env['THEME_CONVERT_DEBUG']) throw error
    return { status: WRONG, output: '', messages: `theme-convert: ${visible(messageOf(error))}\n` }
  }
}

function messageOf(error: unknown): string {
  if (error instanceof FileExistsError)
    return `${error.file} exists already. Choose another file, or overwrite it with --force.`
  if (isForUser(error)) return error.message
  if (error instanceof Error && 'syscall' in error) return sentenceOf(error)
  const message = error instanceof Error ? error.message : String(error)
  return `internal error (${message}). Please report it with the file that caused it.`
}
