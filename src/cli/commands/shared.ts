import { diagnostic } from '../../findings/diagnostic.js'
import type { Diagnostic } from '../../index.js'
import { parseText } from '../../text/parse-text.js'
import type { Arguments } from '../arguments.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import type { Surroundings } from './command.js'

export const formats = ['pretty', 'json'] as const

/** A file with its text, or with what keeps it from being one. */
export interface ReadFile {
  readonly name: string
  readonly text: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** A file with its document, or with what keeps it from being one. */
export interface Loaded extends ReadFile {
  readonly document: unknown
}

/** Reads a file. */
export function readText(file: string, { read }: Pick<Surroundings, 'read'>): ReadFile {
  const input = read(file)
  if ('text' in input) return { name: input.name, text: input.text, diagnostics: [] }
  const finding = diagnostic(input.code, '', `This can't be read: ${input.problem}`)
  return { name: input.name, text: undefined, diagnostics: [finding] }
}

/** Reads a file and the JSON in it. */
export function load(file: string, surroundings: Pick<Surroundings, 'read'>): Loaded {
  const read = readText(file, surroundings)
  if (read.text === undefined) return { ...read, document: undefined }
  return { ...read, ...parseText(read.text) }
}

/** Duplicate keys can be read, and are for a person to decide; everything else is no JSON at all. */
export function statusOf({ diagnostics }: ReadFile): Outcome['status'] {
  if (diagnostics.length === 0) return FINE
  return diagnostics.every(({ code }) => code === 'duplicate-key') ? FINDINGS : WRONG
}

/** The files of a command that takes several. */
export function filesOf(args: Arguments): readonly string[] {
  if (args.files.length === 0) {
    throw new UsageError('Name at least one file, or - for standard input.')
  }
  if (args.files.filter((file) => file === '-').length > 1) {
    throw new UsageError('Standard input (-) can be read only once.')
  }
  return args.files
}
