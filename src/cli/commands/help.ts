import { version } from '../../../package.json'
import { quoted } from '../../json/quoted.js'
import { helpOf, mainHelp } from '../help-text.js'
import { manualPage } from '../manual.js'
import { flag } from '../option-table.js'
import { FINE, UsageError } from '../outcome.js'
import { suggestion } from '../suggestion.js'
import type { Command, Verbs } from './command.js'

/** Shows the help of the command or of a verb, or the manual page. */
export const helpCommand = (verbs: Verbs): Command => ({
  usage: ['help [command]', 'help --man'],
  about: 'Shows the help of a command, or the manual page of all commands.',
  operands: [...verbs.keys()],
  options: { man: flag('prints the manual page that the package contains') },
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
    const cure = suggestion(name, verbs.keys(), `The commands are ${[...verbs.keys()].join(', ')}.`)
    throw new UsageError(`Unknown command ${quoted(name)}. ${cure}`)
  },
})
