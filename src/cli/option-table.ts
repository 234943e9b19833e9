/** One option of a verb: a row of its arguments, its help, its page in the manual and its completion. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for the value in the help. */
  readonly value?: string
  /** The values that there are, where they are few. */
  readonly values?: readonly string[]
  /** What the option does, in a few words without a full stop. */
  readonly about: string
}

/** The options of a verb by their names. */
export type Options = Readonly<Record<string, Option>>

/** A switch, which takes no value. */
export const flag = (about: string) => ({ type: 'boolean', about }) as const

/** An option with a value; `FILE` and `FOLDER` complete as such. */
export const text = (value: string, about: string) => ({ type: 'string', value, about }) as const

/** An option that takes one of a few values. */
export const oneOf = (values: readonly string[], about: string, value?: string) =>
  ({ type: 'string', values, about, ...(value !== undefined && { value }) }) as const

/** An option that names a release. */
export const release = (values: readonly string[], about: string) => oneOf(values, about, 'TARGET')

/** What stands for the value of an option; nothing for a switch. */
export function placeholderOf({ type, value, values }: Option): string | undefined {
  return type === 'boolean' ? undefined : (value ?? values?.join('|') ?? 'VALUE')
}
