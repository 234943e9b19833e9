import type { Diagnostic } from '../findings/diagnostic.js'
import { legacyFlat, legacyUnwrapped, legacyWrapped } from '../generated/validators.js'
import type { Json, JsonObject } from '../json/value.js'
import type { LegacyGeneration } from './generations.js'
import { wrapNamed } from './rewrap.js'
import { schemaDiagnostics, type Validator } from './schema-findings.js'

/** The compiled schema of each legacy generation; a named file is checked as what the next generation wrapped. */
const schemas: Readonly<Record<LegacyGeneration, Validator>> = {
  flat: legacyFlat,
  named: legacyWrapped,
  wrapped: legacyWrapped,
  unwrapped: legacyUnwrapped,
}

/** Where the schemas of the legacy generations are. */
const addresses: ReadonlySet<unknown> = /* @__PURE__ */ (() =>
  new Set(
    Object.keys(schemas).map((name) => `https://unpkg.com/theme-convert/schemas/legacy-${name}.json`),
  ))()

/** Whether a `$schema` is that of a legacy generation. */
export function isLegacySchema(address: Json): boolean {
  return addresses.has(address)
}

/** The findings about a legacy document; none when every value has the expected type. */
export function* legacyDiagnostics(
  generation: LegacyGeneration,
  document: JsonObject,
): Generator<Diagnostic> {
  if (generation !== 'named') return yield* schemaDiagnostics(schemas[generation], document)
  for (const finding of schemaDiagnostics(schemas.named, wrapNamed(document))) {
    yield { ...finding, pointer: finding.pointer.replace(/^\/web(?=\/)/, '') }
  }
}
