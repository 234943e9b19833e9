import { catalogue, type DiagnosticCode } from '../../findings/catalogue.js'
import { imageCodes } from '../../images/codes.js'
import { quoted } from '../../json/quoted.js'
import { changeableCodes } from '../../node/configuration/configuration-keys.js'
import { ruleSettings } from '../../validate/options.js'
import type { RuleSettings } from '../../validate/rule.js'
import type { Arguments } from '../arguments.js'
import { UsageError } from '../outcome.js'
import { suggestion } from '../suggestion.js'

/**
 * The settings of `--rule` for findings about images, or for all others.
 *
 * @throws UsageError for an unknown rule, with the most similar one
 */
export function rulesOf(args: Arguments, { isForImages }: { isForImages: boolean }): RuleSettings {
  const rules: RuleSettings = {}
  for (const text of args.texts('rule')) {
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
      const cure = suggestion(code, changeableCodes, '"theme-convert explain" lists them all.')
      throw new UsageError(`Unknown rule ${quoted(code)}. ${cure}`)
    }
    if (imageCodes.has(code as DiagnosticCode) === isForImages) rules[code as DiagnosticCode] = severity
  }
  return rules
}
