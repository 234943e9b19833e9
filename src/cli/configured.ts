import { type Configuration, pathIn, readConfiguration } from '../node/configuration/read-configuration.js'
import type { Arguments } from './arguments.js'
import type { Surroundings } from './commands/command.js'
import { keyOf } from './option-table.js'
import { UsageError } from './outcome.js'

/** Options with a path, which in the configuration file is relative to its folder. */
const paths: ReadonlySet<string> = new Set(['assets', 'theme-file'])

/** The arguments of a call, completed from the configuration file; what the call sets wins. */
export interface Configured {
  readonly args: Arguments
  readonly configuration: Configuration | undefined
}

/**
 * Adds the configuration file to the arguments of a call.
 *
 * @throws UsageError for contradicting options, ConfigurationError for a configuration that can't be used
 */
export function configured(args: Arguments, { place }: Pick<Surroundings, 'place'>): Configured {
  const named = args.text('config')
  if (args.flag('no-config')) {
    if (named !== undefined) throw new UsageError('Use either --config or --no-config, not both.')
    return { args, configuration: undefined }
  }
  const configuration = readConfiguration(place('.'), named)
  return { args: configuration === undefined ? args : withConfiguration(args, configuration), configuration }
}

function withConfiguration(args: Arguments, configuration: Configuration): Arguments {
  const values = configuration.values as Readonly<Record<string, unknown>>
  const configuredValue = (option: string): unknown => values[keyOf(option)]
  return {
    text(name) {
      const value = configuredValue(name)
      const given = args.text(name)
      if (given !== undefined || value === undefined) return given
      return paths.has(name) ? pathIn(configuration, String(value)) : String(value)
    },
    texts: (name) => [
      // The last setting of a rule counts, so those of the call come after these.
      ...(name === 'rule' ? rulesOf(configuration) : []),
      ...args.texts(name),
    ],
    flag: (name) => args.flag(name) || configuredValue(name) === true,
    choice: (name, choices) =>
      args.choice(name, choices) ?? choices.find((candidate) => candidate === configuredValue(name)),
    label(name, beside) {
      const decides = beside ?? name
      const isConfigured =
        args.text(decides) === undefined && !args.flag(decides) && configuredValue(decides) !== undefined
      if (!isConfigured) return args.label(name)
      return beside === undefined ? `"${keyOf(name)}" in ${configuration.file}` : `"${keyOf(name)}"`
    },
    files: args.files,
  }
}

const rulesOf = ({ values }: Configuration) =>
  Object.entries(values.rules ?? {}).map(([code, severity]) => `${code}=${severity}`)
