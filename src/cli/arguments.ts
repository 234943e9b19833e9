import { parseArgs } from 'node:util'
import { quoted } from '../json/quoted.js'
import { releaseMeant } from '../targets/index.js'
import { hintFor } from './option-hints.js'
import type { Options } from './option-table.js'
import { UsageError } from './outcome.js'

/** The options and files of one call. */
export interface Arguments {
  /** The text of an option. */
  text(name: string): string | undefined
  /** The texts of an option that may be given several times. */
  texts(name: string): readonly string[]
  /** Whether a switch is on. */
  flag(name: string): boolean
  /** The text of an option that takes one of a few. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined
  /**
   * What a message calls an option, or the place that its value is from.
   *
   * @param beside the option that another is named with: it is called as that one would be, where that one is from
   */
  label(name: string, beside?: string): string
  readonly files: readonly string[]
}

/**
 * Reads the arguments behind a verb.
 *
 * @throws UsageError that names what is wrong, and the nearest option where one is unknown
 */
export function readArguments(values: readonly string[], options: Options): Arguments {
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
    if (token.kind === 'positional') files.push(token.value)
    if (token.kind !== 'option') continue
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (known === undefined)
      throw new UsageError(`Unknown option ${token.rawName}. ${hintFor(token.name, options)}`)
    if (known.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`The option ${token.rawName} takes no value.`)
      found.set(token.name, true)
    } else {
      if (
        token.value === undefined ||
        (token.inlineValue === false &&
          token.value.startsWith('--') &&
          token.value.length > 2 &&
          !acceptsDashes.has(token.name))
      ) {
        throw new UsageError(`The option ${token.rawName} requires a value.`)
      }
      if (token.value === '-' && written.has(token.name)) {
        if (token.name === 'output') continue
        throw new UsageError(`The option ${token.rawName} can't write to standard output. Name a file.`)
      }
      if (known.values !== undefined) assertChoice(token.name, token.value, known.values)
      if (known.multiple) {
        several.set(token.name, [...(several.get(token.name) ?? []), token.value])
        continue
      }
      if (found.has(token.name)) throw new UsageError(`The option ${token.rawName} is given twice.`)
      found.set(token.name, token.value)
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
    choice(name, choices) {
      const value = text(name)
      if (value === undefined) return undefined
      assertChoice(name, value, choices)
      return choices.find((candidate) => candidate === value)
    },
    files,
  }
}

/** @throws UsageError for a value that is none of those that there are, with the nearest one */
function assertChoice(name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return
  const guess = releaseMeant(value, choices)
  throw new UsageError(
    `--${name} must be one of ${choices.join(', ')}, not ${quoted(value)}.${guess ? ` Did you mean ${guess}?` : ''}`,
  )
}

/** What is written; to standard output, which other programs call `-`, the result goes without `--output`. */
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
