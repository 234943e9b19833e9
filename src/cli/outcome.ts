import { SettingsError } from '../settings/error.js'

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

/** Calls a function, and throws its `SettingsError` as a `UsageError`. */
export function asUsage<Value>(read: () => Value): Value {
  try {
    const value = read()
    return value instanceof Promise ? (value.catch(refuse) as Value) : value
  } catch (error) {
    return refuse(error)
  }
}

function refuse(error: unknown): never {
  if (error instanceof SettingsError) throw new UsageError(error.message)
  throw error
}
