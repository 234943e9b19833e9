import { catalogue, type DiagnosticCode, type Severity } from './catalogue.js'

/** A place in a text. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  line: number
  column: number
}

/** A stretch of text from its first character to just behind its last. */
export interface Range {
  start: Position
  end: Position
}

/** One finding, as plain data. */
export interface Diagnostic {
  /** The kind of finding, a key of the catalogue. */
  code: DiagnosticCode
  severity: Severity
  /** What is wrong and what to do about it. */
  message: string
  /** JSON Pointer (RFC 6901) of the value that is meant, or of the object that lacks a key. */
  pointer: string
  /** Where it stands in the text, for findings about a text. */
  range?: Range
}

/** Makes a diagnostic with the severity that the catalogue gives to its code. */
export function diagnostic(
  code: DiagnosticCode,
  pointer: string,
  message: string,
  range?: Range,
): Diagnostic {
  const { severity } = catalogue[code]
  return range === undefined
    ? { code, severity, message, pointer }
    : { code, severity, message, pointer, range }
}

/** Whether any finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
