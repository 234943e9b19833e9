import { version } from '../../../package.json'
import type { DiagnosticCode, Severity } from '../../findings/catalogue.js'
import { diagnostic } from '../../findings/diagnostic.js'
import { imageCodes } from '../../images/codes.js'
import { isMisnamed } from '../../instance/inventory.js'
import { quoted } from '../../json/quoted.js'
import { assetFolder } from '../../node/disk-assets.js'
import { filesFor, NoFilesError } from '../../node/files.js'
import { inspectImages, MissingSharpError } from '../../node/images.js'
import { ThemeFolders } from '../../node/product-of-folder.js'
import { type ReadText, shownTextOf } from '../../node/read-themes.js'
import { count, noCounts, plural } from '../../report/counts.js'
import { type MakeReporter, type ReportFormat, reportFormats } from '../../report/reporter.js'
import { visible } from '../../report/visible.js'
import { defaultTarget, targetFor, targets } from '../../targets/index.js'
import { parseText, withoutMark } from '../../text/parse-text.js'
import type { ValidateOptions } from '../../validate/options.js'
import { type Validation, validate } from '../../validate/validate.js'
import type { Arguments } from '../arguments.js'
import { flag, oneOf, release, text } from '../options.js'
import { FINDINGS, FINE, UsageError, WRONG } from '../outcome.js'
import type { Command, Surroundings } from './command.js'
import { progressOf } from './progress.js'
import { rulesOf, severities } from './rule-options.js'
import { assetsOf, filesOf, findingLimit, maxFindingsOf, readRole, roleSwitches } from './shared.js'

const targetIds = Object.keys(targets) as (keyof typeof targets)[]

const servers = ['ocis', 'static'] as const

/** Each format loads only what it needs. */
const reporters: Readonly<Record<ReportFormat, () => Promise<MakeReporter>>> = {
  pretty: async () => (await import('../../report/pretty.js')).pretty,
  json: async () => (await import('../../report/json.js')).json,
  github: async () => (await import('../../report/github.js')).github,
  sarif: async () => (await import('../../report/sarif.js')).sarif,
  junit: async () => (await import('../../report/junit.js')).junit,
  gitlab: async () => (await import('../../report/gitlab.js')).gitlab,
}

/** The number of characters written at once: a write takes longer than a check. */
const CHUNK = 65_536

/** Checks whether a release accepts and shows each file. */
export const validateCommand: Command = {
  formats: reportFormats,
  usage: ['validate <file, folder or glob…|-> [options]'],
  about:
    'Checks that a release accepts and renders each theme, and flags likely mistakes. A folder means every theme.json below it.',
  operands: 'files',
  options: {
    target: release(
      targetIds,
      `the release (default: the newest of the product that the theme is for; ${defaultTarget} for ownCloud)`,
    ),
    served: oneOf(
      servers,
      'the server of the file: oCIS, which adds the share roles (default), or a plain web server',
    ),
    ...roleSwitches,
    rule: {
      ...text('CODE=SEVERITY', `changes the severity of a rule: ${severities.join(', ')}`),
      multiple: true,
    },
    assets: text('FOLDER', 'the folder that the server serves, to check the images'),
    images: flag('also inspects these images (requires sharp)'),
    strict: flag('counts warnings as errors'),
    'max-warnings': text('N', 'fails with more than N warnings'),
    ...findingLimit,
    quiet: flag('reports only errors'),
    'stdin-filename': text('NAME', 'the name of standard input in the report'),
    format: oneOf(reportFormats, 'the format of the report (default pretty)', 'FORMAT'),
  },
  examples: [
    'theme-convert validate theme.json',
    "theme-convert validate --strict --format github 'themes/**/theme.json'",
    'theme-convert validate --rule no-vault-theme=off theme.json',
  ],
  async run(args, surroundings) {
    const options = optionsOf(args, surroundings)
    const { roleOf, base } = readRole(args, surroundings)
    const isStrict = args.flag('strict')
    const isQuiet = args.flag('quiet')
    const maxWarnings = warningsOf(args)
    const format = args.choice('format', reportFormats) ?? 'pretty'
    const files = await namedFiles(args, surroundings)
    const lookInto = await imageCheck(args, surroundings)
    const report = (await reporters[format]())({ version, colors: surroundings.output })
    const progress = progressOf(files.length, surroundings)
    const folders = new ThemeFolders()
    const totals = noCounts()
    let isUnreadable = false
    let pending = report.start()
    for (const [index, name] of files.entries()) {
      await progress.show(index)
      const read = shownTextOf(surroundings.read(name))
      const file = name === '-' ? (args.text('stdin-filename') ?? read.file) : read.file
      const place = surroundings.place(read.file)
      const released = options.target ?? (name === '-' ? undefined : folders.targetOf(place, read.text))
      const own = {
        ...options,
        as: roleOf(file),
        ...(released !== undefined && { target: released }),
        ...(base !== undefined && { base }),
      }
      const { target, diagnostics, omitted } = await lookInto(read, check(read, own, place), own)
      isUnreadable ||= read.text === undefined
      count(totals, diagnostics, omitted)
      const isShown = ({ severity }: { severity: Severity }) => !isQuiet || severity === 'error'
      const shown = diagnostics.filter(isShown)
      const text = report.file({
        file,
        target,
        diagnostics: shown,
        omitted: omitted.filter(isShown),
        ...(read.text !== undefined && { text: read.text }),
      })
      pending += text
      if (pending.length > CHUNK) {
        await progress.clear()
        await surroundings.write(pending)
        pending = ''
      }
    }
    await progress.clear()
    const failed = totals.error > 0 || (isStrict && totals.warning > 0) || totals.warning > maxWarnings
    const status = isUnreadable ? WRONG : failed ? FINDINGS : FINE
    const reason =
      failed && totals.error === 0 ? reasonOf(totals.warning, maxWarnings, isStrict, isQuiet) : ''
    await surroundings.write(pending + report.end())
    const notes = folders.notes.map((note) => `theme-convert: ${visible(note)}\n`).join('')
    return { status, output: '', messages: notes + reason }
  },
}

async function namedFiles(args: Arguments, { place }: Surroundings): Promise<readonly string[]> {
  try {
    return await filesFor(filesOf(args), place('.'))
  } catch (error) {
    if (error instanceof NoFilesError) throw new UsageError(error.message)
    throw error
  }
}

function optionsOf(args: Arguments, surroundings: Surroundings): ValidateOptions {
  const target = args.choice('target', targetIds)
  const served = args.choice('served', servers) ?? 'ocis'
  const folder = assetsOf(args, surroundings)
  // Findings about images are left to the image check.
  const rules = Object.fromEntries(
    Object.entries(rulesOf(args.texts('rule'))).filter(([code]) => !imageCodes.has(code as DiagnosticCode)),
  )
  return {
    served,
    rules,
    maxFindings: maxFindingsOf(args),
    ...(target !== undefined && { target }),
    ...(folder !== undefined && { assets: assetFolder(folder) }),
  }
}

type Checked = Omit<Validation, 'valid'>

/** Adds the findings about images to those about a file, where requested and possible. */
async function imageCheck(
  args: Arguments,
  { say, place }: Surroundings,
): Promise<(file: ReadText, checked: Checked, options: ValidateOptions) => Promise<Checked>> {
  const nothing = async (_: ReadText, checked: Checked) => checked
  if (!args.flag('images')) return nothing
  const folder = args.text('assets')
  if (folder === undefined) {
    throw new UsageError('--images requires --assets with the folder that the server serves.')
  }
  const assets = assetFolder(place(folder))
  const rules = Object.fromEntries(
    Object.entries(rulesOf(args.texts('rule'))).filter(([code]) => imageCodes.has(code as DiagnosticCode)),
  )
  let isSaid = false
  return async (file, checked, { as, base, served, maxFindings }) => {
    // What can't be read is said already.
    if (file.text === undefined || parseText(withoutMark(file.text)).document === undefined) return checked
    try {
      const { diagnostics, omitted } = await inspectImages(file.text, {
        assets,
        rules,
        target: checked.target,
        ...(as !== undefined && { as }),
        ...(base !== undefined && { base }),
        ...(served !== undefined && { served }),
        ...(maxFindings !== undefined && { maxFindings }),
      })
      return {
        ...checked,
        diagnostics: [...checked.diagnostics, ...diagnostics],
        omitted: [...checked.omitted, ...omitted],
      }
    } catch (error) {
      if (!(error instanceof MissingSharpError)) throw error
      if (!isSaid) await say(`${error.message}\n`)
      isSaid = true
      return checked
    }
  }
}

function warningsOf(args: Arguments): number {
  const text = args.text('max-warnings')
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,9}$/.test(text)) {
    throw new UsageError(`--max-warnings must be a number, not ${quoted(text)}.`)
  }
  return Number(text)
}

function check({ text, diagnostics }: ReadText, options: ValidateOptions, place: string): Checked {
  if (text === undefined)
    return { target: targetFor(options.target, 'unknown').id, diagnostics: [...diagnostics], omitted: [] }
  const found = validate(text, options)
  const checked = { ...found, diagnostics: [...diagnostics, ...found.diagnostics] }
  if (!isMisnamed(place.replaceAll('\\', '/'))) return checked
  const misnamed = place.endsWith('.json')
    ? 'Servers look for theme.json. Unless WEB_UI_THEME_PATH is this file, it is not read: rename or delete it.'
    : 'Servers look for theme.json, and clients load nothing that ends otherwise. Rename or delete this file.'
  return { ...checked, diagnostics: [...checked.diagnostics, diagnostic('theme-misnamed', '', misnamed)] }
}

/** Why warnings alone made a run fail. */
function reasonOf(warnings: number, maxWarnings: number, isStrict: boolean, isQuiet: boolean): string {
  const cause = isStrict
    ? '--strict counts them as errors'
    : `more than the ${maxWarnings} that --max-warnings allows`
  const hint = isQuiet ? ' Leave --quiet out to see them.' : ''
  return `${plural(warnings, 'warning')}: ${cause}.${hint}\n`
}
