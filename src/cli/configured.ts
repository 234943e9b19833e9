import {
  type Configuration,
  ConfigurationError,
  pathIn,
  readConfiguration,
} from '../node/configuration/read-configuration.js'
import type { Arguments } from './arguments.js'
import type { Surroundings } from './commands/command.js'
import { flag, text } from './option-table.js'
import { UsageError } from './outcome.js'

/** The options for the configuration file. */
export const configurationSwitches = {
  config: text('FILE', 'the configuration file (default: theme-convert.json in the working folder)'),
  'no-config': flag('ignores the configuration file'),
} as const

/** Options that name a file or folder, which a configuration names from its own folder. */
const paths: ReadonlySet<string> = new Set(['assets', 'theme-file'])

const keyOf = (option: string) => option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The arguments of a call with what a configuration file adds: what the call says wins. */
export interface Configured {
  readonly args: Arguments
  readonly configuration: Configuration | undefined
}

/**
 * Adds the configuration file to the arguments of a call.
 *
 * @throws UsageError for a configuration that can't be used
 */
export function configured(args: Arguments, { place }: Pick<Surroundings, 'place'>): Configured {
  const named = args.text('config')
  if (args.flag('no-config')) {
    if (named !== undefined) throw new UsageError('Use either --config or --no-config, not both.')
    return { args, configuration: undefined }
  }
  const configuration = readUsable(place('.'), named)
  return { args: configuration === undefined ? args : withConfiguration(args, configuration), configuration }
}

function readUsable(root: string, named: string | undefined): Configuration | undefined {
  try {
    return readConfiguration(root, named)
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(error.message)
    throw error
  }
}

function withConfiguration(args: Arguments, configuration: Configuration): Arguments {
  const values = configuration.values as Readonly<Record<string, unknown>>
  const own = (option: string): unknown => values[keyOf(option)]
  return {
    text(name) {
      const value = own(name)
      const given = args.text(name)
      if (given !== undefined || value === undefined) return given
      return paths.has(name) ? pathIn(configuration, String(value)) : String(value)
    },
    texts: (name) => [
      // Of two settings of one rule the last counts.
      ...(name === 'rule' ? rulesOf(configuration) : []),
      ...args.texts(name),
    ],
    flag: (name) => args.flag(name) || own(name) === true,
    choice: (name, choices) =>
      args.choice(name, choices) ?? choices.find((candidate) => candidate === own(name)),
    label(name, beside) {
      const decides = beside ?? name
      const isOwn = args.text(decides) === undefined && !args.flag(decides) && own(decides) !== undefined
      if (!isOwn) return args.label(name)
      return beside === undefined ? `"${keyOf(name)}" in ${configuration.file}` : `"${keyOf(name)}"`
    },
    files: args.files,
  }
}

const rulesOf = ({ values }: Configuration) =>
  Object.entries(values.rules ?? {}).map(([code, severity]) => `${code}=${severity}`)
