import { lstatSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Role } from '../../formats/roles.js'
import type { ImageRuleSettings } from '../../images/codes.js'
import { PlainError } from '../../json/plain-error.js'
import { locator } from '../../json/positions.js'
import { brief } from '../../json/quoted.js'
import type { JsonObject } from '../../json/value.js'
import type { TargetId } from '../../targets/index.js'
import { parseText, withoutMark } from '../../text/parse-text.js'
import type { RuleSettings } from '../../validate/rule.js'
import { CONFIGURATION_FILE } from '../own-files.js'
import { readInput } from '../read-file.js'
import type { servers } from './configuration-keys.js'
import { problemIn } from './problems.js'

/** The values of a configuration file. */
export interface ConfigurationValues {
  readonly files?: readonly string[]
  readonly target?: TargetId
  readonly served?: (typeof servers)[number]
  readonly as?: Role
  readonly themeFile?: string
  readonly rules?: RuleSettings & ImageRuleSettings
  readonly assets?: string
  readonly images?: boolean
  readonly strict?: boolean
  readonly maxWarnings?: number
  readonly maxFindings?: number
}

/** A configuration file that was read. */
export interface Configuration {
  /** Its name, for messages. */
  readonly file: string
  /** The absolute path of its folder, to which its paths are relative. */
  readonly folder: string
  readonly values: ConfigurationValues
}

/** A configuration file can't be used. The message names it, the place and the cure. */
export class ConfigurationError extends PlainError {}

/** Larger files aren't read. */
const MOST_KILOBYTES = 1024

/**
 * Reads the configuration file that is named, else the one in the working folder, if there is one. Parent folders are
 * not searched.
 *
 * @param root the absolute path of the working folder
 * @throws ConfigurationError for a named file that is missing, and for a file that can't be read or has mistakes
 */
export function readConfiguration(root: string, named?: string): Configuration | undefined {
  const file = named ?? CONFIGURATION_FILE
  const place = path.resolve(root, file)
  if (named === undefined && lstatSync(place, { throwIfNoEntry: false }) === undefined) return undefined
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory())
    throw new ConfigurationError(`${file} is a folder, not a configuration file.`)
  const input = readInput(place, { mostKilobytes: MOST_KILOBYTES })
  if (!('text' in input)) throw new ConfigurationError(`${file} can't be read: ${input.problem}`)
  // Editors of Windows write a byte-order mark.
  const text = withoutMark(input.text)
  const { document, diagnostics } = parseText(text)
  const [mistake] = diagnostics
  if (mistake !== undefined) {
    const { line, column } = mistake.range.start
    throw new ConfigurationError(`${file}, line ${line}, column ${column}: ${mistake.message}`)
  }
  const problem = problemIn(document ?? null)
  if (problem !== undefined) {
    const { line, column } = locator(text, [problem.pointer])(problem.pointer, problem.part)?.start ?? {
      line: 1,
      column: 1,
    }
    const at = problem.pointer === '' ? '' : ` (${brief(problem.pointer)})`
    throw new ConfigurationError(`${file}, line ${line}, column ${column}${at}: ${problem.message}`)
  }
  const { $schema: _, ...values } = document as JsonObject
  return { file, folder: path.dirname(place), values: values as ConfigurationValues }
}

/** A path of a configuration, relative to the working folder. */
export function pathIn({ file }: Configuration, name: string): string {
  return path.isAbsolute(name) ? name : path.join(path.dirname(file), name)
}
