import { placeOf } from '../findings/file-position.js'
import { inReadingOrder } from '../findings/reading-order.js'
import type { Diagnostic, OmittedFindings } from '../index.js'
import { jsonText } from '../json/json-text.js'
import type { Range } from '../json/lines.js'
import { count, noCounts, plural, severities } from '../report/counts.js'
import { paint } from '../report/paint.js'
import type { Colors } from '../report/reporter.js'
import { visible } from '../report/visible.js'

/** One finding as a line of text: place, severity, message, code. */
function renderDiagnostic(file: string, finding: Diagnostic, colors: Colors): string {
  const { range, pointer, severity, message, code } = finding
  const place = colors.bold(placeOf(visible(file), range))
  const at = pointer === '' ? '' : ` ${colors.cyan(visible(pointer))}`
  return `${place}${at} ${paint(severity, colors)}: ${visible(message)} ${colors.dim(`(${code})`)}`
}

/** The listed findings of a file, and the number of those left out. */
export interface Found {
  readonly diagnostics: readonly Diagnostic[]
  readonly omitted?: readonly OmittedFindings[]
}

/** Findings and the number of those left out, as lines of text. */
export function renderFindings(file: string, { diagnostics, omitted = [] }: Found, colors: Colors): string {
  const more = omitted.map(({ code, count }) => `${colors.bold(visible(file))} … ${count} more of ${code}\n`)
  const lines = inReadingOrder(diagnostics).map((finding) => `${renderDiagnostic(file, finding, colors)}\n`)
  return [...lines, ...more].join('')
}

/** The findings about one file or several. */
interface Listed {
  readonly diagnostics: readonly (Diagnostic & { readonly file?: string })[]
  readonly omitted: readonly (OmittedFindings & { readonly file?: string })[]
}

/** Findings as a list per severity, headed by their number, which includes those left out. */
export function listBySeverity({ diagnostics, omitted }: Listed, colors: Colors): string[] {
  const counts = count(noCounts(), diagnostics, omitted)
  const at = (file = '', pointer = '', range?: Range) => {
    const place = [file === '' ? '' : placeOf(file, range), pointer].filter((part) => part !== '').join(' ')
    return place === '' ? '' : `${colors.cyan(visible(place))}: `
  }
  return severities.flatMap((severity) => {
    if (counts[severity] === 0) return []
    const listed = diagnostics.filter((finding) => finding.severity === severity)
    const others = omitted.filter((more) => more.severity === severity)
    return [
      `  ${paint(severity, colors, plural(counts[severity], severity))}:`,
      ...listed.map(
        ({ file, pointer, range, message, code }) =>
          `  - ${at(file, pointer, range)}${visible(message)} ${colors.dim(`(${code})`)}`,
      ),
      ...others.map(({ file, code, count }) => `  - ${at(file)}${colors.dim(`… ${count} more of ${code}`)}`),
    ]
  })
}

/** A value as JSON with a newline at the end, for a file or a stream. */
export function toJson(value: unknown): string {
  return `${jsonText(value)}\n`
}
