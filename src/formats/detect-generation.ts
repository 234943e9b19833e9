import { child } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { foreignDocument } from '../json/structure.js'
import { isObject, type JsonObject, own, ownObject } from '../json/value.js'
import { hasOpenCloudKeys, openCloudReasons, ownCloudReasons } from './families.js'
import { detected, type Generation, type GenerationDetection } from './generations.js'
import {
  clientNames,
  containsGroup,
  flatGroups,
  looksLikeLegacyTheme,
  pastedThemes,
  rootSections,
} from './legacy-groups.js'
import { fragmentsIn, inRole } from './parts.js'
import type { Role } from './roles.js'

/** A generation, with the reasons in the document. */
interface Evidence {
  generation: Generation
  certainty: 'certain' | 'likely'
  reasons: string[]
}

/**
 * Detects the generation of a document by its structure alone. Any JSON value is accepted, and nothing is changed.
 *
 * @param document a parsed `theme.json`
 * @param as what the file is for, if that is known: its content alone can't tell a branding file from an incomplete
 *   theme
 * @returns the generation with the reasons for it; `mixed` and `unknown` are answers too
 * @throws RangeError for an unknown role
 *
 * @example
 * detectGeneration({ web: { default: { general: { name: 'Acme' } } } })
 * // { generation: 'wrapped', certainty: 'certain', reasons: ['/web maps the name "default" to a theme …'], … }
 */
export function detectGeneration(document: unknown, as?: Role): GenerationDetection {
  if (as !== undefined && as !== 'theme' && as !== 'branding')
    throw new RangeError(
      `The kind of a file is "theme" or "branding", not ${typeof as === 'string' ? quoted(as) : typeof as}.`,
    )
  if (!isObject(document)) {
    return unknown([`The document is ${article(document)}; a theme file is a JSON object.`])
  }
  const foreign = foreignDocument(document)
  if (foreign !== undefined) return unknown([foreign])
  const found = detectByContent(document)
  return as === 'theme' && found.generation === 'current' && found.certainty === 'certain'
    ? found
    : inRole(document, found, as)
}

/**
 * The generation whose keys a branding file has: that of the theme that it is merged into, if it is known, else by its
 * own keys.
 */
export function generationOfBranding(document: unknown, base: JsonObject | undefined): Generation {
  if (base !== undefined) return detectGeneration(base).generation
  return isObject(document) && openCloudReasons(document).length > 0 ? 'opencloud' : 'current'
}

function detectByContent(document: JsonObject): GenerationDetection {
  if (isPlainCurrent(document)) {
    return detected('certain', [WHOLE], 'current')
  }
  // The content of "clients.web" alone: the old shapes have no list of themes.
  if (
    isObject(own(document, 'defaults')) &&
    Array.isArray(own(document, 'themes')) &&
    fragmentsIn(document).length > 0
  )
    return unknown(whyUnknown(document))
  const found: Evidence[] = []
  const collect = (evidence: Evidence | undefined) => evidence !== undefined && found.push(evidence)
  const ofClients = clientsEvidence(document)
  collect(ofClients)
  collect(pastedEvidence(document))
  collect(webEvidence(document))
  // Beside "clients" or "web", keys such as "common" are sections, not themes; so is "clients" with a client in it.
  const sections =
    found.length === 0 ? [] : ofClients === undefined ? rootSections : [...rootSections, 'clients']
  collect(rootEvidence(document, new Set(sections)))
  if (found.length > 1) return mixed(found)
  const only = found[0] ?? weakEvidence(document)
  if (only === undefined) return unknown(whyUnknown(document))
  if (only.generation === 'mixed') return mixed(familyEvidence(document) ?? [only])
  return detected(only.certainty, only.reasons, only.generation)
}

const WHOLE = '/clients/web has "defaults" and a list of "themes".'

/**
 * Whether a document is a complete current theme and nothing else, as nearly all are: many times faster than collecting
 * the evidence. The keys are read directly, because no object inherits one of these names.
 */
function isPlainCurrent(document: JsonObject): boolean {
  const web = isObject(document['clients']) ? document['clients']['web'] : undefined
  if (!isObject(web)) return false
  const { defaults, themes } = web
  if (!isObject(defaults) || !Array.isArray(themes) || hasOpenCloudKeys(defaults)) return false
  for (const theme of themes) {
    if (isObject(theme) && (typeof theme['label'] === 'string' || hasOpenCloudKeys(theme))) return false
  }
  for (const key in web) if (key !== 'defaults' && key !== 'themes') return false
  for (const key in document) if (key !== 'common' && key !== 'clients' && key !== '$schema') return false
  return !looksLikeLegacyTheme(document['clients'])
}

function clientsEvidence(document: JsonObject): Evidence | undefined {
  const clients = ownObject(document, 'clients')
  if (clients === undefined) return undefined
  const hasClient = clientNames.some((name) => isObject(own(clients, name)))
  // A named file may have a theme that is called "clients".
  if (!hasClient && looksLikeLegacyTheme(clients)) return undefined
  const openCloud = openCloudReasons(document)
  if (openCloud.length > 0) {
    const ownCloud = ownCloudReasons(document)
    return ownCloud.length > 0
      ? certain('mixed', ...ownCloud, ...openCloud)
      : certain('opencloud', ...openCloud)
  }
  const web = ownObject(clients, 'web')
  const isWhole = web !== undefined && isObject(own(web, 'defaults')) && Array.isArray(own(web, 'themes'))
  return isWhole
    ? certain('current', WHOLE)
    : likely(
        'current',
        'There is a "clients" object, as in files since ownCloud Web 8, but /clients/web is incomplete.',
      )
}

/** Old themes copied into "clients", where no client reads them. */
function pastedEvidence(document: JsonObject): Evidence | undefined {
  const themes = pastedThemes(document).map(({ key }) => key)
  return themes.length === 0
    ? undefined
    : certain('wrapped', `/clients/web has themes of the old shape by their names (${list(themes)}).`)
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
    return certain('unwrapped', '/web/defaults is at the root, without "clients" around it.')
  }
  // A named file may have a theme that is called "web".
  if (looksLikeLegacyTheme(web)) return undefined
  const names = Object.keys(web).filter((name) => isObject(web[name]))
  const themed = names.filter((name) => looksLikeLegacyTheme(web[name]))
  if (themed.length > 0) {
    return certain('wrapped', `/web maps names (${list(themed)}) to themes.`)
  }
  return likely(
    'wrapped',
    'There is a "web" object, as in files for ownCloud Web 7, but no theme in it has a known group.',
  )
}

function rootEvidence(document: JsonObject, sections?: ReadonlySet<string>): Evidence | undefined {
  const themes = Object.keys(document).filter(
    (key) => !sections?.has(key) && looksLikeLegacyTheme(document[key]),
  )
  const found = flatGroups.filter((group) => {
    const value = own(document, group)
    return isObject(value) && !containsGroup(value)
  })
  // No flat file had only these: they are parts of a current theme.
  const groups = found.every((group) => group === 'appBanner' || group === 'designTokens') ? [] : found
  if (themes.length > 0) {
    const named = certain('named', `The root maps names (${list(themes)}) to themes.`)
    if (groups.length === 0) return named
    const also = `The root also has the groups of a single theme (${list(groups)}).`
    return certain('mixed', ...named.reasons, also)
  }
  if (groups.length === 0) return undefined
  const isTheme = groups.some((group) => group !== 'colors' && group !== 'filesList')
  const reason = `The root itself has the groups of one theme (${list(groups)}).`
  return isTheme ? certain('flat', reason) : likely('flat', reason)
}

/** A last guess for a document whose groups are no objects, so that the message can name the mistake. */
function weakEvidence(document: JsonObject): Evidence | undefined {
  const noObjects = (pointers: string[]) =>
    `The keys of a theme exist, but not as objects (${list(pointers)}).`
  // A plain string is also what "logo" is in sections such as "common".
  const weakGroups = (object: JsonObject) =>
    ['general', 'logo', 'loginPage', 'designTokens'].filter((group) => {
      const value = own(object, group)
      return value !== undefined && !(group === 'logo' && typeof value === 'string')
    })
  // Tokens alone are a part of a current theme.
  const groups = isObject(own(document, 'designTokens')) ? [] : weakGroups(document)
  if (groups.length > 0) return likely('flat', noObjects(groups))
  const named = Object.keys(document).flatMap((key) => {
    const value = own(document, key)
    return isObject(value) ? weakGroups(value).map((group) => child(child('', key), group)) : []
  })
  return named.length > 0 ? likely('named', noObjects(named)) : undefined
}

/** Splits the evidence of a document that mixes generations in "clients", or at the root. */
function familyEvidence(document: JsonObject): Evidence[] | undefined {
  const clients = ownObject(document, 'clients')
  if (clients !== undefined && clientsEvidence(document) !== undefined) {
    return [
      certain('current', ...ownCloudReasons(document)),
      certain('opencloud', ...openCloudReasons(document)),
    ]
  }
  const root = rootEvidence(document)
  if (root === undefined) return undefined
  return [
    { ...root, generation: 'flat', reasons: root.reasons.slice(1) },
    { ...root, generation: 'named', reasons: root.reasons.slice(0, 1) },
  ]
}

function whyUnknown(document: JsonObject): string[] {
  const keys = Object.keys(document)
  if (keys.length === 0) return ['The document is an empty object.']
  const fragments = fragmentsIn(document)
  if (fragments.length > 0) {
    const places = fragments.map(
      ({ key, place, isCertain }) =>
        `${list([key])} belongs in ${place}${isCertain ? '' : ', or in the same place of the one theme that it is for'}`,
    )
    return [`This is only a part of a theme: ${places.join('; ')}.`]
  }
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

function certain(generation: Generation, ...reasons: string[]): Evidence {
  return { generation, certainty: 'certain', reasons }
}

function likely(generation: Generation, reason: string): Evidence {
  return { generation, certainty: 'likely', reasons: [reason] }
}

function article(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return value === undefined ? 'undefined' : `a ${typeof value}`
}

/** The first five names, and the number of the others. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(quoted)
  const rest = names.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}
