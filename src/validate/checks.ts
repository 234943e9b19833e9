import { FindingCollection } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { detectGeneration, generationOfBranding } from '../formats/detect-generation.js'
import { type Generation, generations, isLegacy } from '../formats/generations.js'
import { legacyDiagnostics } from '../formats/legacy-schemas.js'
import { cureForUnknown, hasSection, isPart, misspeltSection } from '../formats/parts.js'
import { schemaDiagnostics } from '../formats/schema-findings.js'
import type { TargetId } from '../generated/target-facts.js'
import type { Pointer } from '../json/pointer.js'
import type { Structure } from '../json/structure.js'
import { isObject, own } from '../json/value.js'
import { targetAmongFor } from '../targets/releases.js'
import { checkBranding, isFineAsBranding } from './as-branding.js'
import { checkCurrent, type Input } from './current.js'
import { FilteredFindings } from './filtered-findings.js'
import type { Call } from './options.js'

/**
 * Adds all findings about a document, the most important first.
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
  const detection = detectGeneration(document, call.as)
  const { generation } = detection
  const shape = generation === 'branding' ? generationOfBranding(document, call.base) : generation
  const target = targetAmongFor(call.releases, call.target, shape)
  if (isObject(document)) checks[generation]({ document, structure, text, detection, target, call }, found)
  else found.add(notATheme(`${detection.reasons.join(' ')} Check that this is the right file.`))
  return target.id
}

const notATheme = (message: string, pointer = '') => diagnostic('not-a-theme', pointer, message)

/** The most findings of each code that are needed to recognise a part of a theme. */
const MOST_LOOKED_AT = 100

type Check = (input: Input, found: FindingCollection) => void

const checkLegacy: Check = ({ document, target, detection: { generation } }, found) => {
  const { title, writtenFor } = generations[generation]
  found.add(
    diagnostic(
      'legacy-theme',
      '',
      `This is a ${title}, written for ${writtenFor}. ${target.title} does not read this shape and shows ${target.family.shownInstead}. Convert it for ${target.id}.`,
    ),
  )
  if (isLegacy(generation)) found.addAll(legacyDiagnostics(generation, document))
}

/** A part of a theme may be valid as a branding file: then one finding lists everything that it lacks as a theme. */
const checkTheme: Check = (input, found) => {
  const { document, target } = input
  if (!isPart(document)) {
    checkCurrent(input, found)
    return
  }
  const isLack = ({ code, related }: Diagnostic) => code === 'missing-key' && related === undefined
  const first = new FindingCollection(MOST_LOOKED_AT)
  checkCurrent(input, first)
  const errors = first.listed.filter(({ severity }) => severity === 'error')
  if (!errors.every(isLack) || !isFineAsBranding(input)) {
    checkCurrent(input, found)
    return
  }
  const missing: Pointer[] = []
  const lacks = schemaDiagnostics(target.check, document, target.serverValues, (_, place) =>
    missing.push(place),
  )
  for (const _ of lacks);
  found.add(
    diagnostic(
      'partial-theme',
      '',
      `This is only a part of a theme: ${target.title} rejects it, because it lacks ${missing.join(', ')}. Add what is missing. If this is a branding file (_branding/theme.json), which the server merges into the theme, it is valid: pass --as branding (in the library: the option "as").`,
    ),
  )
  checkCurrent(input, new FilteredFindings(found, ({ code }) => code !== 'missing-key'))
}

/** How each generation is checked. */
const checks: Record<Generation, Check> = {
  flat: checkLegacy,
  named: checkLegacy,
  wrapped: checkLegacy,
  unwrapped: checkLegacy,
  current: checkTheme,
  opencloud: checkTheme,
  branding: checkBranding,
  mixed(input, found) {
    const { document, detection, call } = input
    if (call.as === 'branding' && hasSection(document)) {
      checkBranding(input, found)
      return
    }
    const parts = detection.candidates.join(' and ')
    // Clients read only "clients".
    if (isObject(own(document, 'clients'))) checkCurrent(input, found)
    else
      found.add(
        diagnostic(
          'mixed-generations',
          '',
          `The document mixes several generations (${parts}). ${detection.reasons.join(' ')} Keep the right part and delete the others.`,
        ),
      )
  },
  unknown(input, found) {
    const { document, detection } = input
    // A current theme was intended: report the errors of the client's check.
    if (Object.hasOwn(document, 'clients')) {
      checkCurrent(input, found)
      return
    }
    const pointer = misspeltSection(document)?.pointer
    found.add(notATheme(`${detection.reasons.join(' ')} ${cureForUnknown(document)}`, pointer))
  },
}
