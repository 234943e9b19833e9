import { nearest } from '../findings/nearest.js'

/** What to write instead of an unknown word: the most similar one, or the advice where none is similar. */
export function suggestion(word: string, words: Iterable<string>, advice: string): string {
  const guess = nearest(word, words)
  return guess === undefined ? advice : `Did you mean ${guess}?`
}
