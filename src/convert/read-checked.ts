import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { legacyDiagnostics } from '../formats/legacy-schemas.js'
import type { ReadableGeneration } from '../formats/read-document.js'
import { rewrap } from '../formats/rewrap.js'
import { schemaDiagnostics, type Validator } from '../formats/schema-findings.js'
import type { Source } from '../formats/values.js'
import { isAtOrBelow, type Pointer } from '../json/pointer.js'
import type { JsonObject } from '../json/value.js'
import { productOf } from '../targets/products.js'
import { releasesOf } from '../targets/releases.js'
import type { Beginning } from './draft.js'
import { reportMisspeltKeys } from './misspelt-keys.js'
import { otherReleases, readFor } from './read-source.js'

/**
 * Reads a document. Values of the wrong type are reported, and left out if the caller asked for that.
 *
 * @returns `undefined` if the conversion stops because of such values
 */
export function readChecked(
  base: Beginning,
  document: JsonObject,
  generation: ReadableGeneration,
): Source | undefined {
  const invalid = placesToDrop(base, typeFindings(base, document, generation))
  if (invalid === undefined) return undefined
  const source = readFor(base, document, generation, invalid)
  reportMisspeltKeys(base, source, document, generation)
  if (source.renamed.length === 0) return source
  // The target's schema doesn't know them under these names.
  const renamed = placesToDrop(base, renamedFindings(base, document, generation, source.renamed))
  if (renamed === undefined) return undefined
  return readFor(base, document, generation, new Set([...invalid, ...renamed]))
}

/** The findings about values of the wrong type; missing keys are filled in later. */
function* typeFindings(
  { target, releases: known }: Beginning,
  document: JsonObject,
  generation: ReadableGeneration,
): Generator<Diagnostic> {
  const product = productOf(generation)
  // An unwrapped draft may have keys of current files, so it is also checked as one.
  const reported = new Set<Pointer>()
  if (generation !== 'current' && generation !== 'opencloud') {
    for (const finding of legacyDiagnostics(generation, document)) {
      reported.add(finding.pointer)
      yield finding
    }
    if (generation !== 'unwrapped') return
  }
  // A value of another product has to fit all releases of that product.
  const releases = product === target.family.product ? [target] : releasesOf(known, product)
  for (const { check } of releases) {
    for (const finding of currentFindings(check, document, generation)) {
      if (reported.has(finding.pointer)) continue
      reported.add(finding.pointer)
      yield finding
    }
  }
}

/** The findings about values that the target has under another name, by the schemas of the releases with this name. */
function* renamedFindings(
  base: Beginning,
  document: JsonObject,
  generation: ReadableGeneration,
  renamed: readonly Pointer[],
): Generator<Diagnostic> {
  const places = new Set(renamed)
  const known = new Set<Pointer>()
  for (const { check } of otherReleases(base)) {
    for (const finding of currentFindings(check, document, generation)) {
      const { pointer } = finding
      if (known.has(pointer) || !isAtOrBelow(pointer, places)) continue
      known.add(pointer)
      yield finding
    }
  }
}

/** The findings of a schema of current files, without those about missing keys. */
function* currentFindings(
  check: Validator,
  document: JsonObject,
  generation: ReadableGeneration,
): Generator<Diagnostic> {
  const isWrapped = generation === 'current' || generation === 'opencloud'
  for (const finding of schemaDiagnostics(check, isWrapped ? document : rewrap(document))) {
    if (finding.code === 'missing-key') continue
    yield isWrapped ? finding : { ...finding, pointer: finding.pointer.replace(/^\/clients(?=\/)/, '') }
  }
}

/**
 * Reports values of the wrong type.
 *
 * @returns the pointers to leave out, if the caller asked for that; `undefined` if the conversion stops
 */
function placesToDrop(
  { options, findings }: Beginning,
  wrong: Iterable<Diagnostic>,
): ReadonlySet<Pointer> | undefined {
  const dropped = new Set<Pointer>()
  let isStopped = false
  for (const finding of wrong) {
    const { pointer, message } = finding
    if (options.invalidValues === 'drop') {
      findings.add(diagnostic('value-invalid-dropped', pointer, `${message} It was dropped, as requested.`))
      dropped.add(pointer)
    } else {
      findings.add(finding)
      isStopped = true
    }
  }
  return isStopped ? undefined : dropped
}
