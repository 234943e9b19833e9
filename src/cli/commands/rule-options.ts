import type { DiagnosticCode, Severity } from '../../findings/catalogue.js'
import { type ImageRuleSettings, imageCodes } from '../../images/codes.js'
import { quoted } from '../../json/quoted.js'
import { whyNoRule } from '../../node/configuration/why-no-rule.js'
import { ruleSettings } from '../../validate/options.js'
import type { RuleSettings } from '../../validate/rule.js'
import type { Arguments } from '../arguments.js'
import { UsageError } from '../outcome.js'

/**
 * The settings of `--rule` for findings about images, or for all others.
 *
 * @throws UsageError for an unknown rule, with the most similar one
 */
export function rulesOf(args: Arguments, about: { isForImages: true }): ImageRuleSettings
export function rulesOf(args: Arguments, about: { isForImages: false }): RuleSettings
export function rulesOf(args: Arguments, { isForImages }: { isForImages: boolean }): object {
  const rules: Record<string, Severity | 'off'> = {}
  for (const text of args.texts('rule')) {
    const [code = '', ...settings] = text.split('=')
    const severity = ruleSettings.find((candidate) => candidate === settings.join('='))
    if (severity === undefined) {
      throw new UsageError(
        `--rule must be a code and ${ruleSettings.join(', ')}, such as no-vault-theme=off, not ${quoted(text)}.`,
      )
    }
    const trouble = whyNoRule(code)
    if (trouble !== undefined) throw new UsageError(trouble)
    if (imageCodes.has(code as DiagnosticCode) === isForImages) rules[code] = severity
  }
  return rules
}
