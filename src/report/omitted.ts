import type { OmittedFindings } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'

/** Adds a finding for each code with omitted findings, for formats that have no other place for their number. */
export function withOmitted(
  diagnostics: readonly Diagnostic[],
  omitted: readonly OmittedFindings[] = [],
): readonly Diagnostic[] {
  return [
    ...diagnostics,
    ...omitted.map(({ code, severity, count }) => ({
      ...diagnostic(code, '', `${count} more findings with this code are not listed.`),
      severity,
    })),
  ]
}
