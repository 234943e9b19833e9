import { version } from '../../../package.json'
import type { Severity } from '../../findings/catalogue.js'
import { defined } from '../../json/defined.js'
import { quoted } from '../../json/quoted.js'
import { servers } from '../../node/configuration/configuration-keys.js'
import { type Configuration, pathIn } from '../../node/configuration/read-configuration.js'
import { assetFolder } from '../../node/disk-assets.js'
import { checkFile, FileChecks } from '../../node/file-checks.js'
import { filesFor, NoFilesError } from '../../node/find-files.js'
import { unfinishedAbove } from '../../node/instance/journals-above.js'
import { shownTextOf } from '../../node/read-themes.js'
import { count, noCounts, plural } from '../../report/counts.js'
import { reportFormats } from '../../report/reporter.js'
import { visible } from '../../report/visible.js'
import { targetIds } from '../../targets/index.js'
import { quotedCall } from '../../text/quoted-call.js'
import type { ValidateOptions } from '../../validate/options.js'
import type { Arguments } from '../arguments.js'
import type { Surroundings } from '../commands/command.js'
import { assetsOf, filesOf, maxFindingsOf, readRole } from '../commands/common-options.js'
import { progressOf } from '../commands/progress.js'
import { rulesOf } from '../commands/rule-options.js'
import { configured } from '../configured.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import { batches } from './batches.js'
import { imageCheck } from './image-check.js'
import { fileReports, reporterOf } from './reports.js'

/**
 * Checks the files of a call, and writes the report on the way.
 *
 * @param onFiles is called with the names of the files before they are read
 * @throws UsageError for wrong options, and a configuration that can't be used
 */
export async function validateFiles(
  given: Arguments,
  surroundings: Surroundings,
  onFiles: (files: readonly string[]) => void = () => {},
): Promise<Outcome> {
  const { args, configuration } = configured(given, surroundings)
  const options = optionsOf(args, surroundings)
  const { roleOf, base } = readRole(args, surroundings)
  const isStrict = args.flag('strict')
  const isQuiet = args.flag('quiet')
  const maxWarnings = warningsOf(args)
  const format = args.choice('format', reportFormats) ?? 'pretty'
  const files = await namedFiles(args, configuration, surroundings)
  onFiles(files)
  const unfinished = await unfinishedAbove(files.filter((file) => file !== '-').map(surroundings.place))
  const checkImages = await imageCheck(args, surroundings)
  const about = defined({ version, configuration: configuration?.file })
  const report = await reporterOf(format, { ...about, colors: surroundings.output })
  const others = await fileReports(args, about, files, surroundings)
  const progress = progressOf(files.length, surroundings)
  const output = batches(async (text) => {
    await progress.clear()
    await surroundings.write(text)
  })
  const checks = new FileChecks(defined({ ...options, base }), surroundings.place('.'), '--target')
  const totals = noCounts()
  let isUnreadable = false
  let lacksImages = false
  await output.add(report.start())
  for (const [index, name] of files.entries()) {
    await progress.show(index)
    const read = shownTextOf(surroundings.read(name))
    const file = name === '-' ? (args.text('stdin-filename') ?? read.file) : read.file
    const place = name === '-' ? undefined : surroundings.place(read.file)
    const own = checks.optionsFor(read, roleOf(file), place)
    const { target, diagnostics, omitted } = await checkImages(read, checkFile(read, own, place), own)
    isUnreadable ||= read.text === undefined
    lacksImages ||= diagnostics.some(({ code }) => code === 'image-missing')
    count(totals, diagnostics, omitted)
    const isShown = ({ severity }: { severity: Severity }) => !isQuiet || severity === 'error'
    const checked = defined({
      file,
      target,
      diagnostics: diagnostics.filter(isShown),
      omitted: omitted.filter(isShown),
      text: read.text,
    })
    others.add(checked)
    await output.add(report.file(checked))
  }
  await progress.clear()
  const failed = totals.error > 0 || (isStrict && totals.warning > 0) || totals.warning > maxWarnings
  const status = isUnreadable ? WRONG : failed || unfinished.isChanged ? FINDINGS : FINE
  const reason = failed && totals.error === 0 ? reasonOf(totals.warning, args) : ''
  await output.end(report.end())
  const assumed = lacksImages
    ? [
        `Images were looked for only in ${args.label('assets')} ${args.text('assets')}. If settings or mounts put some elsewhere, check with ${quotedCall('theme-convert migrate FOLDER --settings FILE')}.`,
      ]
    : []
  const notes = [...unfinished.says, ...checks.notes, ...assumed]
    .map((note) => `theme-convert: ${visible(note)}\n`)
    .join('')
  // GitLab's report has no field for it.
  const source =
    configuration !== undefined && format === 'gitlab'
      ? `Configuration: ${visible(configuration.file)}\n`
      : ''
  return { status, output: '', messages: source + notes + (await others.write()) + reason }
}

async function namedFiles(
  args: Arguments,
  configuration: Configuration | undefined,
  { place }: Surroundings,
): Promise<readonly string[]> {
  try {
    if (configuration === undefined) return await filesFor(filesOf(args), place('.'))
    const found =
      args.files.length > 0
        ? await filesFor(filesOf(args), place('.'))
        : (await filesFor(configuration.values.files ?? ['**/theme.json'], configuration.folder)).map(
            (file) => pathIn(configuration, file),
          )
    // Globs may match the configuration file, too.
    const themes = found.filter((file) => file === '-' || place(file) !== place(configuration.file))
    if (themes.length > 0) return themes
    throw new UsageError(`${configuration.file} is the configuration, not a theme. Pass a theme.`)
  } catch (error) {
    const isConfigured = args.files.length === 0 && configuration?.values.files !== undefined
    if (!isConfigured || !(error instanceof NoFilesError)) throw error
    throw new UsageError(`"files" in ${configuration.file}: ${error.message}`)
  }
}

function optionsOf(args: Arguments, surroundings: Surroundings): ValidateOptions {
  const folder = assetsOf(args, surroundings)
  return defined({
    served: args.choice('served', servers) ?? 'ocis',
    rules: rulesOf(args, { isForImages: false }),
    maxFindings: maxFindingsOf(args),
    target: args.choice('target', targetIds),
    assets: folder === undefined ? undefined : assetFolder(folder),
  })
}

function warningsOf(args: Arguments): number {
  const text = args.text('max-warnings')
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,9}$/.test(text)) {
    throw new UsageError(
      `${args.label('max-warnings')} must be a whole number from 0 on, not ${quoted(text)}.`,
    )
  }
  return Number(text)
}

/** Why warnings alone made a run fail. */
function reasonOf(warnings: number, args: Arguments): string {
  const cause = args.flag('strict')
    ? `${args.label('strict')} counts them as errors`
    : `more than the ${warningsOf(args)} that ${args.label('max-warnings')} allows`
  const hint = args.flag('quiet') ? ' Leave --quiet out to see them.' : ''
  return `${plural(warnings, 'warning')}: ${cause}.${hint}\n`
}
