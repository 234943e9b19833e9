import type { Severity } from '../findings/catalogue.js'
import type { OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/** The severities in the order of lists, the worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** The number of findings of each severity. */
export type Counts = Record<Severity, number>

export const noCounts = (): Counts => ({ error: 0, warning: 0, info: 0 })

/** Adds findings to the counts, also those that are not listed. */
export function count(
  counts: Counts,
  diagnostics: readonly Diagnostic[],
  omitted: readonly OmittedFindings[] = [],
): Counts {
  for (const { severity } of diagnostics) counts[severity] += 1
  for (const { severity, count: more } of omitted) counts[severity] += more
  return counts
}

/** The counts in words: `2 errors, 3 infos`. */
export function inWords(counts: Counts): string {
  const parts = severities.filter((each) => counts[each] > 0).map((each) => plural(counts[each], each))
  return parts.length > 0 ? parts.join(', ') : 'no findings'
}

/** `1 file`, `2 files`. */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
