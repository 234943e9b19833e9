import { closest, distance } from 'fastest-levenshtein'

/** The candidate that is the fewest typing mistakes away, when it is near enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const best = closest(word, [...candidates])
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? best : undefined
}
