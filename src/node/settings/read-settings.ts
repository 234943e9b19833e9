import path from 'node:path'
import {
  aFolder,
  aString,
  assertOptions,
  checkThat,
  isPath,
  type OptionChecks,
} from '../../findings/assert-options.js'
import { optionWords } from '../../findings/option-words.js'
import { defined } from '../../json/defined.js'
import { isObject } from '../../json/value.js'
import type { ComposeService, EnvironmentFile } from '../../settings/compose.js'
import {
  assignmentsOf,
  firstForeignLine,
  foreignLines,
  parseEnvironment,
} from '../../settings/environment.js'
import { SettingsError } from '../../settings/error.js'
import { settingsKind } from '../../settings/kind.js'
import { resolveService, runsService, type ServiceContext } from '../../settings/service.js'
import { chooseService, type ServerPart, type ServerProcess } from '../../settings/services.js'
import type { Environment } from '../../settings/settings.js'
import { allComposeFiles } from './compose-files.js'
import { type Plain, readSettingsFile, readText } from './fill-project.js'
import { withConfiguration } from './read-yaml-settings.js'
import type { ServerSettings } from './settings-of-server.js'

/** Where to read from. */
export interface SettingsSources {
  /** Environment files and compose files, told apart by their content; without any, `environment` is the settings. */
  readonly files?: readonly string[]
  /** The service of the compose files that runs the server, where several may be meant. */
  readonly service?: string
  /** The variables of this process, such as `process.env`; none unless given. Compose files can refer to them. */
  readonly environment?: Environment
  /** Where relative names start; the current folder unless given. */
  readonly cwd?: string
}

/** No system gives a variable a NUL character. */
const isVariable = (value: unknown) =>
  value === undefined || (typeof value === 'string' && !value.includes('\0'))

const sourceChecks: OptionChecks<SettingsSources> = {
  files: checkThat((value) => Array.isArray(value) && value.every(isPath), 'a list of files'),
  service: aString,
  environment: checkThat(
    (value) => isObject(value) && Object.values(value).every(isVariable),
    'an object with the texts of variables, such as process.env',
  ),
  cwd: aFolder,
}

/**
 * Reads the settings of a server: from environment files, of which later ones win; from one service of compose files,
 * with the values for their variables in environment files, as for `docker compose --env-file`; or, without files, from
 * the variables of this process. Messages of errors name the files as the command does (`--settings`).
 *
 * @param sources the files, or the variables
 * @returns the variables of the server, and the mounts of its container
 * @throws TypeError for a wrong call, SettingsError for files that can't be read or are of another kind, and where it
 *   isn't clear which service is meant
 *
 * @example
 * const server = await readServerSettings({ files: ['docker-compose.yml', '.env'], environment: process.env })
 * const plan = await planMigration('/srv/ocis-data', { server })
 */
export async function readServerSettings(sources: SettingsSources): Promise<ServerSettings> {
  assertOptions(sources, sourceChecks)
  const { files = [], service, environment = {}, cwd = process.cwd() } = sources
  const plain: Plain[] = []
  const composed: Plain[] = []
  const configurations: Plain[] = []
  const notes: string[] = []
  const yaml = async () => await import('../../settings/yaml.js')
  for (const file of files) {
    const at = path.resolve(cwd, file)
    const text = readText(file, '--settings', at)
    const isPlain = foreignLines(text).length === 0
    const kind = settingsKind(text, isPlain ? () => [] : (await yaml()).parseYaml)
    if (kind.kind === 'other') {
      throw new SettingsError(`--settings ${file} looks like ${kind.looksLike}. ${kind.instead}`)
    }
    if (kind.kind === 'compose') composed.push({ file, at, text })
    else if (kind.kind === 'web') configurations.push({ file, at, text })
    else {
      const foreign = firstForeignLine(text)
      if (foreign !== undefined) {
        notes.push(`${file} has lines without a variable, which are ignored, such as line ${foreign}.`)
      }
      plain.push({ file, at, text })
    }
  }
  const { files: compose, note } = allComposeFiles(composed, plain, environment)
  if (note !== undefined) notes.push(note)
  if (compose.length > 0) {
    const composing = await readCompose(compose, plain, { service, environment, notes, cwd })
    return await withConfiguration({ server: composing, folder: undefined, cwd }, configurations)
  }
  if (service !== undefined) {
    throw new SettingsError(
      `--service names a service of a compose file. Pass that file with ${optionWords('settings')}.`,
    )
  }
  const isGiven = files.length > 0
  const variables = isGiven
    ? (Object.assign({}, ...plain.map(({ text }) => parseEnvironment(text))) as Environment)
    : environment
  const source = isGiven ? files.join(', ') : 'this process'
  const processes = [{ variables, runsNats: true }]
  const gap = isGiven ? gapIn(plain, variables) : undefined
  const isWhole = isGiven && gap === undefined
  const server = defined({ variables, source, files, mounts: [], processes, isWhole, gap, notes })
  return await withConfiguration({ server, folder: undefined, cwd }, configurations)
}

/** Why environment files are not known to be all settings of a server, as a sentence. */
function gapIn(plain: readonly Plain[], variables: Environment): string | undefined {
  const names = plain.map(({ file }) => file).join(', ')
  if (plain.length === 0)
    return 'web.yaml has only settings of the web service. Pass the environment of the server, too.'
  if (Object.keys(variables).length === 0)
    return `${names} sets no variables. Check that it is the right file.`
  const unread = plain.find(({ text }) => foreignLines(text).some((line) => variableName.test(line)))
  if (unread === undefined) return undefined
  return `${unread.file} has lines that name variables in another notation, which were not read. Write them as NAME=value.`
}

/** A variable in the names of which servers have an underscore. */
const variableName = /\b[A-Z][A-Z\d]*_[A-Z\d_]+\b/

async function readCompose(
  composed: readonly Plain[],
  plain: readonly Plain[],
  {
    service,
    environment,
    notes,
    cwd,
  }: { service: string | undefined; environment: Environment; notes: string[]; cwd: string },
): Promise<ServerSettings> {
  const { readProject } = await import('./read-project.js')
  const { services, variables, filling, files: composeFiles } = readProject(composed, plain, environment)
  const lookUp = { get: (name: string) => variables[name] }
  const context = {
    variables: lookUp,
    readEnvironmentFile,
    resolvePath: (name: string, folder: string) =>
      path.resolve(
        folder,
        name.replace(/^~(?=\/|$)/, environment['HOME'] ?? environment['USERPROFILE'] ?? '~'),
      ),
  }
  const runsWeb = (item: ComposeService) => runsService('web', resolveService(item, context).variables)
  const profiles = listOf(variables['COMPOSE_PROFILES'])
  const isStarted = (item: ComposeService) => startsWith(item, profiles)
  const { service: chosen, processes, others } = chooseService(services, service, { runsWeb, isStarted })
  if (chosen.image === undefined && !chosen.isBuilt) {
    throw new SettingsError(
      `The service "${chosen.name}" of ${composed.map(({ file }) => file).join(', ')} has neither an image nor a build, so other compose files have the rest of it. Pass all of them with ${optionWords('settings')}.`,
    )
  }
  if (others.length > 0) {
    notes.push(
      `Without the service${others.length === 1 ? '' : 's'} ${others.map(({ name }) => `"${name}"`).join(', ')}, whose profile is not in COMPOSE_PROFILES.`,
    )
  }
  const resolved = resolveService(chosen, context)
  for (const variable of new Set(resolved.unset)) {
    notes.push(`${variable} is not set, so Compose uses an empty string.`)
  }
  const used = new Set(filling.flatMap(({ text }) => assignmentsOf(text).map(({ name }) => name)))
  const unseen = [...used].filter((name) => /^(?:OCIS|OC|WEB)_/.test(name) && !(name in resolved.variables))
  const unusedByFiles = unseen.filter((name) => !composeFiles.some(({ text }) => text.includes(name)))
  if (unusedByFiles.length > 0) {
    notes.push(
      `The service "${chosen.name}" does not get ${unusedByFiles.join(', ')} of ${filling.map(({ file }) => file).join(', ')}: name them in its "environment", or the file in "env_file".`,
    )
  }
  const files = [...composeFiles, ...filling].map(({ file }) => file)
  const source = `the service "${chosen.name}" of ${listed(composed, cwd)}`
  return defined({
    variables: resolved.variables,
    source,
    files,
    mounts: resolved.mounts,
    image: chosen.image,
    service: chosen.name,
    processes: processes.map((part) => processOf(part, context)),
    isWhole: true,
    notes,
  })
}

/** The most compose files that are named: official examples have ten and more. */
const MOST_FILES = 2

/** Compose files for messages, with paths from the current folder where those are shorter. */
function listed(files: readonly Plain[], cwd: string): string {
  const names = files.map(({ file }) => {
    const relative = path.relative(cwd, path.resolve(cwd, file))
    return relative.length < file.length ? relative : file
  })
  const [first] = names
  return names.length > MOST_FILES ? `${first} and ${names.length - 1} more compose files` : names.join(', ')
}

const listOf = (text = '') => text.split(',').map((item) => item.trim())

/** Whether Compose starts a service with these profiles. */
const startsWith = ({ profiles }: ComposeService, active: readonly string[]) =>
  profiles.length === 0 || profiles.some((name) => active.includes(name) || active.includes('*'))

/** A process of the server. Variables that can't be read are a problem of this process only. */
function processOf({ service, part }: ServerPart, context: ServiceContext): ServerProcess {
  const { name } = service
  try {
    const { variables } = resolveService(service, context)
    const runsNats = part === 'nats' || (part === 'server' && runsService('nats', variables))
    return { name, variables, runsNats }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return { name, variables: {}, problem: error.message, runsNats: false }
  }
}

function readEnvironmentFile({ path: name, folder, isRequired }: EnvironmentFile): string | undefined {
  const file = path.resolve(folder, name)
  const input = readSettingsFile(file)
  if ('text' in input) return input.text
  if (!isRequired) return undefined
  throw new SettingsError(
    `The compose file names the env_file ${file}, which can't be read: ${input.problem}`,
  )
}
