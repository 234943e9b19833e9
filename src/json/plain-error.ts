import { onOneLine } from './escaped.js'

/**
 * An error with its message on one line, whatever names and texts are in it. The type of the options is written out,
 * because programs that are compiled for ES2020 have no `ErrorOptions`.
 */
export class PlainError extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(onOneLine(message), options)
  }
}
