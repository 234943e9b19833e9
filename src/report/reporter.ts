import type { OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/** The formats of reports. */
export const reportFormats = ['pretty', 'json', 'github', 'sarif', 'junit', 'gitlab', 'markdown'] as const

/** The name of a format. */
export type ReportFormat = (typeof reportFormats)[number]

/** A checked file. */
export interface CheckedFile {
  /** Its name, as the reader of the report knows it. */
  readonly file: string
  /** The target that it was checked for; reports on a file without one name none. */
  readonly target?: string
  readonly diagnostics: readonly Diagnostic[]
  /** The findings that are counted and not listed. */
  readonly omitted?: readonly OmittedFindings[]
  /** Its text, to show the lines of findings. */
  readonly text?: string
}

/** Functions that style a text for a terminal, such as those of picocolors or chalk. */
export interface Colors {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  yellow(text: string): string
  blue(text: string): string
  cyan(text: string): string
  green(text: string): string
}

/** Options of a report. */
export interface ReportOptions {
  /** Colours for `pretty`; none unless given. */
  readonly colors?: Colors
  /** The version of the program, for formats that name it. */
  readonly version?: string
  /** The configuration file that was used, for formats that name it. */
  readonly configuration?: string
}

/**
 * Writes a report piece by piece, so that not all files have to be in memory. The joined pieces are the report.
 */
export interface Reporter {
  /** The beginning of the report. */
  start(): string
  /** The part of the report about one file. */
  file(checked: CheckedFile): string
  /** The end of the report. */
  end(): string
}

/** Makes a reporter of one format. */
export type MakeReporter = (options?: ReportOptions) => Reporter
