// Single modules instead of the whole library: this verb needs neither schemas nor targets.
import { detect } from '../../formats/detect.js'
import { generations } from '../../formats/generations.js'
import { FINE, WRONG } from '../outcome.js'
import { renderDiagnostic, toJson } from '../render.js'
import type { Command } from './command.js'
import { filesOf, formats, load } from './shared.js'

/** Tells which generation each file is of. */
export const detectCommand: Command = {
  options: { format: { type: 'string' } },
  help: `Usage: theme-convert detect <file…|-> [options]

Tells which generation each file is of, and why.

  --format pretty|json  for people (default) or programs

Examples:
  theme-convert detect theme.json
  theme-convert detect --format json themes/*/theme.json
`,
  run(args, { output, messages }) {
    const format = args.choice('format', formats) ?? 'pretty'
    const loaded = filesOf(args).map(load)
    const files = loaded.map(({ name, document, diagnostics }) => {
      if (diagnostics.length === 0) return { file: name, ...detect(document) }
      const reasons = diagnostics.map(({ message }) => message)
      return {
        file: name,
        generation: 'unknown' as const,
        certainty: 'certain' as const,
        reasons,
        candidates: [],
      }
    })
    const broken = loaded.filter(({ diagnostics }) => diagnostics.length > 0)
    const text = files
      .filter(({ file }) => !broken.some(({ name }) => name === file))
      .map(({ file, generation, reasons, certainty }) => {
        const { title, writtenFor } = generations[generation]
        const doubt = certainty === 'likely' ? ' (likely)' : ''
        const lines = reasons.map((reason) => `  ${reason}\n`).join('')
        return `${output.bold(file)}: ${output.green(generation)}${doubt}, ${title}, written for ${writtenFor}\n${lines}`
      })
    return {
      status: broken.some(({ diagnostics }) => diagnostics.length > 0) ? WRONG : FINE,
      output: format === 'json' ? toJson({ files }) : text.join(''),
      messages: broken
        .flatMap(({ name, diagnostics }) =>
          diagnostics.map((finding) => `${renderDiagnostic(name, finding, messages)}\n`),
        )
        .join(''),
    }
  },
}
