import { FindingCollection, type OmittedFindings } from '../findings/collection.js'
import type { Diagnostic, LocatedDiagnostic } from '../findings/diagnostic.js'
import { inReadingOrder } from '../findings/reading-order.js'
import type { TargetId } from '../generated/target-facts.js'
import { isPlain, MAX_DEPTH, structureOf } from '../json/structure.js'
import type { Json } from '../json/value.js'
import { targetAmong, targetAmongFor } from '../targets/releases.js'
import type { ServedReleases } from '../targets/server-theme.js'
import { byteOrderMark, parseInto, tooDeepDocument, withoutMark } from '../text/parse-text.js'
import { withRanges } from '../text/ranges.js'
import { checkDocument } from './checks.js'
import { type Call, checkedOptions, type ValidateOptions } from './options.js'

/** The result of a validation. */
export interface Validation<Finding extends Diagnostic = Diagnostic> {
  /** Whether the target accepts and shows the document: no finding is an error. */
  valid: boolean
  /** The target that it was checked for. */
  target: TargetId
  /** Errors first, then warnings, then infos; of a text in the order of its lines. */
  diagnostics: Finding[]
  /** The findings beyond `maxFindings`, counted by code. */
  omitted: OmittedFindings[]
}

/** The type of the findings for an input: with a range for a text. */
export type FindingIn<Input> = Input extends string ? LocatedDiagnostic : Diagnostic

/** Checks an input for one of the known releases. */
export function validateWith<Input>(
  releases: ServedReleases,
  input: Input,
  options: ValidateOptions,
): Validation<FindingIn<Input>> {
  return checkInput(input, checkedOptions(options, releases)) as Validation<FindingIn<Input>>
}

function checkInput(input: unknown, call: Call): Validation {
  const found = new FindingCollection(call.maxFindings)
  if (typeof input !== 'string') return result(checkValue(input, call, found), found)
  const text = withoutMark(input)
  const whole = result(checkText(text, call, found), found, text)
  if (text === input) return whole
  const { serverReadsThemes } = targetAmong(call.releases, whole.target)
  if (call.served === 'static' || !serverReadsThemes)
    return { ...whole, diagnostics: inReadingOrder([byteOrderMark('info'), ...whole.diagnostics]) }
  // For the server the file is empty, whatever else is in it.
  return { valid: false, target: whole.target, diagnostics: [byteOrderMark('error')], omitted: [] }
}

/** Without rules, the structure of a document is computed only on demand. */
function checkValue(document: unknown, call: Call, found: FindingCollection): TargetId {
  if (call.rules === 'off' && isPlain(document))
    return checkDocument(document, call, () => structureOf(document as Json), undefined, found)
  const structure = structureOf(document as Json)
  if (structure.depth <= MAX_DEPTH) return checkDocument(document, call, () => structure, undefined, found)
  found.add(tooDeepDocument())
  return targetOfUnread(call)
}

function checkText(text: string, call: Call, found: FindingCollection): TargetId {
  const parsed = parseInto(found, text)
  if (parsed === undefined) return targetOfUnread(call)
  return checkDocument(parsed.document, call, () => parsed.structure, text, found)
}

const targetOfUnread = ({ releases, target }: Call) => targetAmongFor(releases, target, 'unknown').id

/** @param text the text of the document, for the ranges of findings without one */
function result(target: TargetId, found: FindingCollection, text?: string): Validation {
  const { listed } = found
  return {
    valid: !found.hasErrors,
    target,
    diagnostics: inReadingOrder(text === undefined ? listed : withRanges(text, listed)),
    omitted: found.omitted(),
  }
}
