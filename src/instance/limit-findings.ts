import { FindingCollection } from '../findings/collection.js'
import { getOrInsert } from '../json/get-or-insert.js'
import type { OmittedPlanFindings, PlanFinding } from './plan.js'

/**
 * Limits the findings of each code and file, and counts the others. Findings about whole files, such as unused images,
 * share one limit, because there may be any number of such files.
 */
export function limitFindings(
  findings: Iterable<PlanFinding>,
  most: number,
): { findings: PlanFinding[]; omitted: OmittedPlanFindings[] } {
  const lists = new Map<string, FindingCollection>()
  for (const finding of findings) {
    const key = finding.pointer === '' ? '' : finding.file
    const list = getOrInsert(lists, key, () => new FindingCollection(most))
    list.add(finding)
  }
  return {
    findings: [...lists.values()].flatMap(({ listed }) => listed as PlanFinding[]),
    omitted: [...lists].flatMap(([file, list]) => list.omitted().map((each) => ({ file, ...each }))),
  }
}
