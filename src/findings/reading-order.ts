import type { Diagnostic } from './diagnostic.js'
import type { Severity } from './meta.js'

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * Findings about one file in the order in which they are read: errors, warnings, infos, and in each of them from the top of
 * the file to its end. Those without a range come last, and otherwise equal ones stay in their order.
 */
export function inReadingOrder<Finding extends Pick<Diagnostic, 'severity' | 'range'>>(
  findings: readonly Finding[],
): Finding[] {
  const startOf = ({ range }: Finding) => range?.start ?? { line: Number.MAX_SAFE_INTEGER, column: 0 }
  return [...findings].sort((a, b) => {
    const [one, other] = [startOf(a), startOf(b)]
    return ranks[a.severity] - ranks[b.severity] || one.line - other.line || one.column - other.column
  })
}
