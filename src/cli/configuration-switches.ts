import { lstatSync } from 'node:fs'
import { CONFIGURATION_FILE } from '../node/own-files.js'
import type { Arguments } from './arguments.js'
import type { Surroundings } from './commands/command.js'
import { flag, text } from './option-table.js'

/** The options for the configuration file. */
export const configurationSwitches = {
  config: text('FILE', 'the configuration file (default: theme-convert.json in the working folder)'),
  'no-config': flag('ignores the configuration file'),
} as const

/** Whether a call has to do with a configuration file. Calls without one don't load the code that reads it. */
export function asksForConfiguration(args: Arguments, { place }: Pick<Surroundings, 'place'>): boolean {
  if (args.text('config') !== undefined) return true
  return (
    !args.flag('no-config') && lstatSync(place(CONFIGURATION_FILE), { throwIfNoEntry: false }) !== undefined
  )
}
