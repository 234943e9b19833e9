import { quoted } from '../../json/quoted.js'
import type { Input } from '../../node/read-file.js'
import type { Colors } from '../../report/reporter.js'
import type { Environment } from '../../settings/settings.js'
import type { Arguments } from '../arguments.js'
import type { Options } from '../option-table.js'
import { type Outcome, UsageError } from '../outcome.js'

/** What a command uses of its environment. */
export interface Surroundings {
  /** The environment variables. */
  readonly environment: Environment
  /** The absolute path of a named file; messages use the name as given. */
  place(name: string): string
  /** Reads a named file, or standard input for `-`. */
  read(name: string): Input
  /** Colours for standard output. */
  readonly output: Colors
  /** Colours for standard error. */
  readonly messages: Colors
  /** Writes to standard output while the command still runs; resolves when the text is on its way. */
  write(text: string): Promise<void>
  /** Writes to standard error while the command still runs. */
  say(text: string): Promise<void>
  /** Resolves when the user stops a long-running command; at once where that isn't possible. */
  stopped(): Promise<void>
  /** Whether standard error is a terminal. */
  readonly isErrorTerminal: boolean
  /** Whether standard output is a terminal. */
  readonly isOutputTerminal: boolean
}

/** The operands of a verb: files, a folder, none, or some of these words. */
export type Operands = 'files' | 'folder' | 'none' | readonly string[]

/** One verb of the command line. */
export interface Command {
  /** The ways to call it, without the name of the program. */
  readonly usage: readonly string[]
  /** What it does, in paragraphs of whole sentences. */
  readonly about: string
  readonly operands: Operands
  readonly options: Options
  /** Notes that follow the options. */
  readonly notes?: string
  readonly examples: readonly string[]
  run(args: Arguments, surroundings: Surroundings): Outcome | Promise<Outcome>
}

/** A verb of the command line. */
export interface Verb {
  /** What it does, for the list of verbs. */
  readonly about: string
  /** Each verb loads only what it needs, because loading takes most of the time of a call. */
  load(): Promise<Command>
}

/** The verbs by their names. */
export type Verbs = ReadonlyMap<string, Verb>

/** @throws UsageError for operands of a verb that takes none */
export function refuseOperands(verb: string, { files }: Arguments): void {
  if (files.length > 0) throw new UsageError(`${verb} takes options only, not ${quoted(files[0])}.`)
}
