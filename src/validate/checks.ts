import type { FindingCollection } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { nearest } from '../findings/nearest.js'
import { detectGeneration, type GenerationDetection } from '../formats/detect-generation.js'
import { type Generation, generations, isLegacy } from '../formats/generations.js'
import { legacyDiagnostics } from '../formats/legacy-schemas.js'
import { keysOf, tablesOfGenerations } from '../formats/places.js'
import { schemaDiagnostics } from '../formats/schema-findings.js'
import { branding } from '../generated/validators.js'
import { child } from '../json/pointer.js'
import type { Structure } from '../json/structure.js'
import { hasOwn, isObject, type JsonObject, own } from '../json/value.js'
import { mergeDocuments } from '../resolve/server.js'
import { familyReading, type TargetId, targetFor } from '../targets/index.js'
import type { Family, Target } from '../targets/target.js'
import { MissingPlaces } from './missing.js'
import type { Call } from './options.js'
import type { Subject } from './rule.js'
import { runRules } from './rules.js'

/** A document with what is known of it before anything is checked. */
interface Input {
  readonly document: JsonObject
  readonly structure: () => Structure
  /** The text, where there is one. */
  readonly text: string | undefined
  readonly detection: GenerationDetection
  readonly target: Target<TargetId>
  readonly call: Call
}

/**
 * Adds all findings about a document, in the order of what matters.
 *
 * @returns the target that it was checked for
 */
export function checkDocument(
  document: unknown,
  call: Call,
  structure: () => Structure,
  text: string | undefined,
  found: FindingCollection,
): TargetId {
  const detection = detectGeneration(document)
  const target = targetFor(call.target, detection.generation)
  if (isObject(document))
    checks[detection.generation]({ document, structure, text, detection, target, call }, found)
  else found.add(notATheme(`${detection.reasons.join(' ')} Check that this is the right file.`))
  return target.id
}

const notATheme = (message: string, pointer = '') => diagnostic('not-a-theme', pointer, message)

type Check = (input: Input, found: FindingCollection) => void

const checkLegacy: Check = ({ document, target, detection: { generation } }, found) => {
  const { title, writtenFor } = generations[generation]
  found.add(
    diagnostic(
      'legacy-theme',
      '',
      `This is a ${title}, written for ${writtenFor}. ${target.title} does not read this shape and shows its stock theme instead. Convert it for ${target.id}.`,
    ),
  )
  if (isLegacy(generation)) found.addAll(legacyDiagnostics(generation, document))
}

const checkCurrent: Check = (input, found) => {
  const { document, target, call, detection } = input
  const reader = familyReading(detection.generation)
  if (reader !== undefined && reader !== target.family) {
    found.add(otherProduct(target, reader))
    return
  }
  const supplied = call.served === 'ocis' ? target.serverValues : {}
  const missing = new MissingPlaces()
  found.addAll(
    schemaDiagnostics(target.check, document, supplied, (finding, place, what) => {
      missing.note(finding, { places: [place], what })
    }),
  )
  // Only what the server adds to a group that the file lacks can change what follows.
  let isAlone = true
  for (const group in supplied) if (!hasOwn(document, group)) isAlone = false
  const reaching = isAlone ? document : (mergeDocuments(supplied, document) as JsonObject)
  const served = () => mergeDocuments(supplied, document) as JsonObject
  const passes = found.isEmpty
  const lacksCommon = passes && !isAlone && !target.check(reaching)
  const isAccepted = passes && !lacksCommon
  const known = { missing, keys: keysOf(target.places), reaching, served, lacksCommon, isAccepted }
  runRules(subjectOf(input, known), call.rules, found)
}

/** What the rules of a document can know before they run. */
type Known = Pick<Subject, 'missing' | 'keys' | 'reaching' | 'served' | 'lacksCommon' | 'isAccepted'>

function subjectOf({ document, target, structure, text, detection, call }: Input, known: Known): Subject {
  const { missing, keys, reaching, served, lacksCommon, isAccepted } = known
  const web = isAccepted ? ((document['clients'] as JsonObject)['web'] as JsonObject) : {}
  // Spelt out: spreading what is known takes longer than everything else that is done for a document without rules.
  return {
    document,
    reaching,
    served,
    target,
    keys,
    isAccepted,
    lacksCommon,
    missing,
    defaults: isAccepted ? (web['defaults'] as JsonObject) : {},
    themes: isAccepted ? (web['themes'] as unknown as JsonObject[]) : [],
    structure,
    text,
    isMixed: detection.generation === 'mixed',
    assets: call.assets,
    isBehindServer: call.served === 'ocis',
  }
}

function otherProduct({ title, family }: Target, { product }: Family): Diagnostic {
  return diagnostic(
    'other-product',
    '',
    `This is a theme for ${product}, which ${title} does not read. Write it in the shape of ${family.product}, or check it for a target of ${product}.`,
  )
}

/** How each generation is checked. */
const checks: Record<Generation, Check> = {
  flat: checkLegacy,
  named: checkLegacy,
  wrapped: checkLegacy,
  unwrapped: checkLegacy,
  current: checkCurrent,
  branding(input, found) {
    const { document, target, call } = input
    found.addAll(schemaDiagnostics(branding, document))
    if (!target.readsBranding) {
      found.add(
        diagnostic(
          'branding-not-read',
          '',
          `This is a branding file, which servers read since oCIS 6; ${target.title} does not. Upload the logo there instead.`,
        ),
      )
    }
    // What the file says is checked, but it is no theme that a client shows.
    const known = {
      missing: new MissingPlaces(),
      keys: keysOf(tablesOfGenerations.branding),
      reaching: document,
      served: () => document,
      lacksCommon: false,
      isAccepted: false,
    }
    runRules(subjectOf(input, known), call.rules, found)
  },
  opencloud: checkCurrent,
  mixed(input, found) {
    const { document, detection } = input
    const parts = detection.candidates.join(' and ')
    // Clients look at "clients" alone, and ignore the rest.
    if (isObject(own(document, 'clients'))) checkCurrent(input, found)
    else
      found.add(
        diagnostic(
          'mixed-generations',
          '',
          `The document has parts of several generations (${parts}). ${detection.reasons.join(' ')} Decide which part is the right one and delete the others.`,
        ),
      )
  },
  unknown(input, found) {
    const { document, detection } = input
    // Somebody meant a current theme: say what the client's check says.
    if (Object.hasOwn(document, 'clients')) {
      checkCurrent(input, found)
      return
    }
    const guess = Object.keys(document).find((key) => nearest(key, ['clients'], true) !== undefined)
    const reasons = detection.reasons.join(' ')
    found.add(
      guess === undefined
        ? notATheme(`${reasons} Check that this is the right file.`)
        : notATheme(
            `${reasons} Rename ${JSON.stringify(guess)}, which nothing reads, to "clients".`,
            child('', guess),
          ),
    )
  },
}
