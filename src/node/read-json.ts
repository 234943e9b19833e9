import type { Json } from '../json/value.js'
import { parseText } from '../text/parse-text.js'
import type { Input } from './read-file.js'

/** What a file holds, or what is wrong with it, in words that go on behind its name. */
export type JsonRead = { readonly document: Json } | { readonly problem: string }

/** The document of a file that is no theme to be checked, such as one that an option names. */
export function jsonIn(input: Input): JsonRead {
  if (!('text' in input)) return { problem: `can't be read: ${input.problem}` }
  const { document, diagnostics } = parseText(input.text)
  const [mistake] = diagnostics
  if (mistake === undefined) return { document: document as Json }
  const { line, column } = mistake.range.start
  return { problem: `can't be read, line ${line}, column ${column}: ${mistake.message}` }
}

/**
 * What messages call a file that something else names.
 *
 * @param source an option, which goes on with the name as in a call; or the place of a setting, set apart by a colon
 */
export const namedBy = (source: string, file: string): string =>
  source.startsWith('--') ? `${source} ${file}` : `${source}: ${file}`
