import path from 'node:path'
import { SettingsError } from '../../settings/error.js'
import { onHost } from '../../settings/folders.js'
import { hasServiceAccount, webIn } from '../../settings/ocis-yaml.js'
import { isSet } from '../../settings/settings.js'
import { type FileSetting, settingsInYaml } from '../../settings/web-yaml.js'
import { kindAt } from '../is-there.js'
import { isFailure } from '../system-errors.js'
import { type Plain, readSettingsFile } from './fill-project.js'
import type { ServerSettings } from './settings-of-server.js'

/** Where the products have their configuration: the variable, the folder in their images, and their main file. */
const products = [
  { variable: 'OCIS_CONFIG_DIR', inImages: '/etc/ocis', main: 'ocis.yaml' },
  { variable: 'OC_CONFIG_DIR', inImages: '/etc/opencloud', main: 'opencloud.yaml' },
] as const

/** A server, with what tells its files. */
interface ConfiguredServer {
  readonly server: ServerSettings
  /** The data folder, if known: by default the configuration is in it. */
  readonly folder: string | undefined
  readonly cwd: string
}

/** The place of a configuration file on this host; `undefined` where none is known to be. */
function placeOf(
  { server, folder, cwd }: ConfiguredServer,
  nameFor: (product: (typeof products)[number]) => string,
): string | undefined {
  const candidates = products.flatMap((product) => {
    const { variable, inImages } = product
    const named = isSet(server.variables, variable) ? server.variables[variable] : undefined
    const inside = named ?? (server.mounts.length > 0 ? inImages : undefined)
    if (inside === undefined) return []
    const found = onHost(server, path.posix.join(inside, nameFor(product)))
    return found !== undefined && 'path' in found ? [found.path] : []
  })
  const isNamed = products.some(({ variable }) => isSet(server.variables, variable))
  const inData = products.map((product) => path.join(folder ?? '', 'config', nameFor(product)))
  return [...candidates, ...(isNamed || folder === undefined ? [] : inData)].find((name) =>
    isThere(path.resolve(cwd, name)),
  )
}

/** Whether a file is there, or in a folder that can't be looked into. @throws the error of the system when a disk fails */
function isThere(file: string): boolean {
  try {
    return kindAt(file) !== undefined
  } catch (error) {
    if (isFailure(error)) throw error
    return true
  }
}

/** The documents of a YAML file, or why it can't be read. */
async function documentsIn(at: string): Promise<readonly unknown[] | { readonly problem: string }> {
  const input = readSettingsFile(at)
  if (!('text' in input)) {
    if (input.failure !== undefined) throw input.failure
    return { problem: input.problem }
  }
  const { parseYaml } = await import('../../settings/yaml.js')
  try {
    return parseYaml(input.text)
  } catch (error) {
    if (error instanceof SettingsError) return { problem: `not valid YAML, ${error.message}.` }
    throw error
  }
}

/**
 * Whether `ocis.yaml` of a server has a service account.
 *
 * @returns `undefined` where no such file is found, or it can't be read
 */
export async function accountInConfiguration(configured: ConfiguredServer): Promise<boolean | undefined> {
  const file = placeOf(configured, ({ main }) => main)
  const found = file === undefined ? undefined : await documentsIn(path.resolve(configured.cwd, file))
  // The server reports a mistake.
  return found === undefined || 'problem' in found ? undefined : found.some(hasServiceAccount)
}

/**
 * Adds the settings in `web.yaml`, and in `web` of `ocis.yaml`, which the variables of the server leave open.
 *
 * @param given files that the caller has read already, instead of those of the server
 */
export async function withConfiguration(
  configured: ConfiguredServer,
  given: readonly Plain[] = [],
): Promise<ServerSettings> {
  const { cwd } = configured
  let { server } = configured
  if (server.configurations !== undefined) return server
  const files = given.map(({ file, at }) => ({ file, at, inside: (document: unknown) => document }))
  if (given.length === 0) {
    for (const [nameFor, inside] of [
      [() => 'web.yaml', (document: unknown) => document],
      [({ main }: (typeof products)[number]) => main, webIn],
    ] as const) {
      const file = placeOf(configured, nameFor)
      if (file !== undefined) files.push({ file, at: path.resolve(cwd, file), inside })
    }
  }
  for (const { file, at, inside } of files) {
    const found = await documentsIn(at)
    if ('problem' in found) {
      const problem = `${file} can't be read: ${found.problem} The theme in use and options of the web client may be in it.`
      server = { ...server, unseen: [...(server.unseen ?? []), problem] }
      continue
    }
    const settings = found.flatMap((document) => settingsInYaml(inside(document), server.variables))
    server = withSettings(server, file, settings)
  }
  return files.length === 0 ? server : { ...server, configurations: files.map(({ file }) => file) }
}

/** Adds settings of a file, as if they were variables of the process that runs the web service. */
export function withSettings(
  server: ServerSettings,
  file: string,
  settings: readonly FileSetting[],
): ServerSettings {
  if (settings.length === 0) return server
  const { variables, processes, service, places, notes } = server
  const added = Object.fromEntries(settings.map(({ variable, value }) => [variable, value]))
  const said = settings.map(({ variable, key }) => `${key} counts as ${variable}`).join(', ')
  return {
    ...server,
    variables: { ...variables, ...added },
    processes: processes.map((each) =>
      each.name === service ? { ...each, variables: { ...each.variables, ...added } } : each,
    ),
    places: {
      ...places,
      ...Object.fromEntries(settings.map(({ variable, key }) => [variable, `${key} in ${file}`])),
    },
    notes: [...notes, `${file} is read, too: ${said}.`],
  }
}
