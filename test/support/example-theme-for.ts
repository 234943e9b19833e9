import type { ConversionTargetId } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { converted } from './convert.js'

/** The example theme, converted for a target. */
export function exampleThemeFor(target: ConversionTargetId): JsonObject {
  return converted(exampleTheme(), { target }).theme as unknown as JsonObject
}
