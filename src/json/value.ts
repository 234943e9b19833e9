/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | JsonObject | JsonArray
/** A JSON object. Any key is data, `__proto__` and `constructor` included. */
export interface JsonObject {
  [key: string]: Json
}
/** A JSON array. */
export type JsonArray = Json[]

/** Whether a value is a JSON object: neither `null` nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const ownProperty = Object.prototype.hasOwnProperty

/** As `Object.hasOwn`, which Node 20 does not optimise yet; called for every value of a document. */
export function hasOwn(object: object, key: string): boolean {
  return ownProperty.call(object, key)
}

/** The object's own value of a key; inherited ones (`constructor`, `toString`) don't count. */
export function own(object: JsonObject, key: string): Json | undefined {
  const value = object[key]
  // Only a value that is there can be inherited.
  return value === undefined || hasOwn(object, key) ? value : undefined
}

/** The object's own value of a key when it is an object itself. */
export function ownObject(object: JsonObject, key: string): JsonObject | undefined {
  const value = own(object, key)
  return isObject(value) ? value : undefined
}

/** Sets a key as plain data: `__proto__` becomes an own property and never a prototype. */
export function setOwn(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  } else {
    object[key] = value
  }
}

/** A deep copy that keeps hostile keys as data. */
export function clone(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(clone)
  // A spread is many times faster than setting key by key. It makes `__proto__` an own key, so setting it below is safe.
  const copy = { ...value }
  for (const key in copy) {
    const item = copy[key] as Json
    if (typeof item === 'object' && item !== null) copy[key] = clone(item)
  }
  return copy
}

/** Whether a value is a leaf: a scalar, or an object or array with nothing in it. */
export function isLeaf(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true
  for (const _ in value) return false
  return true
}

/** What a value is called in a message: `null`, `array`, `object`, `string`, `number` or `boolean`. */
export function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/**
 * Whether two values are the same JSON, whatever the order of their keys. The libraries for this compare constructors,
 * which fails for a key of that name, or use `Function`, which a strict content security policy forbids.
 */
export function isEqualJson(a: Json, b: Json): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isEqualJson(item, b[index] as Json))
    )
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => hasOwn(b, key) && isEqualJson(a[key] as Json, b[key] as Json))
  )
}
