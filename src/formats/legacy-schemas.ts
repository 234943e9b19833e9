import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { JsonObject } from '../document/json.js'
import { schemaDiagnostics, type Validator } from '../document/schema.js'
import { legacyFlat, legacyUnwrapped, legacyWrapped } from '../generated/validators.js'
import type { LegacyGeneration } from './generations.js'
import { wrapNamed } from './rewrap.js'

/** The compiled schema of each legacy generation; a named file is checked as what the next generation wrapped. */
const schemas: Readonly<Record<LegacyGeneration, Validator>> = {
  flat: legacyFlat,
  named: legacyWrapped,
  wrapped: legacyWrapped,
  unwrapped: legacyUnwrapped,
}

/** What is wrong with a legacy document as what it is; none when every value has the type it is read with. */
export function legacyDiagnostics(generation: LegacyGeneration, document: JsonObject): Diagnostic[] {
  if (generation !== 'named') return schemaDiagnostics(schemas[generation], document)
  return schemaDiagnostics(schemas.named, wrapNamed(document)).map((finding) => ({
    ...finding,
    pointer: finding.pointer.replace(/^\/web(?=\/)/, ''),
  }))
}
