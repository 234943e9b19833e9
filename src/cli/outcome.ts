import { PlainError } from '../json/plain-error.js'

/** The exit statuses: success, findings or a needed change, wrong usage or unreadable input. */
export const FINE = 0
export const FINDINGS = 1
export const WRONG = 2

/** What a command prints, and its exit status. */
export interface Outcome {
  status: typeof FINE | typeof FINDINGS | typeof WRONG
  /** The result, for standard output. */
  output: string
  /** Everything else, for standard error. */
  messages: string
  /** Whether files were written, which a failure to print the result doesn't undo. */
  applied?: boolean
}

/** Wrong usage of the command. */
export class UsageError extends Error {}

/** Whether the message of an error says to the user what to do; any other is an internal error. */
export function isForUser(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof PlainError
}
