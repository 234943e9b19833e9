import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { defaultTarget, type WebOptions } from '../../index.js'
import { parseEnvironment } from '../../instance/environment.js'
import type { PlanOptions } from '../../instance/plan.js'
import { type Settings, settingsOf, webOptionsOf } from '../../instance/settings.js'
import type { InstanceFolder } from '../../node/instance/read.js'
import { readInput } from '../../node/read.js'
import type { Arguments } from '../arguments.js'
import { UsageError } from '../outcome.js'
import { conversionTargets } from './targets.js'
import { readWebConfig, readWebOptions } from './web-options.js'

/** What the environment of the server says: that of a file, or this one. */
export interface ServerEnvironment {
  readonly settings: Settings
  /** The old web options in it. */
  readonly webOptions: WebOptions
}

export function readServerEnvironment(args: Arguments): ServerEnvironment {
  const environment = readEnvironment(args)
  return { settings: settingsOf(environment), webOptions: webOptionsOf(environment) }
}

/** What to plan for, and what to say about the settings beside it. */
export function readOptions(
  args: Arguments,
  environment: ServerEnvironment,
  instance: InstanceFolder,
): PlanOptions & { notes: string } {
  const { settings } = environment
  const themeNames = args.choice('theme-names', ['keep', 'readable'])
  const notes: string[] = []
  const webOptions = { ...readConfiguration(args, environment, notes), ...readWebOptions(args) }
  const seen = path.join(instance.root, instance.assets)
  const elsewhere = [
    ['WEB_ASSET_PATH', settings.assets, seen],
    ['WEB_ASSET_THEMES_PATH', settings.themes, path.join(seen, 'themes')],
  ] as const
  for (const [name, setting, expected] of elsewhere) {
    if (setting === undefined || path.resolve(setting) === path.resolve(expected)) continue
    if (existsSync(setting) && realpathSync(setting) === expected) continue
    notes.push(
      `${name} is ${setting}, so the server reads that and not ${expected}: migrate that folder too.`,
    )
  }
  return {
    notes: notes.map((note) => `theme-convert: ${note}\n`).join(''),
    target: args.choice('target', conversionTargets) ?? defaultTarget,
    settings,
    webOptions,
    ...(themeNames !== undefined && { themeNames }),
  }
}

/**
 * The old web options of the server: a configuration file, where there is one, says all of them, and the environment
 * none.
 */
function readConfiguration(
  args: Arguments,
  { settings: { configuration }, webOptions }: ServerEnvironment,
  notes: string[],
): WebOptions {
  if (args.text('web-config') !== undefined) return {}
  if (configuration === undefined) return webOptions
  if (existsSync(configuration)) return readWebConfig(configuration, 'WEB_UI_CONFIG_FILE')
  notes.push(
    `WEB_UI_CONFIG_FILE is ${configuration}, which is not here. Give it with --web-config to take its links along.`,
  )
  return {}
}

function readEnvironment(args: Arguments): Readonly<Record<string, string | undefined>> {
  const file = args.text('env-file')
  if (file === undefined) return process.env
  const input = readInput(file)
  if (!('text' in input)) throw new UsageError(`--env-file ${file} can't be read: ${input.problem}`)
  return parseEnvironment(input.text)
}
