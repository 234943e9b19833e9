import { catalogue, type DiagnosticCode, type Severity } from '../../findings/catalogue.js'
import { nearest } from '../../findings/nearest.js'
import { quoted } from '../../json/quoted.js'
import { changeableCodes } from '../../node/configuration/configuration-keys.js'
import { ruleSettings } from '../../validate/options.js'
import type { RuleSettings } from '../../validate/rule.js'
import { UsageError } from '../outcome.js'

/**
 * What `--rule` says.
 *
 * @throws UsageError for what is no rule, with the nearest one
 */
export function rulesOf(texts: readonly string[]): RuleSettings {
  const rules: RuleSettings = {}
  for (const text of texts) {
    const [code = '', ...settings] = text.split('=')
    const severity = ruleSettings.find((candidate) => candidate === settings.join('='))
    if (severity === undefined) {
      throw new UsageError(
        `--rule must be a code and ${ruleSettings.join(', ')}, such as no-vault-theme=off, not ${quoted(text)}.`,
      )
    }
    if (!changeableCodes.has(code as DiagnosticCode)) {
      if (Object.hasOwn(catalogue, code)) {
        throw new UsageError(`The finding ${code} can't be switched off or raised.`)
      }
      const guess = nearest(code, changeableCodes)
      throw new UsageError(
        `Unknown rule ${quoted(code)}.${guess === undefined ? ' "theme-convert explain" lists them all.' : ` Did you mean ${guess}?`}`,
      )
    }
    rules[code as DiagnosticCode] = severity satisfies Severity | 'off'
  }
  return rules
}
