import { productDefaults } from './across-products.js'
import { SettingsError } from './error.js'
import { type Mount, mountOf } from './service.js'
import { type Environment, settingsOf } from './settings.js'

/** The settings and mounts of a server. */
export interface Place {
  readonly variables: Environment
  readonly source: string
  /** Empty where the server uses the folders of the host directly. */
  readonly mounts: readonly Mount[]
}

/**
 * The data folder on the host, with a sentence about how it was found where that isn't obvious.
 *
 * @returns `undefined` when the settings name none
 * @throws SettingsError when it isn't mounted, or is in a volume, whose folder only Docker knows
 */
export function dataFolder(place: Place): { folder: string; note?: string } | undefined {
  const { mounts, source } = place
  const { data } = settingsOf(place.variables)
  if (mounts.length === 0) return data === undefined ? undefined : { folder: data }
  const candidates = data === undefined ? Object.values(productDefaults.data) : [data]
  const [found] = candidates.flatMap((inside) => {
    const at = mountOf(mounts, inside)
    return at === undefined ? [] : { inside, ...at }
  })
  if (found === undefined) {
    throw new SettingsError(
      `There is no mount at the data folder ${candidates.join(' or ')} of ${source}. Pass the data folder itself.`,
    )
  }
  const { inside, mount, path: folder } = found
  if (mount.isVolume) {
    throw new SettingsError(
      `The data folder ${inside} of ${source} is the volume "${mount.source}". Find its folder with "docker volume inspect" (Mountpoint; Compose prefixes the volume with the name of the project), and pass that folder.`,
    )
  }
  return { folder, note: `The data folder ${inside} of ${source} is ${folder}.` }
}

/**
 * The path on the host of a path in a setting.
 *
 * @returns the path, or the name of its volume; `undefined` for a path that is only in the container
 */
export function onHost({ mounts }: Place, path: string): { path: string } | { volume: string } | undefined {
  if (mounts.length === 0) return { path }
  const found = mountOf(mounts, path)
  if (found === undefined) return undefined
  if (found.mount.isVolume) return { volume: found.mount.source }
  return { path: found.path }
}
