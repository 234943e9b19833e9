import { checkThat, type OptionCheck } from '../findings/assert-options.js'
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

/** The check of the option `webOptions`. */
export const webOptionsCheck: OptionCheck = /* @__PURE__ */ checkThat(
  (value) =>
    isObject(value) && webOptionNames.every((name) => ['string', 'undefined'].includes(typeof value[name])),
  'an object with strings for imprintUrl, privacyUrl, accessDeniedHelpUrl',
)
