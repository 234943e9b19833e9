import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ComposeFile, ComposeService, EnvironmentFile } from '../../settings/compose.js'
import { assignmentsOf, foreignLines, parseEnvironment } from '../../settings/environment.js'
import { SettingsError } from '../../settings/error.js'
import { InterpolationError, interpolate } from '../../settings/interpolate.js'
import { settingsKind } from '../../settings/kind.js'
import { leavesWebIn, type Mount, named, resolveService } from '../../settings/service.js'
import { chooseService } from '../../settings/services.js'
import { readInput } from '../read-file.js'

/** The variables that a server starts with, and what is known of where it runs. */
export interface ServerSettings {
  readonly variables: Readonly<Record<string, string | undefined>>
  /** What they are from, in words. */
  readonly source: string
  /** The files that they are from, none for those of this process. */
  readonly files: readonly string[]
  /** What is mounted into the container, for compose files. */
  readonly mounts: readonly Mount[]
  /** The services of the compose files that run a part of the server. */
  readonly processes: readonly string[]
  /** What the reader should know beside. */
  readonly notes: readonly string[]
}

/** Where to read from. */
export interface SettingsSources {
  /** Environment files and compose files, told apart by their content. */
  readonly files: readonly string[]
  /** The service of the compose files, where several may be meant. */
  readonly service?: string
  /** The variables of this process. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where relative names start. */
  readonly cwd: string
}

type Environment = Record<string, string | undefined>

/** A file by its name for messages, and where it really is. */
interface Plain {
  readonly file: string
  readonly at: string
  readonly text: string
}

/**
 * Reads the settings of a server: those of this process without files; those of environment files, later over
 * earlier; or those of one service of compose files, whose variables environment files fill as `docker compose
 * --env-file` does.
 *
 * @throws SettingsError for files that can't be read, that are of another kind, or that leave open what is meant
 */
export async function readSettings({
  files,
  service,
  environment,
  cwd,
}: SettingsSources): Promise<ServerSettings> {
  const plain: Plain[] = []
  const composed: Plain[] = []
  const notes: string[] = []
  const yaml = async () => await import('../../settings/compose.js')
  for (const file of files) {
    const at = path.resolve(cwd, file)
    const text = readText(file, '--env-file', at)
    const isPlain = foreignLines(text).length === 0
    const kind = settingsKind(text, isPlain ? () => [] : (await yaml()).parseYaml)
    if (kind.kind === 'other') {
      throw new SettingsError(`--env-file ${file} looks like ${kind.looksLike}. ${kind.instead}`)
    }
    if (kind.kind === 'compose') composed.push({ file, at, text })
    else {
      const [foreign] = foreignLines(text)
      if (foreign !== undefined) {
        notes.push(
          `${file} has lines that set no variable and are passed over, such as ${JSON.stringify(foreign)}.`,
        )
      }
      plain.push({ file, at, text })
    }
  }
  const project = (lookUp: readonly Plain[]) => projectVariables(lookUp, environment)
  if (composed.length === 0) composed.push(...listedFiles(plain, project(plain)))
  if (composed.length > 0) {
    return readCompose(composed, plain, { environment, notes, ...(service !== undefined && { service }) })
  }
  if (service !== undefined) {
    throw new SettingsError('--service names a service of a compose file. Give that file with --env-file.')
  }
  const rest = { files, mounts: [], processes: [], notes }
  if (files.length === 0) return { variables: environment, source: 'this process', ...rest }
  const variables = Object.assign({}, ...plain.map(({ text }) => parseEnvironment(text))) as Environment
  return { variables, source: files.join(', '), ...rest }
}

/** The compose files that an environment file names for Compose. */
function listedFiles(plain: readonly Plain[], variables: Environment): Plain[] {
  const owner = plain.find(({ text }) => assignmentsOf(text).some(({ name }) => name === 'COMPOSE_FILE'))
  const list = variables['COMPOSE_FILE']
  if (owner === undefined || list === undefined) return []
  const folder = path.dirname(owner.at)
  return list
    .split(variables['COMPOSE_PATH_SEPARATOR'] ?? ':')
    .filter((name) => name !== '')
    .map((name) => path.resolve(folder, name))
    .map((file) => ({ file, at: file, text: readText(file, `COMPOSE_FILE of ${owner.file} names`) }))
}

async function readCompose(
  composed: readonly Plain[],
  plain: readonly Plain[],
  { service, environment, notes }: { service?: string; environment: Environment; notes: string[] },
): Promise<ServerSettings> {
  const { mergeCompose, parseCompose } = await import('../../settings/compose.js')
  const folder = path.dirname(composed[0]?.at ?? '')
  const beside = path.join(folder, '.env')
  const filling = plain.length > 0 ? plain : besideCompose(beside)
  const variables = projectVariables(filling, environment)
  const lookUp = { get: (name: string) => variables[name] }
  const find = (file: string, from: ComposeFile): ComposeFile => {
    const found = path.resolve(path.dirname(from.at), file)
    return parseCompose(found, readText(found, `${from.file} extends`), found)
  }
  const parsed = composed.map(({ file, at, text }) => parseCompose(file, text, at))
  for (const { file } of parsed.filter(({ includes }) => includes)) {
    notes.push(`${file} includes other files, which are not read. Give them with --env-file too.`)
  }
  const services = mergeCompose(parsed, find).map((item) => named(item, lookUp))
  const context = {
    variables: lookUp,
    readEnvironmentFile: (file: EnvironmentFile) => readEnvironmentFile(folder, file),
    resolvePath: (name: string) =>
      path.resolve(folder, name.replace(/^~(?=\/|$)/, environment['HOME'] ?? '~')),
  }
  const runsWeb = (item: ComposeService) => leavesWebIn(resolveService(item, context).variables)
  const { service: chosen, processes } = chooseService(services, service, runsWeb)
  const resolved = resolveService(chosen, context)
  for (const variable of new Set(resolved.unset)) {
    notes.push(`${variable} is not set, so Compose takes an empty text for it.`)
  }
  const used = new Set(filling.flatMap(({ text }) => assignmentsOf(text).map(({ name }) => name)))
  const unseen = [...used].filter((name) => /^(?:OCIS|OC|WEB)_/.test(name) && !(name in resolved.variables))
  const unusedByFiles = unseen.filter((name) => !composed.some(({ text }) => text.includes(name)))
  if (unusedByFiles.length > 0) {
    notes.push(
      `The service "${chosen.name}" does not get ${unusedByFiles.join(', ')} of ${filling.map(({ file }) => file).join(', ')}: name them in its "environment", or the file in "env_file".`,
    )
  }
  const files = [...composed, ...filling].map(({ file }) => file)
  const source = `the service "${chosen.name}" of ${composed.map(({ file }) => file).join(', ')}`
  return { variables: resolved.variables, source, files, mounts: resolved.mounts, processes, notes }
}

/** The variables that Compose fills its files with: those of the process over those of its environment files. */
function projectVariables(files: readonly Plain[], environment: Environment): Environment {
  const found: Environment = Object.create(null)
  for (const { file, text } of files) {
    for (const { name, value, isLiteral } of assignmentsOf(text)) {
      found[name] = isLiteral
        ? value
        : filled(file, name, value, (other) => environment[other] ?? found[other])
    }
  }
  return Object.assign(found, environment)
}

function filled(file: string, name: string, text: string, get: (name: string) => string | undefined): string {
  try {
    return interpolate(text, { get })
  } catch (error) {
    // Files of systemd have dollar signs that mean themselves.
    if (error instanceof InterpolationError && error.variable === undefined) return text
    if (error instanceof InterpolationError) throw new SettingsError(`${file}, ${name}: ${error.message}.`)
    throw error
  }
}

function besideCompose(file: string): Plain[] {
  return existsSync(file) ? [{ file, at: file, text: readText(file, 'The compose file stands beside') }] : []
}

function readEnvironmentFile(
  folder: string,
  { path: name, isRequired }: EnvironmentFile,
): string | undefined {
  const file = path.resolve(folder, name)
  const input = readInput(file)
  if ('text' in input) return input.text
  if (!isRequired) return undefined
  throw new SettingsError(
    `The compose file names the env_file ${file}, which can't be read: ${input.problem}`,
  )
}

/** @throws SettingsError that says who named the file */
function readText(file: string, source: string, at = file): string {
  const input = readInput(at)
  if ('text' in input) return input.text
  throw new SettingsError(
    `${source} ${file}${source === '--env-file' ? '' : ', which'} can't be read: ${input.problem}`,
  )
}
