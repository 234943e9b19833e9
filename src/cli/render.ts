import type { Diagnostic, OmittedFindings } from '../index.js'
import { jsonText } from '../json/json-text.js'
import { paint } from '../report/paint.js'
import { visible } from '../report/visible.js'
import type { Colors } from './terminal.js'

/** One finding as a line of text: place, severity, message, code. */
function renderDiagnostic(file: string, finding: Diagnostic, colors: Colors): string {
  const { range, pointer, severity, message, code } = finding
  const position = range === undefined ? '' : `:${range.start.line}:${range.start.column}`
  const place = colors.bold(`${visible(file)}${position}`)
  const at = pointer === '' ? '' : ` ${colors.cyan(visible(pointer))}`
  return `${place}${at} ${paint(severity, colors)}: ${visible(message)} ${colors.dim(`(${code})`)}`
}

/** The findings about a file that are listed, and what there is beside them. */
export interface Found {
  readonly diagnostics: readonly Diagnostic[]
  readonly omitted?: readonly OmittedFindings[]
}

/** Findings as lines of text, and the number of those left out. */
export function renderFindings(file: string, { diagnostics, omitted = [] }: Found, colors: Colors): string {
  const more = omitted.map(({ code, count }) => `${colors.bold(visible(file))} … ${count} more of ${code}\n`)
  return [...diagnostics.map((finding) => `${renderDiagnostic(file, finding, colors)}\n`), ...more].join('')
}

/** A value as JSON with a newline at the end, for a file or a stream. */
export function toJson(value: unknown): string {
  return `${jsonText(value)}\n`
}
