import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate that is the fewest typing mistakes away, when it is near enough to be meant. Two neighbours that
 * changed places are one mistake.
 *
 * @param isStrict for names among which there are many similar ones
 */
export function nearest(word: string, candidates: readonly string[], isStrict = false): string | undefined {
  if (candidates.length === 0) return undefined
  const swapped = candidates.find((candidate) => isSwapOf(candidate, word))
  if (swapped !== undefined) return swapped
  const best = closest(word, [...candidates])
  const limit = isStrict ? Math.min(2, Math.floor(word.length / 3)) : Math.max(2, Math.floor(word.length / 3))
  return distance(word, best) <= limit ? best : undefined
}

/** Whether a word is another one with two neighbouring letters in each other's place. */
function isSwapOf(word: string, other: string): boolean {
  if (word.length !== other.length || word.length < 3) return false
  let at = 0
  while (at < word.length && word[at] === other[at]) at += 1
  return (
    word[at] !== other[at] &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  )
}
