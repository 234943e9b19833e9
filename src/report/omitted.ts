import type { OmittedFindings } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'

/** What is not listed, as findings about the whole file, for formats that know nothing but findings. */
export function withOmitted(
  diagnostics: readonly Diagnostic[],
  omitted: readonly OmittedFindings[] = [],
): readonly Diagnostic[] {
  return [
    ...diagnostics,
    ...omitted.map(({ code, severity, count }) => ({
      ...diagnostic(code, '', `${count} more of this kind, counted and not listed.`),
      severity,
    })),
  ]
}
