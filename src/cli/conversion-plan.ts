import { roleOfFile, roles } from '../formats/roles.js'
import type { ConvertOptions } from '../index.js'
import { defined } from '../json/defined.js'
import { isSameFile } from '../node/write-files.js'
import { targetIds } from '../targets/index.js'
import type { Arguments } from './arguments.js'
import type { Surroundings } from './commands/command.js'
import { filesOf, formats, maxFindingsOf, themeNameChoices } from './commands/common-options.js'
import { readWebOptions } from './commands/web-config.js'
import { asksForConfiguration } from './configuration-switches.js'
import type { Configured } from './configured.js'
import { UsageError } from './outcome.js'

/** What to do with one file. */
export interface Plan {
  readonly file: string
  /** The options, without a target where the file decides. */
  readonly options: ConvertOptions
  readonly format: 'pretty' | 'json'
  readonly output: string | undefined
  readonly report: string | undefined
  readonly brandingOutput: string | undefined
  readonly write: boolean
  readonly check: boolean
  readonly force: boolean
  readonly maxFindings: number
}

/** The keys of the configuration file that `convert` has, too. */
const configurationKeys = ['target', 'as', 'maxFindings'] as const

/** What to do with each file, and the name of the configuration file where it decides with. */
export interface Plans {
  readonly plans: readonly Plan[]
  readonly configuration: string | undefined
}

/**
 * Reads a plan for each file.
 *
 * @throws UsageError for options that contradict each other, for several files without `--check`, and for a configuration
 *   that can't be used
 */
export async function readPlans(given: Arguments, surroundings: Surroundings): Promise<Plans> {
  const { args, configuration }: Configured = asksForConfiguration(given, surroundings)
    ? (await import('./configured.js')).configured(given, surroundings)
    : { args: given, configuration: undefined }
  const files = filesOf(args)
  const isCheck = args.flag('check') && args.choice('format', formats) !== 'json'
  if (files.length > 1 && !isCheck) {
    throw new UsageError(
      `convert accepts one file, not ${files.length}. Convert them one by one; only --check accepts several.`,
    )
  }
  const isUsed = configurationKeys.some((key) => configuration?.values[key] !== undefined)
  return {
    plans: files.map((file) => readPlan(args, file, surroundings)),
    configuration: isUsed ? configuration?.file : undefined,
  }
}

function readPlan(args: Arguments, file: string, surroundings: Surroundings): Plan {
  const output = args.text('output')
  const write = args.flag('write')
  const check = args.flag('check')
  const report = args.text('report')
  const brandingOutput = args.text('branding-out')
  if (write && output !== undefined) throw new UsageError('Use either --write or -o, not both.')
  if (check && (write || output !== undefined))
    throw new UsageError('--check writes nothing: leave out --write and -o.')
  if (check && report !== undefined) throw new UsageError('--check writes nothing: leave out --report.')
  if (write && file === '-')
    throw new UsageError("--write requires a file; standard input can't be replaced.")
  if (check && brandingOutput !== undefined)
    throw new UsageError('--check writes nothing: leave out --branding-out.')
  assertDistinct(file, args.text('web-config'), surroundings, {
    '--report': report,
    '--branding-out': brandingOutput,
    '-o': output,
  })
  const webOptions = readWebOptions(args, surroundings)
  const isInBranding = file !== '-' && roleOfFile(surroundings.place(file)) === 'branding'
  const as = args.choice('as', roles) ?? (isInBranding ? 'branding' : undefined)
  return {
    file,
    output,
    write,
    check,
    report,
    brandingOutput,
    force: args.flag('force'),
    maxFindings: maxFindingsOf(args),
    format: args.choice('format', formats) ?? 'pretty',
    options: defined({
      as,
      target: args.choice('target', targetIds),
      themeNames: args.choice('theme-names', themeNameChoices),
      webOptions,
      schema: args.flag('schema'),
      invalidValues: args.flag('drop-invalid') ? 'drop' : 'stop',
      addContrastTokens: args.flag('add-contrast'),
    }),
  }
}

/** Refuses to write one file twice, or over one that is read; only -o may replace the theme, with --force. */
function assertDistinct(
  file: string,
  webConfig: string | undefined,
  { place: placeOf }: Surroundings,
  written: Readonly<Record<string, string | undefined>>,
): void {
  const isAt = (place: string, other: string | undefined) =>
    other !== undefined && other !== '-' && isSameFile(placeOf(place), placeOf(other))
  const places = Object.entries(written).flatMap(([name, place]) =>
    place === undefined ? [] : [{ name, place }],
  )
  for (const [index, { name, place }] of places.entries()) {
    if (name !== '-o' && isAt(place, file))
      throw new UsageError(`${name} would overwrite the theme itself. Choose another file.`)
    if (isAt(place, webConfig))
      throw new UsageError(`${name} would overwrite the file of --web-config. Choose another file.`)
    const twin = places.slice(index + 1).find((other) => isAt(place, other.place))
    if (twin !== undefined)
      throw new UsageError(`${name} and ${twin.name} are the same file. Choose one for each.`)
  }
}
