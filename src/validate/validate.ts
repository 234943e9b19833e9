import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js'
import { isObject, type JsonObject, own, ownObject } from '../document/json.js'
import { schemaDiagnostics } from '../document/schema.js'
import { parseText } from '../document/text.js'
import { type Detection, detect } from '../formats/detect.js'
import { type Generation, generations, isLegacy } from '../formats/generations.js'
import { legacySchemas } from '../formats/legacy-schemas.js'
import { branding } from '../generated/validators.js'
import { type TargetId, targetOf } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import type { Rule } from './rule.js'
import { needs } from './rules/needs.js'
import { shownTheme } from './rules/shown-theme.js'
import { uniqueNames } from './rules/unique-names.js'

/** What to check for. */
export interface ValidateOptions {
  /** The release that has to accept the theme; `ocis-8` unless given. */
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
  const target = targetOf(options.target)
  const { served = 'ocis' } = options
  if (served !== 'ocis' && served !== 'static') {
    throw new TypeError(`The option "served" must be "ocis" or "static", not ${JSON.stringify(served)}.`)
  }
  if (typeof input !== 'string') return result(findings(input, target, served))
  const parsed = parseText(input)
  return result(
    parsed.document === undefined ? parsed.diagnostics : findings(parsed.document, target, served),
  )
}

function result(diagnostics: Diagnostic[]): Validation {
  return { valid: !hasErrors(diagnostics), diagnostics }
}

function findings(document: unknown, target: Target<TargetId>, served: 'ocis' | 'static'): Diagnostic[] {
  const detection = detect(document)
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

const checkCurrent: Check = (document, target, served) => {
  const supplied = served === 'ocis' ? target.serverValues : {}
  const diagnostics = schemaDiagnostics(target.check, document, supplied)
  if (diagnostics.length > 0) return diagnostics
  const web = ownObject(document, 'clients')?.['web'] as JsonObject
  const checked = {
    document,
    target,
    supplied,
    defaults: ownObject(web, 'defaults') as JsonObject,
    themes: own(web, 'themes') as unknown as JsonObject[],
  }
  return rules.flatMap((rule) => rule(checked))
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
  opencloud: (_document, target, _served, { reasons }) => [
    diagnostic(
      'other-product',
      '',
      `This is a theme for OpenCloud, which ${target.title} rejects. ${reasons.join(' ')} Write a theme in the shape of ownCloud Web.`,
    ),
  ],
  mixed: (document, target, served, detection) => {
    const parts = detection.candidates.join(' and ')
    // Clients look at "clients" alone, and ignore the rest.
    if (!isObject(own(document, 'clients')) || detection.candidates.includes('opencloud')) {
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
