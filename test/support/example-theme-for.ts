import { type ConversionTargetId, convert } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'

/** The example theme as a target reads it; without its theme for the vault where there is none. */
export function exampleThemeFor(target: ConversionTargetId): JsonObject {
  const { theme, diagnostics } = convert(exampleTheme(), { target })
  if (theme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return theme as unknown as JsonObject
}
