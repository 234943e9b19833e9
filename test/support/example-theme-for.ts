import { type ConversionTargetId, convert } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'

/** The example theme, converted for a target. */
export function exampleThemeFor(target: ConversionTargetId): JsonObject {
  const { theme, diagnostics } = convert(exampleTheme(), { target })
  if (theme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return theme as unknown as JsonObject
}
