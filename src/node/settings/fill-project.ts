import { assignmentsOf } from '../../settings/environment.js'
import { SettingsError } from '../../settings/error.js'
import { InterpolationError, interpolate } from '../../settings/interpolate.js'
import { type Input, readInput } from '../read-file.js'

export type Environment = Record<string, string | undefined>

/** A file by its name for messages, and where it really is. */
export interface Plain {
  readonly file: string
  readonly at: string
  readonly text: string
}

/** The variables that Compose fills its files with: those of the process over those of its environment files. */
export function projectVariables(files: readonly Plain[], environment: Environment): Environment {
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

/** A path with its variables put in; what can't be put in stays as it is. */
export function tolerantly(text: string, variables: Environment): string {
  try {
    return interpolate(text, { get: (name) => variables[name] })
  } catch (error) {
    if (error instanceof InterpolationError) return text
    throw error
  }
}

/** Real settings files have some 10 kB; larger ones take long to parse as YAML. */
const MOST_KILOBYTES = 512

/** A file of settings: an environment file, or YAML. */
export const readSettingsFile = (file: string): Input => readInput(file, { mostKilobytes: MOST_KILOBYTES })

/** @throws SettingsError that says who named the file */
export function readText(file: string, source: string, at = file): string {
  const input = readSettingsFile(at)
  if ('text' in input) return input.text
  throw new SettingsError(
    `${source} ${file}${source === '--env-file' ? '' : ', which'} can't be read: ${input.problem}`,
  )
}
