import { quoted } from '../json/quoted.js'
import { isObject, type JsonObject } from '../json/value.js'
import type { Target } from '../targets/target.js'

/**
 * The value of a token of a merged theme. An empty one in the theme hides that of `defaults`, and counts as not set.
 *
 * @param inTheme the token's group in the theme
 * @param inDefaults the token's group in `defaults`
 */
export function effectiveToken(
  inTheme: JsonObject | undefined,
  inDefaults: JsonObject | undefined,
  token: string,
): string | undefined {
  let text = inTheme?.[token]
  if (typeof text !== 'string') text = inDefaults?.[token]
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** A group of design tokens of a layer. */
export function tokenGroup(layer: JsonObject, group: string): JsonObject | undefined {
  const tokens = layer['designTokens']
  const map = isObject(tokens) ? tokens[group] : undefined
  return isObject(map) ? map : undefined
}

/** A theme for messages: its title, else another name that it has, else its pointer. */
export function nameOf(theme: JsonObject, index: number, { choice }: Target): string {
  for (const key of [choice.titleKey, 'label', 'name']) {
    const name = theme[key]
    if (typeof name === 'string' && name.trim() !== '') return quoted(name)
  }
  return `/clients/web/themes/${index}`
}
