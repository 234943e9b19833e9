import { type Role, roleOfFile, roles } from '../../formats/roles.js'
import { quoted } from '../../json/quoted.js'
import type { JsonObject } from '../../json/value.js'
import { assetsProblem } from '../../node/disk-assets.js'
import { namedBy } from '../../node/read-json.js'
import type { Arguments } from '../arguments.js'
import { oneOf, text } from '../option-table.js'
import { UsageError } from '../outcome.js'
import type { Surroundings } from './command.js'
import { readDocumentOf } from './load-file.js'

export const formats = ['pretty', 'json'] as const

/** The option of verbs that print text or JSON. */
export const formatSwitch = {
  format: oneOf(formats, 'for reading (default) or for programs'),
} as const

/** How converted themes get their names. */
export const themeNameChoices = ['keep', 'readable'] as const

/** The option of verbs that convert. */
export const themeNames = {
  'theme-names': oneOf(themeNameChoices, 'keep the old keys as names, or make titles of them'),
} as const

/** The option of verbs that list findings. */
export const findingLimit = {
  'max-findings': text('N', 'lists N findings of each code per file (100); the others are counted'),
} as const

/** How many findings of each code are listed for a file unless the call says otherwise. */
export const MAX_FINDINGS = 100

/** How many findings of each code are listed for a file. */
export function maxFindingsOf(args: Arguments): number {
  const text = args.text('max-findings')
  if (text === undefined) return MAX_FINDINGS
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UsageError(`${args.label('max-findings')} must be a whole number from 1 on, not ${quoted(text)}.`)
}

/**
 * The absolute path of the folder of `--assets`.
 *
 * @throws UsageError for anything but a folder with themes or images
 */
export function assetsOf(args: Arguments, { place }: Pick<Surroundings, 'place'>): string | undefined {
  const folder = args.text('assets')
  if (folder === undefined) return undefined
  const problem = assetsProblem(place(folder), folder)
  if (problem !== undefined)
    throw new UsageError(`${namedBy(args.label('assets'), quoted(folder))} ${problem}`)
  return place(folder)
}

/** The options for the role of a file. */
export const roleSwitches = {
  as: oneOf(roles, 'the kind of the file; in folders named _branding a branding file, else a theme'),
  'theme-file': text('FILE', 'the theme below a branding file (default: the one that the release ships)'),
} as const

/** The values of `--as` and `--theme-file`. */
export interface RoleArguments {
  /** The role of each file: as given, else by its folder. */
  readonly roleOf: (file: string) => Role
  /** The theme that a branding file is merged into. */
  readonly base: JsonObject | undefined
}

export function readRole(args: Arguments, surroundings: Pick<Surroundings, 'read' | 'place'>): RoleArguments {
  const as = args.choice('as', roles)
  const themeFile = args.text('theme-file')
  return {
    roleOf: (file) => as ?? (file === '-' ? 'theme' : roleOfFile(surroundings.place(file))),
    base:
      themeFile === undefined
        ? undefined
        : readDocumentOf(args.label('theme-file'), themeFile, surroundings, 'theme'),
  }
}

/** The file of a command that takes one. */
export function fileOf(verb: string, args: Arguments): string {
  const [file = '', second] = filesOf(args)
  if (second !== undefined) throw new UsageError(`${verb} accepts one file.`)
  return file
}

/** The files of a command that takes several. */
export function filesOf(args: Arguments): readonly string[] {
  if (args.files.length === 0) {
    throw new UsageError('Pass at least one file, or - for standard input.')
  }
  if (args.files.filter((file) => file === '-').length > 1) {
    throw new UsageError('Standard input (-) can be read only once.')
  }
  return args.files
}
