import { existsSync } from 'node:fs'
import path from 'node:path'
import { SettingsError } from '../../settings/error.js'
import { onHost } from '../../settings/folders.js'
import { hasServiceAccount } from '../../settings/ocis-yaml.js'
import { readSettingsFile } from './fill-project.js'
import type { ServerSettings } from './read-settings.js'

/** Where the container images have their configuration, unless a variable says otherwise. */
const configurationOfImages = '/etc/ocis'

/**
 * Whether `ocis.yaml` of a server has a service account.
 *
 * @param folder the data folder, if known: by default the configuration is in it
 * @returns `undefined` where no such file is found, or it can't be read
 */
export async function accountInConfiguration(
  server: ServerSettings,
  folder: string | undefined,
  cwd: string,
): Promise<boolean | undefined> {
  const named = server.variables['OCIS_CONFIG_DIR'] ?? ''
  const places = named === '' && server.mounts.length === 0 ? [] : [named || configurationOfImages]
  const candidates = places.flatMap((place) => {
    const found = onHost(server, place)
    return found !== undefined && 'path' in found ? [found.path] : []
  })
  if (named === '' && folder !== undefined) candidates.push(path.join(folder, 'config'))
  const file = candidates
    .map((place) => path.resolve(cwd, place, 'ocis.yaml'))
    .find((name) => existsSync(name))
  if (file === undefined) return undefined
  const input = readSettingsFile(file)
  if (!('text' in input)) return undefined
  const { parseYaml } = await import('../../settings/yaml.js')
  try {
    return parseYaml(input.text).some(hasServiceAccount)
  } catch (error) {
    // The server reports the mistake.
    if (error instanceof SettingsError) return undefined
    throw error
  }
}
