import type { DiagnosticCode } from '../findings/catalogue.js'
import { diagnostic } from '../findings/diagnostic.js'
import { onOneLine } from '../json/escaped.js'
import type { Pointer } from '../json/pointer.js'
import { type TargetId, targetOf } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import { type ActiveTheme, activeTheme } from './active.js'
import type { Instance } from './instance.js'
import type { ByHand, FileLedger, OmittedPlanFindings, PlanFinding, PlanOptions, Step } from './plan.js'

/** An unfinished plan. */
export interface Draft {
  readonly instance: Instance
  readonly options: PlanOptions
  readonly target: Target<TargetId>
  readonly steps: Step[]
  readonly findings: PlanFinding[]
  /** Findings that a conversion counted and didn't list. */
  readonly omitted: OmittedPlanFindings[]
  readonly byHand: ByHand[]
  readonly active: ActiveTheme
  /** The files after the steps. */
  readonly files: Set<string>
  /** The themes and branding that the server will read, by file. */
  readonly documents: Map<string, unknown>
  /** Images with a finding, which are not reported as unused, too. */
  readonly reported: Set<string>
  readonly ledgers: FileLedger[]
}

/** @param current the release of the instance, if another one than that of the plan */
export function newDraft(instance: Instance, options: PlanOptions, current = options.target): Draft {
  return {
    instance,
    options,
    target: targetOf(options.target),
    steps: [],
    findings: [],
    omitted: [],
    byHand: [],
    active: activeTheme({ ...options, target: current }),
    files: new Set(instance.files),
    documents: new Map(),
    reported: new Set(),
    ledgers: [],
  }
}

/** Adds a finding. */
export function addFinding(
  draft: Draft,
  code: DiagnosticCode,
  file: string,
  message: string,
  pointer: Pointer = '',
): void {
  draft.findings.push({ file, ...diagnostic(code, pointer, message) })
}

/** Adds a step, and updates the files after the steps. */
export function addStep(draft: Draft, step: Step): void {
  draft.steps.push({ ...step, reason: onOneLine(step.reason) })
  if (step.action === 'delete' || step.action === 'move') draft.files.delete(step.file)
  if (step.action === 'move' || step.action === 'copy') draft.files.add(step.to)
  if (step.action === 'write') draft.files.add(step.file)
  if (step.action === 'convert' && step.to !== undefined) {
    draft.files.delete(step.file)
    draft.files.add(step.to)
  }
}
