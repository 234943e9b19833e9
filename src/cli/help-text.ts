import type { Command, Verbs } from './commands/command.js'
import { type Option, type Options, placeholderOf } from './option-table.js'

/** The longest line of the help, in characters. */
const WIDTH = 79

/** The column where the description of an option begins. */
const COLUMN = 25

/** Wraps a text at spaces, and indents its lines. */
function wrapped(text: string, indent = ''): string {
  const lines = text.split('\n').flatMap((paragraph) => {
    const rows: string[] = []
    for (const word of paragraph.split(' ')) {
      const last = rows.at(-1)
      if (last !== undefined && indent.length + last.length + 1 + word.length <= WIDTH)
        rows[rows.length - 1] = `${last} ${word}`
      else rows.push(word)
    }
    return rows
  })
  return lines.map((line) => `${indent}${line}\n`).join('')
}

/** A label and its description, in two columns. */
function row(label: string, about: string, column = COLUMN): string {
  const text = wrapped(about, ' '.repeat(column))
  const head = `  ${label}`
  return head.length + 2 > column ? `${head}\n${text}` : head.padEnd(column) + text.slice(column)
}

/** An option with its short name and placeholder. */
export function labelOf(name: string, option: Option): string {
  const value = placeholderOf(option)
  const short = option.short === undefined ? '' : `-${option.short}, `
  return `${short}--${name}${value === undefined ? '' : ` ${value}`}`
}

/** What an option does, with its allowed values where the label has a placeholder instead. */
export function aboutOption({ about, value, values, multiple }: Option): string {
  const list = value === undefined || values === undefined ? '' : `; one of ${values.join(', ')}`
  return `${about}${list}${multiple ? '; repeatable' : ''}`
}

function optionsPart(options: Options): string {
  const rows = Object.entries(options).map(([name, option]) =>
    row(labelOf(name, option), aboutOption(option)),
  )
  return rows.length === 0 ? '' : `\n${rows.join('')}`
}

/** The ways to call a verb, one a line. */
function usageOf(lines: readonly string[]): string {
  return lines.map((line, index) => `${index === 0 ? 'Usage:' : '      '} theme-convert ${line}\n`).join('')
}

const examplesPart = (examples: readonly string[]) =>
  `\nExamples:\n${examples.map((example) => `  ${example}\n`).join('')}`

/** The help of a verb. */
export function helpOf({ usage, about, options, notes, examples }: Command): string {
  const more = notes === undefined ? '' : `\n${wrapped(notes)}`
  return `${usageOf(usage)}\n${wrapped(about)}${optionsPart(options)}${more}${examplesPart(examples)}`
}

/** What the command is for. */
export const purpose = 'Converts and checks the theme.json of ownCloud Web and OpenCloud.'

/** What applies to every verb. */
export const conventions = `The result goes to standard output, everything else to standard error.
Exit status: 0 success, 1 findings or conversion needed, 2 wrong usage or unreadable input.`

export const mainUsage = ['[convert] <file|-> [options]', '<command> [file or folder…] [options]']

const mainExamples = [
  'theme-convert theme.json -o new.json',
  'theme-convert theme.json --check',
  'theme-convert validate --target ocis-7 theme.json',
]

/** The help of the whole command. */
export function mainHelp(verbs: Verbs): string {
  const column = Math.max(...[...verbs.keys()].map((name) => name.length)) + 4
  const rows = [...verbs].map(([name, { about }]) => row(name, about, column))
  const more = `${row('<command> --help', 'the options of a command')}${row('--version', 'the version')}`
  return `${usageOf(mainUsage)}\n${purpose}\n\n${rows.join('')}\n${more}\n${wrapped(conventions)}${examplesPart(mainExamples)}`
}
