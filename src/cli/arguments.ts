import { parseArgs } from 'node:util'
import { quoted } from '../json/quoted.js'
import { releaseMeant } from '../targets/index.js'
import { hintFor } from './option-hints.js'
import type { Option, Options } from './option-table.js'
import { UsageError } from './outcome.js'

/** The options and files of one call. */
export interface Arguments {
  /** The value of an option. */
  text(name: string): string | undefined
  /** The values of a repeatable option. */
  texts(name: string): readonly string[]
  /** Whether a switch is on. */
  flag(name: string): boolean
  /** The value of an option with a list of allowed values. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined
  /**
   * How a message names an option: `--name`, or the key in the configuration file that sets it.
   *
   * @param beside the option that the message is about, where it names another one, too: both are named the same way
   */
  label(name: string, beside?: string): string
  readonly files: readonly string[]
}

/**
 * Reads the arguments behind a verb.
 *
 * @throws UsageError that names what is wrong, and the nearest option where one is unknown
 */
export function readArguments(values: readonly string[], listed: Options): Arguments {
  const options = withFormer(listed)
  const { tokens } = parseArgs({
    args: [...values],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const found = new Map<string, string | boolean>()
  const several = new Map<string, string[]>()
  const files: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') {
      // Otherwise it would be the current folder, which nobody means who passes a variable without a value.
      if (token.value === '')
        throw new UsageError('An argument is empty. Name a file or folder (. for this one).')
      files.push(token.value)
    }
    if (token.kind !== 'option') continue
    const { name, rawName } = token
    const known = Object.hasOwn(options, name) ? options[name] : undefined
    if (known === undefined) throw new UsageError(`Unknown option ${rawName}. ${hintFor(name, listed)}`)
    if (known.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`The option ${rawName} takes no value.`)
      found.set(name, true)
      continue
    }
    const value = readValue(token, known)
    if (known.multiple) {
      // Later ones win, by whichever name.
      for (const each of new Set([name, name === formerly.settings ? 'settings' : name]))
        several.set(each, [...(several.get(each) ?? []), value])
    } else if (name !== 'output' || value !== '-') {
      if (found.has(name)) throw new UsageError(`The option ${rawName} is given twice.`)
      found.set(name, value)
    }
  }
  const text = (name: string) => {
    const value = found.get(name)
    return typeof value === 'string' ? value : undefined
  }
  return {
    text,
    texts: (name) => several.get(name) ?? [],
    flag: (name) => found.get(name) === true,
    label: (name) => `--${name}`,
    choice: (name, choices) => choices.find((candidate) => candidate === found.get(name)),
    files,
  }
}

/** Names that an option had before, which still work and aren't listed. */
export const formerly = { settings: 'env-file' } as const

function withFormer(options: Options): Options {
  const { settings } = options
  return settings === undefined ? options : { ...options, [formerly.settings]: settings }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

/**
 * The value of an option.
 *
 * @throws UsageError for a missing value, and for one that isn't allowed
 */
function readValue(
  { name, rawName, value, inlineValue }: OptionToken,
  { value: placeholder, values }: Option,
): string {
  const isNextOption =
    inlineValue === false && value?.startsWith('--') && value.length > 2 && !acceptsDashes.has(name)
  if (value === undefined || isNextOption) throw new UsageError(`The option ${rawName} requires a value.`)
  // Otherwise it would be the current folder.
  const kind = /(?:^|=)(FILE|FOLDER)$/.exec(placeholder ?? '')?.[1]?.toLowerCase()
  if (value === '' && kind !== undefined)
    throw new UsageError(`${rawName} is empty. Name a ${kind}, or leave it out.`)
  if (value === '-' && written.has(name) && name !== 'output')
    throw new UsageError(`The option ${rawName} can't write to standard output. Name a file.`)
  if (values === undefined || values.includes(value)) return value
  const guess = releaseMeant(value, values)
  throw new UsageError(
    `--${name} must be one of ${values.join(', ')}, not ${quoted(value)}.${guess ? ` Did you mean ${guess}?` : ''}`,
  )
}

/** Options that name a file to write. For `--output`, `-` is standard output, as without the option. */
const written: ReadonlySet<string> = new Set([
  'output',
  'report',
  'branding-out',
  'png',
  'markdown',
  'favicon-out',
])

/** Custom properties start with two dashes. */
const acceptsDashes: ReadonlySet<string> = new Set(['explain'])
