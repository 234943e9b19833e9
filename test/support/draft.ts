import { expect } from 'vitest'
import { carry } from '../../src/convert/carry.js'
import { bothProducts } from '../../src/convert/crossing.js'
import { type Draft, newDraft, type Step } from '../../src/convert/draft.js'
import type { ConvertOptions } from '../../src/convert/options.js'
import { readFor } from '../../src/convert/read-source.js'
import { write } from '../../src/convert/write-document.js'
import { FindingCollection } from '../../src/findings/collection.js'
import type { ReadableGeneration } from '../../src/formats/read-document.js'
import { detect, type TargetId } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { allReleases, targetOf } from '../../src/targets/index.js'
import { productOf } from '../../src/targets/products.js'

/** Options of a conversion, with the targets of both products. */
export type DraftOptions = Omit<ConvertOptions, 'target'> & { target?: TargetId }

/** A document as the draft that the steps of a conversion get. */
function draftOf(document: object, { target: id, ...options }: DraftOptions = {}): Draft {
  const target = targetOf(id)
  const found = detect(document).generation
  // Of a file with several generations, clients read the current part.
  const generation = (found === 'mixed' ? 'current' : found) as ReadableGeneration
  const source = readFor({ target, releases: allReleases }, document as JsonObject, generation, new Set())
  const base = {
    target,
    releases: allReleases,
    options,
    generation: options.as === 'branding' ? ('branding' as const) : generation,
    product: productOf(generation),
    findings: new FindingCollection(),
  }
  return newDraft(base, source)
}

/** Checks that every finding and every entry of the ledger has a reason. */
function expectReasons({ entries, findings }: Draft): void {
  for (const { from, to, reason } of entries) expect(reason, `${from} to ${to}`).toMatch(/\w/)
  for (const { code, message } of findings.listed) expect(message, code).toMatch(/\w.*\.$/s)
}

/** The result of a single step. */
export function stepped(step: Step, document: object, options: DraftOptions = {}) {
  const draft = draftOf(document, options)
  step(draft)
  const theme = write(draft) as Record<string, unknown>
  expectReasons(draft)
  const clients = theme['clients'] as { web?: { defaults?: JsonObject; themes?: JsonObject[] } } | undefined
  return {
    draft,
    theme,
    common: theme['common'] as JsonObject,
    defaults: clients?.web?.defaults ?? {},
    themes: clients?.web?.themes ?? [],
    codes: draft.findings.listed.map(({ code }) => code),
    findings: draft.findings.listed.map(({ code, pointer }) => [code, pointer]),
    messages: draft.findings.listed.map(({ message }) => message),
    /** The reasons of the entries about a value of the input or the output. */
    why: (pointer: string) =>
      draft.entries.filter(({ from, to }) => from === pointer || to === pointer).map(({ reason }) => reason),
    /** The entries about a value of the input. */
    from: (pointer: string) =>
      draft.entries.filter(({ from }) => from === pointer).map(({ to, action }) => [action, to]),
    /** The entries about a value of the output. */
    to: (pointer: string) =>
      draft.entries.filter(({ to }) => to === pointer).map(({ from, action }) => [action, from]),
  }
}

/** The result of all steps, for a target of any product. */
export function carried(document: object, id: TargetId) {
  const target = targetOf(id)
  const generation = detect(document).generation as ReadableGeneration
  const source = readFor({ target, releases: allReleases }, document as JsonObject, generation, new Set())
  const draft = carry(
    { target, releases: allReleases, options: {}, generation, findings: new FindingCollection() },
    source,
    document as JsonObject,
    () => bothProducts,
  )
  const theme = write(draft)
  expectReasons(draft)
  return { theme, entries: draft.entries, diagnostics: draft.findings.listed }
}
