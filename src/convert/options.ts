import { assertFindingLimit, type FindingLimit } from '../findings/collection.js'
import { checkWebOptions, type WebOptions } from '../formats/web-options.js'
import type { ConversionTargetId } from '../targets/index.js'

/** What to convert to, and how. */
export interface ConvertOptions extends FindingLimit {
  /** The release to convert to; `ocis-8` unless given. */
  target?: ConversionTargetId
  /** `options` of the old web service's `config.json`, for links that the theme itself doesn't give. */
  webOptions?: WebOptions
  /**
   * What the themes are called: `keep` leaves the keys of the old file as names, so that the choice stored in
   * users' browsers survives; `readable` gives them names for people. `keep` for `ocis-5`, else `readable`.
   */
  themeNames?: 'keep' | 'readable'
  /** Adds `$schema`: `true` for the target's own schema, or an address of the caller's. */
  schema?: boolean | string
  /** What to do about values of the wrong type: give up, or leave each of them out and say so. */
  invalidValues?: 'stop' | 'drop'
  /** Adds the `*-contrast` swatches that themes from before Web 7 lack, with the value of `text-inverse`. */
  addContrastTokens?: boolean
}

/**
 * Checks what a caller passed.
 *
 * @throws TypeError for an option of the wrong type
 */
export function checkOptions(options: ConvertOptions): void {
  const oneOf = (name: keyof ConvertOptions, allowed: readonly unknown[]) => {
    const value = options[name]
    if (value !== undefined && !allowed.includes(value)) {
      throw new TypeError(
        `The option "${name}" must be ${allowed.map((item) => JSON.stringify(item)).join(' or ')}, not ${JSON.stringify(value)}.`,
      )
    }
  }
  oneOf('themeNames', ['keep', 'readable'])
  oneOf('invalidValues', ['stop', 'drop'])
  oneOf('addContrastTokens', [true, false])
  if (typeof options.schema !== 'string') oneOf('schema', [true, false])
  if (options.maxFindings !== undefined) assertFindingLimit(options.maxFindings)
  checkWebOptions(options.webOptions)
}
