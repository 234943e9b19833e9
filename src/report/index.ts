import type { OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import { entryOf } from '../findings/options.js'
import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { pretty } from './pretty.js'
import type { MakeReporter, Reporter, ReportFormat, ReportOptions } from './reporter.js'
import { sarif } from './sarif.js'

export { describeCode } from '../descriptions/describe.js'
export type { Description, Example } from '../descriptions/example.js'
export type { DiagnosticCode } from '../findings/catalogue.js'
export type { OmittedFindings } from '../findings/collection.js'
export type { Change } from '../findings/description.js'
export type { Diagnostic } from '../findings/diagnostic.js'
export { descriptions } from '../generated/descriptions.js'
export {
  type CheckedFile,
  type Colors,
  type Reporter,
  type ReportFormat,
  type ReportOptions,
  reportFormats,
} from './reporter.js'

const makers: Readonly<Record<ReportFormat, MakeReporter>> = { pretty, json, github, sarif, junit, gitlab }

/**
 * Makes a reporter for findings in any number of files.
 *
 * @param format one of `reportFormats`
 * @throws RangeError for an unknown format
 *
 * @example
 * const reporter = createReporter('sarif')
 * let report = reporter.start()
 * for (const checked of files) report += reporter.file(checked)
 * report += reporter.end()
 */
export function createReporter(format: ReportFormat, options: ReportOptions = {}): Reporter {
  return entryOf(makers, format, 'format')(options)
}

/** The origin of findings. */
export interface ReportSource extends ReportOptions {
  /** The name of the file; `theme.json` unless given. */
  readonly file?: string
  readonly text?: string
  /** The target that it was checked for; `ocis-8` unless given. */
  readonly target?: string
  /** The findings that `validate` counted and did not list. */
  readonly omitted?: readonly OmittedFindings[]
}

/**
 * The report on the findings in one file.
 *
 * @example
 * formatDiagnostics(validate(text).diagnostics, 'pretty', { file: 'theme.json', text })
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: ReportFormat,
  { file = 'theme.json', text, target = 'ocis-8', omitted = [], ...options }: ReportSource = {},
): string {
  const reporter = createReporter(format, options)
  const checked = { file, target, diagnostics, omitted, ...(text !== undefined && { text }) }
  return reporter.start() + reporter.file(checked) + reporter.end()
}
