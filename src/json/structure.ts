import { child } from './pointer.js'
import type { Json, JsonObject } from './value.js'

/** Deeper documents overflow the stack of parsers and browsers; real themes are at most eight levels deep. */
export const MAX_DEPTH = 500

/** Names that mean something else on every JavaScript object. */
export const hostileKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
  '__proto__',
  'constructor',
  'prototype',
])

/** What a walk through a document counts. */
export interface Structure {
  /** The keys of all objects, those of deeper levels than `MAX_DEPTH` not counted. */
  keys: number
  /** The levels of objects and lists, `MAX_DEPTH + 1` for all that are deeper. */
  depth: number
  /** Whether a key has a name that means something else on every object. */
  hasHostileKey: boolean
}

/**
 * Walks through a document once; survives any depth. What is deeper than `MAX_DEPTH` ends the walk.
 *
 * @throws TypeError for what JSON can't hold: functions, symbols, BigInts, infinite numbers, and values that hold
 *   themselves
 */
export function structureOf(document: Json): Structure {
  const structure: Structure = { keys: 0, depth: 0, hasHostileKey: false }
  const way: Step[] = []
  if (!goesOn(document, 1, structure, way)) assertJson(way.reverse())
  return structure
}

/** A value on the way to where a walk ended, and the key of the next one in it. */
interface Step {
  readonly value: unknown
  readonly key: string | number | undefined
}

/** Whether the walk goes on behind a value; if not, the way there is noted from its end to its start. */
function goesOn(value: Json, depth: number, structure: Structure, way: Step[]): boolean {
  if (typeof value !== 'object') {
    if (isScalar(value) || value === undefined) return true
    way.push({ value, key: undefined })
    return false
  }
  if (value === null) return true
  if (depth > structure.depth) structure.depth = depth
  if (depth > MAX_DEPTH) {
    way.push({ value, key: undefined })
    return false
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      if (goesOn(value[index] as Json, depth + 1, structure, way)) continue
      way.push({ value, key: index })
      return false
    }
    return true
  }
  for (const key in value) {
    structure.keys += 1
    if ((key.length === 9 || key.length === 11) && hostileKeys.has(key)) structure.hasHostileKey = true
    if (goesOn(value[key] as Json, depth + 1, structure, way)) continue
    way.push({ value, key })
    return false
  }
  return true
}

/** Thrown for a wrong call, not for a value that is too deep. */
function assertJson(way: readonly Step[]): void {
  const last = way.at(-1)?.value
  const at = (end: number) =>
    way.slice(0, end).reduce((pointer, { key }) => child(pointer, key ?? ''), '') ||
    'the root of the document'
  if (typeof last !== 'object') {
    throw new TypeError(
      `A document contains only JSON values; at ${at(way.length - 1)} there is ${typeof last === 'number' ? last : `a ${typeof last}`}.`,
    )
  }
  const seen = new Set<unknown>()
  way.forEach(({ value }, index) => {
    if (seen.has(value))
      throw new TypeError(
        `Circular reference: the document contains itself at ${at(index)}, which JSON can't.`,
      )
    seen.add(value)
  })
}

/**
 * Whether a value holds nothing but what JSON can hold and is not nested too deeply: a walk that counts nothing, and
 * so takes a fraction of the other. A key without a value is left to that one.
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
  for (const key in value) {
    const item: unknown = (value as JsonObject)[key]
    if (typeof item !== 'string' && !isPlain(item, depth + 1)) return false
  }
  return true
}

const isScalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value)

/** Whether a value is nested deeper than any theme. */
export function isTooDeep(document: Json): boolean {
  return structureOf(document).depth > MAX_DEPTH
}
