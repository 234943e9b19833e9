import leven from 'leven'

/**
 * The candidate with the fewest typing mistakes, if it is near enough to be meant. One that differs only by two swapped
 * neighbouring letters is taken at once.
 *
 * @param isStrict for names among which there are many similar ones
 */
export function nearest(word: string, candidates: Iterable<string>, isStrict = false): string | undefined {
  const third = Math.floor(word.length / 3)
  let best: string | undefined
  let least = (isStrict ? Math.min(2, third) : Math.max(2, third)) + 1
  for (const candidate of candidates) {
    if (isSwapOf(candidate, word)) return candidate
    // Each letter too many or too few is a mistake, so a much longer or shorter word needs no comparison.
    if (Math.abs(candidate.length - word.length) >= least) continue
    const mistakes = leven(word, candidate, { maxDistance: least })
    if (mistakes < least) [best, least] = [candidate, mistakes]
  }
  return best
}

/** A name without its notation: `text-muted`, `text_muted` and `TextMuted` are the same. */
export const bareName = (name: string) => name.toLowerCase().replace(/[^a-z\d]+/g, '')

/** Whether two words differ only by two swapped neighbouring letters. */
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
