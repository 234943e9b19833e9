import { checkThat, type OptionCheck } from './assert-options.js'
import type { DiagnosticCode, Severity } from './catalogue.js'
import type { Diagnostic } from './diagnostic.js'

/** Findings of one kind that are counted and not listed. */
export interface OmittedFindings {
  code: DiagnosticCode
  severity: Severity
  /** The number of those that aren't listed. */
  count: number
}

/** A limit to the listed findings, for files that may have any number of them. */
export interface FindingLimit {
  /** The most findings of one code and severity to list; the others are counted. All are listed unless given. */
  maxFindings?: number
}

/** Findings with a limit per code and severity; those beyond it are only counted. */
export class FindingCollection {
  readonly listed: Diagnostic[] = []
  /** Created by the first finding, because most files have none. */
  private counts: Map<string, OmittedFindings> | undefined

  /** @param most the most findings of one code and severity to list */
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

  /** The counts of the findings that aren't listed. */
  omitted(): OmittedFindings[] {
    return [...(this.counts?.values() ?? [])]
      .filter(({ count }) => count > this.most)
      .map((all) => ({ ...all, count: all.count - this.most }))
  }
}

/** The check of the option `maxFindings`. */
export const findingLimit: OptionCheck = /* @__PURE__ */ checkThat(
  (most) => most === Number.POSITIVE_INFINITY || (Number.isInteger(most) && (most as number) > 0),
  'a whole number from 1 on',
)
