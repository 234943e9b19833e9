import { describeCode } from '../../descriptions/describe.js'
import { catalogue, type DiagnosticCode } from '../../findings/catalogue.js'
import { quoted } from '../../json/quoted.js'
import { FINE, UsageError } from '../outcome.js'
import { suggestion } from '../suggestion.js'
import type { Command } from './command.js'

const codes = Object.keys(catalogue) as DiagnosticCode[]

/** Explains a kind of finding. */
export const explainCommand: Command = {
  usage: ['explain [code…]'],
  about:
    'Explains why a finding matters and since which release, with a wrong and a right example. Without a code, lists all of them.',
  operands: codes,
  options: {},
  examples: ['theme-convert explain', 'theme-convert explain low-contrast'],
  run({ files }, { output }) {
    if (files.length === 0) {
      const lines = codes.map(
        (code) =>
          `${output.bold(code.padEnd(26))} ${catalogue[code].severity.padEnd(8)} ${catalogue[code].title}\n`,
      )
      return { status: FINE, output: lines.join(''), messages: '' }
    }
    const known = files.map((file) => {
      const code = codes.find((candidate) => candidate === file)
      if (code !== undefined) return code
      const cure = suggestion(file, codes, 'Run "theme-convert explain" to see them all.')
      throw new UsageError(`Unknown code ${quoted(file)}. ${cure}`)
    })
    return { status: FINE, output: `${known.map(describeCode).join('\n\n')}\n`, messages: '' }
  },
}
