import { aFolder, assertOptions, assertPath } from '../../findings/assert-options.js'
import { optionWords } from '../../findings/option-words.js'
import { type WebOptions, webOptionNames } from '../../formats/web-options.js'
import type { WebConfiguration } from '../../instance/plan.js'
import { quoted } from '../../json/quoted.js'
import { isObject, own } from '../../json/value.js'
import { SettingsError } from '../../settings/error.js'
import { optionsIn } from '../../settings/web-yaml.js'
import { type Input, readInput } from '../read-file.js'
import { jsonIn, namedBy } from '../read-json.js'

/** How a configuration file is named and read. */
export interface WebConfigSource {
  /** What messages say named the file; `undefined` for the caller. */
  readonly source?: string
  /** Whether `options` may be missing, as in a file that the server uses. */
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
  const about = source === undefined ? file : namedBy(source, file)
  const found = jsonIn(read(file))
  if ('problem' in found) {
    const isYaml = /\.ya?ml$/i.test(file)
    const hint = isYaml ? ` If it is web.yaml, pass it with ${optionWords('settings')}.` : ''
    throw new SettingsError(`${about} ${found.problem}${hint}`)
  }
  const { document } = found
  const { options, theme, server } = (isObject(document) ? document : {}) as Readonly<Record<string, unknown>>
  const isEnough = typeof theme === 'string' || (isObject(document) && mayLackOptions)
  if (!isObject(options) && !(options === undefined && isEnough)) {
    throw new SettingsError(`${about} has no "options". Pass the config.json of the old web service.`)
  }
  const links: WebOptions = {}
  for (const option of webOptionNames) {
    const value: unknown = isObject(options) ? own(options, option) : undefined
    if (value === undefined || value === null) continue
    if (typeof value !== 'string')
      throw new SettingsError(`${about} is wrong: options.${option} must be a string, not ${quoted(value)}.`)
    links[option] = value
  }
  return {
    file,
    options: links,
    ...(isObject(options) && { settings: optionsIn(options, 'options') }),
    ...(typeof theme === 'string' && theme !== '' && { theme }),
    ...(typeof server === 'string' && server !== '' && { server }),
  }
}

/**
 * Reads the `config.json` of the web service: the three links that later releases expect in the theme, and the theme in
 * use. The links are given as they are; `convert` leaves out one that runs a script.
 *
 * @param file the path
 * @param options `cwd`, the folder where a relative path starts; the current folder unless given
 * @returns the links, for `webOptions` of `convert`, and all of it, for `webConfig` of `planMigration`
 * @throws TypeError for a wrong call, SettingsError for a file that can't be read, or isn't such a configuration
 *
 * @example
 * const { options: webOptions } = await readWebConfig('config.json')
 * const { theme } = convert(document, { webOptions })
 */
export async function readWebConfig(
  file: string,
  options: { readonly cwd?: string } = {},
): Promise<WebConfiguration> {
  assertPath(file, 'The file', 'config.json')
  assertOptions(options, { cwd: aFolder })
  const read = (name: string) => readInput(name, options)
  return webConfigOf(file, { mayLackOptions: false, read })
}
