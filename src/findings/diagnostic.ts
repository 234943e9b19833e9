import { onOneLine } from '../json/escaped.js'
import type { Position, Range } from '../json/lines.js'
import { brief } from '../json/quoted.js'
import type { DiagnosticCode, Severity } from './catalogue.js'
import { severityOf } from './severity-of-code.js'

export type { Position, Range }

/** Another place that a finding refers to. */
export interface RelatedPlace {
  message: string
  /** JSON Pointer (RFC 6901). */
  pointer: string
  range?: Range
}

/** One finding, as plain data. */
export interface Diagnostic {
  /** The kind of finding, a key of the catalogue. */
  code: DiagnosticCode
  severity: Severity
  /** What is wrong, what it causes, and what to do about it. */
  message: string
  /** JSON Pointer (RFC 6901) of the value that is meant, or of the object that lacks a key. */
  pointer: string
  /** The key that is missing there, or the keys that lead to it, such as `common.urls`. */
  key?: string
  /** Its range in the text, for findings about a text. */
  range?: Range
  /** Other places that the finding refers to, such as the first of two equal keys. */
  related?: RelatedPlace[]
}

/** A finding about a text. */
export interface LocatedDiagnostic extends Diagnostic {
  range: Range
}

/** Longer messages are cut. */
const MAX_MESSAGE = 1000

/** Makes a diagnostic with the severity that the catalogue gives to its code. */
export function diagnostic(
  code: DiagnosticCode,
  pointer: string,
  message: string,
  range?: Range,
): Diagnostic {
  const severity = severityOf(code)
  const finding: Diagnostic = { code, severity, message: brief(onOneLine(message), MAX_MESSAGE), pointer }
  if (range !== undefined) finding.range = range
  return finding
}
