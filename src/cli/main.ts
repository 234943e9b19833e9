import { version } from '../../package.json'
import { nearest } from '../document/nearest.js'
import { WriteError, writeError } from '../node/file-error.js'
import { reasonOf } from '../node/read.js'
import { readArguments } from './arguments.js'
import { colorsFor } from './colors.js'
import type { Command } from './commands/command.js'
import { type Outcome, UsageError, WRONG } from './outcome.js'

/** The verbs. Each loads only what it needs, because most of the time of a call is the loading. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  convert: async () => (await import('./commands/convert.js')).convertCommand,
  validate: async () => (await import('./commands/validate.js')).validateCommand,
  detect: async () => (await import('./commands/detect.js')).detectCommand,
  resolve: async () => (await import('./commands/resolve.js')).resolveCommand,
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand,
  explain: async () => (await import('./commands/explain.js')).explainCommand,
}

const help = `Usage: theme-convert [convert] <file|-> [options]
       theme-convert validate <file…|-> [options]
       theme-convert detect <file…|-> [options]
       theme-convert resolve <file|-> [options]
       theme-convert migrate <data folder> [options]
       theme-convert explain [code…]

Converts, checks and explains the theme.json of ownCloud Web.

  convert   a theme of any generation into one for a release of oCIS
  validate  tells whether a release accepts a theme and shows it
  detect    tells which generation a file is of
  resolve   tells what a client ends up with, and where each value is from
  migrate   takes themes and logo of a whole instance across
  explain   says why a kind of finding matters, with examples

  <verb> --help  the options of a verb
  --version      the version

The result goes to standard output, everything else to standard error.
Exit status: 0 fine, 1 findings or a needed conversion, 2 wrong use or
unreadable input.

Examples:
  theme-convert theme.json -o new.json
  theme-convert theme.json --check
  theme-convert validate --target ocis-7 theme.json
`

/** Carries out one call. */
async function run(values: readonly string[]): Promise<Outcome> {
  const [first, ...rest] = values
  if (first === undefined) return { status: WRONG, output: '', messages: help }
  if (first === '--help' || first === '-h' || first === 'help')
    return { status: 0, output: help, messages: '' }
  if (first === '--version' || first === '-v') return { status: 0, output: `${version}\n`, messages: '' }
  const isVerb = Object.hasOwn(commands, first)
  if (!isVerb && !first.startsWith('-') && !/[./\\]/.test(first)) {
    const guess = nearest(first, Object.keys(commands))
    if (guess !== undefined)
      throw new UsageError(`There is no verb ${JSON.stringify(first)}. Did you mean ${guess}?`)
  }
  const command = await (commands[isVerb ? first : 'convert'] as () => Promise<Command>)()
  const args = isVerb ? rest : values
  if (args.includes('--help') || args.includes('-h')) return { status: 0, output: command.help, messages: '' }
  return command.run(readArguments(args, command.options), {
    output: colorsFor(process.stdout),
    messages: colorsFor(process.stderr),
    write: (text) => writeTo(process.stdout, text),
    say: (text) => writeTo(process.stderr, text),
    isWatched: process.stderr.isTTY === true,
  })
}

/** Writes a text; resolves when it is written, or can't be any more. */
function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === '') resolve()
    else stream.write(text, () => resolve())
  })
}

async function outcomeOf(values: readonly string[]): Promise<Outcome> {
  try {
    return await run(values)
  } catch (error) {
    if (process.env['THEME_CONVERT_DEBUG']) throw error
    if (error instanceof UsageError || error instanceof WriteError)
      return { status: WRONG, output: '', messages: `theme-convert: ${error.message}\n` }
    if (error instanceof Error && 'syscall' in error) {
      const { path } = error as NodeJS.ErrnoException
      return {
        status: WRONG,
        output: '',
        messages: `theme-convert: ${path ?? 'A file'}: ${reasonOf(error)}\n`,
      }
    }
    const message = error instanceof Error ? error.message : String(error)
    return {
      status: WRONG,
      output: '',
      messages: `theme-convert: this is a fault of the program (${message}). Please report it with the file that caused it.\n`,
    }
  }
}

// Whoever reads the output may stop reading; that is no error.
for (const [name, stream] of [
  ['Standard output', process.stdout],
  ['Standard error', process.stderr],
] as const) {
  let isSaid = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = WRONG
    if (!isSaid && stream !== process.stderr) {
      process.stderr.write(`theme-convert: ${writeError(name, error).message}\n`)
    }
    isSaid = true
  })
}

void outcomeOf(process.argv.slice(2)).then(({ status, output, messages }) => {
  process.exitCode = status
  process.stderr.write(messages)
  process.stdout.write(output)
})
