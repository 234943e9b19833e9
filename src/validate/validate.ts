import { type Diagnostic, hasErrors } from '../findings/diagnostic.js'
import { MAX_DEPTH, structureOf } from '../json/structure.js'
import type { Json } from '../json/value.js'
import { type TargetId, targetFor, targetOf } from '../targets/index.js'
import { byteOrderMark, parseText, tooDeepDocument, withoutMark } from '../text/parse-text.js'
import { withRanges } from '../text/ranges.js'
import { type Findings, findings } from './checks.js'
import { type Call, checkedOptions, type ValidateOptions } from './options.js'

/** What a validation found. */
export interface Validation {
  /** Whether the target accepts and shows the document: no finding is an error. */
  valid: boolean
  /** What it was checked for. */
  target: TargetId
  diagnostics: Diagnostic[]
}

/**
 * Checks that a release of the client accepts and renders a theme, and flags likely mistakes.
 *
 * @param input a parsed `theme.json`, or its text
 * @param options the target, who serves the file, and what to leave out
 * @returns the findings: what the target's own check rejects (`wrong-type`, `missing-key`, …), what passes it
 *   and then breaks pages (`no-theme`, `missing-common`, …), mistakes in keys, tokens, colours, images and links,
 *   and for a text what is wrong with it as JSON. A legacy theme gets the finding `legacy-theme`, and others only
 *   where it is wrong as what it is. For a text every finding has its range.
 * @throws TypeError or RangeError for wrong options, and TypeError for what JSON can't hold (functions, cycles, …);
 *   never for a wrong document
 *
 * @example
 * validate({ clients: { web: { defaults: {}, themes: [] } } }, { target: 'ocis-8' }).valid // false
 * validate(text, { rules: { 'unused-token': 'off', 'low-contrast': 'error' } })
 */
export function validate(input: unknown, options: ValidateOptions = {}): Validation {
  const call = checkedOptions(options)
  if (typeof input !== 'string') return result(findingsOfDocument(input, call))
  const text = withoutMark(input)
  const found = findingsOfText(text, call)
  if (text === input) return result(found)
  const { serverReadsThemes } = targetOf(found.target)
  if (call.served === 'static' || !serverReadsThemes) {
    return result({ ...found, diagnostics: [byteOrderMark('info'), ...found.diagnostics] })
  }
  // The server takes the file for an empty one, whatever else is in it.
  return result({ ...found, diagnostics: [byteOrderMark('error')] })
}

/** How deep a document is takes a walk through all of it, which is left out with the rules that need one. */
function findingsOfDocument(document: unknown, call: Call): Findings {
  if (call.rules === 'off') return findings(document, call, () => structureOf(document as Json), undefined)
  const structure = structureOf(document as Json)
  if (structure.depth <= MAX_DEPTH) return findings(document, call, () => structure, undefined)
  return { target: targetFor(call.target, 'unknown').id, diagnostics: [tooDeepDocument()] }
}

function findingsOfText(text: string, call: Call): Findings {
  const parsed = parseText(text)
  if (parsed.document === undefined) {
    return { target: targetFor(call.target, 'unknown').id, diagnostics: parsed.diagnostics }
  }
  const found = findings(parsed.document, call, () => parsed.structure, text)
  if (found.diagnostics.length === 0) return found
  return { ...found, diagnostics: withRanges(text, found.diagnostics) }
}

function result({ target, diagnostics }: Findings): Validation {
  return { valid: !hasErrors(diagnostics), target, diagnostics }
}
