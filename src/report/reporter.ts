import type { Diagnostic } from '../diagnostics/diagnostic.js'

/** The formats that findings can be reported in. */
export const reportFormats = ['pretty', 'json', 'github', 'sarif', 'junit', 'gitlab'] as const

/** The name of a format. */
export type ReportFormat = (typeof reportFormats)[number]

/** One file that was checked. */
export interface CheckedFile {
  /** Its name, as the reader of the report knows it. */
  readonly file: string
  /** The target that it was checked for. */
  readonly target: string
  readonly diagnostics: readonly Diagnostic[]
  /** Its text, to show lines of. */
  readonly text?: string
}

/** What a report needs to know beside the findings. */
export interface ReportOptions {
  /** Whether to use colours of the terminal; only in `pretty`. */
  readonly colors?: boolean
  /** The version of the program, for formats that name it. */
  readonly version?: string
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
