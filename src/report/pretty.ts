import type { Severity } from '../findings/catalogue.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import { frameOf, linesOf } from './code-frame.js'
import { count, inWords, noCounts, plural } from './counts.js'
import type { CheckedFile, Colors, MakeReporter } from './reporter.js'
import { visible } from './visible.js'

const plain = (text: string) => text

const noColors: Colors = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  blue: plain,
  cyan: plain,
  green: plain,
}

/** For people: each finding with its line, grouped by file, and a count at the end. */
export const pretty: MakeReporter = ({ colors = noColors, validColors = colors } = {}) => {
  const counts = noCounts()
  let files = 0
  return {
    start: () => '',
    file(checked) {
      files += 1
      count(counts, checked.diagnostics)
      return renderFile(checked, checked.diagnostics.length === 0 ? validColors : colors)
    },
    end: () =>
      counts.error + counts.warning + counts.info > 0 || files > 1
        ? `${inWords(counts)} in ${plural(files, 'file')}\n`
        : '',
  }
}

function renderFile({ file, target, diagnostics, text }: CheckedFile, colors: Colors): string {
  const name = colors.bold(visible(file))
  if (diagnostics.length === 0) return `${name}: ${colors.green('valid')} for ${target}\n`
  const lines = text === undefined ? undefined : linesOf(text)
  const blocks = diagnostics.map((finding) => renderFinding(file, finding, lines, colors))
  return `${name}: ${inWords(count(noCounts(), diagnostics))} for ${target}\n\n${blocks.join('\n')}\n`
}

function renderFinding(
  file: string,
  { severity, message, code, pointer, range, related = [] }: Diagnostic,
  lines: readonly string[] | undefined,
  colors: Colors,
): string {
  const place = range === undefined ? '' : `${visible(file)}:${range.start.line}:${range.start.column}`
  const where = [place, visible(pointer)].filter((part) => part !== '').join(' ')
  const parts = [
    `  ${paint(severity, colors)} ${colors.bold(code)}${where === '' ? '' : ` ${colors.cyan(where)}`}\n`,
  ]
  if (range !== undefined && lines !== undefined) {
    const { number, source, carets } = frameOf(lines, range)
    const gutter = ' '.repeat(number.length)
    parts.push(`    ${colors.dim(`${number} |`)} ${source}\n`)
    parts.push(`    ${colors.dim(`${gutter} |`)} ${colors.red(carets)}\n`)
  }
  parts.push(`    ${visible(message)}\n`)
  for (const place of related) {
    const at =
      place.range === undefined
        ? visible(place.pointer)
        : `${visible(file)}:${place.range.start.line}:${place.range.start.column}`
    parts.push(`    ${colors.dim(`${at}: ${visible(place.message)}`)}\n`)
  }
  return parts.join('')
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
