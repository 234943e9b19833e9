import { version } from '../../../package.json'
import { FINE } from '../outcome.js'
import { type Command, refuseOperands } from './command.js'

/** Shows the version. */
export const versionCommand: Command = {
  usage: ['version'],
  about: 'Shows the version of theme-convert.',
  operands: 'none',
  options: {},
  examples: ['theme-convert version'],
  run(args) {
    refuseOperands('version', args)
    return { status: FINE, output: `${version}\n`, messages: '' }
  },
}
