import type { Validator } from '../document/schema.js'
import { legacyFlat, legacyNamed, legacyUnwrapped, legacyWrapped } from '../generated/validators.js'
import type { LegacyGeneration } from './generations.js'

/** The compiled schema of each legacy generation. */
export const legacySchemas: Readonly<Record<LegacyGeneration, Validator>> = {
  flat: legacyFlat,
  named: legacyNamed,
  wrapped: legacyWrapped,
  unwrapped: legacyUnwrapped,
}
