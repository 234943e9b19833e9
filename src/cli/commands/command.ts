import type { ParseArgsConfig } from 'node:util'
import type { Arguments } from '../arguments.js'
import type { Colors } from '../colors.js'
import type { Outcome } from '../outcome.js'

/** What a command needs to know of the place it runs in. */
export interface Surroundings {
  /** Colours for standard output. */
  readonly output: Colors
  /** Colours for standard error. */
  readonly messages: Colors
  /** Writes to standard output while the command still runs; resolves when the text is on its way. */
  write(text: string): Promise<void>
  /** Writes to standard error while the command still runs. */
  say(text: string): Promise<void>
  /** Whether somebody watches standard error. */
  readonly isWatched: boolean
}

/** One verb of the command line. */
export interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly help: string
  run(args: Arguments, surroundings: Surroundings): Outcome | Promise<Outcome>
}
