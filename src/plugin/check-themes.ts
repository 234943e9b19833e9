import path from 'node:path'
import type { Severity } from '../findings/catalogue.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import { placeOf } from '../findings/file-position.js'
import { inReadingOrder } from '../findings/reading-order.js'
import { roleOfFile } from '../formats/roles.js'
import { linesOf, type Range } from '../json/lines.js'
import { ConfigurationError } from '../node/configuration/read-configuration.js'
import { checkFile, FileChecks } from '../node/file-checks.js'
import { filesFor, foldersFor, NoFilesError } from '../node/find-files.js'
import { readInput } from '../node/read-file.js'
import { shownTextOf } from '../node/read-themes.js'
import { slashed } from '../node/split-pattern.js'
import { count, inWords, noCounts } from '../report/counts.js'
import { withOmitted } from '../report/omitted.js'
import { withoutMark } from '../text/parse-text.js'
import { type PluginOptions, type Settings, settingsFrom, shownPath } from './plugin-options.js'

/** A finding, or a note without a place. */
export interface Line {
  /** In one line: `theme.json:3:5: error: … (code)`. */
  readonly text: string
  /** The same without its place, for bundlers that show that. */
  readonly message: string
  /** The file, and the line of the text that the finding starts on. */
  readonly place?: { readonly file: string; readonly range: Range; readonly line: string }
}

/** What a build says of its themes. */
export interface Checked {
  /** The files that this depends on beside the configuration, with slashes. */
  readonly files: readonly string[]
  /** The folders that new themes may come into, with slashes. */
  readonly folders: readonly string[]
  /** The findings that don't fail the build. */
  readonly infos: readonly Line[]
  readonly warnings: readonly Line[]
  /** Why the build fails: all findings of this kind, or a configuration that can't be used. */
  readonly error: BuildError | undefined
}

/** An error of a build. Its message has the reason and each finding in a line. */
export interface BuildError extends Error {
  readonly reason: string
  readonly findings: readonly Line[]
}

/** Reads the configuration, finds the theme files and checks them. */
export async function checkThemes(options: PluginOptions, root: string): Promise<Checked> {
  let settings: Settings | undefined
  try {
    settings = settingsFrom(options, root)
    const files = await themeFiles(settings)
    const dependencies = [...files, ...settings.themeFiles]
    return { files: dependencies, folders: foldersOf(files, settings), ...checkFiles(files, settings) }
  } catch (error) {
    if (!(error instanceof NoFilesError || error instanceof ConfigurationError)) throw error
    const folders = settings === undefined ? [] : foldersOf([], settings)
    return { files: [], folders, infos: [], warnings: [], error: failure(error.message) }
  }
}

/**
 * The theme files of a build.
 *
 * @throws NoFilesError for a folder or pattern without any file
 */
async function themeFiles({ files, root, configuration }: Settings): Promise<readonly string[]> {
  try {
    const found = await filesFor(typeof files === 'string' ? [files] : files, root)
    return found.map((file) => slashed(path.resolve(root, file)))
  } catch (error) {
    if (!(error instanceof NoFilesError)) throw error
    const isConfigured = configuration !== undefined && files === configuration.values.files
    if (isConfigured) throw new NoFilesError(`"files" in ${configuration.file}: ${error.message}`)
    if (root === process.cwd()) throw error
    throw new NoFilesError(`"files" below ${shownPath(root)}: ${error.message}`)
  }
}

/** The folders that were searched, and those beside and around the themes. */
function foldersOf(found: readonly string[], { files, root }: Settings): readonly string[] {
  return foldersFor(typeof files === 'string' ? [files] : files, found, root).map((folder) => slashed(folder))
}

function checkFiles(files: readonly string[], settings: Settings): Omit<Checked, 'files' | 'folders'> {
  const counts = noCounts()
  const checks = new FileChecks(settings.checks, process.cwd(), '"target"')
  const lines: Record<Severity, Line[]> = { error: [], warning: [], info: [] }
  for (const file of files) {
    const read = shownTextOf(readInput(file))
    const { as = roleOfFile(file) } = settings.checks
    const { diagnostics, omitted } = checkFile(read, checks.optionsFor(read, as, file), file)
    count(counts, diagnostics, omitted)
    const lineOf = linesOf(withoutMark(read.text ?? ''))
    for (const finding of inReadingOrder(withOmitted(diagnostics, omitted)))
      lines[finding.severity].push(lineFor(file, finding, lineOf))
  }
  lines.info.push(...checks.notes.map((text) => ({ text, message: text })))
  const { isStrict, maxWarnings, configuration } = settings
  const areFatal = isStrict ? counts.warning > 0 : counts.warning > maxWarnings
  const fatal = areFatal ? [...lines.error, ...lines.warning] : lines.error
  if (fatal.length === 0) return { infos: lines.info, warnings: lines.warning, error: undefined }
  const limit = isStrict
    ? 'strict counts them as errors'
    : `more than the ${maxWarnings} that maxWarnings allows`
  const reason = counts.error === 0 ? `: ${limit}` : ''
  const source = configuration === undefined ? '' : ` (configuration: ${configuration.file})`
  const total = inWords({ ...counts, warning: areFatal ? counts.warning : 0, info: 0 })
  const error = failure(`${total}${reason}${source}`, fatal)
  return { infos: lines.info, warnings: areFatal ? [] : lines.warning, error }
}

/** An error without a stack, which bundlers print though it is about the themes. */
function failure(said: string, findings: readonly Line[] = []): BuildError {
  const reason = `theme-convert: ${said}`
  const message = [reason, ...findings.map(({ text }) => text)].join('\n')
  return Object.assign(new Error(message), { stack: '', reason, findings })
}

function lineFor(
  file: string,
  { range, pointer, severity, message, code }: Diagnostic,
  lineOf: (line: number) => string,
): Line {
  const name = shownPath(file)
  const at = range === undefined && pointer !== '' ? `${name} ${pointer}` : placeOf(name, range)
  const place = range && { file, range, line: lineOf(range.start.line) }
  return {
    text: `${at}: ${severity}: ${message} (${code})`,
    message: `${message} (${code})`,
    ...(place !== undefined && { place }),
  }
}
