import type { Command, Verbs } from './commands/command.js'
import { aboutOption, conventions, labelOf, mainUsage, purpose } from './help-text.js'

/** Section 1 of the manual: everything that the help of the command and its verbs says, as roff. */
export async function manualPage(verbs: Verbs, version: string): Promise<string> {
  const loaded = await Promise.all(
    [...verbs].map(async ([name, verb]) => ({ name, verb, command: await verb.load() })),
  )
  const list = loaded.map(({ name, verb }) => `.TP\n.B ${plain(name)}\n${plain(verb.about)}\n`)
  return [
    '.\\" Generated from the help of the command. Do not edit.\n',
    `.TH THEME\\-CONVERT 1 "" "theme\\-convert ${plain(version)}" "User Commands"\n`,
    '.SH NAME\n',
    `theme\\-convert \\- ${plain(purpose.charAt(0).toLowerCase() + purpose.slice(1, -1))}\n`,
    '.SH SYNOPSIS\n',
    synopsis(mainUsage),
    '.SH DESCRIPTION\n',
    `${plain(purpose)}\n${conventions
      .split('\n')
      .map((line) => `.PP\n${plain(line)}\n`)
      .join('')}`,
    '.SH COMMANDS\n',
    ...list,
    ...loaded.map(({ name, command }) => section(name, command)),
  ].join('')
}

function section(name: string, { usage, about, options, notes, examples }: Command): string {
  const rows = Object.entries(options).map(
    ([option, row]) => `.TP\n.B ${plain(labelOf(option, row))}\n${plain(aboutOption(row))}\n`,
  )
  return [
    `.SH ${plain(name.toUpperCase())}\n`,
    synopsis(usage),
    `.PP\n${plain(about)}\n`,
    ...rows,
    notes === undefined ? '' : `.PP\n${plain(notes)}\n`,
    '.PP\nExamples:\n',
    ...examples.map((example) => `.PP\n.RS\n.nf\n${plain(example)}\n.fi\n.RE\n`),
  ].join('')
}

const synopsis = (lines: readonly string[]) =>
  lines.map((line) => `.B theme\\-convert\n${plain(line)}\n`).join('.br\n')

/** Escapes a text for roff: no line of it is a request. */
function plain(text: string): string {
  return text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/…/g, '...')
    .replace(/^(?=[.'])/gm, '\\&')
}
