import type { Json } from './json.js'

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

/** Walks through a document once; survives any depth. */
export function structureOf(document: Json): Structure {
  const structure: Structure = { keys: 0, depth: 0, hasHostileKey: false }
  if (typeof document === 'object' && document !== null) count(document, 1, structure)
  return structure
}

function count(value: Json[] | Record<string, Json>, depth: number, structure: Structure): void {
  if (depth > structure.depth) structure.depth = depth
  if (depth > MAX_DEPTH) return
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'object' && item !== null) count(item, depth + 1, structure)
    }
    return
  }
  for (const key in value) {
    structure.keys += 1
    if ((key.length === 9 || key.length === 11) && hostileKeys.has(key)) structure.hasHostileKey = true
    const item = value[key] as Json
    if (typeof item === 'object' && item !== null) count(item, depth + 1, structure)
  }
}

/** Whether a value is nested deeper than any theme. */
export function isTooDeep(document: Json): boolean {
  return structureOf(document).depth > MAX_DEPTH
}
