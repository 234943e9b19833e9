import path from 'node:path'
import type { Severity } from '../findings/catalogue.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import { placeOf } from '../findings/file-position.js'
import { inReadingOrder } from '../findings/reading-order.js'
import { roleOfFile } from '../formats/roles.js'
import { ConfigurationError } from '../node/configuration/read-configuration.js'
import { filesFor, NoFilesError } from '../node/find-files.js'
import { readInput } from '../node/read-file.js'
import { shownTextOf } from '../node/read-themes.js'
import { slashed } from '../node/split-pattern.js'
import { count, inWords, noCounts } from '../report/counts.js'
import { withOmitted } from '../report/omitted.js'
import { validate } from '../validate/validate.js'
import type { Validation } from '../validate/validate-with.js'
import { type PluginOptions, type Settings, settingsFrom, shownPath } from './plugin-options.js'

/** What a build says of its themes. */
export interface Checked {
  /** The files that this depends on beside the configuration, with slashes. */
  readonly files: readonly string[]
  /** The findings that don't fail the build, each in a line. */
  readonly infos: readonly string[]
  readonly warnings: readonly string[]
  /** Why the build fails: all findings of this kind, or a configuration that can't be used. */
  readonly error: Error | undefined
}

/** Reads the configuration, finds the theme files and checks them. */
export async function checkThemes(options: PluginOptions, root: string): Promise<Checked> {
  try {
    const settings = settingsFrom(options, root)
    const files = await themeFiles(settings)
    return { files: [...files, ...settings.themeFiles], ...checkFiles(files, settings) }
  } catch (error) {
    if (!(error instanceof NoFilesError || error instanceof ConfigurationError)) throw error
    return { files: [], infos: [], warnings: [], error: failure(error.message) }
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

function checkFiles(files: readonly string[], settings: Settings): Omit<Checked, 'files'> {
  const counts = noCounts()
  const lines: Record<Severity, string[]> = { error: [], warning: [], info: [] }
  for (const file of files) {
    const { diagnostics, omitted } = findingsIn(file, settings)
    count(counts, diagnostics, omitted)
    for (const finding of inReadingOrder(withOmitted(diagnostics, omitted)))
      lines[finding.severity].push(inOneLine(file, finding))
  }
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
  const error = failure(`${total}${reason}${source}\n${fatal.join('\n')}`)
  return { infos: lines.info, warnings: areFatal ? [] : lines.warning, error }
}

/** An error without a stack, which bundlers print though it is about the themes. */
const failure = (message: string) => Object.assign(new Error(`theme-convert: ${message}`), { stack: '' })

function findingsIn(file: string, { checks }: Settings): Pick<Validation, 'diagnostics' | 'omitted'> {
  const { text, diagnostics } = shownTextOf(readInput(file))
  if (text === undefined) return { diagnostics: [...diagnostics], omitted: [] }
  const found = validate(text, { as: roleOfFile(file), ...checks })
  return { diagnostics: [...diagnostics, ...found.diagnostics], omitted: found.omitted }
}

/** A finding in one line: `theme.json:3:5: error: … (code)`. */
function inOneLine(file: string, { range, pointer, severity, message, code }: Diagnostic): string {
  const name = shownPath(file)
  const place = range === undefined && pointer !== '' ? `${name} ${pointer}` : placeOf(name, range)
  return `${place}: ${severity}: ${message} (${code})`
}
