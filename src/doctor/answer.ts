import type { DiagnosticCode } from '../findings/catalogue.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import type { Severity } from '../findings/meta.js'

/** The questions of the upgrade guide with their titles, in order. */
export const questions = {
  variables: 'Removed and renamed variables',
  registry: 'Service registry',
  'service-account': 'Service account',
  resharing: 'Resharing',
  stores: 'Caches and stores',
  'web-options': 'Options of the web client',
  'content-policy': 'Content security policy',
  theme: 'Theme',
  logo: 'Uploaded logo',
} as const

export type QuestionId = keyof typeof questions

/** A change to the settings of a server. */
export type SettingChange =
  | { readonly action: 'set'; readonly variable: string; readonly value: string }
  | { readonly action: 'rename'; readonly variable: string; readonly to: readonly string[] }
  /** `place` is the key in a file that counts as the variable. */
  | { readonly action: 'remove'; readonly variable: string; readonly place?: string }

export const setTo = (variable: string, value: string): SettingChange => ({ action: 'set', variable, value })
export const rename = (variable: string, ...to: string[]): SettingChange => ({
  action: 'rename',
  variable,
  to,
})
export const remove = (variable: string, place?: string): SettingChange => ({
  action: 'remove',
  variable,
  ...(place !== undefined && { place }),
})

/** A reason for an answer. It has values of variables only where they can't be secrets. */
export interface DoctorFinding extends Diagnostic {
  /** The services of the compose files that it is about; empty for a single process. */
  readonly services: readonly string[]
  readonly changes: readonly SettingChange[]
}

/** The answer to a question. */
export interface Answer {
  readonly question: QuestionId
  /** `unknown` where information is missing and nothing else is wrong. */
  readonly verdict: 'not-affected' | 'affected' | 'unknown'
  readonly findings: readonly DoctorFinding[]
  /** Why it is not affected, where nothing that was found says so. */
  readonly basis?: string
}

/** A finding, whose message ends with the changes to make. */
export function finding(
  code: DiagnosticCode,
  message: string,
  {
    changes = [],
    services = [],
    severity,
  }: { changes?: readonly SettingChange[]; services?: readonly string[]; severity?: Severity } = {},
): DoctorFinding {
  const cures = changes.map(cure)
  const made = diagnostic(code, '', [message, ...cures].join(' '))
  return { ...made, ...(severity !== undefined && { severity }), services, changes }
}

function cure(change: SettingChange): string {
  if (change.action === 'set') return `Set ${change.variable}=${change.value}.`
  if (change.action === 'remove') return `Remove ${change.place ?? change.variable}.`
  return `Rename ${change.variable} to ${change.to.join(' or ')}.`
}

/** A finding about missing information. */
export function missing(message: string, services: readonly string[] = []): DoctorFinding {
  return finding('upgrade-unknown', message, { services })
}

/** The answer by its findings: never "not affected" while information is missing. */
export function answer(question: QuestionId, findings: readonly DoctorFinding[], basis?: string): Answer {
  const serious = findings.filter(({ severity }) => severity !== 'info')
  const isAffected = serious.some(({ code }) => code !== 'upgrade-unknown')
  const verdict = isAffected ? 'affected' : serious.length > 0 ? 'unknown' : 'not-affected'
  const isBased = basis !== undefined && verdict === 'not-affected' && findings.length === 0
  return { question, verdict, findings, ...(isBased && { basis }) }
}
