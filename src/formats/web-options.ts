import { checkThat, type OptionCheck } from '../findings/assert-options.js'
import { isObject } from '../json/value.js'

export const webOptionNames: readonly (keyof WebOptions)[] = [
  'imprintUrl',
  'privacyUrl',
  'accessDeniedHelpUrl',
]

/** The three settings of the old web configuration that became part of the theme with oCIS 5. */
export interface WebOptions {
  imprintUrl?: string
  privacyUrl?: string
  accessDeniedHelpUrl?: string
}

/** What the option "webOptions" has to be. */
export const webOptionsCheck: OptionCheck = /* @__PURE__ */ checkThat(
  (value) =>
    isObject(value) && webOptionNames.every((name) => ['string', 'undefined'].includes(typeof value[name])),
  'an object with strings for imprintUrl, privacyUrl, accessDeniedHelpUrl',
)
