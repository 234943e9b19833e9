import { codesBySeverity, codesOfKeys } from '../generated/severities.js'
import type { DiagnosticCode } from './catalogue.js'
import type { Severity } from './meta.js'

const severities: ReadonlyMap<string, Severity> = /* @__PURE__ */ (() =>
  new Map(
    Object.entries(codesBySeverity).flatMap(([severity, codes]) =>
      codes.split(' ').map((code) => [code, severity as Severity] as const),
    ),
  ))()

const meansKey: ReadonlySet<string> = /* @__PURE__ */ (() => new Set(codesOfKeys.split(' ')))()

/** How bad findings of a kind are. */
export function severityOf(code: DiagnosticCode): Severity {
  return severities.get(code) as Severity
}

/** Whether a text is the code of a kind of finding. */
export function isCode(text: string): text is DiagnosticCode {
  return severities.has(text)
}

/** The part of a place that findings of a kind mean. */
export function partOf(code: DiagnosticCode): 'key' | 'value' {
  return meansKey.has(code) ? 'key' : 'value'
}
