import { defined } from '../../json/defined.js'
import { readServerSettings } from '../../node/settings/read-settings.js'
import type { ServerSettings } from '../../node/settings/settings-of-server.js'
import { dataFolder } from '../../settings/folders.js'
import { settingsOf, variableOf } from '../../settings/settings.js'
import { type Arguments, formerly } from '../arguments.js'
import { text } from '../option-table.js'
import { UsageError } from '../outcome.js'
import type { Surroundings } from './command.js'

/** The options for the settings of the server. */
export const settingsSwitches = {
  settings: {
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
 * @throws SettingsError for files that can't be read, and where it isn't clear which service is meant
 */
export async function serverSettingsOf(
  args: Arguments,
  { environment, place }: Surroundings,
): Promise<ServerSettings> {
  const sources = {
    files: args.texts('settings'),
    service: args.text('service'),
    environment,
    cwd: place('.'),
  }
  const server = await readServerSettings(defined(sources))
  return args.texts(formerly.settings).length === 0
    ? server
    : { ...server, notes: [...server.notes, renamed] }
}

const renamed =
  'Write --settings instead of --env-file: Node has an option of that name, too, and takes NODE_OPTIONS from the file.'

/**
 * The data folder of the call, else the one of the settings.
 *
 * @throws UsageError for several folders, SettingsError where the settings leave it open
 */
export function namedFolder(
  args: Arguments,
  server: ServerSettings,
): { folder: string; note?: string } | undefined {
  const [folder, ...others] = args.files
  if (others.length > 0) throw new UsageError('Pass only one data folder, such as /var/lib/ocis.')
  return folder === undefined ? dataFolder(server) : { folder }
}

/** A problem with the data folder of the settings, with where its path is from: it may be one in a container. */
export function problemOfSettings(problem: string, { mounts, source, variables }: ServerSettings): string {
  // With mounts, a note says what the folder is on this host.
  if (mounts.length > 0 || settingsOf(variables).data === undefined) return problem
  return `${problem} The path is ${variableOf('data', variables)} of ${source}. If the server runs in a container or on another host, pass its data folder on this host.`
}
