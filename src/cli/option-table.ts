/** One option of a verb, for reading arguments, the help, the manual page and completion. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** The placeholder for the value in the help. */
  readonly value?: string
  /** The allowed values, where there is a list of them. */
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

/** An option with a list of allowed values. */
export const oneOf = (values: readonly string[], about: string, value?: string) =>
  ({ type: 'string', values, about, ...(value !== undefined && { value }) }) as const

/** An option that names a release. */
export const release = (values: readonly string[], about: string) => oneOf(values, about, 'TARGET')

/** An option's name in camel case: its key in the configuration file. */
export const keyOf = (option: string) => option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The placeholder for the value of an option; none for a switch. */
export function placeholderOf({ type, value, values }: Option): string | undefined {
  return type === 'boolean' ? undefined : (value ?? values?.join('|') ?? 'VALUE')
}
