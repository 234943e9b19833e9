import { defined } from '../../json/defined.js'
import type { Command, Verbs } from '../commands/command.js'
import type { Option } from '../option-table.js'

/** What an option or a verb completes to. */
export type Words = 'files' | 'folders' | 'rules' | 'anything' | readonly string[]

/** An option in a completion script. */
export interface CompletedOption {
  readonly name: string
  readonly short?: string
  readonly about: string
  readonly isRepeatable: boolean
  /** What its value completes to; `undefined` for a switch. */
  readonly words?: Words
}

/** A verb in a completion script. */
export interface CompletedVerb {
  readonly name: string
  readonly about: string
  readonly operands: Words
  readonly options: readonly CompletedOption[]
}

/** Makes the completion script of a shell. */
export type MakeScript = (
  verbs: readonly CompletedVerb[],
  rules: readonly string[],
  severities: readonly string[],
) => string

/** All verbs with their operands and options. */
export async function completionTable(verbs: Verbs): Promise<readonly CompletedVerb[]> {
  return await Promise.all(
    [...verbs].map(async ([name, { about, load }]) => {
      const command = await load()
      return { name, about, operands: operandsOf(command), options: optionsOf(command) }
    }),
  )
}

function operandsOf({ operands }: Command): Words {
  if (operands === 'folder') return 'folders'
  return operands === 'none' ? [] : operands
}

const help: CompletedOption = { name: 'help', short: 'h', about: 'shows the help', isRepeatable: false }

function optionsOf({ options }: Command): CompletedOption[] {
  const own = Object.entries(options).map(([name, option]) =>
    defined({
      name,
      short: option.short,
      about: option.about,
      isRepeatable: option.multiple === true,
      words: wordsOf(option),
    }),
  )
  return [...own, help]
}

const byValue: Readonly<Record<string, Words>> = {
  FILE: 'files',
  PATH: 'files',
  FOLDER: 'folders',
  'CODE=SEVERITY': 'rules',
}

function wordsOf({ type, value, values }: Option): Words | undefined {
  if (type === 'boolean') return undefined
  return values ?? byValue[value ?? ''] ?? 'anything'
}
