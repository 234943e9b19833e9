import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { MountedPart } from '../../instance/plan.js'
import { productDefaults } from '../../settings/across-products.js'
import { onHost, type Place as ServerPlace } from '../../settings/folders.js'
import { mountOf } from '../../settings/service.js'
import { settingsOf, variableOf } from '../../settings/settings.js'
import type { PartElsewhere } from '../instance/read-instance.js'
import { absenceOf } from '../is-there.js'

/** The parts of the web assets that are outside of the data folder. */
export interface AssetLayout {
  readonly parts: readonly PartElsewhere[]
  /** Parts that are missing on this host, or in a volume, as sentences. */
  readonly unreachable: readonly string[]
  /** The parts of the assets that are mounted into the container. */
  readonly mounts: readonly MountedPart[]
}

/**
 * Where the settings and the mounts of a server put its web assets.
 *
 * @param folder the data folder on this host, which has the files for settings with a path in the server's data folder
 * @param readsThemesFolder whether the server has a setting for the themes folder: since oCIS 6
 * @param cwd where relative paths start
 */
export function assetLayout(
  server: ServerPlace,
  folder: string,
  readsThemesFolder: boolean,
  cwd: string,
): AssetLayout {
  const { assets, themes: named, data } = settingsOf(server.variables)
  const themesVariable = variableOf('themes', server.variables)
  const themes = readsThemesFolder ? named : undefined
  const dataNames = data === undefined ? Object.values(productDefaults.data) : [data]
  const parts: PartElsewhere[] = []
  const unreachable: string[] = []
  const add = (below: string, setting: string, value: string) => {
    const found = hostPath(server, value, dataNames, folder)
    const at = 'path' in found ? path.resolve(cwd, found.path) : ''
    const absence = absenceOf(at)
    if ('path' in found && absence === undefined) {
      parts.push({ below, at, reason: `${setting} is ${value}` })
      return
    }
    const where =
      'path' in found
        ? at === value && absence?.isCertain
          ? 'which is not on this host'
          : `${at} on this host, which ${absence?.says}`
        : found.problem
    unreachable.push(
      `${setting} is ${value}, ${where}: not inspected. Run this where that folder is, or pass it instead of the data folder.`,
    )
  }
  if (assets !== undefined) add('', 'WEB_ASSET_PATH', assets)
  if (themes !== undefined) add('themes', themesVariable, themes)
  const containers = assets === undefined ? dataNames.map((name) => `${name}/web/assets`) : [assets]
  const holding = new Set(
    [...containers, ...(themes === undefined ? [] : [themes])].flatMap(
      (name) => mountOf(server.mounts, name)?.mount ?? [],
    ),
  )
  const mounts: MountedPart[] = []
  for (const mount of server.mounts) {
    const { source, target, isVolume, isReadOnly } = mount
    const below = placeOfMount(target, containers, themes)
    const absence = isVolume ? undefined : absenceOf(source)
    const isSeen = !isVolume && absence === undefined
    if (isSeen && (below !== undefined || holding.has(mount))) {
      mounts.push({ below: below ?? '', source, target, isReadOnly, isFile: lstatSync(source).isFile() })
    }
    // The folders of the settings are added already.
    if (below === undefined || target === assets || target === themes) continue
    // Apps and the client itself have no themes; deployments mount volumes there.
    if (/^(?:apps|core)(?:\/|$)/.test(below)) continue
    if (isSeen) {
      parts.push({ below, at: source, reason: `${source} is mounted over it` })
      continue
    }
    unreachable.push(
      isVolume
        ? `${target} is in the volume "${source}", whose folder only Docker knows: not inspected. Find it with "docker volume inspect", and migrate that folder.`
        : `${target} is ${source} on this host, which ${absence?.says}: not inspected.`,
    )
  }
  return { parts, unreachable, mounts }
}

/** The part of the assets that a mount replaces; `undefined` for none. */
function placeOfMount(
  target: string,
  containers: readonly string[],
  themes: string | undefined,
): string | undefined {
  const inThemes = themes === undefined ? undefined : belowOf(target, themes, 'themes')
  if (inThemes !== undefined) return inThemes
  const below = containers.map((name) => belowOf(target, name, '')).find((found) => found !== undefined)
  // The settings put the themes into another folder.
  return themes !== undefined && /^themes(?:\/|$)/.test(below ?? '') ? undefined : below
}

/** A path relative to a folder of the server, behind a prefix; `undefined` for one outside of the folder. */
function belowOf(target: string, folder: string, prefix: string): string | undefined {
  const plain = folder.replace(/\/+$/, '')
  if (target === plain) return prefix
  if (!target.startsWith(`${plain}/`)) return undefined
  const rest = target.slice(plain.length + 1)
  return prefix === '' ? rest : `${prefix}/${rest}`
}

/** A path of the server on this host. */
function hostPath(
  server: ServerPlace,
  value: string,
  dataNames: readonly string[],
  folder: string,
): { path: string } | { problem: string } {
  const inData = dataNames.find((name) => belowOf(value, name, '') !== undefined)
  const innermost = mountOf(server.mounts, value)?.mount
  const ofData = inData === undefined ? undefined : mountOf(server.mounts, inData)?.mount
  if (inData !== undefined && innermost === ofData) {
    return { path: path.join(folder, belowOf(value, inData, '') ?? '') }
  }
  const found = onHost(server, value)
  if (found === undefined) return { problem: 'which is only inside the container' }
  if ('path' in found) return found
  return { problem: `which is in the volume "${found.volume}"` }
}
