import { child } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import type { Generation } from './generations.js'

/** Which generation a document is of. */
export interface GenerationDetection {
  generation: Generation
  /** Whether the structure leaves no other reading. */
  certainty: 'certain' | 'likely'
  /** What in the document speaks for the generation, in sentences; for `unknown`, what is missing. */
  reasons: string[]
  /** The generations that a mixed document has parts of; otherwise the generation alone, none for `unknown`. */
  candidates: Generation[]
}

/** One generation that parts of a document speak for. */
interface Evidence {
  generation: Generation
  certainty: 'certain' | 'likely'
  reasons: string[]
}

/** Groups that a legacy theme is made of, and those that only flat files had beside them. */
const flatGroups = [
  'general',
  'logo',
  'loginPage',
  'filesList',
  'colors',
  'designTokens',
  'appBanner',
] as const
const clientNames = ['web', 'android', 'ios', 'desktop'] as const
/** Root keys of wrapped and named files that are no themes, unless they look like one. */
const rootSections: ReadonlySet<string> = new Set(['common', 'android', 'ios', 'desktop', '$schema'])
const noKeys: ReadonlySet<string> = new Set()

/**
 * Tells which generation a document is of, by its structure alone.
 *
 * Any JSON value is welcome, whatever its keys are called; nothing is thrown and nothing changed.
 *
 * @param document a parsed `theme.json`
 * @returns the generation with the reasons for it; `mixed` and `unknown` are answers too
 *
 * @example
 * detectGeneration({ web: { default: { general: { name: 'Acme' } } } })
 * // { generation: 'wrapped', certainty: 'certain', reasons: ['/web maps the name "default" to a theme …'], … }
 */
export function detectGeneration(document: unknown): GenerationDetection {
  if (!isObject(document)) {
    return unknown([`The document is ${article(document)}; a theme file is a JSON object.`])
  }
  if (isPlainCurrent(document)) {
    return { generation: 'current', certainty: 'certain', reasons: [WHOLE], candidates: ['current'] }
  }
  const found: Evidence[] = []
  const collect = (evidence: Evidence | undefined) => evidence !== undefined && found.push(evidence)
  collect(clientsEvidence(document))
  collect(webEvidence(document))
  // Beside "clients" or "web", "common" and the like are sections and no themes.
  collect(rootEvidence(document, found.length === 0 ? noKeys : rootSections))
  if (found.length > 1) return mixed(found)
  const only = found[0] ?? weakEvidence(document)
  if (only === undefined) return unknown(whyUnknown(document))
  if (only.generation === 'mixed') return mixed(familyEvidence(document) ?? [only])
  const { generation, certainty, reasons } = only
  return { generation, certainty, reasons, candidates: [generation] }
}

const WHOLE = '/clients/web has "defaults" and a list of "themes".'

/**
 * Whether a document is a whole current theme and nothing else, as nearly all are. The keys that the generations
 * differ in are read directly, which no object inherits: many times faster than collecting the evidence.
 */
function isPlainCurrent(document: JsonObject): boolean {
  const web = isObject(document['clients']) ? document['clients']['web'] : undefined
  if (!isObject(web)) return false
  const { defaults, themes } = web
  if (!isObject(defaults) || !Array.isArray(themes) || hasOpenCloudKeys(defaults)) return false
  for (const theme of themes) {
    if (isObject(theme) && (typeof theme['label'] === 'string' || hasOpenCloudKeys(theme))) return false
  }
  for (const key in document) if (key !== 'common' && key !== 'clients' && key !== '$schema') return false
  return !looksLikeLegacyTheme(document['clients'])
}

function hasOpenCloudKeys({ logo, favicon, designTokens }: JsonObject): boolean {
  return (
    typeof logo === 'string' ||
    typeof favicon === 'string' ||
    (isObject(designTokens) && isObject(designTokens['roles']))
  )
}

/** Whether a value looks like a legacy theme: an object with at least one of a theme's groups in it. */
function looksLikeLegacyTheme(value: Json | undefined): boolean {
  return (
    isObject(value) &&
    (isGroup(value['general']) ||
      isGroup(value['logo']) ||
      isGroup(value['loginPage']) ||
      isGroup(value['designTokens']) ||
      isGroup(value['appBanner']))
  )
}

/** Whether a root key of a named file is one of its themes. */
export function isNamedTheme(key: string, value: Json): boolean {
  return isObject(value) && (!rootSections.has(key) || looksLikeLegacyTheme(value))
}

/** Whether a root key of a named file is a section of its own unless it looks like a theme. */
export function isRootSection(key: string): boolean {
  return rootSections.has(key)
}

/** Whether a root key beside "clients" is a part of an older shape: its themes, one of them, or a group of one. */
export function isLegacyPart(key: string, value: Json): boolean {
  if (!isObject(value)) return false
  if (key === 'web') return true
  if ((flatGroups as readonly string[]).includes(key)) return !containsGroup(value)
  return key !== 'clients' && !rootSections.has(key) && looksLikeLegacyTheme(value)
}

/** Whether a value is a group of a legacy theme: an object that isn't a theme in its own right. */
function isGroup(value: Json | undefined): boolean {
  return isObject(value) && !containsGroup(value)
}

function containsGroup(object: JsonObject): boolean {
  return (
    isObject(object['general']) ||
    isObject(object['logo']) ||
    isObject(object['loginPage']) ||
    isObject(object['designTokens']) ||
    isObject(object['appBanner'])
  )
}

function clientsEvidence(document: JsonObject): Evidence | undefined {
  const clients = ownObject(document, 'clients')
  if (clients === undefined) return undefined
  const hasClient = clientNames.some((name) => isObject(own(clients, name)))
  // A named file may have a theme that is called "clients".
  if (!hasClient && looksLikeLegacyTheme(clients)) return undefined
  const openCloud = openCloudReasons(document)
  if (openCloud.length > 0) {
    const ownCloud = ownCloudReasons(clients)
    return ownCloud.length > 0
      ? { generation: 'mixed', certainty: 'certain', reasons: [...ownCloud, ...openCloud] }
      : { generation: 'opencloud', certainty: 'certain', reasons: openCloud }
  }
  const branding = brandingReasons(document)
  if (branding.length > 0) return { generation: 'branding', certainty: 'certain', reasons: branding }
  const web = ownObject(clients, 'web')
  const isWhole = web !== undefined && isObject(own(web, 'defaults')) && Array.isArray(own(web, 'themes'))
  return {
    generation: 'current',
    certainty: isWhole ? 'certain' : 'likely',
    reasons: [
      isWhole
        ? WHOLE
        : 'There is a "clients" object, as in files since ownCloud Web 8, though /clients/web is not complete.',
    ],
  }
}

function webEvidence(document: JsonObject): Evidence | undefined {
  const web = ownObject(document, 'web')
  if (web === undefined) return undefined
  const themes = own(web, 'themes')
  if (Array.isArray(themes)) {
    return certain('unwrapped', '/web/themes is a list of themes, without "clients" around it.')
  }
  const defaults = ownObject(web, 'defaults')
  // "general" is a group of legacy themes only: such a "defaults" is a theme of that name.
  if (defaults !== undefined && !isObject(own(defaults, 'general'))) {
    return certain('unwrapped', '/web/defaults stands at the root, without "clients" around it.')
  }
  // A named file may have a theme that is called "web".
  if (looksLikeLegacyTheme(web)) return undefined
  const names = Object.keys(web).filter((name) => isObject(web[name]))
  const themed = names.filter((name) => looksLikeLegacyTheme(web[name]))
  if (themed.length > 0) {
    return certain('wrapped', `/web maps names (${list(themed)}) to themes.`)
  }
  return {
    generation: 'wrapped',
    certainty: 'likely',
    reasons: [
      'There is a "web" object, as in files for ownCloud Web 7, though no theme in it has any known group.',
    ],
  }
}

function rootEvidence(document: JsonObject, sections: ReadonlySet<string>): Evidence | undefined {
  const themes = Object.keys(document).filter(
    (key) => !sections.has(key) && looksLikeLegacyTheme(document[key]),
  )
  const groups = flatGroups.filter((group) => {
    const value = own(document, group)
    return isObject(value) && !containsGroup(value)
  })
  if (themes.length > 0) {
    const named: Evidence = certain('named', `The root maps names (${list(themes)}) to themes.`)
    if (groups.length === 0) return named
    return {
      generation: 'mixed',
      certainty: 'certain',
      reasons: [...named.reasons, `The root also has the groups of a single theme (${list(groups)}).`],
    }
  }
  if (groups.length === 0) return undefined
  const isTheme = groups.some((group) => group !== 'colors' && group !== 'filesList')
  return {
    generation: 'flat',
    certainty: isTheme ? 'certain' : 'likely',
    reasons: [`The root itself has the groups of one theme (${list(groups)}).`],
  }
}

/** A last guess for documents whose groups are there but are no objects, so that the mistake can be named. */
function weakEvidence(document: JsonObject): Evidence | undefined {
  const likely = (generation: Generation, pointers: string[]): Evidence => ({
    generation,
    certainty: 'likely',
    reasons: [`The keys of a theme are there, though not as objects (${list(pointers)}).`],
  })
  // A plain string is also what "logo" is in sections such as "common".
  const weakGroups = (object: JsonObject) =>
    ['general', 'logo', 'loginPage', 'designTokens'].filter((group) => {
      const value = own(object, group)
      return value !== undefined && !(group === 'logo' && typeof value === 'string')
    })
  const groups = weakGroups(document)
  if (groups.length > 0) return likely('flat', groups)
  const named = Object.keys(document).flatMap((key) => {
    const value = own(document, key)
    return isObject(value) ? weakGroups(value).map((group) => child(child('', key), group)) : []
  })
  return named.length > 0 ? likely('named', named) : undefined
}

/** Splits the evidence of a document that is mixed within one place. */
function familyEvidence(document: JsonObject): Evidence[] | undefined {
  const clients = ownObject(document, 'clients')
  if (clients !== undefined && clientsEvidence(document) !== undefined) {
    return [
      { generation: 'current', certainty: 'certain', reasons: ownCloudReasons(clients) },
      { generation: 'opencloud', certainty: 'certain', reasons: openCloudReasons(document) },
    ]
  }
  const root = rootEvidence(document, noKeys)
  if (root === undefined) return undefined
  return [
    { ...root, generation: 'flat', reasons: root.reasons.slice(1) },
    { ...root, generation: 'named', reasons: root.reasons.slice(0, 1) },
  ]
}

/** Texts that only themes of OpenCloud have, and `label` only themes themselves; and what they are there. */
const openCloudTexts: ReadonlyMap<string, string> = new Map([
  ['label', 'is the title of a theme in OpenCloud.'],
  ['logo', 'is a plain string, as in OpenCloud.'],
  ['favicon', 'stands beside the logo, as in OpenCloud.'],
])

/** Whether a key of a theme makes it one of OpenCloud. */
export function isOpenCloudKey(key: string, value: Json | undefined): boolean {
  return typeof value === 'string' && openCloudTexts.has(key)
}

/** Whether a group of design tokens makes a theme one of OpenCloud. */
export function isOpenCloudTokenGroup(group: string, value: Json | undefined): boolean {
  return group === 'roles' && isObject(value)
}

/** What only OpenCloud's flatter theme has. */
function openCloudReasons(document: JsonObject): string[] {
  const reasons: string[] = []
  eachLayer(ownObject(document, 'clients'), (layer, pointer, isTheme) => {
    for (const [key, reason] of openCloudTexts) {
      if ((isTheme || key !== 'label') && isOpenCloudKey(key, own(layer, key))) {
        reasons.push(`${pointer()}/${key} ${reason}`)
      }
    }
    const tokens = own(layer, 'designTokens')
    if (isObject(tokens) && isOpenCloudTokenGroup('roles', own(tokens, 'roles'))) {
      reasons.push(`${pointer()}/designTokens/roles holds the Material roles of OpenCloud.`)
    }
  })
  return reasons
}

/** What only ownCloud's theme has. */
function ownCloudReasons(clients: JsonObject): string[] {
  const reasons: string[] = []
  eachLayer(clients, (layer, pointer) => {
    for (const group of ['logo', 'loginPage', 'appBanner', 'common'] as const) {
      if (isObject(own(layer, group))) reasons.push(`${pointer()}/${group} is an object, as in ownCloud Web.`)
    }
  })
  return reasons
}

/** Calls back for `clients.web.defaults` and each theme; their pointers are made only when asked for. */
function eachLayer(
  clients: JsonObject | undefined,
  visit: (layer: JsonObject, pointer: () => string, isTheme: boolean) => void,
): void {
  const web = clients && ownObject(clients, 'web')
  if (web === undefined) return
  const defaults = own(web, 'defaults')
  if (isObject(defaults)) visit(defaults, () => '/clients/web/defaults', false)
  const themes = own(web, 'themes')
  if (!Array.isArray(themes)) return
  themes.forEach((theme, index) => {
    if (isObject(theme)) visit(theme, () => `/clients/web/themes/${index}`, true)
  })
}

/** A branding file has no themes and nothing but logo paths. */
function brandingReasons(document: JsonObject): string[] {
  const clients = ownObject(document, 'clients')
  const web = clients && ownObject(clients, 'web')
  if (clients === undefined || web === undefined) return []
  if (Object.hasOwn(web, 'themes')) return []
  const common = own(document, 'common')
  const defaults = own(web, 'defaults')
  const hasOnly = (value: Json | undefined, keys: readonly string[]) =>
    value === undefined || (isObject(value) && Object.keys(value).every((key) => keys.includes(key)))
  const logo = isObject(defaults) ? own(defaults, 'logo') : undefined
  const isPartial =
    hasOnly(document, ['$schema', 'common', 'clients']) &&
    hasOnly(clients, ['web']) &&
    hasOnly(web, ['defaults']) &&
    hasOnly(common, ['logo']) &&
    hasOnly(defaults, ['logo']) &&
    (logo === undefined || isObject(logo))
  const hasLogo = logo !== undefined || (isObject(common) && Object.hasOwn(common, 'logo'))
  return isPartial && hasLogo
    ? ['There are no themes and nothing but the paths of a logo, as the logo upload writes them.']
    : []
}

function whyUnknown(document: JsonObject): string[] {
  const keys = Object.keys(document)
  if (keys.length === 0) return ['The document is an empty object.']
  return [
    'There is no "clients" object, no "web" object, and no object with any of the groups of a theme (general, logo, loginPage, designTokens).',
    `The root has the keys ${list(keys)}.`,
  ]
}

function mixed(found: Evidence[]): GenerationDetection {
  return {
    generation: 'mixed',
    certainty: 'certain',
    reasons: found.flatMap(({ generation, reasons }) => reasons.map((reason) => `${generation}: ${reason}`)),
    candidates: found.map(({ generation }) => generation),
  }
}

function unknown(reasons: string[]): GenerationDetection {
  return { generation: 'unknown', certainty: 'certain', reasons, candidates: [] }
}

function certain(generation: Generation, reason: string): Evidence {
  return { generation, certainty: 'certain', reasons: [reason] }
}

function article(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return value === undefined ? 'undefined' : `a ${typeof value}`
}

/** A few names for a sentence. */
function list(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => JSON.stringify(name.length > 40 ? `${name.slice(0, 39)}…` : name))
  const rest = names.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}
