import type { DiagnosticCode, RuleCode } from '../findings/catalogue.js'
import type { FindingCollection } from '../findings/collection.js'
import { diagnostic } from '../findings/diagnostic.js'
import { documentRules, valueRules } from '../generated/rule-index.js'
import type { DocumentRule, Report, RuleSettings, Subject } from './rule.js'
import { checkValues } from './value-rules.js'

/** The codes of the rules beyond the target's own check; these can be switched off or raised. */
export const ruleCodes: ReadonlySet<DiagnosticCode> = /* @__PURE__ */ (() =>
  new Set([...documentRules.flatMap(({ codes }) => codes), ...valueRules.map(({ code }) => code)]))()

/** Runs the rules that are on, and adds their findings. */
export function runRules(
  subject: Subject,
  settings: RuleSettings | 'off',
  findings: FindingCollection,
): void {
  const settingOf: RuleSettings = settings === 'off' ? {} : settings
  const report: Report = (code, pointer, message, related, missing) => {
    const setting = settingOf[code]
    if (setting === 'off') return
    const finding = diagnostic(code, pointer, message)
    if (setting !== undefined) finding.severity = setting
    if (related !== undefined && related.length > 0) finding.related = related
    findings.add(finding)
    if (missing === undefined) return
    finding.key = missing.key
    subject.missing.note(finding, missing)
  }
  const isOff = (code: RuleCode) => settingOf[code] === 'off'
  run(true, subject, isOff, report)
  if (settings === 'off') return
  run(false, subject, isOff, report)
  checkValues(subject, isOff, report)
}

function run(isNeeded: boolean, subject: Subject, isOff: (code: RuleCode) => boolean, report: Report): void {
  for (const rule of documentRules as readonly DocumentRule[]) {
    if ((rule.isNeeded === true) !== isNeeded) continue
    if (rule.for === 'accepted' && !subject.isAccepted) continue
    if (!rule.codes.every(isOff)) rule.check(subject, report)
  }
}
