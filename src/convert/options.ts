import { aBoolean, aString, checkThat, type OptionChecks, oneOf } from '../findings/assert-options.js'
import { type FindingLimit, findingLimit } from '../findings/collection.js'
import type { Role } from '../formats/roles.js'
import { type WebOptions, webOptionsCheck } from '../formats/web-options.js'
import type { ConversionTargetId } from '../targets/index.js'

/** Options of a conversion. */
export interface ConvertOptions extends FindingLimit {
  /** The release to convert to; `ocis-8` unless given, with a warning (`target-assumed`) for a file of OpenCloud. */
  target?: ConversionTargetId
  /** The role of a document whose content fits both; in a `branding` file only its themes are completed. */
  as?: Role
  /** `options` of the web configuration of oCIS 4 and earlier (`config.json`), for links that the theme lacks. */
  webOptions?: WebOptions
  /**
   * The names of legacy themes: `keep` uses the keys of the file, so that the choice stored in browsers stays valid;
   * `readable` makes titles. Default: `keep` for `ocis-5`, else `readable`.
   */
  themeNames?: 'keep' | 'readable'
  /** Adds `$schema`: `true` for the strict schema of the target, or an address. */
  schema?: boolean | string
  /** How to treat values of the wrong type: stop (default), or drop each of them with a finding. */
  invalidValues?: 'stop' | 'drop'
  /**
   * Adds the `*-contrast` swatches that themes from before Web 7 lack: the value of `text-inverse` if it is readable, else
   * black or white.
   */
  addContrastTokens?: boolean
}

/** The check of each option; that a target exists is checked where it is looked up. */
export const optionChecks: OptionChecks<ConvertOptions> = /* @__PURE__ */ (() => ({
  target: aString,
  as: oneOf('theme', 'branding'),
  webOptions: webOptionsCheck,
  themeNames: oneOf('keep', 'readable'),
  schema: checkThat(
    (value) => typeof value === 'boolean' || (typeof value === 'string' && value !== ''),
    'true, false or an address',
  ),
  invalidValues: oneOf('stop', 'drop'),
  addContrastTokens: aBoolean,
  maxFindings: findingLimit,
}))()
