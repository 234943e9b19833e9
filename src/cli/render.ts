import type { Diagnostic, Severity } from '../index.js'
import type { Colors } from './colors.js'

/** One finding as a line for people: where, how bad, what, and its code. */
export function renderDiagnostic(file: string, finding: Diagnostic, colors: Colors): string {
  const { range, pointer, severity, message, code } = finding
  const position = range === undefined ? '' : `:${range.start.line}:${range.start.column}`
  const place = colors.bold(`${file}${position}`)
  const at = pointer === '' ? '' : ` ${colors.cyan(pointer)}`
  return `${place}${at} ${paint(severity, colors)}: ${message} ${colors.dim(`(${code})`)}`
}

/** How many findings there are of each kind. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): string {
  const names: readonly Severity[] = ['error', 'warning', 'info']
  const counts = names
    .map((name) => ({ name, count: diagnostics.filter(({ severity }) => severity === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => plural(count, name === 'info' ? 'remark' : name))
  return counts.length > 0 ? counts.join(', ') : 'no findings'
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A value as JSON with a newline at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
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
