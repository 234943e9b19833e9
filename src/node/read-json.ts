import { isObject, type Json, type JsonObject } from '../json/value.js'
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

/** The same for a file that must contain an object, such as a theme. */
export function objectIn(
  input: Input,
  what: string,
): { readonly document: JsonObject } | { readonly problem: string } {
  const found = jsonIn(input)
  if ('problem' in found) return found
  const { document } = found
  return isObject(document) ? { document } : { problem: `is not a ${what}: it must contain an object.` }
}

/**
 * How messages call a file that an option or a setting names.
 *
 * @param source an option, which the name follows as in a call; or a setting, which a colon follows
 */
export const namedBy = (source: string, file: string): string =>
  source.startsWith('--') ? `${source} ${file}` : `${source}: ${file}`
