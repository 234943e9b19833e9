import { nearest } from '../findings/nearest.js'
import type { Options } from './option-table.js'

/** Names that other programs have for an option, and hints to the one here. */
interface OtherNames {
  readonly names: readonly string[]
  /**
   * The first entry whose option the command has gives the hint; `''` fits every command. A hint that begins with
   * dashes is the option that is meant.
   */
  readonly hints: readonly (readonly [option: string, hint: string])[]
}

/** The names that are tried most often, because other programs have them. */
export const otherNames: readonly OtherNames[] = [
  {
    names: [
      'output',
      'o',
      'out',
      'outfile',
      'out-file',
      'output-file',
      'outdir',
      'out-dir',
      'output-dir',
      'dest',
    ],
    hints: [
      ['output', '--output FILE'],
      ['to', '--to FOLDER'],
      ['max-warnings', '--report FORMAT=FILE'],
      ['', 'The result goes to standard output: add "> FILE" to the call.'],
    ],
  },
  {
    names: ['write', 'w', 'in-place', 'inplace', 'i', 'fix', 'apply', 'save'],
    hints: [
      ['write', '--write'],
      ['apply', '--apply'],
      ['output', '--output FILE'],
      ['', 'This command changes no file; "theme-convert convert --write" converts a file in place.'],
    ],
  },
  {
    names: ['dry-run', 'dryrun', 'dry', 'n', 'plan', 'simulate'],
    hints: [
      ['apply', 'Without --apply only the plan is shown. Leave it out.'],
      [
        'write',
        'Without --write and --output no file is written. Leave it out; --check only shows whether a conversion is needed.',
      ],
      ['output', 'Without --output no file is written. Leave it out.'],
      ['', 'This command changes no file. Leave it out.'],
    ],
  },
  {
    names: ['verbose', 'v', 'vv', 'debug', 'trace', 'details'],
    hints: [['', 'Everything is shown without it. "theme-convert explain CODE" says more about a finding.']],
  },
  {
    names: ['quiet', 'q', 'silent', 's'],
    hints: [
      ['quiet', '--quiet'],
      ['', 'Messages go to standard error, apart from the result. Leave it out.'],
    ],
  },
  {
    names: ['yes', 'y', 'no-interaction'],
    hints: [
      ['apply', '--apply'],
      ['force', '--force'],
      ['', 'This command asks no questions. Leave it out.'],
    ],
  },
  {
    names: ['overwrite', 'f', 'clobber', 'replace'],
    hints: [
      ['force', '--force'],
      ['', 'This command changes no file. Leave it out.'],
    ],
  },
  {
    names: ['target', 't', 'to', 'release', 'for', 'target-version'],
    hints: [['target', '--target TARGET']],
  },
  {
    names: ['from', 'source', 'generation'],
    hints: [['target', 'The release of a file or server is detected. Leave it out.']],
  },
  {
    names: ['input', 'in', 'file', 'files', 'path', 'theme-json'],
    hints: [['target', 'Pass the file or folder without an option.']],
  },
  { names: ['stdin'], hints: [['target', 'Pass - for standard input.']] },
  {
    names: ['recursive', 'r', 'R'],
    hints: [['rule', 'Folders are always searched recursively. Leave it out.']],
  },
  { names: ['reporter', 'output-format', 'formatter'], hints: [['format', '--format FORMAT']] },
  { names: ['ignore', 'disable', 'off', 'skip'], hints: [['rule', '--rule CODE=off']] },
  { names: ['severity', 'level', 'rules'], hints: [['rule', '--rule CODE=SEVERITY']] },
  {
    names: ['werror', 'warnings-as-errors', 'fail-on-warning', 'error-on-warnings'],
    hints: [['strict', '--strict']],
  },
  { names: ['undo', 'revert', 'restore'], hints: [['rollback', '--rollback']] },
  {
    names: ['env', 'envfile', 'environment', 'compose', 'compose-file', 'settings', 'env-file'],
    hints: [
      ['settings', '--settings FILE'],
      [
        'max-warnings',
        'This command reads no settings: pass the folder that has the themes. "theme-convert migrate FOLDER --settings FILE" names it, and checks the themes there.',
      ],
    ],
  },
  { names: ['version', 'V'], hints: [['', 'Did you mean "theme-convert version"?']] },
  {
    names: ['color', 'colors', 'colour', 'no-color', 'no-colors', 'no-colour'],
    hints: [
      ['', 'Set NO_COLOR=1 or FORCE_COLOR=1 in the environment: colours follow the terminal otherwise.'],
    ],
  },
]

/** What to write instead of an unknown option: by the names of other programs, then by similar names. */
export function hintFor(name: string, options: Options): string {
  const others = otherNames.find(({ names }) => names.includes(name))
  const [, hint] = others?.hints.find(([option]) => option === '' || Object.hasOwn(options, option)) ?? []
  if (hint !== undefined) return hint.startsWith('--') ? `Did you mean ${hint}?` : hint
  // Such as --json for --format json.
  const [of] = Object.entries(options).find(([, { values }]) => values?.includes(name)) ?? []
  if (of !== undefined) return `Did you mean --${of} ${name}?`
  const all = Object.keys(options)
  // Strict, because two changed letters of a short name make another name.
  const guess = nearest(name, [...all, 'help', 'version'], true)
  if (guess !== undefined) return `Did you mean --${guess}?`
  return all.length === 0
    ? 'This command has no options.'
    : `The options are ${all.map((each) => `--${each}`).join(', ')}.`
}
