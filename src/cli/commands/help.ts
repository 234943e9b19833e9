import { version } from '../../../package.json'
import { nearest } from '../../findings/nearest.js'
import { quoted } from '../../json/quoted.js'
import { helpOf, mainHelp } from '../help-text.js'
import { manualPage } from '../manual.js'
import { flag } from '../option-table.js'
import { FINE, UsageError } from '../outcome.js'
import type { Command, Verbs } from './command.js'

/** Shows the help of the command, of a verb, or all of it as a page of the manual. */
export const helpCommand = (verbs: Verbs): Command => ({
  formats: [],
  usage: ['help [command]', 'help --man'],
  about: 'Shows the help of a command, or of all of them as a page for man.',
  operands: [...verbs.keys()],
  options: { man: flag('prints the manual page, as the package has it') },
  examples: ['theme-convert help validate', 'theme-convert help --man | man -l -'],
  async run(args) {
    const [name, second] = args.files
    if (second !== undefined || (args.flag('man') && name !== undefined))
      throw new UsageError('help accepts one command.')
    const fine = { status: FINE, messages: '' } as const
    if (args.flag('man')) return { ...fine, output: await manualPage(verbs, version) }
    if (name === undefined) return { ...fine, output: mainHelp(verbs) }
    const verb = verbs.get(name)
    if (verb !== undefined) return { ...fine, output: helpOf(await verb.load()) }
    const guess = nearest(name, verbs.keys())
    const cure =
      guess === undefined ? `The commands are ${[...verbs.keys()].join(', ')}.` : `Did you mean ${guess}?`
    throw new UsageError(`Unknown command ${quoted(name)}. ${cure}`)
  },
})
