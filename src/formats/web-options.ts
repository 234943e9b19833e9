import { type OptionCheck, show } from '../findings/assert-options.js'
import { nearest } from '../findings/nearest.js'
import { isObject } from '../json/value.js'

export const webOptionNames: readonly (keyof WebOptions)[] = [
  'imprintUrl',
  'privacyUrl',
  'accessDeniedHelpUrl',
]

/** The three options of the web configuration (`config.json`) that are a part of the theme since oCIS 5. */
export interface WebOptions {
  imprintUrl?: string
  privacyUrl?: string
  accessDeniedHelpUrl?: string
}

/**
 * The check of the option `webOptions`. It may be all `options` of a web configuration, so that other names are fine, but
 * not those that mean one of the three.
 *
 * @throws TypeError that names the wrong key or value
 */
export const webOptionsCheck: OptionCheck = (options) => {
  if (!isObject(options)) return `an object with ${webOptionNames.join(', ')}`
  if (isObject(options['options']))
    throw new TypeError('"webOptions" must be the "options" of a web configuration, not all of it.')
  for (const [name, value] of Object.entries<unknown>(options)) {
    const meant = optionMeant(name)
    if (meant === undefined || value === undefined) continue
    if (meant !== name)
      throw new TypeError(`Unknown option ${show(name)} in "webOptions". Did you mean "${meant}"?`)
    if (typeof value !== 'string')
      throw new TypeError(`The option "${name}" in "webOptions" must be a string, not ${show(value)}.`)
  }
  return undefined
}

/** The option that a name means, such as `WEB_OPTION_PRIVACY_URL` or `imprint`. */
function optionMeant(name: string): keyof WebOptions | undefined {
  const letters = name.replace(/[^a-z]/gi, '').toLowerCase()
  // The first seven letters of each differ, and no other option of the web client has them.
  const byStart = webOptionNames.find((known) => letters.includes(known.slice(0, 7).toLowerCase()))
  return byStart ?? (nearest(name, webOptionNames) as keyof WebOptions | undefined)
}
