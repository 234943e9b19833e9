import { catalogue, type DiagnosticCode } from '../findings/catalogue.js'
import { assertFindingLimit, type FindingLimit } from '../findings/collection.js'
import { checkRole, type Role } from '../formats/roles.js'
import { isObject, type JsonObject } from '../json/value.js'
import { type TargetId, targetOf } from '../targets/index.js'
import type { AssetFolder } from './asset-folder.js'
import type { RuleSettings } from './rule.js'
import { ruleCodes } from './rules.js'

/** What to check for. */
export interface ValidateOptions extends FindingLimit {
  /** The release that has to accept the theme; by default the newest of the product that the theme is for. */
  target?: TargetId
  /**
   * Who serves the file: the server of oCIS, which adds the share roles (since oCIS 6), or a plain web server,
   * which adds nothing. `ocis` unless given.
   */
  served?: 'ocis' | 'static'
  /**
   * What the file is for: a `theme` (unless given), or `branding`, which the server lays over the theme: any part of
   * a theme is fine in it, and the whole is judged.
   */
  as?: Role
  /** The theme that a branding file is laid over; by default one as the target's server brings it along. */
  base?: unknown
  /**
   * Switches rules off, or gives their findings another severity; `off` leaves out everything beyond what the
   * target rejects or breaks on.
   */
  rules?: RuleSettings | 'off'
  /** The folder that the server serves, to look for the images in. */
  assets?: AssetFolder
}

/** What the caller asks for. */
export interface Call {
  readonly target: TargetId | undefined
  readonly served: 'ocis' | 'static'
  readonly as: Role
  readonly base: JsonObject | undefined
  readonly rules: RuleSettings | 'off'
  readonly assets: AssetFolder | undefined
  readonly maxFindings: number
}

/** Fills in what the caller left open.
 *
 * @throws TypeError or RangeError for options that can't be
 */
export function checkedOptions(options: ValidateOptions): Call {
  const {
    target,
    served = 'ocis',
    as = 'theme',
    base,
    rules = {},
    assets,
    maxFindings = Number.POSITIVE_INFINITY,
  } = options
  assertFindingLimit(maxFindings)
  if (target !== undefined) targetOf(target)
  checkRole(as)
  if (base !== undefined && !isObject(base)) {
    throw new TypeError('The option "base" must be the parsed theme that the branding is merged into.')
  }
  if (served !== 'ocis' && served !== 'static') {
    throw new TypeError(`The option "served" must be "ocis" or "static", not ${JSON.stringify(served)}.`)
  }
  if (rules !== 'off') {
    for (const [code, setting] of Object.entries(rules)) {
      if (!ruleCodes.has(code as DiagnosticCode)) {
        throw new RangeError(
          Object.hasOwn(catalogue, code)
            ? `The finding ${JSON.stringify(code)} can't be switched off or raised.`
            : `Unknown rule ${JSON.stringify(code)}.`,
        )
      }
      if (setting === undefined || !['off', 'error', 'warning', 'info'].includes(setting)) {
        throw new TypeError(
          `The rule ${JSON.stringify(code)} accepts "off", "error", "warning" or "info", not ${JSON.stringify(setting)}.`,
        )
      }
    }
  }
  return { target, served, as, base, rules, assets, maxFindings }
}
