import { aString, assertOptions, assertText } from '../../findings/assert-options.js'
import { type WebOptions, webOptionNames } from '../../formats/web-options.js'
import type { WebConfiguration } from '../../instance/plan.js'
import { isObject, own } from '../../json/value.js'
import { SettingsError } from '../../settings/error.js'
import { parseText } from '../../text/parse-text.js'
import { type Input, readInput } from '../read-file.js'

/** What named a configuration file, and how it is read. */
export interface WebConfigSource {
  /** How messages call what named it. */
  readonly source: string
  /** Whether one without any options will do, as the server may name such a one. */
  readonly mayLackOptions: boolean
  readonly read?: (file: string) => Input
}

/**
 * Reads a configuration file of the web service.
 *
 * @throws SettingsError that names the file
 */
export function webConfigOf(
  file: string,
  { source, mayLackOptions, read = readInput }: WebConfigSource,
): WebConfiguration {
  const input = read(file)
  if (!('text' in input)) throw new SettingsError(`${source} ${file} can't be read: ${input.problem}`)
  const { document, diagnostics } = parseText(input.text)
  const [problem] = diagnostics
  if (problem !== undefined) {
    const { line, column } = problem.range.start
    throw new SettingsError(
      `${source} ${file} can't be read, line ${line}, column ${column}: ${problem.message}`,
    )
  }
  const { options, theme, server } = (isObject(document) ? document : {}) as Readonly<Record<string, unknown>>
  const isEnough = typeof theme === 'string' || (isObject(document) && mayLackOptions)
  if (!isObject(options) && !(options === undefined && isEnough)) {
    throw new SettingsError(
      `${source} ${file} has no "options". Pass the config.json of the old web service.`,
    )
  }
  const found: WebOptions = {}
  for (const option of webOptionNames) {
    const value: unknown = isObject(options) ? own(options, option) : undefined
    if (value === undefined || value === null) continue
    if (typeof value !== 'string')
      throw new SettingsError(`In ${source} ${file}, options.${option} is not a string.`)
    found[option] = value
  }
  return {
    file,
    options: found,
    ...(typeof theme === 'string' && theme !== '' && { theme }),
    ...(typeof server === 'string' && server !== '' && { server }),
  }
}

/**
 * Reads the `config.json` of the web service: the three old web options, which `convert` and `planMigration` take, and
 * the theme in use.
 *
 * @param file the path
 * @throws TypeError for a wrong call, SettingsError for a file that can't be read, or is another one
 *
 * @example
 * const { options: webOptions } = await readWebConfig('config.json')
 * const { theme } = convert(document, { webOptions })
 */
export async function readWebConfig(
  file: string,
  options: { readonly cwd?: string } = {},
): Promise<WebConfiguration> {
  assertText(file, 'The file', 'config.json')
  assertOptions(options, { cwd: aString })
  const read = (name: string) => readInput(name, options)
  return webConfigOf(file, { source: 'The web configuration', mayLackOptions: false, read })
}
