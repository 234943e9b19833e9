import { readSettings, type ServerSettings } from '../../node/settings/read-settings.js'
import { SettingsError } from '../../settings/error.js'
import { dataFolder } from '../../settings/folders.js'
import type { Arguments } from '../arguments.js'
import { text } from '../options.js'
import { UsageError } from '../outcome.js'
import type { Surroundings } from './command.js'

/** The options that say what the settings of the server are. */
export const settingsSwitches = {
  'env-file': {
    ...text(
      'FILE',
      'the settings of the server, if not those of this process: environment files, compose files with their .env, systemd environment files',
    ),
    multiple: true,
  },
  service: text('NAME', 'the service of the compose files that runs the server'),
} as const

/**
 * Reads the settings of the server.
 *
 * @throws UsageError for files that can't be read, or leave open what is meant
 */
export async function readServerSettings(
  args: Arguments,
  { environment, place }: Surroundings,
): Promise<ServerSettings> {
  const service = args.text('service')
  return await asUsage(() =>
    readSettings({
      files: args.texts('env-file'),
      environment,
      cwd: place('.'),
      ...(service !== undefined && { service }),
    }),
  )
}

/**
 * The one data folder that is named, or that the settings name.
 *
 * @throws UsageError for several, and where it can't be known
 */
export async function namedFolder(
  args: Arguments,
  server: ServerSettings,
): Promise<{ folder: string; note?: string } | undefined> {
  const [folder, ...others] = args.files
  if (others.length > 0) throw new UsageError('Pass only one data folder, such as /var/lib/ocis.')
  return folder === undefined ? await asUsage(() => dataFolder(server)) : { folder }
}

async function asUsage<Value>(read: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SettingsError) throw new UsageError(error.message)
    throw error
  }
}
