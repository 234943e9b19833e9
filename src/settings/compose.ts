import { isObject, own, ownObject } from '../json/value.js'
import { SettingsError } from './error.js'
import { type Inclusion, inclusionsOf } from './inclusions.js'
import { Override, parseYaml, RESET } from './yaml.js'

/** A service of the compose files, before interpolation. */
export interface ComposeService {
  readonly name: string
  readonly image: string | undefined
  /** Whether Compose builds its image. */
  readonly isBuilt: boolean
  /** The profiles that start it; empty for a service that always starts. */
  readonly profiles: readonly string[]
  /** The words of `entrypoint` and `command`; `undefined` for those of the image. */
  readonly entrypoint: readonly string[] | undefined
  readonly command: readonly string[] | undefined
  /** `null` for a variable whose value Compose takes from its own environment. */
  readonly environment: ReadonlyMap<string, string | null>
  readonly environmentFiles: readonly EnvironmentFile[]
  readonly volumes: readonly ComposeVolume[]
}

export interface EnvironmentFile {
  readonly path: string
  /** The folder where a relative path starts. */
  readonly folder: string
  readonly isRequired: boolean
  /** Whether its values are not interpolated. */
  readonly isRaw: boolean
}

export interface ComposeVolume {
  /** A path of the host, or the name of a volume. */
  readonly source: string
  /** The folder where a relative path starts. */
  readonly folder: string
  readonly target: string
  readonly isReadOnly: boolean
}

/** The services of one compose file, before the merge. */
export interface ComposeFile {
  readonly file: string
  readonly at: string
  /** Where relative paths in it start. */
  readonly folder: string
  readonly services: Readonly<Record<string, unknown>>
  readonly includes: readonly Inclusion[]
}

/** The longest chain of services that extend one another. */
const MOST_EXTENSIONS = 100

/**
 * Reads a compose file.
 *
 * @param file its name for messages
 * @param at its absolute path
 * @param folder where relative paths in it start
 * @throws SettingsError unless it is a compose file
 */
export function parseCompose(file: string, text: string, at: string, folder: string): ComposeFile {
  const document = parsed(file, text)
  const services = isObject(document) ? ownObject(document, 'services') : undefined
  const includes = isObject(document) ? inclusionsOf(file, own(document, 'include')) : []
  if (services === undefined && includes.length === 0) {
    throw new SettingsError(`${file} has no services.`)
  }
  return { file, at, folder, services: services ?? {}, includes }
}

function parsed(file: string, text: string): unknown {
  try {
    return parseYaml(text)[0]
  } catch (error) {
    if (error instanceof SettingsError) throw new SettingsError(`${file} is not valid YAML, ${error.message}`)
    throw error
  }
}

/** Reads the file of a service that another one extends. */
export type FindFile = (file: string, from: ComposeFile) => ComposeFile

/**
 * The services of several compose files, later over earlier, as Compose merges them: variables by name, environment
 * files and volumes one after another, image and command as a whole.
 *
 * @throws SettingsError for a service with a mistake
 */
export function mergeCompose(files: readonly ComposeFile[], find: FindFile): ComposeService[] {
  const names = [...new Set(files.flatMap(({ services }) => Object.keys(services)))]
  return names.map((name) => {
    const parts = files.flatMap((file) =>
      Object.hasOwn(file.services, name) ? [extended(file, name, find, [])] : [],
    )
    return parts.reduce(overlay, empty(name))
  })
}

const empty = (name: string): ComposeService => ({
  name,
  image: undefined,
  isBuilt: false,
  profiles: [],
  entrypoint: undefined,
  command: undefined,
  environment: new Map(),
  environmentFiles: [],
  volumes: [],
})

/** The change that a service of one file is, with the services that it extends. */
function extended(file: ComposeFile, name: string, find: FindFile, seen: readonly string[]): Change {
  const here = `${file.file} ${name}`
  if (seen.includes(here)) throw new SettingsError(`${file.file}: the service "${name}" extends itself.`)
  if (seen.length > MOST_EXTENSIONS)
    throw new SettingsError(
      `${file.file}: more than ${MOST_EXTENSIONS} services extend one another in a row.`,
    )
  const service = file.services[name]
  if (!isObject(service)) throw new SettingsError(`${file.file}: the service "${name}" is not a map.`)
  const change = changeOf(file, name, service)
  const extension = service['extends']
  if (extension === undefined || extension === null) return change
  const [base, from] = isObject(extension)
    ? [extension['service'], extension['file']]
    : [extension, undefined]
  const other = typeof from === 'string' ? find(from, file) : file
  if (typeof base !== 'string' || !Object.hasOwn(other.services, base)) {
    throw new SettingsError(
      `${file.file}: the service "${name}" extends "${String(base)}", which is not in ${other.file}.`,
    )
  }
  const below = extended(other, base, find, [...seen, here])
  return (service) => change(below(service))
}

type Change = (service: ComposeService) => ComposeService
const overlay = (service: ComposeService, change: Change) => change(service)

/** The change that one part of a service makes to the parts before it. */
function changeOf(
  { file, folder }: ComposeFile,
  name: string,
  part: Readonly<Record<string, unknown>>,
): Change {
  const fail = (key: string): never => {
    throw new SettingsError(`${file}: "${key}" of the service "${name}" has an unknown form.`)
  }
  const value = <Value>(key: string, before: Value, read: (raw: unknown) => Value | undefined): Value => {
    const raw = part[key]
    if (raw === undefined || raw === null) return before
    return read(raw) ?? fail(key)
  }
  /** A value that is merged from all parts. */
  const joined = <Value>(
    key: string,
    before: Value,
    none: Value,
    read: (raw: unknown) => Value | undefined,
    join: (lower: Value, higher: Value) => Value,
  ): Value =>
    value(key, before, (raw) => {
      if (raw === RESET) return none
      if (raw instanceof Override) return read(raw.value)
      const higher = read(raw)
      return higher === undefined ? undefined : join(before, higher)
    })
  const plain = (raw: unknown) => (typeof raw === 'string' ? raw : undefined)
  return (before) => ({
    name,
    image: part['image'] === RESET ? undefined : value<string | undefined>('image', before.image, plain),
    isBuilt: part['build'] !== RESET && (before.isBuilt || (part['build'] ?? null) !== null),
    profiles: joined('profiles', before.profiles, [], textsOf, (lower, higher) => [...lower, ...higher]),
    entrypoint: value<readonly string[] | undefined>('entrypoint', before.entrypoint, wordsOf),
    command: value<readonly string[] | undefined>('command', before.command, wordsOf),
    environment: joined('environment', before.environment, new Map(), environmentOf, (lower, higher) => {
      const removed = resetIn(part['environment'])
      return new Map([...lower, ...higher].filter(([name]) => !removed.includes(name)))
    }),
    environmentFiles: joined(
      'env_file',
      before.environmentFiles,
      [],
      environmentFilesOf(folder),
      (lower, higher) => [...lower, ...higher],
    ),
    volumes: joined('volumes', before.volumes, [], volumesOf(folder), (lower, higher) => [
      ...lower.filter(({ target }) => !higher.some((volume) => volume.target === target)),
      ...higher,
    ]),
  })
}

function wordsOf(raw: unknown): string[] | undefined {
  if (raw === RESET) return []
  if (raw instanceof Override) return wordsOf(raw.value)
  if (typeof raw === 'string') return raw.split(/\s+/).filter((word) => word !== '')
  return Array.isArray(raw) ? raw.map(String) : undefined
}

const textsOf = (raw: unknown) => (Array.isArray(raw) ? raw.map(String) : undefined)

function environmentOf(raw: unknown): Map<string, string | null> | undefined {
  if (Array.isArray(raw)) {
    return new Map(
      raw.map((item): [string, string | null] => {
        const text = String(item)
        const equals = text.indexOf('=')
        return equals === -1 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)]
      }),
    )
  }
  if (!isObject(raw)) return undefined
  return new Map(
    Object.entries(raw as Record<string, unknown>)
      .filter(([, value]) => value !== (RESET as unknown))
      .map(([name, value]) => [name, value === null ? null : String(value)]),
  )
}

/** The variables with the tag `!reset`. */
function resetIn(raw: unknown): string[] {
  const entries: [string, unknown][] = isObject(raw) ? Object.entries(raw) : []
  return entries.flatMap(([name, value]) => (value === RESET ? [name] : []))
}

const environmentFilesOf =
  (folder: string) =>
  (raw: unknown): EnvironmentFile[] | undefined => {
    const list: unknown[] = Array.isArray(raw) ? raw : [raw]
    const files = list.flatMap((item): EnvironmentFile[] => {
      if (typeof item === 'string') return [{ path: item, folder, isRequired: true, isRaw: false }]
      if (!isObject(item) || typeof item['path'] !== 'string') return []
      return [
        {
          path: item['path'],
          folder,
          isRequired: item['required'] !== false,
          isRaw: item['format'] === 'raw',
        },
      ]
    })
    return files.length === list.length ? files : undefined
  }

const volumesOf =
  (folder: string) =>
  (raw: unknown): ComposeVolume[] | undefined => {
    if (!Array.isArray(raw)) return undefined
    return raw.flatMap((item: unknown): ComposeVolume[] => {
      if (typeof item === 'string') {
        // A colon in a variable, or behind a Windows drive, is not a separator.
        const parts = item.match(/(?:\$\{[^}]*\}|^[A-Za-z]:(?=[\\/])|[^:])+/g) ?? []
        const [source, target, mode = ''] = parts
        if (source === undefined || target === undefined) return []
        return [{ source, folder, target, isReadOnly: mode.split(',').includes('ro') }]
      }
      if (!isObject(item) || typeof item['source'] !== 'string' || typeof item['target'] !== 'string')
        return []
      return [
        { source: item['source'], folder, target: item['target'], isReadOnly: item['read_only'] === true },
      ]
    })
  }
