import { aBoolean, aString, checkThat, type OptionChecks, oneOf } from '../findings/assert-options.js'
import { type FindingLimit, findingLimit } from '../findings/collection.js'
import type { Role } from '../formats/roles.js'
import { type WebOptions, webOptionsCheck } from '../formats/web-options.js'
import type { ConversionTargetId } from '../targets/index.js'

/** Options of a conversion. */
export interface ConvertOptions extends FindingLimit {
  /** The release to convert to; `ocis-8` unless given. */
  target?: ConversionTargetId
  /** The role of the document, where its content leaves both open; a `branding` file stays a part of a theme. */
  as?: Role
  /** `options` of the old web service's `config.json`, for links that the theme lacks. */
  webOptions?: WebOptions
  /**
   * The names of the themes: `keep` uses the keys of the old file, so that the choice stored in
   * users' browsers survives; `readable` makes titles. Default: `keep` for `ocis-5`, else `readable`.
   */
  themeNames?: 'keep' | 'readable'
  /** Adds `$schema`: `true` for the strict schema of the target, or an address of the caller's. */
  schema?: boolean | string
  /** How to treat values of the wrong type: stop, or drop each of them with a finding. */
  invalidValues?: 'stop' | 'drop'
  /** Adds the `*-contrast` swatches that themes from before Web 7 lack, with the value of `text-inverse`. */
  addContrastTokens?: boolean
}

/** The check of each option; the target is looked up. */
export const optionChecks: OptionChecks<ConvertOptions> = /* @__PURE__ */ (() => ({
  target: aString,
  as: oneOf('theme', 'branding'),
  webOptions: webOptionsCheck,
  themeNames: oneOf('keep', 'readable'),
  schema: checkThat((value) => ['boolean', 'string'].includes(typeof value), 'true, false or an address'),
  invalidValues: oneOf('stop', 'drop'),
  addContrastTokens: aBoolean,
  maxFindings: findingLimit,
}))()
