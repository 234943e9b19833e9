import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { legacyDiagnostics } from '../formats/legacy-schemas.js'
import { rewrap } from '../formats/rewrap.js'
import { schemaDiagnostics, type Validator } from '../formats/schema-findings.js'
import type { Source } from '../formats/values.js'
import type { Pointer } from '../json/pointer.js'
import type { JsonObject } from '../json/value.js'
import { productOf } from '../targets/products.js'
import { releasesOf } from '../targets/releases.js'
import type { Beginning } from './draft.js'
import { type Convertible, otherReleases, readFor } from './road.js'

/**
 * Reads a document whose values have the right types, but for those that the caller wants to be left out. Says what
 * is wrong with the others; `undefined` when the conversion stops.
 */
export function readChecked(
  base: Beginning,
  document: JsonObject,
  generation: Convertible,
): Source | undefined {
  const invalid = placesToDrop(base, typeFindings(base, document, generation))
  if (invalid === undefined) return undefined
  const source = readFor(base, document, generation, invalid)
  if (source.renamed.length === 0) return source
  // The target's schema doesn't know them under these names.
  const renamed = placesToDrop(base, renamedFindings(base, document, generation, source.renamed))
  if (renamed === undefined) return undefined
  return readFor(base, document, generation, new Set([...invalid, ...renamed]))
}

/** Values of the wrong type can't be carried over; keys that are missing get filled in. */
function* typeFindings(
  { target, releases: known }: Beginning,
  document: JsonObject,
  generation: Convertible,
): Generator<Diagnostic> {
  const product = productOf(generation)
  // A draft may hold keys that only later clients read, and whose types no draft knew.
  const said = new Set<Pointer>()
  if (generation !== 'current' && generation !== 'opencloud') {
    for (const finding of legacyDiagnostics(generation, document)) {
      said.add(finding.pointer)
      yield finding
    }
    if (generation !== 'unwrapped') return
  }
  // No release of the other product accepts these either.
  const releases = product === target.family.product ? [target] : releasesOf(known, product)
  for (const { check } of releases) {
    for (const finding of currentFindings(check, document, generation)) {
      if (said.has(finding.pointer)) continue
      said.add(finding.pointer)
      yield finding
    }
  }
}

/** What is wrong with values that the target has under another name, as the releases see it that have this one. */
function* renamedFindings(
  base: Beginning,
  document: JsonObject,
  generation: Convertible,
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

function isAtOrBelow(pointer: Pointer, places: ReadonlySet<Pointer>): boolean {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1))
    if (places.has(pointer.slice(0, end))) return true
  return false
}

/** The values of a document that a schema of current files rejects. */
function* currentFindings(
  check: Validator,
  document: JsonObject,
  generation: Convertible,
): Generator<Diagnostic> {
  const isWrapped = generation === 'current' || generation === 'opencloud'
  for (const finding of schemaDiagnostics(check, isWrapped ? document : rewrap(document))) {
    if (finding.code === 'missing-key') continue
    yield isWrapped ? finding : { ...finding, pointer: finding.pointer.replace(/^\/clients(?=\/)/, '') }
  }
}

/**
 * Wrong values stop a conversion, unless the caller asked to leave them out.
 *
 * @returns the places to leave out; `undefined` when the conversion stops
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
