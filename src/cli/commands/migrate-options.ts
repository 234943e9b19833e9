import { existsSync } from 'node:fs'
import { type TargetId, targets } from '../../index.js'
import type { PlanOptions, WebConfiguration } from '../../instance/plan.js'
import { type InstanceFolder, readInstance } from '../../node/instance/read-instance.js'
import { assetLayout } from '../../node/settings/asset-layout.js'
import type { ServerSettings } from '../../node/settings/read-settings.js'
import { onHost } from '../../settings/folders.js'
import { settingsOf, webOptionsOf } from '../../settings/settings.js'
import type { Arguments } from '../arguments.js'
import type { Surroundings } from './command.js'
import { themeNameChoices } from './shared.js'
import { readWebConfig, readWebOptions } from './web-config.js'

/** What to plan for, and what to say about the settings beside it. */
export function readOptions(
  args: Arguments,
  server: ServerSettings,
  target: TargetId,
  surroundings: Surroundings,
): Omit<PlanOptions, 'settings'> & { settings: PlanOptions['settings']; notes: string[] } {
  const settings = settingsOf(server.variables)
  const themeNames = args.choice('theme-names', themeNameChoices)
  const notes = [...server.notes]
  const web = readConfiguration(args, server, surroundings)
  return {
    notes,
    target,
    settings,
    webOptions: {
      ...(web === undefined ? webOptionsOf(server.variables) : web.options),
      ...readWebOptions(args, surroundings),
    },
    ...(web !== undefined && { web }),
    ...(themeNames !== undefined && { themeNames }),
  }
}

/** The web configuration that is given, or that the settings name: where there is one, it says everything. */
function readConfiguration(
  args: Arguments,
  server: ServerSettings,
  surroundings: Surroundings,
): WebConfiguration | undefined {
  const given = args.text('web-config')
  if (given !== undefined) return readWebConfig(given, surroundings)
  const { configuration } = settingsOf(server.variables)
  if (configuration === undefined) return undefined
  const place = onHost(server, configuration)
  if (place !== undefined && 'path' in place && existsSync(surroundings.place(place.path))) {
    return readWebConfig(place.path, surroundings, 'WEB_UI_CONFIG_FILE')
  }
  const problem = `WEB_UI_CONFIG_FILE is ${configuration}, which is not here. Pass it with --web-config: it contains the theme in use, and links to keep.`
  return { file: configuration, options: {}, problem }
}

/**
 * Reads an instance, wherever the settings put parts of its assets.
 *
 * @returns the instance, what can't be read, and what is mounted into the container of the server
 * @throws NoInstanceError for a folder of something else
 */
export function readServer(
  folder: string,
  server: ServerSettings,
  target: TargetId,
  { place }: Surroundings,
): { instance: InstanceFolder } & Required<Pick<PlanOptions, 'unreachable' | 'mounts'>> {
  const readsThemesFolder = targets[target].servedAssets !== ''
  const { parts, ...known } = assetLayout(server, place(folder), readsThemesFolder, place('.'))
  return { instance: readInstance(folder, place(folder), parts), ...known }
}
