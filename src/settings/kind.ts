import { optionWords } from '../findings/option-words.js'
import { detectGeneration } from '../formats/detect-generation.js'
import { quoted } from '../json/quoted.js'
import { isObject } from '../json/value.js'
import { assignmentsOf, foreignLines } from './environment.js'
import { isWebYaml } from './web-yaml.js'

/** The kind of a settings file; `other` with what it looks like, and what to pass instead. */
export type SettingsKind =
  | { readonly kind: 'environment' }
  | { readonly kind: 'compose' }
  /** `web.yaml`. */
  | { readonly kind: 'web' }
  | { readonly kind: 'other'; readonly looksLike: string; readonly instead: string }

const other = (looksLike: string, instead = 'Use a file with lines such as NAME=value.'): SettingsKind => ({
  kind: 'other',
  looksLike,
  instead,
})

const fromInside = 'Use the output of "env" inside the container or pod, saved as a file.'

/**
 * The kind of a settings file by its content, because its name says nothing: environment files have names such as `.env`
 * or `default/ocis`, and compose files any name.
 *
 * @param parseYaml parses all documents of a YAML text; called only where the text may be YAML
 */
export function settingsKind(text: string, parseYaml: (text: string) => readonly unknown[]): SettingsKind {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has no NUL character
  if (/\u0000/.test(text)) return other('a program or an image')
  const foreign = foreignLines(text)
  if (foreign.length === 0) return { kind: 'environment' }
  const section = foreign.find((line) => /^\[[\w-]+\]$/.test(line))
  if (section !== undefined) return unitKind(text, section)
  if (/^\s*</.test(text)) return other('a web page or XML')
  const documents = documentsOf(text, parseYaml)
  const kind = documents.flatMap((document) => yamlKind(document) ?? [])[0]
  if (kind !== undefined) return kind
  if (assignmentsOf(text).length > 0) {
    return /^\ufeff?#!/.test(text)
      ? other('a shell script', 'Use a file with only lines such as NAME=value.')
      : { kind: 'environment' }
  }
  return other('neither an environment file nor a compose file')
}

function documentsOf(text: string, parseYaml: (text: string) => readonly unknown[]): readonly unknown[] {
  try {
    return parseYaml(text)
  } catch (error) {
    // A compose file with a mistake counts, too: its parser reports the place.
    if (/^services:/m.test(text)) return [{ services: {} }]
    if (error instanceof Error) return []
    throw error
  }
}

/** Drop-ins are other files, which add to a unit or replace its lines. */
const dropIns = 'drop-ins ("systemctl cat" shows all of them)'

function unitKind(unit: string, section: string): SettingsKind {
  if (!/^\[(?:Unit|Service|Install|Container|Pod)\]$/.test(section)) {
    return other('an INI file')
  }
  // A backslash at the end of a line continues it.
  const text = unit.replace(/\\\r?\n/g, ' ')
  const files = [...text.matchAll(/^\s*EnvironmentFile\s*=\s*("?)-?(.*?)\1\s*$/gm)].map(
    ([, , file = '']) => file,
  )
  const hasOwn = /^\s*Environment\s*=/m.test(text)
  if (files.length === 0) {
    return other(
      'a systemd unit',
      `Put its Environment= lines, and those of its ${dropIns}, into a file with one NAME=value a line, and use that.`,
    )
  }
  const own = hasOwn
    ? `, and its Environment= lines and those of its ${dropIns}, in a file with one NAME=value a line`
    : `, and the Environment= lines of its ${dropIns}, if any, in a file with one NAME=value a line`
  return other(
    'a systemd unit',
    `Use ${files.length === 1 ? 'the file that it names' : 'each of the files that it names'}: ${files.join(', ')}${own}.`,
  )
}

/** The keys of compose files, besides those that start with "x-". Compose refuses any other. */
const composeKeys = /^(?:configs|include|models|name|networks|secrets|services|version|volumes|x-.*)$/

/** The values of a Helm chart have "services", too. */
function composeKind(document: object): SettingsKind {
  const foreign = Object.keys(document).find((key) => !composeKeys.test(key))
  if (foreign === undefined) return { kind: 'compose' }
  return other(
    `a compose file or the values of a Helm chart: it has "services", but compose files have no key ${quoted(foreign)}`,
    `For a Helm chart, use the output of "env" inside the pod, saved as a file.`,
  )
}

/** The kind of a YAML or JSON document; `undefined` for a string or number, as which any text can be parsed. */
function yamlKind(document: unknown): SettingsKind | undefined {
  if (Array.isArray(document)) {
    return document.some((item) => isObject(item) && 'Config' in item)
      ? other('the output of "docker inspect"', fromInside)
      : other('a list')
  }
  if (!isObject(document)) return undefined
  const has = (key: string) => Object.hasOwn(document, key)
  if (has('apiVersion') && has('kind')) {
    return other(`a Kubernetes manifest (${String(document['kind'])})`, fromInside)
  }
  if (has('services') || Array.isArray(document['include'])) return composeKind(document)
  if (isWebYaml(document)) return { kind: 'web' }
  if (detectGeneration(document).generation !== 'unknown') {
    return other(
      'a theme',
      'Pass its folder as the data folder; settings are a file with lines such as NAME=value.',
    )
  }
  if (has('theme') || has('options')) {
    return other('the configuration of the web service', `Pass it with ${optionWords('web-config')}.`)
  }
  if (has('token_manager') || has('machine_auth_api_key') || has('transfer_secret')) {
    return other(
      'ocis.yaml, the configuration that "ocis init" writes',
      'Use the environment of the server as a file with lines such as NAME=value.',
    )
  }
  const names = Object.keys(document)
  if (names.every((name) => /^[A-Z][A-Z\d_]*$/.test(name))) {
    return other('the "environment" of a service without the service', 'Use the whole compose file.')
  }
  if (['externalDomain', 'features', 'replicaCount', 'image'].some(has)) {
    return other('the values of a Helm chart, whose keys are not variables', fromInside)
  }
  return other('a YAML or JSON file without "services"')
}
