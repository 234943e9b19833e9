import { onOneLine } from './escaped.js'
import { child } from './pointer.js'
import { isObject, type Json, type JsonObject } from './value.js'

/** Deeper documents overflow the stack of parsers and browsers; real themes are at most eight levels deep. */
export const MAX_DEPTH = 500

/** Keys that have a special meaning on every JavaScript object. */
export const hostileKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
  '__proto__',
  'constructor',
  'prototype',
])

/** Facts about the structure of a document. */
export interface Structure {
  /** The number of keys of all objects, down to `MAX_DEPTH` levels. */
  keys: number
  /** The number of levels of objects and lists; at most `MAX_DEPTH + 1`. */
  depth: number
  /** Whether there is a key with a special meaning on every JavaScript object. */
  hasHostileKey: boolean
}

/**
 * Walks through a document once, and stops at the first value that is nested deeper than `MAX_DEPTH` levels.
 *
 * @throws TypeError for what JSON can't hold: functions, symbols, BigInts, infinite numbers, circular references, and
 *   objects such as promises, dates and maps
 */
export function structureOf(document: Json): Structure {
  const structure: Structure = { keys: 0, depth: 0, hasHostileKey: false }
  const path: Step[] = []
  if (!walk(document, 1, structure, path)) assertJson(path.reverse())
  return structure
}

/** The type of an object, also of another window or realm. */
export const typeOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

/** What is wrong with an object that is not from JSON, such as a promise or bytes; also of another window or realm. */
export function foreignDocument(document: unknown): string | undefined {
  // Not by typeOf, which most bundles then lack.
  const type = isObject(document) ? Object.prototype.toString.call(document).slice(8, -1) : 'Object'
  if (type === 'Object') return undefined
  return `The document is of the type ${onOneLine(type)}, not JSON: await promises, and parse texts.`
}

/** Whether an object in a document isn't from JSON. Prototypes are compared first, because that is much faster. */
const isForeign = (value: object) =>
  Object.getPrototypeOf(value) !== Object.prototype && foreignDocument(value) !== undefined

/** A value on the path to where a walk stopped, and the key of the next one in it. */
interface Step {
  readonly value: unknown
  readonly key: string | number | undefined
}

/** Returns `false` if the walk stops in a value; the path from there up to the value is then added to `path`. */
function walk(value: Json, depth: number, structure: Structure, path: Step[]): boolean {
  if (typeof value !== 'object') {
    if (isScalar(value) || value === undefined) return true
    path.push({ value, key: undefined })
    return false
  }
  if (value === null) return true
  if (depth > structure.depth) structure.depth = depth
  if (depth > MAX_DEPTH) {
    path.push({ value, key: undefined })
    return false
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      if (walk(value[index] as Json, depth + 1, structure, path)) continue
      path.push({ value, key: index })
      return false
    }
    return true
  }
  if (isForeign(value)) {
    path.push({ value, key: undefined })
    return false
  }
  for (const key in value) {
    structure.keys += 1
    if ((key.length === 9 || key.length === 11) && hostileKeys.has(key)) structure.hasHostileKey = true
    // Most values are strings, which need no call of their own.
    if (typeof value[key] === 'string' || walk(value[key] as Json, depth + 1, structure, path)) continue
    path.push({ value, key })
    return false
  }
  return true
}

/** Throws if a walk stopped at a value that JSON can't hold, and not because of the depth alone. */
function assertJson(path: readonly Step[]): void {
  const last = path.at(-1)?.value
  const at = (end: number) =>
    onOneLine(path.slice(0, end).reduce((pointer, { key }) => child(pointer, key ?? ''), '')) ||
    'the root of the document'
  const isForeignObject = isObject(last) && isForeign(last)
  if (typeof last !== 'object' || isForeignObject) {
    const what = isForeignObject
      ? `an object of the type ${onOneLine(typeOf(last))}: await promises, and parse texts`
      : typeof last === 'number'
        ? last
        : `a ${typeof last}`
    throw new TypeError(`A document contains only JSON values; at ${at(path.length - 1)} there is ${what}.`)
  }
  const seen = new Set<unknown>()
  path.forEach(({ value }, index) => {
    if (seen.has(value))
      throw new TypeError(
        `Circular reference: the document contains itself at ${at(index)}, which JSON can't.`,
      )
    seen.add(value)
  })
}

/**
 * Whether a value is JSON and not nested too deeply. It counts nothing, and takes a fraction of the time of
 * `structureOf`. A key without a value (`undefined`), which that one allows, is none here.
 */
export function isPlain(value: unknown, depth = 1): boolean {
  if (typeof value !== 'object' || value === null) return isScalar(value)
  if (depth > MAX_DEPTH) return false
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index]
      if (typeof item !== 'string' && !isPlain(item, depth + 1)) return false
    }
    return true
  }
  if (isForeign(value)) return false
  for (const key in value) {
    const item: unknown = (value as JsonObject)[key]
    if (typeof item !== 'string' && !isPlain(item, depth + 1)) return false
  }
  return true
}

const isScalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value)

/** Whether a value is nested deeper than `MAX_DEPTH` levels. */
export function isTooDeep(document: Json): boolean {
  return structureOf(document).depth > MAX_DEPTH
}
