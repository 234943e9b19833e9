import type { Diagnostic } from '../../index.js'
import type { JsonObject } from '../../json/value.js'
import { namedBy, objectIn } from '../../node/read-json.js'
import { type ReadTheme, shownTextOf, textOf, themeIn, type UnreadableTheme } from '../../node/read-themes.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import type { Surroundings } from './command.js'

/** A file, and the JSON in it or why there is none. */
export type Loaded = ReadTheme | UnreadableTheme

/** Reads a file to be converted, and the JSON in it. */
export function load(file: string, maxFindings: number, { read }: Pick<Surroundings, 'read'>): Loaded {
  return themeIn(textOf(read(file)), maxFindings)
}

/**
 * Reads a file and the JSON in it as clients do.
 *
 * @returns the file; its `notes` are findings that don't keep clients from reading it
 */
export function loadAsShown(
  file: string,
  maxFindings: number,
  { read }: Pick<Surroundings, 'read'>,
): Loaded & { readonly notes: readonly Diagnostic[] } {
  const text = shownTextOf(read(file))
  return { ...themeIn(text, maxFindings), notes: text.shown === undefined ? [] : text.diagnostics }
}

/** Whether a file has a document. */
export const isRead = <File extends Loaded>(loaded: File): loaded is File & ReadTheme =>
  loaded.diagnostics.length === 0

/** The exit status for a file: a duplicate key is a finding, any other problem makes the file unreadable. */
export function statusOf({ diagnostics }: { diagnostics: readonly Diagnostic[] }): Outcome['status'] {
  if (diagnostics.length === 0) return FINE
  return diagnostics.every(({ code }) => code === 'duplicate-key') ? FINDINGS : WRONG
}

/**
 * Reads the theme that an option names.
 *
 * @param option what a message calls the option
 */
export function readDocumentOf(
  option: string,
  file: string,
  { read }: Pick<Surroundings, 'read'>,
  what: string,
): JsonObject {
  const found = objectIn(read(file), what)
  if ('document' in found) return found.document
  throw new UsageError(`${namedBy(option, file)} ${found.problem}`)
}
