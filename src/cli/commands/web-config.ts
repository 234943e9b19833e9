import { parseText, type WebOptions } from '../../index.js'
import type { WebConfiguration } from '../../instance/plan.js'
import { isObject, own } from '../../json/value.js'
import type { Arguments } from '../arguments.js'
import { text } from '../options.js'
import { UsageError } from '../outcome.js'
import type { Surroundings } from './command.js'

/** The three old web options, by their own switch. */
const optionsBySwitch = {
  'imprint-url': 'imprintUrl',
  'privacy-url': 'privacyUrl',
  'access-denied-help-url': 'accessDeniedHelpUrl',
} as const satisfies Record<string, keyof WebOptions>

/** The options that give old web options. */
export const webOptionSwitches = {
  'web-config': text('FILE', 'the config.json of the old web service, for its links'),
  'imprint-url': text('URL', 'the link to the imprint'),
  'privacy-url': text('URL', 'the link to the privacy policy'),
  'access-denied-help-url': text('URL', 'the link to help where access is denied'),
} as const

/** The old web options: those of the old configuration, and over them the ones given one by one. */
export function readWebOptions(args: Arguments, surroundings: Surroundings): WebOptions | undefined {
  const given: WebOptions = {}
  for (const [name, option] of Object.entries(optionsBySwitch)) {
    const value = args.text(name)
    if (value !== undefined) given[option] = value
  }
  const file = args.text('web-config')
  if (file === undefined) return Object.keys(given).length > 0 ? given : undefined
  return { ...readWebConfig(file, surroundings).options, ...given }
}

/**
 * Reads a configuration file of the web service. One that the server names need not have any options.
 *
 * @param source what named the file
 * @throws UsageError that names the file
 */
export function readWebConfig(
  file: string,
  { read }: Surroundings,
  source: '--web-config' | 'WEB_UI_CONFIG_FILE' = '--web-config',
): WebConfiguration {
  const input = read(file)
  if (!('text' in input)) throw new UsageError(`${source} ${file} can't be read: ${input.problem}`)
  const { document, diagnostics } = parseText(input.text)
  const [problem] = diagnostics
  if (problem !== undefined) {
    const { line, column } = problem.range?.start ?? { line: 1, column: 1 }
    throw new UsageError(
      `${source} ${file} can't be read, line ${line}, column ${column}: ${problem.message}`,
    )
  }
  const { options, theme, server } = (isObject(document) ? document : {}) as Readonly<Record<string, unknown>>
  const isEnough = typeof theme === 'string' || (isObject(document) && source === 'WEB_UI_CONFIG_FILE')
  if (!isObject(options) && !(options === undefined && isEnough)) {
    throw new UsageError(`${source} ${file} has no "options". Pass the config.json of the old web service.`)
  }
  const found: WebOptions = {}
  for (const option of Object.values(optionsBySwitch)) {
    const value: unknown = isObject(options) ? own(options, option) : undefined
    if (value === undefined || value === null) continue
    if (typeof value !== 'string')
      throw new UsageError(`In ${source} ${file}, options.${option} is not a string.`)
    found[option] = value
  }
  return {
    file,
    options: found,
    ...(typeof theme === 'string' && theme !== '' && { theme }),
    ...(typeof server === 'string' && server !== '' && { server }),
  }
}
