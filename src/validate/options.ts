import {
  aDocument,
  aString,
  assertOptions,
  checkThat,
  entryOf,
  type OptionChecks,
  oneOf,
  show,
} from '../findings/assert-options.js'
import type { Severity } from '../findings/catalogue.js'
import { type FindingLimit, findingLimit } from '../findings/collection.js'
import { type Role, roles } from '../formats/roles.js'
import type { TargetId } from '../generated/target-facts.js'
import { quoted } from '../json/quoted.js'
import { isObject, type JsonObject } from '../json/value.js'
import { targetAmong } from '../targets/releases.js'
import type { ServedReleases } from '../targets/server-theme.js'
import type { AssetFolder } from './asset-folder.js'
import type { RuleSettings } from './rule.js'
import { ruleCodes } from './rules.js'

/** Options of a validation. */
export interface ValidateOptions extends FindingLimit {
  /** The release that has to accept the theme; by default the newest of the product that the theme is for. */
  target?: TargetId
  /**
   * The server of the file: oCIS, which adds the share roles (since oCIS 6), or a plain web server,
   * which adds nothing. `ocis` unless given.
   */
  served?: 'ocis' | 'static'
  /**
   * The kind of the file: a `theme` (default), or `branding`, which the server merges into the theme. It may be any part of
   * a theme; the result of the merge is checked.
   */
  as?: Role
  /** The theme that a branding file is merged into; by default the one that the target's server ships. */
  base?: unknown
  /**
   * Switches rules off, or gives their findings another severity; `off` reports only what the target rejects or breaks
   * on.
   */
  rules?: RuleSettings | 'off'
  /** The folder that the server serves, to look for the images in. */
  assets?: AssetFolder
}

/** The options with their defaults. */
export interface Call {
  readonly releases: ServedReleases
  readonly target: TargetId | undefined
  readonly served: 'ocis' | 'static'
  readonly as: Role
  readonly base: JsonObject | undefined
  readonly rules: RuleSettings | 'off'
  readonly assets: AssetFolder | undefined
  readonly maxFindings: number
}

/** The check of each option; target and rules are looked up later. */
export const optionChecks: OptionChecks<ValidateOptions> = /* @__PURE__ */ (() => ({
  target: aString,
  served: oneOf('ocis', 'static'),
  as: oneOf(...roles),
  base: aDocument('the parsed theme that the branding is merged into'),
  rules: checkThat((value) => value === 'off' || isObject(value), '"off" or an object with rules'),
  assets: checkThat(
    (value) => isObject(value) && typeof value['find'] === 'function',
    'an object with the function "find"',
  ),
  maxFindings: findingLimit,
}))()

/**
 * Adds the defaults.
 *
 * @throws TypeError or RangeError for invalid options
 */
export function checkedOptions(options: ValidateOptions, releases: ServedReleases): Call {
  assertOptions(options, optionChecks)
  const { target, served = 'ocis', as = 'theme', rules = {}, assets } = options
  const { maxFindings = Number.POSITIVE_INFINITY } = options
  const base = options.base as JsonObject | undefined
  if (target !== undefined) targetAmong(releases, target)
  if (rules !== 'off') for (const [code, setting] of Object.entries(rules)) assertRule(code, setting)
  return { releases, target, served, as, base, rules, assets, maxFindings }
}

/** The values that a rule can have. */
export const ruleSettings: readonly (Severity | 'off')[] = ['off', 'error', 'warning', 'info']

function assertRule(code: string, setting: unknown): void {
  const rules = Object.fromEntries([...ruleCodes].map((rule) => [rule, true]))
  entryOf(rules, code, 'rule', undefined, "Other findings can't be switched off or raised here.")
  if ((ruleSettings as readonly unknown[]).includes(setting)) return
  throw new TypeError(
    `The rule ${quoted(code)} takes ${ruleSettings.map((each) => `"${each}"`).join(' or ')}, not ${show(setting)}.`,
  )
}
