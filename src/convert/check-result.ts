import type { DiagnosticCode } from '../findings/catalogue.js'
import { schemaDiagnostics } from '../formats/schema-findings.js'
import type { JsonObject } from '../json/value.js'
import type { Draft } from './draft.js'

/**
 * Checks the result: values that the target would reject are errors, because clients would ignore the whole theme.
 *
 * @param ignored what isn't wrong in a part of a theme
 */
export function checkResult({ target, findings }: Draft, root: JsonObject, ignored?: DiagnosticCode): void {
  for (const finding of schemaDiagnostics(target.check, root, target.serverValues)) {
    if (finding.code === ignored) continue
    findings.add({
      ...finding,
      message: `${finding.message} (This place is in the converted file, which ${target.title} would reject.)`,
    })
  }
}
