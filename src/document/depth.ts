import type { Json } from './json.js'

/** Deeper documents overflow the stack of parsers and browsers; real themes are at most eight levels deep. */
export const MAX_DEPTH = 500

/** Whether a value is nested deeper than any theme; without recursion, so that it survives what it looks for. */
export function isTooDeep(document: Json): boolean {
  let level: Json[] = [document]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true
    const next: Json[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      for (const key in value) {
        const item = (value as Record<string, Json>)[key] as Json
        if (typeof item === 'object' && item !== null) next.push(item)
      }
    }
    level = next
  }
  return false
}
