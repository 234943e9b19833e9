import { quoted } from '../../json/quoted.js'
import { changeableCodes } from '../../node/configuration/configuration-keys.js'
import { ruleSettings } from '../../validate/options.js'
import { bashScript } from '../completion/bash.js'
import { fishScript } from '../completion/fish.js'
import { completionTable } from '../completion/words.js'
import { zshScript } from '../completion/zsh.js'
import { FINE, UsageError } from '../outcome.js'
import { suggestion } from '../suggestion.js'
import type { Command, Verbs } from './command.js'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }
const shells = Object.keys(scripts) as (keyof typeof scripts)[]

/** Prints the script that completes calls in a shell. */
export const completionCommand = (verbs: Verbs): Command => ({
  usage: [`completion <${shells.join('|')}>`],
  about:
    'Prints a script that completes commands, options and their values, targets, rule codes and files in the shell.',
  operands: shells,
  options: {},
  examples: ['source <(theme-convert completion bash)', 'theme-convert completion fish | source'],
  async run({ files }) {
    const [name, second] = files
    const shell = shells.find((candidate) => candidate === name)
    if (second !== undefined) throw new UsageError('completion accepts one shell.')
    if (name === undefined) throw new UsageError(`Pass the shell: ${shells.join(', ')}.`)
    if (shell === undefined) {
      const cure = suggestion(name, shells, `The shells are ${shells.join(', ')}.`)
      throw new UsageError(`There is no completion for ${quoted(name)}. ${cure}`)
    }
    const script = scripts[shell](await completionTable(verbs), [...changeableCodes], ruleSettings)
    return { status: FINE, output: script, messages: '' }
  },
})
