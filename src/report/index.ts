import {
  aListOf,
  aString,
  assertOptions,
  checkThat,
  entryOf,
  type OptionChecks,
} from '../findings/assert-options.js'
import type { OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import type { Severity } from '../findings/meta.js'
import { defined } from '../json/defined.js'
import { isObject } from '../json/value.js'
import { severities } from './counts.js'
import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { inOrder } from './in-order.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { markdown } from './markdown.js'
import { pretty } from './pretty.js'
import type { CheckedFile, Colors, MakeReporter, Reporter, ReportFormat, ReportOptions } from './reporter.js'
import { sarif } from './sarif.js'

export type { ConversionExample } from '../convert/codes.js'
export { describeCode } from '../descriptions/describe.js'
export type { Description, Example } from '../descriptions/example.js'
export type { QuestionId } from '../doctor/answer.js'
export type { ServerExample } from '../doctor/codes.js'
export type { DiagnosticCode } from '../findings/catalogue.js'
export type { OmittedFindings } from '../findings/collection.js'
export type { Change, ChangedTheme, DescriptionOf } from '../findings/description.js'
export type { Diagnostic } from '../findings/diagnostic.js'
export { descriptions } from '../generated/descriptions.js'
export type { ImageExample } from '../images/codes.js'
export type { ImageFacts, PixelColor } from '../images/image-facts.js'
export type { ImageUse } from '../images/judge.js'
export type { ExampleContent, InstanceExample } from '../instance/codes.js'
export type { ResolutionExample } from '../resolve/codes.js'
export type { Settings } from '../settings/settings.js'
export type { TextExample } from '../text/codes.js'
export type { ImageFormat } from '../validate/image-formats.js'
export type { ThemeExample } from '../validate/rule-description.js'
export {
  type CheckedFile,
  type Colors,
  type Reporter,
  type ReportFormat,
  type ReportOptions,
  reportFormats,
} from './reporter.js'

const makers: Readonly<Record<ReportFormat, MakeReporter>> = {
  pretty,
  json,
  github,
  sarif,
  junit,
  gitlab,
  markdown,
}

/**
 * Makes a reporter for findings in any number of files.
 *
 * @param format one of `reportFormats`
 * @param options colours and the version of the program, for the formats that have them
 * @returns a reporter, which takes the files one by one
 * @throws RangeError for an unknown format, TypeError for wrong options
 *
 * @example
 * const reporter = createReporter('sarif')
 * let report = reporter.start()
 * for (const checked of files) report += reporter.file(checked)
 * report += reporter.end()
 */
export function createReporter(format: ReportFormat, options: ReportOptions = {}): Reporter {
  const make = entryOf(makers, format, 'format')
  assertOptions(options, reportChecks)
  const reporter = inOrder(make(options))
  return {
    start: () => reporter.start(),
    file(checked) {
      // It may be a result of validate, which has more properties.
      if (!isObject(checked)) throw new TypeError('Pass an object with "file" and "diagnostics".')
      const { file, target, diagnostics, omitted, text } = checked
      assertOptions({ file, target, diagnostics, omitted, text } as CheckedFile, fileChecks)
      if (diagnostics === undefined || file === undefined)
        throw new TypeError(
          'A checked file needs "file", its name, and "diagnostics", such as those of validate.',
        )
      return reporter.file(checked)
    },
    end: () => reporter.end(),
  }
}

const styles = ['bold', 'dim', 'red', 'yellow', 'blue', 'cyan', 'green'] satisfies (keyof Colors)[]

const isFinding = (value: unknown) =>
  isObject(value) &&
  [value['code'], value['message'], value['pointer']].every((text) => typeof text === 'string') &&
  severities.includes(value['severity'] as Severity)

const reportChecks: OptionChecks<ReportOptions> = {
  colors: checkThat(
    (value) => isObject(value) && styles.every((style) => typeof value[style] === 'function'),
    `an object with the functions ${styles.join(', ')}, such as picocolors`,
  ),
  version: aString,
  configuration: aString,
}

const fileChecks: OptionChecks<CheckedFile> = {
  file: aString,
  target: aString,
  diagnostics: aListOf(isFinding, 'findings, such as validate(text).diagnostics'),
  omitted: checkThat(Array.isArray, 'a list, such as validate(text).omitted'),
  text: aString,
}

/** The origin of findings. */
export interface ReportSource extends ReportOptions {
  /** The name of the file; `theme.json` unless given. */
  readonly file?: string
  /** The text of the file, to show its lines. */
  readonly text?: string
  /** The target that it was checked for; unless given, the report names none. */
  readonly target?: string
  /** The findings that `validate` counted and did not list. */
  readonly omitted?: readonly OmittedFindings[]
}

/**
 * The report on the findings in one file.
 *
 * @param diagnostics the findings, such as those of `validate`
 * @param format one of `reportFormats`
 * @param source the name and the text of the file, to show its lines
 * @returns the text of the report
 * @throws RangeError for an unknown format, TypeError for anything but findings, and for wrong options
 *
 * @example
 * formatDiagnostics(validate(text).diagnostics, 'pretty', { file: 'theme.json', text })
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: ReportFormat,
  source: ReportSource = {},
): string {
  entryOf(makers, format, 'format')
  const { diagnostics: _, ...sourceChecks } = { ...fileChecks, ...reportChecks }
  assertOptions<ReportSource>(source, sourceChecks)
  const { file = 'theme.json', text, target, omitted = [], ...options } = source
  const reporter = createReporter(format, options)
  const checked = defined({ file, target, diagnostics, omitted, text })
  return reporter.start() + reporter.file(checked) + reporter.end()
}
