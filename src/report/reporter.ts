import type { OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/** The formats that findings can be reported in. */
export const reportFormats = ['pretty', 'json', 'github', 'sarif', 'junit', 'gitlab', 'markdown'] as const

/** The name of a format. */
export type ReportFormat = (typeof reportFormats)[number]

/** One file that was checked. */
export interface CheckedFile {
  /** Its name, as the reader of the report knows it. */
  readonly file: string
  /** The target that it was checked for. */
  readonly target: string
  readonly diagnostics: readonly Diagnostic[]
  /** What there is beside them. */
  readonly omitted?: readonly OmittedFindings[]
  /** Its text, to show lines of. */
  readonly text?: string
}

/** Marks texts for a terminal; picocolors and chalk fit. */
export interface Colors {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  yellow(text: string): string
  blue(text: string): string
  cyan(text: string): string
  green(text: string): string
}

/** What a report needs to know beside the findings. */
export interface ReportOptions {
  /** Colours for `pretty`; none unless given. */
  readonly colors?: Colors
  /** The version of the program, for formats that name it. */
  readonly version?: string
  /** The configuration file that was used, for formats that name it. */
  readonly configuration?: string
}

/**
 * Writes a report piece by piece: the memory that it takes doesn't grow with the number of files. The pieces put
 * together are the report.
 */
export interface Reporter {
  start(): string
  file(checked: CheckedFile): string
  end(): string
}

/** Makes a reporter of one format. */
export type MakeReporter = (options?: ReportOptions) => Reporter
