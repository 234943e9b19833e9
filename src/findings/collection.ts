import { type OptionCheck, such } from './assert-options.js'
import type { DiagnosticCode, Severity } from './catalogue.js'
import type { Diagnostic } from './diagnostic.js'

/** Findings of one kind that are counted and not listed. */
export interface OmittedFindings {
  code: DiagnosticCode
  severity: Severity
  /** How many there are beside those that are listed. */
  count: number
}

/** How many findings of each code may be listed; asked for by callers who may meet files with any number of them. */
export interface FindingLimit {
  /** So many findings of each code are listed, the others counted; all are listed unless given. */
  maxFindings?: number
}

/** Findings with a limit per code; those beyond it are only counted. */
export class FindingCollection {
  readonly listed: Diagnostic[] = []
  /** Only what has findings needs it. */
  private counts: Map<string, OmittedFindings> | undefined

  /** @param most so many of each code are listed */
  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  get isEmpty(): boolean {
    return this.counts === undefined
  }

  get hasErrors(): boolean {
    for (const { severity } of this.counts?.values() ?? []) if (severity === 'error') return true
    return false
  }

  add(finding: Diagnostic): void {
    const { code, severity } = finding
    this.counts ??= new Map()
    const key = `${code} ${severity}`
    const counted = this.counts.get(key)
    const count = (counted?.count ?? 0) + 1
    if (counted === undefined) this.counts.set(key, { code, severity, count })
    else counted.count = count
    if (count <= this.most) this.listed.push(finding)
  }

  addAll(findings: Iterable<Diagnostic>): void {
    for (const finding of findings) this.add(finding)
  }

  /** What there is beside the listed findings. */
  omitted(): OmittedFindings[] {
    return [...(this.counts?.values() ?? [])]
      .filter(({ count }) => count > this.most)
      .map((all) => ({ ...all, count: all.count - this.most }))
  }
}

/** What the option "maxFindings" has to be. */
export const findingLimit: OptionCheck = /* @__PURE__ */ such(
  (most) => most === Number.POSITIVE_INFINITY || (Number.isInteger(most) && (most as number) > 0),
  'a whole number from 1 on',
)
