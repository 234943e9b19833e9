import type { DiagnosticCode } from '../diagnostics/catalogue.js'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import type { JsonObject } from '../document/json.js'
import type { AcceptedSubject, Report, RuleSettings, Subject } from './rule.js'
import { advice, needed } from './rules/index.js'
import { checkValues } from './values/check.js'
import { valueRules } from './values/index.js'

/** The codes of the rules beyond the target's own check; these can be switched off or raised. */
export const ruleCodes: ReadonlySet<DiagnosticCode> = /* @__PURE__ */ (() =>
  new Set([...[...needed, ...advice].flatMap(({ codes }) => codes), ...valueRules.map(({ code }) => code)]))()

/** Runs the rules that are on, and adds what they find. */
export function runRules(subject: Subject, settings: RuleSettings | 'off', diagnostics: Diagnostic[]): void {
  const settingOf = (code: DiagnosticCode) => (settings === 'off' ? undefined : settings[code])
  const report: Report = (code, pointer, message, related) => {
    const setting = settingOf(code)
    if (setting === 'off') return
    const finding = diagnostic(code, pointer, message)
    if (setting !== undefined) finding.severity = setting
    if (related !== undefined && related.length > 0) finding.related = related
    diagnostics.push(finding)
  }
  const accepted = subject.isAccepted ? acceptedSubject(subject) : undefined
  for (const rule of settings === 'off' ? needed : [...needed, ...advice]) {
    if (rule.codes.every((code) => settingOf(code) === 'off')) continue
    if (rule.for === 'any') rule.check(subject, report)
    else if (accepted !== undefined) rule.check(accepted, report)
  }
  if (settings !== 'off') checkValues(subject, (code) => settings[code] === 'off', report)
}

function acceptedSubject(subject: Subject): AcceptedSubject {
  const web = (subject.document['clients'] as JsonObject)['web'] as JsonObject
  return {
    ...subject,
    defaults: web['defaults'] as JsonObject,
    themes: web['themes'] as unknown as JsonObject[],
  }
}
