import { onOneLine } from './escaped.js'

/** An error with its message on one line, whatever names and texts are in it. */
export class PlainError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(onOneLine(message), options)
  }
}
