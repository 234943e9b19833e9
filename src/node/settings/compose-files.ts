import path from 'node:path'
import { assignmentsOf } from '../../settings/environment.js'
import type { Environment } from '../../settings/settings.js'
import { mayBeThere } from '../is-there.js'
import { isWindows } from '../windows.js'
import { besideCompose, type Plain, projectVariables, readText } from './fill-project.js'

/** The names under which Compose finds its file, and the one that it merges over that, each in order. */
const usualNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const overrideNames = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
]

/** Compose files, with a note about those that the caller did not name. */
export interface ComposeFiles {
  readonly files: readonly Plain[]
  readonly note?: string
}

/**
 * All compose files of a project, as Compose finds them: those that `COMPOSE_FILE` lists, else the one with a usual name
 * and its override file. Parts alone would not show what the other files set.
 *
 * @param composed the compose files that the caller names
 * @param plain the environment files that the caller names
 */
export function allComposeFiles(
  composed: readonly Plain[],
  plain: readonly Plain[],
  environment: Environment,
): ComposeFiles {
  const [first] = composed
  const environmentFiles =
    first !== undefined && plain.length === 0 ? besideCompose(path.dirname(first.at)) : plain
  const listed = listedFiles(environmentFiles, projectVariables(environmentFiles, environment))
  if (first === undefined) return listed === undefined ? besideEnvironment(plain) : { files: listed.read() }
  if (listed !== undefined) {
    const isAmongThem = composed.every(({ at }) => listed.paths.includes(at))
    return isAmongThem && listed.paths.length > composed.length
      ? added(composed, listed.read(), `COMPOSE_FILE of ${listed.owner} lists`)
      : { files: composed }
  }
  if (composed.length > 1 || !usualNames.includes(path.basename(first.at))) return { files: composed }
  const override = firstOf(overrideNames, path.dirname(first.at))
  return override === undefined
    ? { files: composed }
    : added(composed, [first, compose(override, 'Compose merges over it')], 'by itself, Compose merges')
}

/** The compose file beside a `.env`, which is not itself the environment of a service. */
function besideEnvironment(plain: readonly Plain[]): ComposeFiles {
  const own = plain.find(({ at }) => path.basename(at) === '.env')
  const found = own === undefined ? undefined : firstOf(usualNames, path.dirname(own.at))
  if (own === undefined || found === undefined) return { files: [] }
  const file = compose(found, `Beside ${own.file} is`)
  if (!/\b(?:ocis|opencloud)\b/i.test(file.text)) return { files: [] }
  const override = firstOf(overrideNames, path.dirname(own.at))
  const overrides = override === undefined ? [] : [compose(override, 'Compose merges over it')]
  return added([], [file, ...overrides], `Compose puts the values of ${own.file} into`)
}

function added(named: readonly Plain[], files: readonly Plain[], reason: string): ComposeFiles {
  const others = files.filter(({ at }) => !named.some((file) => file.at === at)).map(({ file }) => file)
  return {
    files,
    note: `${others.join(', ')} ${others.length === 1 ? 'is' : 'are'} read, too: ${reason} ${others.length === 1 ? 'it' : 'them'}.`,
  }
}

const firstOf = (names: readonly string[], folder: string) =>
  names.map((name) => path.join(folder, name)).find(mayBeThere)

const compose = (file: string, source: string): Plain => ({ file, at: file, text: readText(file, source) })

/** The compose files that an environment file names for Compose. */
function listedFiles(plain: readonly Plain[], variables: Environment) {
  const owner = plain.find(({ text }) => assignmentsOf(text).some(({ name }) => name === 'COMPOSE_FILE'))
  const list = variables['COMPOSE_FILE']
  if (owner === undefined || list === undefined) return undefined
  const folder = path.dirname(owner.at)
  const paths = list
    .split(variables['COMPOSE_PATH_SEPARATOR'] ?? separatorIn(list))
    .filter((name) => name !== '')
    .map((name) => path.resolve(folder, name))
  const read = () => paths.map((file) => compose(file, `COMPOSE_FILE of ${owner.file} names`))
  return { owner: owner.file, paths, read }
}

/**
 * What separates the files. On Windows it is a semicolon, but the settings may be those of a server with another system,
 * with colons; one after a single letter belongs to a drive.
 */
function separatorIn(list: string): string | RegExp {
  if (!isWindows()) return ':'
  return list.includes(';') ? ';' : /(?<!(?:^|:)[a-z]):/i
}
