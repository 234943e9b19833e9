import type { Diagnostic, Severity } from '../index.js'
import { jsonText } from '../json/json-text.js'
import { visible } from '../report/visible.js'
import type { Colors } from './terminal.js'

/** One finding as a line for people: where, how bad, what, and its code. */
export function renderDiagnostic(file: string, finding: Diagnostic, colors: Colors): string {
  const { range, pointer, severity, message, code } = finding
  const position = range === undefined ? '' : `:${range.start.line}:${range.start.column}`
  const place = colors.bold(`${visible(file)}${position}`)
  const at = pointer === '' ? '' : ` ${colors.cyan(visible(pointer))}`
  return `${place}${at} ${paint(severity, colors)}: ${visible(message)} ${colors.dim(`(${code})`)}`
}

/** A value as JSON with a newline at the end, for a file or a stream. */
export function toJson(value: unknown): string {
  return `${jsonText(value)}\n`
}

function paint(severity: Severity, colors: Colors): string {
  switch (severity) {
    case 'error':
      return colors.red('error')
    case 'warning':
      return colors.yellow('warning')
    case 'info':
      return colors.blue('info')
  }
}
