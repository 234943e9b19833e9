import { FindingCollection } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { detectGeneration } from '../formats/detect-generation.js'
import { type Pointer, valueAt } from '../json/pointer.js'
import { isObject, type JsonObject } from '../json/value.js'
import { serve } from '../resolve/server.js'
import type { Target } from '../targets/target.js'
import { checkCurrent, type Input } from './current.js'
import { FilteredFindings } from './filtered-findings.js'

const LOGO = '/clients/web/defaults/logo'

/**
 * Checks a branding file by the result of the server's merge: it may be any part of a theme, as long as the target accepts
 * the merged document. Findings about the theme alone are left out.
 */
export function checkBranding(input: Input, found: FindingCollection): void {
  const { document: branding, target, call } = input
  if (!target.readsBranding || call.served === 'static') {
    found.add(notRead(input))
    return
  }
  const base = call.base ?? call.releases.serverTheme(target)
  const { document, relocated } = serve(base, target, 'ocis', branding)
  const ofTheme = new FindingCollection(MOST_OF_THEME)
  checkWhole(input, serve(base, target, 'ocis', undefined).document, { document: {}, base }, ofTheme)
  const known = new Set(ofTheme.listed.map(keyOf))
  const shape = otherShape(branding, target)
  if (shape !== undefined) found.add(shape)
  const isReported = (finding: Diagnostic) => {
    const own = valueAt(branding, relocated.get(finding.pointer) ?? finding.pointer)
    // The branding file may replace a wrong value by one that is wrong in the same way.
    if (known.has(keyOf(finding)) && (own === undefined || isObject(own))) return false
    // The finding about the shape explains the wrong type.
    if (shape !== undefined && finding.pointer === LOGO) return false
    moveInto(branding, finding, relocated)
    return true
  }
  checkWhole(input, document, { document: branding, base }, new FilteredFindings(found, isReported))
}

/** The most findings of each code about the theme below the branding file. */
const MOST_OF_THEME = 1000

/** Whether a document is valid as a branding file. */
export function isFineAsBranding(input: Input): boolean {
  const { target, call } = input
  if (!target.readsBranding || call.served === 'static') return false
  const found = new FindingCollection(1)
  checkBranding({ ...input, call: { ...call, rules: 'off' } }, found)
  return !found.hasErrors
}

/** Checks a document that the server merged. */
function checkWhole(
  input: Input,
  document: JsonObject,
  branding: NonNullable<Input['branding']>,
  found: FindingCollection,
): void {
  const detection = detectGeneration(document)
  const isMixed = detection.generation === 'mixed'
  // The merged document is for the product of the target.
  const generation = isMixed ? 'mixed' : input.target.family.generation
  checkCurrent({ ...input, document, detection: { ...detection, generation }, branding }, found)
}

const keyOf = ({ code, pointer }: Diagnostic) => `${code} ${pointer}`

/** The pointer of the value in the branding file that is nearest to a place of the merged document. */
function placeIn(branding: JsonObject, pointer: Pointer): Pointer {
  let place = pointer
  while (valueAt(branding, place) === undefined) place = place.slice(0, place.lastIndexOf('/'))
  return place
}

/** Moves a finding about the merged document to the branding file. It is changed in place, because rules may extend it. */
function moveInto(branding: JsonObject, finding: Diagnostic, relocated: ReadonlyMap<Pointer, Pointer>): void {
  finding.pointer = placeIn(branding, relocated.get(finding.pointer) ?? finding.pointer)
  if (finding.related === undefined) return
  const related = finding.related.filter(({ pointer }) => valueAt(branding, pointer) !== undefined)
  if (related.length > 0) finding.related = related
  else delete finding.related
}

function notRead({ target, call }: Input): Diagnostic {
  const message =
    call.served === 'static'
      ? 'A plain web server does not merge a branding file into the theme, so it has no effect. Put its values into the theme.'
      : `This is a branding file, which servers read since oCIS 6; ${target.title} does not. Upload the logo there instead.`
  return diagnostic('branding-not-read', '', message)
}

/** The finding about a logo in the shape of the other product: both write it to the same place. */
function otherShape(branding: JsonObject, target: Target): Diagnostic | undefined {
  const logo = valueAt(branding, LOGO)
  const wantsText = target.family.generation === 'opencloud'
  if (wantsText ? !isObject(logo) : typeof logo !== 'string') return undefined
  const message = wantsText
    ? `An oCIS server wrote this logo as an object, but OpenCloud requires a string: ${target.title} rejects the theme on every page ("missing or invalid config"). Write ${LOGO} and /common/logo as strings with the path.`
    : `An OpenCloud server wrote this logo as a string, but ${target.title} requires an object: it rejects the theme and shows its own. Write {"topbar": …, "login": …} here.`
  return diagnostic('other-product', LOGO, message)
}
