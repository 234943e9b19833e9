import { codesOfKeys, errorCodes, infoCodes } from '../generated/severities.js'
import type { DiagnosticCode } from './catalogue.js'
import type { Severity } from './meta.js'

const setOf = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

const errors = /* @__PURE__ */ setOf(errorCodes)
const infos = /* @__PURE__ */ setOf(infoCodes)
const meansKey = /* @__PURE__ */ setOf(codesOfKeys)

/** The severity of a kind of finding, as the catalogue has it. Most are warnings. */
export function severityOf(code: DiagnosticCode): Severity {
  return errors.has(code) ? 'error' : infos.has(code) ? 'info' : 'warning'
}

/** Whether a kind of finding is about a key or about its value. */
export function partOf(code: DiagnosticCode): 'key' | 'value' {
  return meansKey.has(code) ? 'key' : 'value'
}
