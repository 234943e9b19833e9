import path from 'node:path'
import {
  aBoolean,
  aFolder,
  aPath,
  aString,
  assertOptions,
  assertPath,
  checkThat,
  show,
} from '../findings/assert-options.js'
import { jsonText } from '../json/json-text.js'
import { isTooDeep, MAX_DEPTH } from '../json/structure.js'
import { isObject } from '../json/value.js'
import { type FileToWrite, type Write, writeAll } from './write-files.js'

/** A written file. */
export interface WrittenFile {
  /** The path as the caller gave it. */
  file: string
  /** The path of the backup. */
  backup: string | undefined
}

/** How to write a theme. */
export interface WriteOptions extends Pick<FileToWrite, 'overwrite' | 'expected' | 'backup'> {
  /** Where a relative name starts; the current folder unless given. */
  readonly cwd?: string
}

/** Lists that no theme of any release has; each result of the library has one of them. */
const resultLists = ['diagnostics', 'candidates', 'steps']

const fileChecks = {
  file: aPath('the path of a file'),
  content: checkThat(
    (value) => typeof value === 'string' || value instanceof Uint8Array,
    'a string or bytes (a document needs JSON.stringify, or writeTheme)',
  ),
  overwrite: aBoolean,
  expected: aString,
  backup: aBoolean,
}

/**
 * Writes files, all of them or none. Every new file is on disk with all its bytes before the first one takes its
 * place, and the old files are kept until the last one has. A replaced file keeps its owner, mode, extended attributes
 * and access list, and symbolic links to it stay.
 *
 * @param files the files, each with its path and content
 * @param options `cwd`, the folder where relative paths start; the current folder unless given
 * @returns for each file the path of its backup
 * @throws TypeError for a wrong call, FileExistsError for an existing file without `overwrite`, WriteError for
 *   one that can't be written or that another program changed; nothing was changed then, or the message says what was
 *
 * @example
 * await writeFiles([
 *   { file: 'themes/acme/theme.json', content: text, overwrite: true, backup: true },
 *   { file: 'ledger.json', content: '{}' },
 * ])
 */
export async function writeFiles(
  files: readonly FileToWrite[],
  options: { readonly cwd?: string } = {},
): Promise<WrittenFile[]> {
  assertFiles(files)
  assertOptions(options, { cwd: aFolder })
  const copies = writeAll(withPlaces(files, options.cwd))
  return files.map(({ file }, index) => ({ file, backup: copies[index] }))
}

/**
 * Writes a theme as the command does: as JSON with two spaces, and a newline at the end. See `writeFiles`.
 *
 * @param file the path
 * @param theme the document, such as the `theme` of a conversion (the whole conversion is refused, and so is what JSON can't hold)
 * @param options as for a file of `writeFiles`, and `cwd`
 * @returns the path of the backup
 * @throws TypeError for a wrong call, FileExistsError for an existing file without `overwrite`, WriteError for
 *   one that can't be written or that another program changed; nothing was changed then
 *
 * @example
 * const { document, text } = await readTheme('theme.json')
 * const { theme } = convert(document)
 * if (theme !== undefined && text !== undefined)
 *   await writeTheme('theme.json', theme, { overwrite: true, expected: text, backup: true })
 */
export async function writeTheme(
  file: string,
  theme: object,
  options: WriteOptions = {},
): Promise<WrittenFile> {
  assertPath(file, 'The file', 'theme.json')
  if (!isObject(theme)) throw new TypeError(`The theme must be an object, not ${show(theme)}.`)
  if (resultLists.some((name) => Array.isArray(theme[name])))
    throw new TypeError(
      'This is a result of the library, not a theme: pass the "theme" of convert or resolve, or the "document" of parseText or readTheme.',
    )
  if (isTooDeep(theme)) throw new TypeError(`The document is nested deeper than ${MAX_DEPTH} levels.`)
  const { file: _, content: __, ...checks } = fileChecks
  assertOptions(options, { ...checks, cwd: aFolder })
  const { cwd, ...how } = options
  const [written] = await writeFiles(
    [{ file, content: `${jsonText(theme)}\n`, ...how }],
    cwd === undefined ? {} : { cwd },
  )
  return written as WrittenFile
}

/** @throws TypeError for anything but a list of files to write */
export function assertFiles(files: readonly FileToWrite[]): void {
  if (!Array.isArray(files)) throw new TypeError(`The files must be a list, not ${show(files)}.`)
  for (const each of files) {
    assertOptions<FileToWrite>(each, fileChecks)
    if (each.file === undefined || each.content === undefined)
      throw new TypeError('Each file needs "file", its path, and "content".')
  }
}

/** The files with their absolute paths. */
export function withPlaces(files: readonly FileToWrite[], cwd = process.cwd()): Write[] {
  return files.map((each) => ({ ...each, at: path.resolve(cwd, each.file) }))
}
