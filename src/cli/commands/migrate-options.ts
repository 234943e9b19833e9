import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { defaultTarget } from '../../index.js'
import type { PlanOptions, WebConfiguration } from '../../instance/plan.js'
import type { InstanceFolder } from '../../node/instance/read-instance.js'
import type { ServerSettings } from '../../node/settings/read-settings.js'
import { onHost } from '../../settings/folders.js'
import { mountOf } from '../../settings/service.js'
import { settingsOf, webOptionsOf } from '../../settings/settings.js'
import { targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import type { Surroundings } from './command.js'
import { readWebConfig, readWebOptions } from './web-config.js'

/** What to plan for, and what to say about the settings beside it. */
export function readOptions(
  args: Arguments,
  server: ServerSettings,
  surroundings: Surroundings,
): Omit<PlanOptions, 'settings'> & { settings: PlanOptions['settings']; notes: string[] } {
  const settings = settingsOf(server.variables)
  const themeNames = args.choice('theme-names', ['keep', 'readable'])
  const notes = [...server.notes]
  const web = readConfiguration(args, server, surroundings)
  return {
    notes,
    target: args.choice('target', targetIds) ?? defaultTarget,
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
  const problem = `WEB_UI_CONFIG_FILE is ${configuration}, which is not here. Give it with --web-config: it says which theme is in use, and has links to take along.`
  return { file: configuration, options: {}, problem }
}

/** What the settings say of folders that the one at hand doesn't show. */
export function foldersElsewhere(
  server: ServerSettings,
  instance: InstanceFolder,
  surroundings: Surroundings,
): string[] {
  const { assets, themes } = settingsOf(server.variables)
  const seen = path.join(instance.root, instance.assets)
  const notes: string[] = []
  const named = [
    ['WEB_ASSET_PATH', assets, seen],
    ['WEB_ASSET_THEMES_PATH', themes, path.join(seen, 'themes')],
  ] as const
  for (const [name, setting, expected] of named) {
    if (setting === undefined) continue
    const place = onHost(server, setting)
    if (place !== undefined && 'path' in place && isSame(surroundings.place(place.path), expected)) continue
    const host =
      place === undefined || !('path' in place) || place.path === setting
        ? ''
        : ` (${place.path} on this host)`
    notes.push(
      `${name} is ${setting}${host}, so the server reads that and not ${expected}: migrate that folder too.`,
    )
  }
  for (const mount of server.mounts) {
    const below = mountOf(server.mounts, path.posix.dirname(mount.target))
    if (below === undefined || below.mount.isVolume || mount.isVolume) continue
    const inside = path.join(below.mount.source, below.below)
    if (!`${path.resolve(inside)}${path.sep}`.startsWith(`${seen}${path.sep}`)) continue
    notes.push(
      `${mount.target} of the container is ${mount.source} on this host, and not in ${seen}: migrate that folder too.`,
    )
  }
  return notes
}

function isSame(folder: string, expected: string): boolean {
  return (
    path.resolve(folder) === path.resolve(expected) ||
    (existsSync(folder) && realpathSync(folder) === expected)
  )
}
