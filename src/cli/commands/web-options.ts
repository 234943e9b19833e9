import { parseText, type WebOptions } from '../../index.js'
import { readInput } from '../../node/read.js'
import type { Arguments } from '../arguments.js'
import { UsageError } from '../outcome.js'

/** The three old web options, by their own switch. */
const optionsBySwitch = {
  'imprint-url': 'imprintUrl',
  'privacy-url': 'privacyUrl',
  'access-denied-help-url': 'accessDeniedHelpUrl',
} as const satisfies Record<string, keyof WebOptions>

/** The switches that give old web options. */
export const webOptionSwitches = {
  'web-config': { type: 'string' },
  'imprint-url': { type: 'string' },
  'privacy-url': { type: 'string' },
  'access-denied-help-url': { type: 'string' },
} as const

/** The old web options: those of the old configuration, and over them the ones given one by one. */
export function readWebOptions(args: Arguments): WebOptions | undefined {
  const given: WebOptions = {}
  for (const [name, option] of Object.entries(optionsBySwitch)) {
    const value = args.text(name)
    if (value !== undefined) given[option] = value
  }
  const file = args.text('web-config')
  if (file === undefined) return Object.keys(given).length > 0 ? given : undefined
  return { ...readWebConfig(file), ...given }
}

/**
 * The old web options of a configuration file. One that the server names need not have any.
 *
 * @param source what named the file
 * @throws UsageError that names the file
 */
export function readWebConfig(
  file: string,
  source: '--web-config' | 'WEB_UI_CONFIG_FILE' = '--web-config',
): WebOptions {
  const input = readInput(file)
  if (!('text' in input)) throw new UsageError(`${source} ${file} can't be read: ${input.problem}`)
  const { document, diagnostics } = parseText(input.text)
  const [problem] = diagnostics
  if (problem !== undefined) {
    const { line, column } = problem.range?.start ?? { line: 1, column: 1 }
    throw new UsageError(
      `${source} ${file} can't be read, line ${line}, column ${column}: ${problem.message}`,
    )
  }
  const options = (document as { options?: unknown } | null)?.options
  if (options === undefined && source === 'WEB_UI_CONFIG_FILE') return {}
  if (typeof options !== 'object' || options === null) {
    throw new UsageError(
      `${source} ${file} has no "options". Give it the config.json of the old web service.`,
    )
  }
  const found: WebOptions = {}
  for (const option of Object.values(optionsBySwitch)) {
    const value: unknown = (options as Record<string, unknown>)[option]
    if (value === undefined || value === null) continue
    if (typeof value !== 'string')
      throw new UsageError(`In ${source} ${file}, options.${option} is not a text.`)
    found[option] = value
  }
  return found
}
