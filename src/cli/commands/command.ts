import { quoted } from '../../json/quoted.js'
import type { Input } from '../../node/read-file.js'
import type { Arguments } from '../arguments.js'
import type { Options } from '../option-table.js'
import { type Outcome, UsageError } from '../outcome.js'
import type { Colors } from '../terminal.js'

/** What a command needs to know of the place it runs in. */
export interface Surroundings {
  /** The environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where a file is that the caller named; messages keep the caller's name. */
  place(name: string): string
  /** Reads a file that the caller named, or standard input for `-`. */
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
  readonly isWatched: boolean
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean
}

/** What stands behind a verb: files, a folder, nothing, or some of these words. */
export type Operands = 'files' | 'folder' | 'none' | readonly string[]

/** One verb of the command line. */
export interface Command {
  /** The ways to call it, behind the name of the program. */
  readonly usage: readonly string[]
  /** What it does, in paragraphs of whole sentences. */
  readonly about: string
  readonly operands: Operands
  readonly options: Options
  /** What else there is to know, behind the options. */
  readonly notes?: string
  readonly examples: readonly string[]
  /** The formats of its output; without any, text for a terminal. */
  readonly formats: readonly string[]
  run(args: Arguments, surroundings: Surroundings): Outcome | Promise<Outcome>
}

/** A verb of the command line. */
export interface Verb {
  /** What it does, for the list of verbs. */
  readonly about: string
  /** Each verb loads only what it needs, because most of the time of a call is the loading. */
  load(): Promise<Command>
}

/** The verbs by their names. */
export type Verbs = ReadonlyMap<string, Verb>

/** @throws UsageError where something stands behind a verb that takes nothing */
export function refuseOperands(verb: string, { files }: Arguments): void {
  if (files.length > 0) throw new UsageError(`${verb} takes options only, not ${quoted(files[0])}.`)
}
