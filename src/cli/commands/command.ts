import type { ParseArgsConfig } from 'node:util'
import type { Input } from '../../node/read-file.js'
import type { Arguments } from '../arguments.js'
import type { Outcome } from '../outcome.js'
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
}

/** One verb of the command line. */
export interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly help: string
  /** The formats of its output; without any, text for a terminal. */
  readonly formats: readonly string[]
  run(args: Arguments, surroundings: Surroundings): Outcome | Promise<Outcome>
}
