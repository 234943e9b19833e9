import path from 'node:path'
import { assignmentsOf, fromProcess } from '../../settings/environment.js'
import { SettingsError } from '../../settings/error.js'
import { InterpolationError, interpolate } from '../../settings/interpolate.js'
import type { Environment } from '../../settings/settings.js'
import { mayBeThere } from '../is-there.js'
import { type Input, readInput } from '../read-file.js'

/** The text of a file, with its name for messages and its absolute path. */
export interface Plain {
  readonly file: string
  readonly at: string
  readonly text: string
}

/** The variables that Compose puts into its files: those of the process win over those of environment files. */
export function projectVariables(files: readonly Plain[], environment: Environment): Environment {
  const found: Record<string, string | undefined> = Object.create(null)
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
    // In files of systemd a dollar sign is an ordinary character.
    if (error instanceof InterpolationError && error.variable === undefined) return text
    if (error instanceof InterpolationError) throw new SettingsError(`${file}, ${name}: ${error.message}.`)
    throw error
  }
}

/** Real settings files have some 10 kB; larger ones take long to parse as YAML. */
const MOST_KILOBYTES = 512

/** Reads an environment file, or YAML. */
export const readSettingsFile = (file: string): Input =>
  readInput(file, { mostKilobytes: MOST_KILOBYTES, withNul: fromProcess })

/** @throws SettingsError that says what named the file */
export function readText(file: string, source: string, at = file): string {
  const input = readSettingsFile(at)
  if ('text' in input) return input.text
  throw new SettingsError(
    `${source} ${file}${source === '--settings' ? '' : ', which'} can't be read: ${input.problem}`,
  )
}

/** The environment file that Compose reads in the folder of a compose file. */
export function besideCompose(folder: string): Plain[] {
  const file = path.join(folder, '.env')
  return mayBeThere(file) ? [{ file, at: file, text: readText(file, 'Beside the compose file is') }] : []
}
