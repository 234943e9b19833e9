import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { isThemeText } from '../formats/theme-text.js'
import { onOneLine } from '../json/escaped.js'
import { brief } from '../json/quoted.js'
import { unlessRefused } from './disk.js'
import { CONFIGURATION_FILE, journalsFolder } from './own-files.js'
import { readInput } from './read-file.js'
import { below } from './split-pattern.js'

/** A folder may have millions of files: a hint is looked for in the first ones, the nearest first. */
const MOST_ENTRIES = 2000

/** Larger files aren't themes. */
const MOST_BYTES = 1024 * 1024

/** Names that a theme may have beside those that a search finds. */
const mayBeTheme = /json|theme|\.(?:ya?ml|txt|bak|old|orig)$/i

/** What is in a folder where a theme was asked for, as paths below it. */
interface NearFiles {
  /** The files that contain a theme, or what is left of one. */
  readonly themes: readonly string[]
  /** The other JSON files. */
  readonly others: readonly string[]
}

function filesNear(folder: string): NearFiles {
  const themes: string[] = []
  const others: string[] = []
  const folders = ['']
  let seen = 0
  for (const at of folders) {
    for (const entry of entriesOf(path.join(folder, at))) {
      seen += 1
      if (seen > MOST_ENTRIES) return { themes, others }
      const file = path.join(at, entry.name)
      if (entry.isDirectory()) {
        if (!['node_modules', journalsFolder].includes(entry.name)) folders.push(file)
      } else if (mayBeTheme.test(entry.name) && entry.name !== CONFIGURATION_FILE) {
        const kind = kindOf(path.join(folder, file))
        if (kind === 'theme') themes.push(file)
        if (kind === 'other' && /\.json$/i.test(file)) others.push(file)
      }
    }
  }
  return { themes, others }
}

/** The entries of a folder in order; none where it can't be listed, because a hint is only one more sentence. */
const entriesOf = (folder: string): Dirent[] =>
  unlessRefused(() => readdirSync(folder, { withFileTypes: true })) ?? []

function kindOf(file: string): 'theme' | 'other' | undefined {
  const stats = unlessRefused(() => statSync(file))
  if (stats?.isFile() !== true || stats.size > MOST_BYTES) return undefined
  const input = readInput(file)
  const text = 'text' in input ? input.text : input.shown
  return text === undefined ? undefined : isThemeText(text) ? 'theme' : 'other'
}

/** The path of a file for a message. */
const shown = (folder: string, file: string) => brief(onOneLine(below(folder, file)), 200)

/** A file for a message, with the number of the others. */
function listed(folder: string, files: readonly string[]): string {
  const more = files.length - 1
  const [first = ''] = files
  return `${shown(folder, first)}${more > 0 ? ` and ${more} more file${more > 1 ? 's' : ''}` : ''}`
}

/**
 * What a message says of a folder without a `theme.json`, in a sentence that follows "There is no theme.json below it,".
 *
 * @param name the folder as the user calls it
 * @param at its absolute path
 */
export function instead(name: string, at: string): string {
  const { themes, others } = filesNear(at)
  if (themes.length > 0) {
    const cure = themes.every((file) => /\.ya?ml$/i.test(file))
      ? 'Save the JSON text in it, such as of the key "theme.json" of a ConfigMap, as theme.json, and pass that.'
      : 'Pass the file itself.'
    return `but ${listed(name, themes)} look${themes.length > 1 ? '' : 's'} like a theme. ${cure}`
  }
  if (others.length > 0)
    return `and ${listed(name, others)} ${others.length > 1 ? 'have' : 'has'} no keys of a theme. Pass the file itself.`
  return 'and no other JSON file. Check the path.'
}

/** A theme in a folder, for a message about a call that takes a file; `undefined` where none is found. */
export function themeNear(name: string, at: string): string | undefined {
  const { themes } = filesNear(at)
  const first = themes.find((file) => path.basename(file) === 'theme.json') ?? themes[0]
  return first === undefined ? undefined : shown(name, first)
}
