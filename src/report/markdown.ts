import type { Diagnostic } from '../findings/diagnostic.js'
import { lineAndColumn } from '../findings/file-position.js'
import { count, inWords, noCounts, plural } from './counts.js'
import { plain } from './markdown-text.js'
import type { MakeReporter } from './reporter.js'

/** How many findings are listed, because services cut long pages; the others are counted. */
const MOST_FINDINGS = 1000

/** A summary for a pull request or a job: a row for each file, and one for each finding. */
export const markdown: MakeReporter = ({ configuration } = {}) => {
  const totals = noCounts()
  const rows: string[] = []
  let files = 0
  return {
    start() {
      const source = configuration === undefined ? '' : `Configuration: ${plain(configuration)}\n\n`
      return `## Themes\n\n${source}| File | Target | Errors | Warnings | Infos |\n| --- | --- | --- | --- | --- |\n`
    },
    file({ file, target, diagnostics, omitted }) {
      const { error, warning, info } = count(noCounts(), diagnostics, omitted)
      count(totals, diagnostics, omitted)
      files += 1
      for (const finding of diagnostics.slice(0, MOST_FINDINGS - rows.length)) rows.push(rowOf(file, finding))
      return `| ${plain(file)} | ${plain(target ?? '')} | ${error} | ${warning} | ${info} |\n`
    },
    end() {
      const more = totals.error + totals.warning + totals.info - rows.length
      const table =
        rows.length === 0
          ? ''
          : `\n| Severity | Code | Place | Finding |\n| --- | --- | --- | --- |\n${rows.join('')}`
      const rest = more === 0 ? '' : `\n… ${more} more.\n`
      return `\n${inWords(totals)} in ${plural(files, 'file')}\n${table}${rest}`
    },
  }
}

function rowOf(file: string, { severity, code, message, pointer, range }: Diagnostic): string {
  const place = range === undefined ? pointer : lineAndColumn(range)
  return `| ${severity} | ${code} | ${plain(`${file}${place === '' ? '' : ` ${place}`}`)} | ${plain(message)} |\n`
}
