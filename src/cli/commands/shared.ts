import { diagnostic } from '../../diagnostics/diagnostic.js'
import { parseText } from '../../document/text.js'
import type { Diagnostic } from '../../index.js'
import { readInput } from '../../node/read.js'
import type { Arguments } from '../arguments.js'
import { UsageError } from '../outcome.js'

export const formats = ['pretty', 'json'] as const

/** A file with its document, or with what keeps it from being one. */
export interface Loaded {
  readonly name: string
  /** Whether its bytes could be read as text. */
  readonly readable: boolean
  readonly text: string | undefined
  readonly document: unknown
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a file and the JSON in it. */
export function load(file: string): Loaded {
  const input = readInput(file)
  if (!('text' in input)) {
    return {
      name: input.name,
      readable: false,
      text: undefined,
      document: undefined,
      diagnostics: [diagnostic(input.code, '', `This can't be read: ${input.problem}`)],
    }
  }
  const { document, diagnostics } = parseText(input.text)
  return { name: input.name, readable: true, text: input.text, document, diagnostics }
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
