import type { WebOptions } from '../../index.js'
import type { WebConfiguration } from '../../instance/plan.js'
import { webConfigOf } from '../../node/settings/read-web-config.js'
import type { Arguments } from '../arguments.js'
import { keyOf, text } from '../option-table.js'
import type { Surroundings } from './command.js'

/** The options for three links that old web services had in their config.json. */
const linkSwitches = {
  'imprint-url': text('URL', 'the old web option for the imprint; a link in the theme wins'),
  'privacy-url': text('URL', 'the old web option for the privacy policy; a link in the theme wins'),
  'access-denied-help-url': text(
    'URL',
    'the old web option for help where access is denied; a link in the theme wins',
  ),
} as const

/** The options for these links, and for the config.json itself. */
export const webOptionSwitches = {
  'web-config': text('FILE', 'the config.json of the old web service, for its links'),
  ...linkSwitches,
} as const

/** The links of the old web service: the options for single links win over its config.json. */
export function readWebOptions(args: Arguments, surroundings: Surroundings): WebOptions | undefined {
  const given: WebOptions = {}
  for (const name of Object.keys(linkSwitches)) {
    const value = args.text(name)
    if (value !== undefined) given[keyOf(name) as keyof WebOptions] = value
  }
  const file = args.text('web-config')
  if (file === undefined) return Object.keys(given).length > 0 ? given : undefined
  return { ...readWebConfig(file, surroundings).options, ...given }
}

/**
 * Reads the configuration file that --web-config names.
 *
 * @throws SettingsError that names the file
 */
export function readWebConfig(file: string, { read }: Pick<Surroundings, 'read'>): WebConfiguration {
  return webConfigOf(file, { source: '--web-config', mayLackOptions: false, read })
}
