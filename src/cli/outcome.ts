import { SettingsError } from '../settings/error.js'

/** The exit statuses: nothing to complain about, findings or a needed change, wrong use or unreadable input. */
export const FINE = 0
export const FINDINGS = 1
export const WRONG = 2

/** What a command printed and how it ended. */
export interface Outcome {
  status: typeof FINE | typeof FINDINGS | typeof WRONG
  /** The result, for standard output. */
  output: string
  /** Everything else, for standard error. */
  messages: string
  /** Whether files were written: that stays so when the result can't be printed. */
  applied?: boolean
}

/** Wrong usage of the command. */
export class UsageError extends Error {}

/** Lets what is wrong with settings be wrong use. */
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
