import type { Json } from '../json/value.js'
import { parseText } from '../text/parse-text.js'
import type { Input } from './read-file.js'

/** The document of a file, or what is wrong with it, in words that follow its name. */
export type JsonRead = { readonly document: Json } | { readonly problem: string }

/** Parses a file that is not checked itself, such as one that an option names. */
export function jsonIn(input: Input): JsonRead {
  if (!('text' in input)) return { problem: `can't be read: ${input.problem}` }
  const { document, diagnostics } = parseText(input.text)
  const [mistake] = diagnostics
  if (mistake === undefined) return { document: document as Json }
  const { line, column } = mistake.range.start
  return { problem: `can't be read, line ${line}, column ${column}: ${mistake.message}` }
}

/**
 * How messages call a file that an option or a setting names.
 *
 * @param source an option, which the name follows as in a call; or a setting, which a colon follows
 */
export const namedBy = (source: string, file: string): string =>
  source.startsWith('--') ? `${source} ${file}` : `${source}: ${file}`
