import { codesOfKeys, errorCodes, infoCodes, warningCodes } from '../generated/severities.js'
import type { DiagnosticCode } from './catalogue.js'
import type { Severity } from './meta.js'

const setOf = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

// Most are warnings, whose list bundles without `isCode` drop.
const errors = /* @__PURE__ */ setOf(errorCodes)
const warnings = /* @__PURE__ */ setOf(warningCodes)
const infos = /* @__PURE__ */ setOf(infoCodes)
const meansKey = /* @__PURE__ */ setOf(codesOfKeys)

/** The severity of a kind of finding, as the catalogue has it. */
export function severityOf(code: DiagnosticCode): Severity {
  return errors.has(code) ? 'error' : infos.has(code) ? 'info' : 'warning'
}

/** Whether a text is the code of a kind of finding. */
export function isCode(text: string): text is DiagnosticCode {
  return errors.has(text) || warnings.has(text) || infos.has(text)
}

/** Whether a kind of finding is about a key or about its value. */
export function partOf(code: DiagnosticCode): 'key' | 'value' {
  return meansKey.has(code) ? 'key' : 'value'
}
