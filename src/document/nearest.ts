import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate that is the fewest typing mistakes away, when it is near enough to be meant.
 *
 * @param isStrict for names among which there are many similar ones
 */
export function nearest(word: string, candidates: readonly string[], isStrict = false): string | undefined {
  if (candidates.length === 0) return undefined
  const best = closest(word, [...candidates])
  const limit = isStrict ? Math.min(2, Math.floor(word.length / 3)) : Math.max(2, Math.floor(word.length / 3))
  return distance(word, best) <= limit ? best : undefined
}
