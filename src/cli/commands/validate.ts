import { type Diagnostic, defaultTarget, detect, targetFor, targets, validate } from '../../index.js'
import { FINDINGS, FINE, WRONG } from '../outcome.js'
import { countBySeverity, plural, renderDiagnostic, toJson } from '../render.js'
import type { Command } from './command.js'
import { filesOf, formats, type Loaded, load } from './shared.js'

const targetIds = Object.keys(targets) as (keyof typeof targets)[]

/** Checks whether a release accepts and shows each file. */
export const validateCommand: Command = {
  options: { target: { type: 'string' }, served: { type: 'string' }, format: { type: 'string' } },
  help: `Usage: theme-convert validate <file…|-> [options]

Tells whether a release accepts each theme, shows it, and stays alive.

  --target TARGET       the release; by default the newest of the product the
                        theme is for (${defaultTarget} for ownCloud)
  --served ocis|static  who serves the file: the oCIS server, which adds the
                        share roles (default), or a plain web server
  --format pretty|json  for people (default) or programs

Targets: ${targetIds.slice(0, 5).join(', ')},
  ${targetIds.slice(5).join(', ')}

Examples:
  theme-convert validate theme.json
  theme-convert validate --target ocis-7 --format json theme.json
`,
  run(args, { messages, output }) {
    const format = args.choice('format', formats) ?? 'pretty'
    const target = args.choice('target', targetIds)
    const served = args.choice('served', ['ocis', 'static']) ?? 'ocis'
    const files = filesOf(args).map((file) => {
      const loaded = load(file)
      const diagnostics = findingsOf(loaded, target, served)
      return {
        file: loaded.name,
        target: targetFor(target, detect(loaded.document).generation).id,
        valid: !diagnostics.some(({ severity }) => severity === 'error'),
        diagnostics,
        readable: loaded.readable,
      }
    })
    const all = files.flatMap(({ diagnostics }) => diagnostics)
    const status = files.some(({ readable }) => !readable)
      ? WRONG
      : files.some(({ valid }) => !valid)
        ? FINDINGS
        : FINE
    if (format === 'json') {
      const shown = files.map(({ readable, ...file }) => file)
      return { status, output: toJson({ files: shown }), messages: '' }
    }
    const valid = files
      .filter(({ diagnostics }) => diagnostics.length === 0)
      .map(({ file, target: id }) => `${output.bold(file)}: ${output.green('valid')} for ${id}\n`)
    const findings = files.flatMap(({ file, diagnostics }) =>
      diagnostics.map((finding) => `${renderDiagnostic(file, finding, messages)}\n`),
    )
    const count = all.length > 0 ? `${countBySeverity(all)} in ${plural(files.length, 'file')}\n` : ''
    return { status, output: valid.join(''), messages: findings.join('') + count }
  },
}

function findingsOf(
  { document, diagnostics }: Loaded,
  target: keyof typeof targets | undefined,
  served: 'ocis' | 'static',
): readonly Diagnostic[] {
  if (diagnostics.length > 0) return diagnostics
  return validate(document, { ...(target !== undefined && { target }), served }).diagnostics
}
