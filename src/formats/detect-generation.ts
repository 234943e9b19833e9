import { child } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { openCloudReasons, ownCloudReasons } from './families.js'
import type { Generation } from './generations.js'
import {
  clientNames,
  containsGroup,
  flatGroups,
  looksLikeLegacyTheme,
  rootSections,
} from './legacy-groups.js'

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
