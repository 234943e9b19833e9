import path from 'node:path'
import { type ComposeFile, type ComposeService, mergeCompose, parseCompose } from '../../settings/compose.js'
import { SettingsError } from '../../settings/error.js'
import { interpolateIfPossible } from '../../settings/interpolate.js'
import { interpolated } from '../../settings/service.js'
import type { Environment } from '../../settings/settings.js'
import { besideCompose, type Plain, projectVariables, readText } from './fill-project.js'

/** A compose project: its files with the included ones, and their variables. */
export interface Project {
  readonly services: readonly ComposeService[]
  /** The values for variables in its files. */
  readonly variables: Environment
  /** The environment files with these values. */
  readonly filling: readonly Plain[]
  /** The compose files, included ones, too. */
  readonly files: readonly Plain[]
}

/**
 * Merges compose files and the files that they include, as Compose does: included files are projects with their own
 * paths and `.env`, and the files that include them win.
 *
 * @param plain the environment files with the values for variables; without any, `.env` beside the first compose file
 * @throws SettingsError for files that can't be read, or that include themselves
 */
export function readProject(
  composed: readonly Plain[],
  plain: readonly Plain[],
  environment: Environment,
): Project {
  const folder = path.dirname(composed[0]?.at ?? '')
  const filling = plain.length > 0 ? plain : besideCompose(folder)
  const found: Found = { files: [], filling: [...filling], parsed: [], variables: {} }
  const variables = projectVariables(filling, environment)
  for (const file of composed) include(file, folder, variables, found, [])
  const all = Object.assign(Object.create(null), found.variables, variables) as Environment
  const find = (file: string, from: ComposeFile): ComposeFile => {
    const name = interpolateIfPossible(file, { get: (name) => all[name] })
    const at = path.resolve(path.dirname(from.at), name)
    return parseCompose(at, readText(at, `${from.file} extends`), at, path.dirname(at))
  }
  const services = mergeCompose(found.parsed, find).map((service) =>
    interpolated(service, { get: (name) => all[name] }),
  )
  return { services, variables: all, filling: found.filling, files: found.files }
}

interface Found {
  readonly files: Plain[]
  readonly filling: Plain[]
  readonly parsed: ComposeFile[]
  /** The variables of included projects; those of the project win. */
  readonly variables: Environment
}

function include(
  { file, at, text }: Plain,
  folder: string,
  variables: Environment,
  found: Found,
  on: readonly string[],
): void {
  if (on.includes(at)) throw new SettingsError(`${file} includes itself.`)
  const parsed = parseCompose(file, text, at, folder)
  for (const inclusion of parsed.includes) {
    const fill = (text: string) =>
      path.resolve(folder, interpolateIfPossible(text, { get: (name) => variables[name] }))
    const paths = inclusion.paths.map(fill)
    const below = inclusion.folder === undefined ? path.dirname(paths[0] ?? folder) : fill(inclusion.folder)
    const beside = inclusion.environmentFiles?.map(fill).map((name) => plainFile(name, file))
    const filling = beside ?? besideCompose(below)
    found.filling.push(...filling)
    const own = projectVariables(filling, variables)
    Object.assign(found.variables, own, found.variables)
    for (const name of paths) include(plainFile(name, file), below, own, found, [...on, at])
  }
  found.files.push({ file, at, text })
  found.parsed.push(parsed)
}

const plainFile = (at: string, from: string): Plain => ({
  file: at,
  at,
  text: readText(at, `${from} includes`),
})
