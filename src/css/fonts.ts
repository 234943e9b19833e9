import { isName, isSubstitution, type Part, partsOf, wordsOf } from './value-parts.js'

/** Keywords that are no names of fonts. */
const KEYWORDS = /^(?:inherit|initial|unset|revert(?:-layer)?)$/i

/** Whether a browser accepts a text as a list of font families, in which each quote is closed. */
export function isFontList(text: string): boolean {
  const value = text.trim()
  return KEYWORDS.test(value) || (partsOf(value)?.every((parts) => isFamily(wordsOf(parts))) ?? false)
}

function isFamily(words: readonly Part[]): boolean {
  const [first, ...more] = words
  if (first === undefined) return false
  if (more.length > 0) return words.every(({ text }) => isName(text))
  const { text } = first
  return (
    /^["']./.test(text) ||
    isSubstitution(first) ||
    (isName(text) && !KEYWORDS.test(text) && !/^default$/i.test(text))
  )
}
