import { catalogue } from '../findings/catalogue.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import { withOmitted } from './omitted.js'
import type { MakeReporter } from './reporter.js'
import { printable, visible } from './visible.js'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Workflow commands of GitHub Actions, which annotate the lines of a change. */
export const github: MakeReporter = ({ configuration } = {}) => ({
  // A plain line of the log.
  start: () => (configuration === undefined ? '' : `Configuration: ${visible(configuration)}\n`),
  file: ({ file, diagnostics, omitted }) =>
    withOmitted(diagnostics, omitted)
      .map((finding) => command(file, finding))
      .join(''),
  end: () => '',
})

function command(file: string, { severity, code, message, pointer, range }: Diagnostic): string {
  const properties: [string, string | number][] = [['file', file.replaceAll('\\', '/')]]
  if (range !== undefined) {
    const { start, end } = range
    properties.push(['line', start.line], ['endLine', end.line])
    // GitHub accepts columns only for a range within one line.
    if (start.line === end.line) properties.push(['col', start.column], ['endColumn', end.column])
  }
  properties.push(['title', `${catalogue[code].title} (${code})`])
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')
  const place = range === undefined && pointer !== '' ? `${pointer}: ` : ''
  return `::${commands[severity]} ${list}::${escapeData(place + message)}\n`
}

function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
