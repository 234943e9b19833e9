import { aFolder, assertOptions, assertPath, checkThat, show } from '../findings/assert-options.js'
import {
  FindingCollection,
  type FindingLimit,
  findingLimit,
  type OmittedFindings,
} from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { defined } from '../json/defined.js'
import type { Structure } from '../json/structure.js'
import type { Json } from '../json/value.js'
import { notUtf8, parseInto } from '../text/parse-text.js'
import { filesFor } from './find-files.js'
import { themeNear } from './near-themes.js'
import { type Input, readInput } from './read-file.js'

/** Where to read from. */
export interface ReadOptions extends FindingLimit {
  /** Where relative names start; the current folder unless given. */
  cwd?: string
}

/** A file with its document. */
export interface ReadTheme {
  /** The path as the caller gave it, or as it was found. */
  file: string
  text: string
  document: Json
  /** The size and depth of the document. */
  structure: Structure
  diagnostics: []
  omitted: []
}

/** A file without a document: it can't be read, or isn't JSON. The findings say why. */
export interface UnreadableTheme {
  file: string
  /** The text, where the file can be read. */
  text: string | undefined
  /**
   * The text of a file that isn't UTF-8, as servers and browsers read it, with `�` for invalid bytes. Pass it to
   * `validate` to check what users see.
   */
  shown?: string
  document: undefined
  structure: undefined
  diagnostics: Diagnostic[]
  /** What `maxFindings` leaves out of the diagnostics, by code. */
  omitted: OmittedFindings[]
}

/** A file with its text, or the reason why it can't be read. */
export interface ReadText {
  readonly file: string
  readonly text: string | undefined
  readonly shown?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** The text of a file. */
export function textOf(input: Input): ReadText {
  const { name: file } = input
  if ('text' in input) return { file, text: input.text, diagnostics: [] }
  const { folder } = input
  const near = folder === undefined ? undefined : themeNear(file, folder)
  const problem = near === undefined ? input.problem : `it is a folder. Pass a file, such as ${near}.`
  const finding = diagnostic(input.code, '', `Unreadable: ${problem}`)
  return { file, text: undefined, diagnostics: [finding], ...defined({ shown: input.shown }) }
}

/** The text of a file as clients read it: bytes that aren't UTF-8 are only a warning. */
export function shownTextOf(input: Input): ReadText {
  const read = textOf(input)
  return read.shown === undefined ? read : { ...read, text: read.shown, diagnostics: [notUtf8(read.shown)] }
}

/** A file with the document that its text contains. */
export function themeIn(
  { file, text, shown, diagnostics }: ReadText,
  maxFindings?: number,
): ReadTheme | UnreadableTheme {
  const read = { file, text, ...defined({ shown }) }
  const nothing = { document: undefined, structure: undefined }
  if (text === undefined) return { ...read, ...nothing, diagnostics: [...diagnostics], omitted: [] }
  const found = new FindingCollection(maxFindings)
  const parsed = parseInto(found, text)
  if (parsed !== undefined) return { ...read, text, ...parsed, diagnostics: [], omitted: [] }
  return { ...read, ...nothing, diagnostics: found.listed, omitted: found.omitted() }
}

const readChecks = { cwd: aFolder, maxFindings: findingLimit }

/**
 * Reads a theme file as strictly as the server and the browser do. See `parseText`; a pipe is read, too.
 *
 * @param file the path
 * @returns the text and the document; or the findings, each with its range where the file has a text:
 *   `unreadable-file` and `wrong-encoding`, and those of `parseText`. Nothing is thrown for a file
 * @throws TypeError for a wrong call
 *
 * @example
 * const { document, diagnostics } = await readTheme('themes/acme/theme.json')
 * if (document !== undefined) console.log(convert(document).ledger.entries.length)
 * else for (const { message } of diagnostics) console.error(message)
 */
export async function readTheme(
  file: string,
  options: ReadOptions = {},
): Promise<ReadTheme | UnreadableTheme> {
  assertPath(file, 'The file', 'theme.json')
  assertOptions<ReadOptions>(options, readChecks)
  const { cwd = '', maxFindings } = options
  return themeIn(textOf({ ...readInput(pathOf(file), { cwd }), name: file }), maxFindings)
}

/** For the command `-` is standard input; here it is a file like any other. */
const pathOf = (file: string) => (file === '-' ? './-' : file)

/** What to look for, and where. */
export interface FindOptions {
  /** Where relative names and patterns start; the current folder unless given. */
  cwd?: string
  /** Stops the search. */
  signal?: AbortSignal
}

export const aSignal = checkThat((value) => value instanceof AbortSignal, 'an AbortSignal')

/**
 * Finds the theme files of names, folders and glob patterns, each once. A folder means every `theme.json` below it,
 * other JSON files that contain a theme, and misspelt names where servers look for a theme; `node_modules` is left out.
 * A file that is named is not looked at: reading it reports what is wrong with it.
 *
 * @param names one or several names, folders, or patterns
 * @returns the files, in the order of the names
 * @throws TypeError for a wrong call, NoFilesError for a folder or pattern without any file, and the reason of `signal`
 *
 * @example
 * for (const file of await findThemes(['web/assets/themes', '*.json'])) console.log(file)
 */
export async function findThemes(
  names: string | readonly string[],
  options: FindOptions = {},
): Promise<string[]> {
  const list: readonly unknown[] = typeof names === 'string' ? [names] : names
  if (!Array.isArray(list) || list.length === 0)
    throw new TypeError(`Pass the name of a file or folder, or a list of some, not ${show(names)}.`)
  for (const name of list) assertPath(name, 'The name of a file or folder', 'themes')
  assertOptions(options, { cwd: aFolder, signal: aSignal })
  const { cwd, signal } = options
  signal?.throwIfAborted()
  const paths = (list as readonly string[]).map(pathOf)
  return [...(await filesFor(paths, cwd, signal))]
}

/** What to read. */
export interface ReadAllOptions extends ReadOptions, FindOptions {}

/**
 * Reads the theme files of names, folders and glob patterns one by one: only one is in memory at a time.
 *
 * @param names one or several names, folders, or patterns, as for `findThemes`
 * @returns each file, as `readTheme` returns it
 * @throws TypeError for a wrong call, NoFilesError for a folder or pattern without any file, and the reason of `signal`
 *
 * @example
 * for await (const { file, document } of readThemes('themes')) {
 *   if (document !== undefined) console.log(file, detect(document).generation)
 * }
 */
export async function* readThemes(
  names: string | readonly string[],
  options: ReadAllOptions = {},
): AsyncGenerator<ReadTheme | UnreadableTheme, void> {
  assertOptions<ReadAllOptions>(options, { ...readChecks, signal: aSignal })
  const { cwd, signal, maxFindings } = options
  for (const file of await findThemes(names, defined({ cwd, signal }))) {
    signal?.throwIfAborted()
    yield await readTheme(file, defined({ cwd, maxFindings }))
  }
}
