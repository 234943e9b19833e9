import type { Diagnostic } from '../findings/diagnostic.js'
import { placeOf } from '../findings/file-position.js'
import { linesOf } from '../json/lines.js'
import { frameOf } from './code-frame.js'
import { count, inWords, noCounts, plural } from './counts.js'
import { paint } from './paint.js'
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

/** Text: each finding with its line, grouped by file, and a count at the end. */
export const pretty: MakeReporter = ({ colors = noColors, configuration } = {}) => {
  const counts = noCounts()
  let files = 0
  return {
    start: () =>
      configuration === undefined ? '' : `${colors.dim(`Configuration: ${visible(configuration)}`)}\n`,
    file(checked) {
      files += 1
      count(counts, checked.diagnostics, checked.omitted)
      return renderFile(checked, colors)
    },
    end: () =>
      counts.error + counts.warning + counts.info > 0 || files > 1
        ? `${inWords(counts)} in ${plural(files, 'file')}\n`
        : '',
  }
}

const isFine = ({ diagnostics, omitted = [] }: CheckedFile) => diagnostics.length + omitted.length === 0

function renderFile(checked: CheckedFile, colors: Colors): string {
  const { file, target, diagnostics, omitted = [], text } = checked
  const name = colors.bold(visible(file))
  const forTarget = target === undefined ? '' : ` for ${target}`
  if (isFine(checked)) return `${name}: ${colors.green('valid')}${forTarget}\n`
  // Editors don't count a byte-order mark as a column.
  const lineOf = text === undefined ? undefined : linesOf(text.replace(/^\ufeff/, ''))
  const blocks = diagnostics.map((finding) => renderFinding(file, finding, lineOf, colors))
  if (omitted.length > 0)
    blocks.push(omitted.map(({ code, count: more }) => `  … ${more} more of ${colors.bold(code)}\n`).join(''))
  return `${name}: ${inWords(count(noCounts(), diagnostics, omitted))}${forTarget}\n\n${blocks.join('\n')}\n`
}

function renderFinding(
  file: string,
  { severity, message, code, pointer, range, related = [] }: Diagnostic,
  lineOf: ((line: number) => string) | undefined,
  colors: Colors,
): string {
  const place = range === undefined ? '' : placeOf(visible(file), range)
  const where = [place, visible(pointer)].filter((part) => part !== '').join(' ')
  const parts = [
    `  ${paint(severity, colors)} ${colors.bold(code)}${where === '' ? '' : ` ${colors.cyan(where)}`}\n`,
  ]
  if (range !== undefined && lineOf !== undefined) {
    const { number, source, carets } = frameOf(lineOf(range.start.line), range)
    const gutter = ' '.repeat(number.length)
    parts.push(`    ${colors.dim(`${number} |`)} ${source}\n`)
    parts.push(`    ${colors.dim(`${gutter} |`)} ${colors.red(carets)}\n`)
  }
  parts.push(`    ${visible(message)}\n`)
  for (const place of related) {
    const at = place.range === undefined ? visible(place.pointer) : placeOf(visible(file), place.range)
    parts.push(`    ${colors.dim(`${at}: ${visible(place.message)}`)}\n`)
  }
  return parts.join('')
}
