import { isObject, own } from '../json/value.js'
import { variableOfOption } from './client-options.js'
import { type Environment, isSet, type Settings, settingsOf, webVariableOf } from './settings.js'

/** A setting in a file of the web service, by the variable that means the same. */
export interface FileSetting {
  readonly variable: string
  readonly value: string
  /** The keys that lead to it, with points between them. */
  readonly key: string
}

/** The settings that concern themes in `web.yaml`. */
const keys = {
  file: 'configuration',
  'asset.path': 'assets',
  'asset.themes_path': 'themes',
  'web.theme_path': 'theme',
  'web.theme_server': 'themeServer',
  'web.config.server': 'url',
} as const satisfies Record<string, keyof Settings>

/** Whether a document is a `web.yaml`, the configuration of the web service: its `web` is like that of a theme. */
export function isWebYaml(document: unknown): boolean {
  if (!isObject(document)) return false
  const has = (key: string, names: readonly string[]) => {
    const value = own(document, key)
    return isObject(value) && names.some((name) => Object.hasOwn(value, name))
  }
  return (
    has('web', ['config', 'theme_path', 'theme_server']) || has('asset', ['path', 'core_path', 'themes_path'])
  )
}

/**
 * The settings of a `web.yaml`, or of `web` in an `ocis.yaml`, that the variables of the server leave open: those win.
 *
 * @param document the parsed file
 */
export function settingsInYaml(document: unknown, variables: Environment): FileSetting[] {
  const set = settingsOf(variables)
  // Both are addresses of the server, and its variable wins over either.
  const isOpen = (setting: keyof Settings) =>
    set[setting] === undefined && !(setting === 'themeServer' && set.url !== undefined)
  const settings = Object.entries(keys).flatMap(([key, setting]): FileSetting[] => {
    const value = textOf(valueIn(document, key), variables)
    if (value === undefined || !isOpen(setting)) return []
    return [{ variable: webVariableOf(setting), value, key }]
  })
  const at = 'web.config.options'
  const options = optionsIn(valueIn(document, at), at, { variables, isYaml: true })
  return [...settings, ...options.filter(({ variable }) => !isSet(variables, variable))]
}

/**
 * The options of the web client in a configuration file.
 *
 * @param options the value of "options"
 * @param at the keys that lead to it
 */
export function optionsIn(
  options: unknown,
  at: string,
  { variables = {}, isYaml = false }: { variables?: Environment; isYaml?: boolean } = {},
): FileSetting[] {
  return leavesIn(options, '').flatMap(([path, leaf]) => {
    const value = textOf(leaf, variables)
    return value === undefined
      ? []
      : [{ variable: variableOfOption(path, isYaml), value, key: `${at}.${path}` }]
  })
}

function leavesIn(value: unknown, at: string): [path: string, leaf: unknown][] {
  if (!isObject(value)) return at === '' ? [] : [[at, value]]
  return Object.entries<unknown>(value).flatMap(([name, inner]) =>
    leavesIn(inner, at === '' ? name : `${at}.${name}`),
  )
}

const valueIn = (document: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((value, name) => (isObject(value) ? own(value, name) : undefined), document)

/** A value as a text, with variables (`${NAME}`, `${NAME|default}`) as the server fills them in; `undefined` for none. */
function textOf(value: unknown, variables: Environment): string | undefined {
  if (value === undefined || value === null || isObject(value)) return undefined
  const text = Array.isArray(value) ? value.map(String).join(',') : String(value)
  const filled = text.replace(
    /\$\{\s*(\w+)\s*(?:\|([^}]*))?\}/g,
    (_, name: string, byDefault = '') => variables[name] || byDefault.trim(),
  )
  return filled === '' ? undefined : filled
}
