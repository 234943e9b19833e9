import type { Diagnostic } from '../findings/diagnostic.js'
import { legacyFlat } from '../generated/validators/legacy-flat.js'
import { legacyUnwrapped } from '../generated/validators/legacy-unwrapped.js'
import { legacyWrapped } from '../generated/validators/legacy-wrapped.js'
import type { JsonObject } from '../json/value.js'
import type { LegacyGeneration } from './generations.js'
import { wrapNamed } from './rewrap.js'
import { schemaDiagnostics, type Validator } from './schema-findings.js'

/** The compiled schema of each legacy generation; a named file is checked as a wrapped one. */
const schemas: Readonly<Record<LegacyGeneration, () => Validator>> = {
  flat: () => legacyFlat,
  named: () => legacyWrapped,
  wrapped: () => legacyWrapped,
  unwrapped: () => legacyUnwrapped,
}

/** The findings about a legacy document; none if every value has the expected type. */
export function* legacyDiagnostics(
  generation: LegacyGeneration,
  document: JsonObject,
): Generator<Diagnostic> {
  if (generation !== 'named') return yield* schemaDiagnostics(schemas[generation](), document)
  for (const finding of schemaDiagnostics(schemas.named(), wrapNamed(document))) {
    yield { ...finding, pointer: finding.pointer.replace(/^\/web(?=\/)/, '') }
  }
}
