import { roles } from '../../formats/roles.js'
import {
  brandingFor,
  type Conversion,
  type ConvertOptions,
  convert,
  type DiagnosticCode,
  defaultOpenCloudTarget,
  defaultTarget,
  targets,
} from '../../index.js'
import { isObject, type JsonObject } from '../../json/value.js'
import { backupsOf } from '../../node/backups.js'
import type { ReadTheme } from '../../node/read-themes.js'
import type { FileToWrite } from '../../node/write-files.js'
import { writeFiles } from '../../node/write-themes.js'
import { visible } from '../../report/visible.js'
import { isBrandingTarget } from '../../shipped/branding-files.js'
import { logoImages } from '../../shipped/logo-images.js'
import { targetIds } from '../../targets/index.js'
import { openCloudWeb } from '../../targets/products.js'
import { withLines } from '../../text/ranges.js'
import { configurationSwitches } from '../configuration-switches.js'
import { type Plan, readPlans } from '../conversion-plan.js'
import { summarise } from '../conversion-summary.js'
import { type ChosenTarget, type ConversionTarget, targetOfFile } from '../conversion-target.js'
import { flag, oneOf, release, text } from '../option-table.js'
import { FINDINGS, FINE, type Outcome, UsageError, WRONG } from '../outcome.js'
import { type Found, renderFindings, toJson } from '../render.js'
import type { Command, Surroundings } from './command.js'
import { findingLimit, formats, themeNames } from './common-options.js'
import { isRead, type Loaded, load, statusOf } from './load-file.js'
import { webOptionSwitches } from './web-config.js'

/** Converts one file. */
export const convertCommand: Command = {
  usage: ['[convert] <file|-> [options]'],
  about: 'Converts a theme.json of any generation of ownCloud or OpenCloud, and prints the new one.',
  operands: 'files',
  options: {
    target: release(
      targetIds,
      `the release to convert to (default ${defaultTarget}, for OpenCloud ${defaultOpenCloudTarget})`,
    ),
    as: oneOf(
      roles,
      'what the file is (default: branding in folders named _branding and for what a logo upload wrote); needed for other parts of a theme',
    ),
    output: { ...text('FILE', 'write the theme there (--force overwrites)'), short: 'o' },
    write: flag('replace the file itself, keeping FILE.bak'),
    check: flag('write nothing; exit 1 if a conversion is needed (accepts several files)'),
    force: flag('let -o, --report and --branding-out overwrite a file'),
    report: text('FILE', 'write the ledger (what happened to each value) as JSON'),
    'branding-out': text('FILE', 'write a branding file that keeps an uploaded logo'),
    ...webOptionSwitches,
    ...themeNames,
    schema: flag('add "$schema" for editors'),
    'drop-invalid': flag('drop values of the wrong type'),
    'add-contrast': flag('add missing contrast colours'),
    ...findingLimit,
    format: oneOf(formats, 'the theme (default), or everything with the ledger'),
    ...configurationSwitches,
  },
  notes:
    'theme-convert.json in the working folder, or the file of --config, sets the release, --as and --max-findings, as it does for validate. Options of the call win.',
  examples: [
    'theme-convert theme.json -o new.json',
    'theme-convert theme.json --write --web-config config.json',
    'theme-convert theme.json --target opencloud-7.3 -o opencloud.json',
  ],
  async run(args, surroundings) {
    const { plans, configuration } = await readPlans(args, surroundings)
    const outcomes: Outcome[] = []
    for (const plan of plans) outcomes.push(await carryOut(plan, surroundings))
    const said = configuration === undefined ? '' : `Configuration: ${visible(configuration)}\n`
    return {
      status: Math.max(...outcomes.map(({ status }) => status)) as Outcome['status'],
      output: outcomes.map(({ output }) => output).join(''),
      messages: said + outcomes.map(({ messages }) => messages).join(''),
      applied: outcomes.some(({ applied }) => applied),
    }
  },
}

async function carryOut(given: Plan, surroundings: Surroundings): Promise<Outcome> {
  const { messages, place } = surroundings
  const loaded = load(given.file, given.maxFindings, surroundings)
  const failure = (found: Found, status: Outcome['status']): Outcome => ({
    status,
    output: '',
    messages: renderFindings(loaded.file, found, messages),
  })
  if (!isRead(loaded)) return failure(loaded, statusOf(loaded))
  const { options, file } = given
  const chosen: ConversionTarget =
    options.target === undefined
      ? await targetOfFile(loaded, options.as, file === '-' ? undefined : place(file), surroundings)
      : { target: options.target }
  if ('problem' in chosen) return { status: WRONG, output: '', messages: `${visible(chosen.problem)}\n` }
  const plan = { ...given, options: { ...options, target: chosen.target } }
  const conversion = convertRead(loaded, plan)
  if (conversion.theme === undefined) return failure(conversion, FINDINGS)
  if (plan.check) return checkOutcome(loaded.file, conversion, chosen, surroundings)
  const earlier = earlierRun(plan, loaded, conversion, surroundings)
  return writeOutcome(
    plan,
    earlier?.loaded ?? loaded,
    earlier?.conversion ?? conversion,
    chosen,
    surroundings,
  )
}

/** Converts a document. The findings have their lines in the text. */
function convertRead(
  { text, document }: ReadTheme,
  { options, maxFindings }: Pick<Plan, 'options' | 'maxFindings'>,
): Conversion {
  const conversion = convert(document, { ...options, maxFindings })
  return { ...conversion, diagnostics: withLines(text, conversion.diagnostics) }
}

const isChanged = ({ ledger }: Conversion) => ledger.entries.some(({ action }) => action !== 'kept')

/**
 * The earlier conversion that replaced the file: the one that turns a backup into this very text. When a call is
 * repeated, the ledger and the branding file describe that conversion.
 */
function earlierRun(
  { file, write, report, brandingOutput, options, maxFindings }: Plan,
  { file: name, text }: Loaded,
  found: Conversion,
  surroundings: Surroundings,
): { loaded: Loaded; conversion: Conversion } | undefined {
  if (!write || isChanged(found) || (report ?? brandingOutput) === undefined) return undefined
  for (const backup of backupsOf(surroundings.place(file))) {
    const loaded = load(backup, maxFindings, surroundings)
    if (!isRead(loaded)) continue
    const conversion = convertRead(loaded, { options, maxFindings })
    if (isChanged(conversion) && toJson(conversion.theme) === text)
      return { loaded: { ...loaded, file: name }, conversion }
  }
  return undefined
}

/** The reasons to delete a file instead of converting it. */
const serverCopies: Partial<Record<DiagnosticCode, string>> = {
  'shipped-theme': 'it is an unmodified copy of a shipped theme',
  'logo-only-theme': 'only the uploaded logo in it differs from a shipped theme; keep the logo first',
}

/**
 * The branding document for the uploaded logo of a file, with the name of the image.
 *
 * @throws UsageError for a target without branding files, and unless there is one uploaded logo
 */
function brandingOf(name: string, document: unknown, { target: id = defaultTarget }: ConvertOptions) {
  if (!isBrandingTarget(id)) {
    throw new UsageError(
      `--branding-out: ${targets[id].title} does not read branding files. Upload the logo again there.`,
    )
  }
  const { uploads } = targets[id]
  // A converted theme has uploaded logos at the address of the target.
  const isPlaced = (path: string) => path.startsWith(uploads) && !path.slice(uploads.length).includes('/')
  const logos = isObject(document) ? logoImages(document as JsonObject) : []
  const images = logos.filter(({ path, uploaded }) => uploaded || isPlaced(path))
  const [logo] = images
  if (logo === undefined || images.length > 1) {
    const found = images.length === 0 ? 'no uploaded logo' : `${images.length} uploaded logos`
    throw new UsageError(
      `--branding-out: ${name} has ${found} in its slots. Leave the option out; the converted theme has the images.`,
    )
  }
  return { document: brandingFor(logo.path, { target: id }), image: logo.path.replace(/^.*\//s, '') }
}

/** The outcome of `--check`. */
function checkOutcome(
  name: string,
  conversion: Conversion,
  chosen: ChosenTarget,
  { messages }: Surroundings,
): Outcome {
  const { ledger, diagnostics } = conversion
  const changed = isChanged(conversion)
  const copy = diagnostics.flatMap(({ code }) => serverCopies[code] ?? [])[0]
  const role =
    ledger.source === 'branding'
      ? ' as a branding file (_branding/theme.json); as a theme, clients reject it'
      : ''
  const verdict = copy
    ? `should be deleted: ${copy}`
    : `needs ${changed ? 'a' : 'no'} conversion for ${ledger.target}${role}`
  const isFine = !changed && copy === undefined
  // What needs a conversion has the summary, with the reason for the target.
  const why =
    isFine && chosen.product === openCloudWeb.product ? `, the newest release of ${chosen.product}` : ''
  return {
    status: isFine ? FINE : FINDINGS,
    output: '',
    messages: `${isFine ? '' : summarise(name, conversion, changed, chosen, messages)}${visible(name)} ${verdict}${why}.\n`,
  }
}

/** Writes the requested files, all or none, and reports them. */
async function writeOutcome(
  plan: Plan,
  { file: name, text, document }: Loaded,
  conversion: Conversion,
  chosen: ChosenTarget,
  { messages, place }: Surroundings,
): Promise<Outcome> {
  const { file, report, brandingOutput, output, force: overwrite } = plan
  const { theme, ledger, diagnostics, omitted } = conversion
  const changed = isChanged(conversion)
  const newText = toJson(theme)
  const writes: FileToWrite[] = []
  const notes: string[] = []
  if (report !== undefined) writes.push({ file: report, content: toJson(ledger), overwrite })
  if (brandingOutput !== undefined) {
    const branding = brandingOf(name, document, plan.options)
    writes.push({ file: brandingOutput, content: toJson(branding.document), overwrite })
    notes.push(
      `Branding file ${brandingOutput} written. Copy it to the server as themes/_branding/theme.json, with ${branding.image} beside it.`,
    )
  }
  // The theme is written last: until then, the same call does everything again.
  if (output !== undefined) {
    writes.push({ file: output, content: newText, overwrite })
    notes.push(`Written to ${output}.`)
  }
  if (plan.write && changed)
    writes.push({ file, content: newText, overwrite: true, expected: text, backup: true })
  // Calls that only print don't load the code that writes files.
  const written = writes.length === 0 ? [] : await writeFiles(writes, { cwd: place('.') })
  if (plan.write) notes.push(replacedNote(file, changed, written.at(-1)?.backup))
  const everything = {
    file: name,
    target: ledger.target,
    generation: ledger.source,
    changed,
    theme,
    ledger,
    diagnostics,
    ...(omitted.length > 0 && { omitted }),
  }
  const isWritten = plan.write || output !== undefined
  const summary = summarise(name, conversion, changed, chosen, messages)
  return {
    status: FINE,
    applied: writes.length > 0,
    output: plan.format === 'json' ? toJson(everything) : isWritten ? '' : newText,
    messages: summary + notes.map((note) => `${visible(note)}\n`).join(''),
  }
}

function replacedNote(file: string, changed: boolean, copy: string | undefined): string {
  if (!changed) return `${file} needs no conversion and was not changed.`
  return copy === undefined
    ? `${file} already has the new theme.`
    : `Replaced ${file}; the old file is ${copy}.`
}
