import { isObject, type Json, type JsonObject, own, setOwn } from '../document/json.js'
import type { KeyNode } from '../generated/places.js'

/**
 * The theme with its keys in the order of the target's schema, which is that of the shipped files; keys that the
 * schema doesn't have come last, as they stood. Maps stay as they are.
 */
export function arrange(theme: JsonObject, { keys, items }: KeyNode): JsonObject {
  if (keys === undefined || items !== undefined) return theme
  const arranged: JsonObject = {}
  const present = Object.keys(theme)
  let placed = 0
  for (const key in keys) {
    const value = own(theme, key)
    if (value === undefined) continue
    arranged[key] = arrangeValue(value, keys[key] as KeyNode)
    placed += 1
  }
  if (placed === present.length) return arranged
  for (const key of present) {
    if (!Object.hasOwn(keys, key)) setOwn(arranged, key, theme[key] as Json)
  }
  return arranged
}

function arrangeValue(value: Json, node: KeyNode): Json {
  const { items } = node
  if (Array.isArray(value)) {
    return items === undefined ? value : value.map((item) => arrangeValue(item, items))
  }
  return isObject(value) ? arrange(value, node) : value
}
