import path from 'node:path'
import { quoted } from '../../json/quoted.js'
import { CONFIGURATION_FILE } from '../../node/own-files.js'
import { isSameFile } from '../../node/write-files.js'
import { writeFiles } from '../../node/write-themes.js'
import { inOrder } from '../../report/in-order.js'
import {
  type CheckedFile,
  type MakeReporter,
  type Reporter,
  type ReportFormat,
  type ReportOptions,
  reportFormats,
} from '../../report/reporter.js'
import { visible } from '../../report/visible.js'
import type { Arguments } from '../arguments.js'
import type { Surroundings } from '../commands/command.js'
import { UsageError } from '../outcome.js'
import { suggestion } from '../suggestion.js'

/** Each format loads only what it needs. */
const reporters: Readonly<Record<ReportFormat, () => Promise<MakeReporter>>> = {
  pretty: async () => (await import('../../report/pretty.js')).pretty,
  json: async () => (await import('../../report/json.js')).json,
  github: async () => (await import('../../report/github.js')).github,
  sarif: async () => (await import('../../report/sarif.js')).sarif,
  junit: async () => (await import('../../report/junit.js')).junit,
  gitlab: async () => (await import('../../report/gitlab.js')).gitlab,
  markdown: async () => (await import('../../report/markdown.js')).markdown,
}

/** The reporter of a format. */
export async function reporterOf(format: ReportFormat, options: ReportOptions): Promise<Reporter> {
  return inOrder((await reporters[format]())(options))
}

/** The reports that go into files. */
export interface FileReports {
  add(checked: CheckedFile): void
  /** Writes all reports or none, and returns the message about them. */
  write(): Promise<string>
}

/**
 * The reports that `--report` asks for.
 *
 * @param themes the checked files, which no report may replace
 * @throws UsageError for an unknown format, and for two reports or a theme in one file
 */
export async function fileReports(
  args: Arguments,
  options: ReportOptions,
  themes: readonly string[],
  { place }: Pick<Surroundings, 'place'>,
): Promise<FileReports> {
  const wanted = args.texts('report').map(readReport)
  wanted.forEach(({ file }, index) => {
    if (path.basename(file) === CONFIGURATION_FILE)
      throw new UsageError(
        `--report can't write to ${CONFIGURATION_FILE}: later runs would read the report as their configuration. Choose another file.`,
      )
    if (wanted.slice(index + 1).some((other) => isSameFile(place(other.file), place(file))))
      throw new UsageError(`Two reports can't go into ${quoted(file)}. Choose a file for each.`)
    if (themes.some((theme) => theme !== '-' && isSameFile(place(theme), place(file))))
      throw new UsageError(`--report would overwrite the theme ${quoted(file)}. Choose another file.`)
  })
  const open = await Promise.all(
    wanted.map(async ({ format, file }) => {
      const reporter = await reporterOf(format, options)
      return { file, reporter, parts: [reporter.start()] }
    }),
  )
  return {
    add(checked) {
      for (const { reporter, parts } of open) parts.push(reporter.file(checked))
    },
    async write() {
      const writes = open.map(({ file, reporter, parts }) => ({
        file,
        content: parts.join('') + reporter.end(),
        overwrite: args.flag('force'),
      }))
      if (writes.length > 0) await writeFiles(writes, { cwd: place('.') })
      return writes.map(({ file }) => `Written to ${visible(file)}.\n`).join('')
    },
  }
}

function readReport(text: string): { format: ReportFormat; file: string } {
  const [name = '', ...rest] = text.split('=')
  const file = rest.join('=')
  if (file === '' || file === '-')
    throw new UsageError(
      `--report must be a format and a file, such as sarif=themes.sarif, not ${quoted(text)}.`,
    )
  const format = reportFormats.find((candidate) => candidate === name)
  if (format !== undefined) return { format, file }
  const cure = suggestion(name, reportFormats, `The formats are ${reportFormats.join(', ')}.`)
  throw new UsageError(`--report has no format ${quoted(name)}. ${cure}`)
}
