import { version } from '../../package.json'
import { reasonOf } from '../node/read.js'
import { readArguments } from './arguments.js'
import { colorsFor } from './colors.js'
import type { Command } from './commands/command.js'
import { convertCommand } from './commands/convert.js'
import { detectCommand } from './commands/detect.js'
import { resolveCommand } from './commands/resolve.js'
import { validateCommand } from './commands/validate.js'
import { nearest } from './nearest.js'
import { type Outcome, UsageError, WRONG } from './outcome.js'

const commands: Readonly<Record<string, Command>> = {
  convert: convertCommand,
  validate: validateCommand,
  detect: detectCommand,
  resolve: resolveCommand,
}

const help = `Usage: theme-convert [convert] <file|-> [options]
       theme-convert validate <file…|-> [options]
       theme-convert detect <file…|-> [options]
       theme-convert resolve <file|-> [options]

Converts, checks and explains the theme.json of ownCloud Web.

  convert   a theme of any generation into one for a release of oCIS
  validate  tells whether a release accepts a theme and shows it
  detect    tells which generation a file is of
  resolve   tells what a client ends up with, and where each value is from

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
function run(values: readonly string[]): Outcome {
  const [first, ...rest] = values
  if (first === undefined) return { status: WRONG, output: '', messages: help }
  if (first === '--help' || first === '-h' || first === 'help')
    return { status: 0, output: help, messages: '' }
  if (first === '--version' || first === '-v') return { status: 0, output: `${version}\n`, messages: '' }
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined
  const command = named ?? convertCommand
  const args = named === undefined ? values : rest
  if (args.includes('--help') || args.includes('-h')) return { status: 0, output: command.help, messages: '' }
  if (named === undefined && !first.startsWith('-') && !/[./\\]/.test(first)) {
    const guess = nearest(first, Object.keys(commands))
    if (guess !== undefined)
      throw new UsageError(`There is no verb ${JSON.stringify(first)}. Did you mean ${guess}?`)
  }
  return command.run(readArguments(args, command.options), {
    output: colorsFor(process.stdout),
    messages: colorsFor(process.stderr),
  })
}

function outcomeOf(values: readonly string[]): Outcome {
  try {
    return run(values)
  } catch (error) {
    if (process.env['THEME_CONVERT_DEBUG']) throw error
    if (error instanceof UsageError)
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
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const { status, output, messages } = outcomeOf(process.argv.slice(2))
process.exitCode = status
process.stderr.write(messages)
process.stdout.write(output)
