import { allServed } from '../targets/all-served.js'
import type { ValidateOptions } from './options.js'
import { type FindingIn, type Validation, validateWith } from './validate-with.js'

/**
 * Checks that a release of the client accepts and renders a theme, and flags likely mistakes.
 *
 * @param input a parsed `theme.json`, or its text
 * @param options the target, the server of the file, and the rules
 * @returns the findings: values that the target rejects (`wrong-type`, `missing-key`, …), accepted ones that
 *   break pages (`no-theme`, `missing-common`, …), mistakes in keys, tokens, colours, images and links,
 *   and for a text its errors as JSON. A legacy theme gets the finding `legacy-theme`, and others only
 *   if it is invalid in its own generation. For a text every finding has its range.
 * @throws TypeError or RangeError for wrong options, and TypeError for what JSON can't hold (functions, cycles, …);
 *   never for a wrong document
 *
 * @example
 * validate({ clients: { web: { defaults: {}, themes: [] } } }, { target: 'ocis-8' }).valid // false
 * validate(text, { rules: { 'unused-token': 'off', 'low-contrast': 'error' } })
 * validate(text, { maxFindings: 100 }).omitted // [{ code: 'unused-token', severity: 'info', count: 17 }]
 */
export function validate<Input>(input: Input, options: ValidateOptions = {}): Validation<FindingIn<Input>> {
  return validateWith(allServed, input, options)
}
