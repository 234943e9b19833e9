import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js'
import { hasOwn, isObject, type JsonObject, own } from '../document/json.js'
import { schemaDiagnostics } from '../document/schema.js'
import { parseText } from '../document/text.js'
import { type Detection, detect } from '../formats/detect.js'
import { type Generation, generations, isLegacy } from '../formats/generations.js'
import { legacySchemas } from '../formats/legacy-schemas.js'
import { branding } from '../generated/validators.js'
import { mergeDocuments } from '../resolve/server.js'
import { type TargetId, targetFor, targetOf } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import type { Rule } from './rule.js'
import { needs } from './rules/needs.js'
import { shownTheme } from './rules/shown-theme.js'
import { uniqueNames } from './rules/unique-names.js'

/** What to check for. */
export interface ValidateOptions {
  /** The release that has to accept the theme; by default the newest of the product that the theme is for. */
  target?: TargetId
  /**
   * Who serves the file: the server of oCIS, which adds the share roles (since oCIS 6), or a plain web server,
   * which adds nothing. `ocis` unless given.
   */
  served?: 'ocis' | 'static'
}

/** What a validation found. */
export interface Validation {
  /** Whether the target accepts and shows the document: no finding is an error. */
  valid: boolean
  diagnostics: Diagnostic[]
}

const rules: readonly Rule[] = [shownTheme, needs, uniqueNames]

/**
 * Tells whether a release of the client accepts a theme, shows it, and stays alive.
 *
 * @param input a parsed `theme.json`, or its text
 * @param options the target, and who serves the file
 * @returns the findings: what the target's own check rejects (`wrong-type`, `missing-key`, …), what passes it
 *   and then breaks pages (`no-theme`, `missing-common`, …), and for a text what is wrong with it as JSON.
 *   A legacy theme gets the finding `legacy-theme`, and others only where it is wrong as what it is.
 * @throws TypeError or RangeError for wrong options, never for a wrong document
 *
 * @example
 * validate({ clients: { web: { defaults: {}, themes: [] } } }, { target: 'ocis-8' }).valid // false
 */
export function validate(input: unknown, options: ValidateOptions = {}): Validation {
  if (options.target !== undefined) targetOf(options.target)
  const { served = 'ocis' } = options
  if (served !== 'ocis' && served !== 'static') {
    throw new TypeError(`The option "served" must be "ocis" or "static", not ${JSON.stringify(served)}.`)
  }
  if (typeof input !== 'string') return result(findings(input, options.target, served))
  const parsed = parseText(input)
  return result(
    parsed.document === undefined ? parsed.diagnostics : findings(parsed.document, options.target, served),
  )
}

function result(diagnostics: Diagnostic[]): Validation {
  return { valid: !hasErrors(diagnostics), diagnostics }
}

function findings(document: unknown, id: TargetId | undefined, served: 'ocis' | 'static'): Diagnostic[] {
  const detection = detect(document)
  const target = targetFor(id, detection.generation)
  if (!isObject(document)) {
    return [
      diagnostic('not-a-theme', '', `${detection.reasons.join(' ')} Check that this is the right file.`),
    ]
  }
  return checks[detection.generation](document, target, served, detection)
}

type Check = (
  document: JsonObject,
  target: Target<TargetId>,
  served: 'ocis' | 'static',
  detection: Detection,
) => Diagnostic[]

const checkLegacy: Check = (document, target, _served, { generation }) => {
  const { title, writtenFor } = generations[generation]
  const legacy = diagnostic(
    'legacy-theme',
    '',
    `This is a ${title}, written for ${writtenFor}. ${target.title} does not read this shape and shows its stock theme instead. Convert it for ${target.id}.`,
  )
  return isLegacy(generation) ? [legacy, ...schemaDiagnostics(legacySchemas[generation], document)] : [legacy]
}

const checkCurrent: Check = (document, target, served, { generation }) => {
  const isOther = generation === (target.family === 'opencloud' ? 'current' : 'opencloud')
  if (isOther) return [otherProduct(target, generation)]
  const supplied = served === 'ocis' ? target.serverValues : {}
  const diagnostics = schemaDiagnostics(target.check, document, supplied)
  if (diagnostics.length > 0) return diagnostics
  // Only what the server adds to a group that the file lacks can change what follows.
  let isAlone = true
  for (const group in supplied) if (!hasOwn(document, group)) isAlone = false
  const reaching = isAlone ? document : (mergeDocuments(supplied, document) as JsonObject)
  if (!isAlone && !target.check(reaching)) return [missingCommon(target)]
  const web = (document['clients'] as JsonObject)['web'] as JsonObject
  const checked = {
    document: reaching,
    served: () => mergeDocuments(supplied, document) as JsonObject,
    target,
    defaults: web['defaults'] as JsonObject,
    themes: web['themes'] as unknown as JsonObject[],
  }
  for (const rule of rules) rule(checked, diagnostics)
  return diagnostics
}

function otherProduct(target: Target, generation: Generation): Diagnostic {
  const product = generation === 'opencloud' ? 'OpenCloud' : 'ownCloud Web'
  const wanted = target.family === 'opencloud' ? 'OpenCloud' : 'ownCloud Web'
  return diagnostic(
    'other-product',
    '',
    `This is a theme for ${product}, which ${target.title} does not read. Write it in the shape of ${wanted}, or check it for a target of ${product}.`,
  )
}

/** With the share roles that the server adds, a missing `common` becomes a part of one, which clients reject. */
function missingCommon(target: Target): Diagnostic {
  return diagnostic(
    'missing-common',
    '',
    `There is no "common" at the root. The server adds the share roles to it, and ${target.title} takes a "common" only whole: the theme is ignored. Add "common" with name, slogan, logo and urls.`,
  )
}

/** How each generation is checked. */
const checks: Record<Generation, Check> = {
  flat: checkLegacy,
  named: checkLegacy,
  wrapped: checkLegacy,
  unwrapped: checkLegacy,
  current: checkCurrent,
  branding: (document, target) => {
    const diagnostics = schemaDiagnostics(branding, document)
    if (!target.readsBranding) {
      diagnostics.push(
        diagnostic(
          'branding-not-read',
          '',
          `This is a branding file, which servers read since oCIS 6; ${target.title} does not. Upload the logo there instead.`,
        ),
      )
    }
    return diagnostics
  },
  opencloud: checkCurrent,
  mixed: (document, target, served, detection) => {
    const parts = detection.candidates.join(' and ')
    // Clients look at "clients" alone, and ignore the rest.
    if (!isObject(own(document, 'clients'))) {
      return [
        diagnostic(
          'mixed-generations',
          '',
          `The document has parts of several generations (${parts}). ${detection.reasons.join(' ')} Decide which part is the right one and delete the others.`,
        ),
      ]
    }
    return [
      ...checkCurrent(document, target, served, detection),
      diagnostic(
        'ignored-generation',
        '',
        `Beside "clients" there are parts of another generation (${parts}), which ${target.title} ignores. ${detection.reasons.join(' ')} Delete what is left over.`,
      ),
    ]
  },
  unknown: (document, target, served, detection) => {
    // Somebody meant a current theme: say what the client's check says.
    if (Object.hasOwn(document, 'clients')) return checkCurrent(document, target, served, detection)
    return [
      diagnostic('not-a-theme', '', `${detection.reasons.join(' ')} Check that this is the right file.`),
    ]
  },
}
