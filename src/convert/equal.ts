import isEqual from 'lodash-es/isEqual.js'
import type { Json } from '../document/json.js'

/** Whether two values are the same JSON, whatever the order of their keys. */
export function isEqualJson(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && isEqual(a, b))
}
