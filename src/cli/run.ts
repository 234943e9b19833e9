import path from 'node:path'
import { version } from '../../package.json'
import { nearest } from '../findings/nearest.js'
import { quoted } from '../json/quoted.js'
import { WriteError } from '../node/file-error.js'
import { readInput, reasonOf } from '../node/read-file.js'
import { visible } from '../report/visible.js'
import { readArguments } from './arguments.js'
import type { Command } from './commands/command.js'
import { type Outcome, UsageError, WRONG } from './outcome.js'
import { colorsFor } from './terminal.js'

/** The verbs. Each loads only what it needs, because most of the time of a call is the loading. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  convert: async () => (await import('./commands/convert.js')).convertCommand,
  validate: async () => (await import('./commands/validate.js')).validateCommand,
  detect: async () => (await import('./commands/detect.js')).detectCommand,
  resolve: async () => (await import('./commands/resolve.js')).resolveCommand,
  preview: async () => (await import('./commands/preview.js')).previewCommand,
  branding: async () => (await import('./commands/branding.js')).brandingCommand,
  doctor: async () => (await import('./commands/doctor.js')).doctorCommand,
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand,
  explain: async () => (await import('./commands/explain.js')).explainCommand,
}

const help = `Usage: theme-convert [convert] <file|-> [options]
       theme-convert validate <file…|-> [options]
       theme-convert detect <file…|-> [options]
       theme-convert resolve <file|-> [options]
       theme-convert preview <file|-> [options]
       theme-convert branding [options]
       theme-convert doctor [data folder] [options]
       theme-convert migrate <data folder> [options]
       theme-convert explain [code…]

Converts and checks the theme.json of ownCloud Web and OpenCloud.

  convert   converts a theme of any generation to a release of oCIS or OpenCloud
  validate  checks that a release accepts and renders a theme
  detect    detects the generation of a file
  resolve   shows the final values of a theme, and where each comes from
  preview   draws what users will see, before and after
  branding  makes a branding file from a name, a logo and links
  doctor    shows what an upgrade of the server changes, and what to set
  migrate   migrates the themes and the logo of a whole instance
  explain   explains a finding, with examples

  <command> --help  the options of a command
  --version         the version

The result goes to standard output, everything else to standard error.
Exit status: 0 success, 1 findings or conversion needed, 2 wrong usage or
unreadable input.

Examples:
  theme-convert theme.json -o new.json
  theme-convert theme.json --check
  theme-convert validate --target ocis-7 theme.json
`

/** A stream of text; those of Node fit. */
export interface TextStream {
  write(text: string, done: () => void): unknown
  readonly isTTY?: boolean
}

/** The environment of a call: everything but the file system. */
export interface Call {
  /** The arguments behind the name of the program. */
  readonly args: readonly string[]
  /** Reads standard input to its end. */
  readonly stdin: () => Buffer
  readonly stdout: TextStream
  readonly stderr: TextStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** The absolute path of the folder where relative names start. */
  readonly cwd: string
  /** Resolves when the user ends a command that goes on by itself; without it such a command ends at once. */
  readonly stopped?: () => Promise<void>
  /** Notes whether files were written, before anything is printed: still true if printing fails. */
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
  if (first === undefined) return { status: WRONG, output: '', messages: help }
  if (first === '--help' || first === '-h' || first === 'help')
    return { status: 0, output: help, messages: '' }
  if (first === '--version' || first === '-v') return { status: 0, output: `${version}\n`, messages: '' }
  const isVerb = Object.hasOwn(commands, first)
  if (!isVerb && !first.startsWith('-') && !/[./\\]/.test(first)) {
    const guess = nearest(first, Object.keys(commands))
    if (guess !== undefined) throw new UsageError(`Unknown command ${quoted(first)}. Did you mean ${guess}?`)
  }
  const command = await (commands[isVerb ? first : 'convert'] as () => Promise<Command>)()
  const args = isVerb ? rest : values
  if (args.includes('--help') || args.includes('-h')) return { status: 0, output: command.help, messages: '' }
  return command.run(readArguments(args, command.options), {
    environment: env,
    place: (name) => path.resolve(cwd, name),
    read: (name) => readInput(name, { cwd, stdin }),
    output: colorsFor(stdout, env),
    messages: colorsFor(stderr, env),
    write: (text) => writeTo(stdout, text),
    say: (text) => writeTo(stderr, text),
    stopped: () => stopped?.() ?? Promise.resolve(),
    isWatched: stderr.isTTY === true,
  })
}

/** Writes a text; resolves when it is written or the stream is closed. */
function writeTo(stream: TextStream, text: string): Promise<void> {
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
    return { status: WRONG, output: '', messages: `theme-convert: ${visible(sayWrong(error))}\n` }
  }
}

function sayWrong(error: unknown): string {
  if (error instanceof UsageError || error instanceof WriteError) return error.message
  if (error instanceof Error && 'syscall' in error)
    return `${(error as NodeJS.ErrnoException).path ?? 'A file'}: ${reasonOf(error)}`
  const message = error instanceof Error ? error.message : String(error)
  return `internal error (${message}). Please report it with the file that caused it.`
}
