import { optionWords } from '../findings/option-words.js'
import type { ComposeService, EnvironmentFile } from './compose.js'
import { assignmentsOf } from './environment.js'
import { SettingsError } from './error.js'
import { InterpolationError, interpolate, interpolateIfPossible, type Variables } from './interpolate.js'
import type { Environment } from './settings.js'

/** A folder or file of the host, or a volume of Docker, that is mounted into a container. */
export interface Mount {
  /** The path on the host, or the name of the volume. */
  readonly source: string
  readonly isVolume: boolean
  /** The path in the container. */
  readonly target: string
  readonly isReadOnly: boolean
}

/** The interpolated variables and mounts of a service. */
export interface ResolvedService {
  readonly variables: Readonly<Record<string, string>>
  readonly mounts: readonly Mount[]
  /** Variables without a value, each with its place. Compose uses an empty string for them. */
  readonly unset: readonly string[]
}

/** What interpolation needs from the caller, who reads files. */
export interface ServiceContext {
  readonly variables: Variables
  /** The text of an environment file; `undefined` for an optional one that is missing. */
  readEnvironmentFile(file: EnvironmentFile): string | undefined
  /** Resolves a path of a compose file, from the folder where its relative paths start. */
  resolvePath(path: string, folder: string): string
}

/** Interpolates image and command. */
export function interpolated(service: ComposeService, variables: Variables): ComposeService {
  const inWords = (words: readonly string[] | undefined) =>
    words?.map((word) => interpolateIfPossible(word, variables))
  return {
    ...service,
    image: service.image === undefined ? undefined : interpolateIfPossible(service.image, variables),
    entrypoint: inWords(service.entrypoint),
    command: inWords(service.command),
  }
}

/**
 * The variables and the mounts of a service.
 *
 * @throws SettingsError for a required variable that isn't set
 */
export function resolveService(service: ComposeService, context: ServiceContext): ResolvedService {
  const found: Record<string, string> = Object.create(null)
  const unset: string[] = []
  const fill = (text: string, place: string, lookUp: (name: string) => string | undefined) => {
    try {
      const missing = (name: string, hasBraces: boolean) =>
        unset.push(
          hasBraces ? `${name} (in ${place})` : `What follows a $ in ${place} (for a dollar sign, write $$)`,
        )
      return interpolate(text, { get: lookUp, missing })
    } catch (error) {
      if (!(error instanceof InterpolationError)) throw error
      const cure =
        error.variable === undefined
          ? 'Correct the compose file.'
          : `Pass the file that sets it with ${optionWords('settings')}, in addition to the compose files.`
      throw new SettingsError(`The service "${service.name}", ${place}: ${error.message}. ${cure}`)
    }
  }
  const project = (name: string) => context.variables.get(name)
  for (const file of service.environmentFiles) {
    const path = fill(file.path, 'env_file', project)
    const text = context.readEnvironmentFile({ ...file, path })
    for (const { name, value, isLiteral } of text === undefined ? [] : assignmentsOf(text)) {
      const isFinal = isLiteral || file.isRaw
      found[name] = isFinal ? value : fill(value, name, (other) => project(other) ?? found[other])
    }
  }
  for (const [name, value] of service.environment) {
    const set = value === null ? project(name) : fill(value, name, project)
    if (set === undefined) delete found[name]
    else found[name] = set
  }
  const mounts = service.volumes.map(({ source, folder, target, isReadOnly }): Mount => {
    const from = fill(source, 'volumes', project)
    const isVolume = !/^[./~\\]|^[A-Za-z]:[\\/]/.test(from)
    return {
      source: isVolume ? from : context.resolvePath(from, folder),
      isVolume,
      target: fill(target, 'volumes', project).replace(/(?<=.)\/+$/, ''),
      isReadOnly,
    }
  })
  return { variables: found, mounts, unset }
}

/** Whether a server runs one of its services, according to its variables. */
export function runsService(service: string, variables: Environment): boolean {
  const listed = (name: string) => {
    const text = variables[`OCIS_${name}`] ?? variables[`OC_${name}`] ?? ''
    return text.split(',').map((item) => item.trim())
  }
  const only = listed('RUN_SERVICES').filter((item) => item !== '')
  return (only.length === 0 || only.includes(service)) && !listed('EXCLUDE_RUN_SERVICES').includes(service)
}

/**
 * The innermost mount with a path of a container.
 *
 * @returns the mount, and the path on the host
 */
export function mountOf(mounts: readonly Mount[], path: string): { mount: Mount; path: string } | undefined {
  const holds = ({ target }: Mount) => path === target || path.startsWith(target === '/' ? '/' : `${target}/`)
  const [mount] = mounts.filter(holds).sort((a, b) => b.target.length - a.target.length)
  if (mount === undefined) return undefined
  const below = path.slice(mount.target.length).replace(/^\/+/, '')
  return { mount, path: below === '' ? mount.source : `${mount.source}/${below}` }
}
