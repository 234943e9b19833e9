import { diagnostic } from '../../findings/diagnostic.js'
import type { Plan, PlanFinding } from '../../instance/plan.js'
import { type RefusedPlace, refusalFindings } from '../../instance/refused-places.js'
import { codeOf } from '../disk.js'
import { isFailure, sentencesOf } from '../system-errors.js'
import { assertChangeable, assertWritable, RefusedError } from './changeable.js'
import { openJournals } from './journal.js'
import { inTree } from './journals.js'
import { changesOfStep, type PlanSources } from './planned-changes.js'
import type { InstanceFolder } from './read-instance.js'
import { TransactionError, type Tree } from './tree.js'

/** Findings about everything that keeps this account from applying a plan. Nothing is written. */
export function refusalsOf(
  instance: InstanceFolder,
  { steps }: Pick<Plan, 'steps'>,
  sources: PlanSources,
): PlanFinding[] {
  const refused: RefusedPlace[] = []
  const others: PlanFinding[] = []
  const roots = new Set<string>()
  const ask = (file: string, check: () => void) => {
    try {
      check()
    } catch (error) {
      if (error instanceof RefusedError) refused.push({ file, place: error.place, refusal: error.refusal })
      else if (error instanceof TransactionError || (codeOf(error) !== undefined && !isFailure(error)))
        others.push({ file, ...diagnostic('file-not-changeable', '', sentencesOf(error)) })
      else throw error
    }
  }
  const toChanges = changesOfStep(instance, steps, sources)
  for (const step of steps) {
    const { file } = step
    ask(file, () => {
      for (const change of toChanges(step)) {
        if (!roots.has(change.root)) ask(file, () => inTree(change.root, assertJournals))
        roots.add(change.root)
        ask(file, () => inTree(change.root, (tree) => assertChangeable(tree, change)))
      }
    })
  }
  return [...refusalFindings(refused), ...others]
}

/** @throws TransactionError where no journal can be written */
function assertJournals(tree: Tree): void {
  const folder = openJournals(tree)?.path ?? tree.root
  assertWritable(folder, folder)
}
