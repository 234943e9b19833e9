import { lstatSync } from 'node:fs'
import path from 'node:path'
import { aBoolean, aFolder, assertOptions, checkThat, isPath } from '../findings/assert-options.js'
import { defined } from '../json/defined.js'
import { quoted } from '../json/quoted.js'
import type { JsonObject } from '../json/value.js'
import {
  type Configuration,
  ConfigurationError,
  readConfiguration,
} from '../node/configuration/read-configuration.js'
import { assetFolder, assetsProblem } from '../node/disk-assets.js'
import { CONFIGURATION_FILE } from '../node/own-files.js'
import { readInput } from '../node/read-file.js'
import { namedBy, objectIn } from '../node/read-json.js'
import { slashed } from '../node/split-pattern.js'
import { allServed } from '../targets/all-served.js'
import type { AssetFolder } from '../validate/asset-folder.js'
import { checkedOptions, optionChecks, type ValidateOptions } from '../validate/options.js'
import type { RuleSettings } from '../validate/rule.js'
import { ruleCodes } from '../validate/rules.js'

/** Options of the plugin: those of `validate`, and the files to check. */
export interface PluginOptions extends Omit<ValidateOptions, 'assets'> {
  /** The theme files: names, folders (every `theme.json` below them) or patterns; `**\/theme.json` unless given. */
  files?: string | readonly string[]
  /** Where relative paths in `files`, `assets` and `config` start; the root of the bundler, else the working folder. */
  root?: string
  /** The folder that the server serves, to check the images. */
  assets?: string
  /** Whether warnings fail the build, too. */
  strict?: boolean
  /** The build fails with more warnings than this; no limit unless given. */
  maxWarnings?: number
  /**
   * The configuration file; unless given, `theme-convert.json` in `root`, else in the working folder, if there is one.
   * Options given here win over the file. `false` ignores it.
   */
  config?: string | false
}

/** The options of the plugin that `validate` doesn't have. */
const ownChecks = {
  files: checkThat(
    (value) => [value].flat().length > 0 && [value].flat().every(isPath),
    'names, folders or patterns of files',
  ),
  root: aFolder,
  assets: aFolder,
  strict: aBoolean,
  maxWarnings: checkThat((value) => typeof value === 'number' && value >= 0, 'a number from 0 on'),
  config: checkThat((value) => value === false || isPath(value), 'a path, or false'),
}

/**
 * Checks the options when the plugin is created, before it reads files.
 *
 * @throws TypeError or RangeError with what is wrong and what is possible
 */
export function assertPluginOptions(options: PluginOptions): void {
  assertOptions<PluginOptions>(options, { ...optionChecks, ...ownChecks })
  const rest = Object.entries(options).filter(([name]) => !Object.hasOwn(ownChecks, name))
  checkedOptions(Object.fromEntries(rest), allServed)
}

/** The options of a build, completed from the configuration file. */
export interface Settings {
  readonly files: string | readonly string[]
  /** Where relative names of the files start. */
  readonly root: string
  readonly checks: ValidateOptions
  /** The theme below a branding file, where the configuration names one. */
  readonly themeFiles: readonly string[]
  readonly isStrict: boolean
  readonly maxWarnings: number
  readonly configuration: Configuration | undefined
}

/** A path as messages show it, which terminals can open: relative to the working folder. */
export const shownPath = (file: string): string => path.relative(process.cwd(), file) || file

/** Where the configuration file may be, of which the first one counts. */
export function configurationPlaces({ config }: PluginOptions, root: string): string[] {
  if (config === false) return []
  if (config !== undefined) return [slashed(path.resolve(root, config))]
  return [...new Set([root, process.cwd()])].map((folder) => slashed(path.join(folder, CONFIGURATION_FILE)))
}

/** How many findings of each code are listed for a file unless the options say otherwise. */
const MAX_FINDINGS = 100

/**
 * Adds the configuration file to the options of a build.
 *
 * @throws ConfigurationError for a configuration that can't be used
 */
export function settingsFrom(options: PluginOptions, root: string): Settings {
  const { files, root: _, assets, strict, maxWarnings, config, rules, ...checks } = options
  const places = configurationPlaces(options, root)
  const place =
    config === undefined
      ? places.find((file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined)
      : places[0]
  const configuration = place === undefined ? undefined : readConfiguration(process.cwd(), shownPath(place))
  const { values, folder } = configuration ?? { values: {}, folder: root }
  const { target, served, as, maxFindings = MAX_FINDINGS } = values
  return {
    files: files ?? values.files ?? '**/theme.json',
    root: files === undefined ? folder : root,
    isStrict: strict ?? values.strict ?? false,
    maxWarnings: maxWarnings ?? values.maxWarnings ?? Number.POSITIVE_INFINITY,
    configuration,
    themeFiles: values.themeFile === undefined ? [] : [slashed(path.resolve(folder, values.themeFile))],
    checks: defined({
      assets:
        assets === undefined ? configuredAssets(configuration) : assetFolder(path.resolve(root, assets)),
      ...{ maxFindings, target, served, as, base: configuredBase(configuration) },
      ...checks,
      rules: rules === 'off' ? 'off' : { ...documentRules(values.rules), ...rules },
    }),
  }
}

/** The rules without those about the content of images, which only the command inspects. */
function documentRules(rules: RuleSettings = {}): RuleSettings {
  return Object.fromEntries(
    Object.entries(rules).filter(([code]) => (ruleCodes as ReadonlySet<string>).has(code)),
  )
}

/** @throws ConfigurationError unless it is a folder */
function configuredAssets(configuration: Configuration | undefined): AssetFolder | undefined {
  const { values: { assets } = {}, file, folder = '' } = configuration ?? {}
  if (assets === undefined) return undefined
  const place = path.resolve(folder, assets)
  const problem = assetsProblem(place, assets)
  if (problem === undefined) return assetFolder(place)
  throw new ConfigurationError(`${namedBy(`"assets" in ${file}`, quoted(assets))} ${problem}`)
}

/** @throws ConfigurationError unless it is a theme */
function configuredBase(configuration: Configuration | undefined): JsonObject | undefined {
  const { values: { themeFile } = {}, file, folder = '' } = configuration ?? {}
  if (themeFile === undefined) return undefined
  const found = objectIn(readInput(path.resolve(folder, themeFile)), 'theme')
  if ('document' in found) return found.document
  throw new ConfigurationError(`${namedBy(`"themeFile" in ${file}`, themeFile)} ${found.problem}`)
}
