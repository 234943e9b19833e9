import { assertOptions } from '../findings/assert-options.js'
import { FindingCollection, type OmittedFindings } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { detectGeneration } from '../formats/detect-generation.js'
import { generationOfPart } from '../formats/families.js'
import type { Generation, GenerationDetection } from '../formats/generations.js'
import { cureForUnknown, isFromUpload, isRoleOpen, misspeltSection } from '../formats/parts.js'
import { child } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isTooDeep, MAX_DEPTH, structureOf } from '../json/structure.js'
import { isObject, type Json, type JsonObject } from '../json/value.js'
import type { ThemeOf } from '../targets/define-theme.js'
import type { ConversionTargetId } from '../targets/index.js'
import { productOf } from '../targets/products.js'
import { hasReleases, type Releases, targetAmong } from '../targets/releases.js'
import { type Crossing, carry } from './carry.js'
import { checkResult } from './check-result.js'
import { type Beginning, report } from './draft.js'
import type { Ledger, LedgerEntry } from './ledger.js'
import { liftFragments } from './lift-fragments.js'
import { type Lifted, liftPasted } from './lift-pasted.js'
import { type ConvertOptions, optionChecks } from './options.js'
import { partRead } from './part-read.js'
import { readChecked } from './read-checked.js'
import { isConvertible } from './read-source.js'
import { reportServerCopy } from './server-copy.js'
import { write } from './write-document.js'

/** A document that was converted. */
export interface Converted<Theme extends object = ThemeOf<ConversionTargetId>> {
  /** The theme for the target. */
  theme: Theme
  /** What happened to every value of the input and of the output. */
  ledger: Ledger
  /** The findings, none of which is an error. */
  diagnostics: Diagnostic[]
  /** The findings beyond `maxFindings`, counted by code. */
  omitted: OmittedFindings[]
}

/** A document that can't be converted. */
export interface NotConverted {
  theme: undefined
  /** Without entries. */
  ledger: Ledger
  /** The findings: the errors say why there is no theme. */
  diagnostics: Diagnostic[]
  /** The findings beyond `maxFindings`, counted by code. */
  omitted: OmittedFindings[]
}

/** The result of a conversion: `theme` is `undefined` if there is none. For one target: `Conversion<ThemeOf<'ocis-8'>>`. */
export type Conversion<Theme extends object = ThemeOf<ConversionTargetId>> = Converted<Theme> | NotConverted

/** The known releases, and the steps for conversions from or to OpenCloud. */
export interface Known {
  readonly releases: Releases
  /** Not needed if only releases of ownCloud are known. */
  readonly crossing?: () => Crossing
}

/** Converts a document to one of the known releases. */
export function convertWith(
  { releases, crossing = noCrossing }: Known,
  document: unknown,
  options: ConvertOptions,
): Conversion {
  assertOptions(options, optionChecks)
  const target = targetAmong(releases, options.target)
  const detection = detectGeneration(document, options.as)
  const { generation, reasons } = detection
  const findings = new FindingCollection(options.maxFindings)
  const base = { target, releases, crossing, options, generation, findings }
  const result = isObject(document) ? convertAny(base, document, detection) : undefined
  if (!isObject(document)) {
    // Throws for what JSON can't hold.
    structureOf(document as Json)
    report(
      base,
      'not-a-theme',
      '',
      `${reasons.join(' ')} ${typeof document === 'string' ? 'Parse the text first, with parseText.' : 'Pass the content of a theme.json.'}`,
    )
  }
  const done = findings.hasErrors ? undefined : result
  return {
    theme: done?.theme,
    ledger: {
      source: result?.source ?? generation,
      target: target.id,
      entries: done?.entries ?? [],
    },
    diagnostics: findings.listed,
    omitted: findings.omitted(),
    // The types are generated from the schema that the written document fits.
  } as unknown as Conversion
}

/** The input of a conversion, before the document is read. */
interface Start extends Beginning {
  readonly crossing: () => Crossing
}

const noCrossing = (): never => {
  throw new Error('No release of OpenCloud is known.')
}

/** The result of a conversion. */
interface Result {
  readonly theme: JsonObject
  readonly entries: LedgerEntry[]
  /** The generation it was read as, if that isn't the detected one. */
  readonly source?: Generation
}

/** Converts any document, also a mixture of generations if it is clear which part is meant. */
function convertAny(base: Start, document: JsonObject, detection: GenerationDetection): Result | undefined {
  const { generation, reasons } = detection
  if (isRefusedForDepth(base, document)) return undefined
  if (isRoleOpen(detection)) {
    const isUploaded = isFromUpload(document)
    base.findings.add(partOfTheme(document, isUploaded))
    if (!isUploaded) return undefined
  }
  if (generation === 'branding') return convertBranding(base, document)
  if (generation === 'unknown') return convertUnknown(base, document, reasons)
  const lifted = liftPasted(document)
  if (lifted !== undefined) return convertPasted(base, lifted, reasons)
  const source = partRead(detection, base.target, document) ?? generation
  return convertObject({ ...base, generation: source }, document, reasons)
}

function isRefusedForDepth(base: Start, document: JsonObject): boolean {
  if (!isTooDeep(document)) return false
  report(
    base,
    'too-deep',
    '',
    `The document is nested more than ${MAX_DEPTH} levels deep. Themes need at most eight levels: remove the nesting.`,
  )
  return true
}

/**
 * The finding for a part of a theme without a role. Filled in it would be no branding file, and as it is it is no theme;
 * only for the file of a logo upload the role is clear.
 */
function partOfTheme(document: JsonObject, isUploaded: boolean): Diagnostic {
  const misspelt = misspeltSection(document)
  if (misspelt !== undefined)
    return diagnostic('partial-theme', misspelt.pointer, `This is only a part of a theme: ${misspelt.cure}`)
  const both =
    'As a theme (themes/<name>/theme.json) clients reject it; as a branding file (_branding/theme.json), which servers since oCIS 6 merge into the theme,'
  return isUploaded
    ? {
        ...diagnostic('partial-theme', '', `A logo upload wrote this part of a theme. ${both} it is right.`),
        severity: 'info',
      }
    : diagnostic(
        'partial-theme',
        '',
        `This is only a part of a theme. ${both} it may be right. Pass --as branding to convert it as a part, or --as theme to fill in what is missing (in the library: the option "as").`,
      )
}

/** Converts single groups of a theme, if the role of the file is given. */
function convertUnknown(base: Start, document: JsonObject, reasons: readonly string[]): Result | undefined {
  const lifted = liftFragments(document)
  if (lifted === undefined) return convertObject(base, document, reasons)
  if (isRefusedForDepth(base, lifted.document)) return undefined
  const { as } = base.options
  if (as === undefined) {
    report(
      base,
      'not-a-theme',
      '',
      `${reasons.join(' ')} Put it there, or pass --as branding to make a branding file of it, or --as theme to make a theme that has it (in the library: the option "as").`,
    )
    return undefined
  }
  for (const { key, place } of lifted.fragments) {
    report(
      base,
      'misplaced-key',
      child('', key),
      `Clients don't read ${quoted(key)} at the root. It was moved to ${place}.`,
    )
  }
  const { generation: source, reasons: found } = detectGeneration(lifted.document, as)
  const result = convertLifted(base, lifted, (own) =>
    source === 'branding'
      ? convertBranding({ ...own, generation: source }, lifted.document)
      : convertObject({ ...own, generation: source }, lifted.document, found),
  )
  return result && { ...result, source }
}

/** Converts legacy themes that were copied into "clients" as legacy themes. */
function convertPasted(
  base: Start,
  lifted: NonNullable<ReturnType<typeof liftPasted>>,
  reasons: readonly string[],
): Result | undefined {
  for (const pointer of lifted.themes) {
    report(
      base,
      'ignored-generation',
      pointer,
      `No client reads a legacy theme below "clients". It was converted and moved to /clients/web/themes.`,
    )
  }
  return convertLifted(base, lifted, (own) =>
    convertObject({ ...own, generation: 'wrapped' }, lifted.document, reasons),
  )
}

/** Converts a document with moved parts; findings and ledger have the pointers of the input. */
function convertLifted(
  base: Start,
  lifted: Lifted,
  convertIt: (base: Start) => Result | undefined,
): Result | undefined {
  const findings = new FindingCollection(base.options.maxFindings)
  const result = convertIt({ ...base, findings })
  for (const finding of findings.listed)
    base.findings.add({ ...finding, pointer: lifted.inInput(finding.pointer) })
  if (result === undefined) return undefined
  const entries = result.entries.map(
    (entry) => ({ ...entry, from: entry.from && lifted.inInput(entry.from) }) as LedgerEntry,
  )
  return { theme: result.theme, entries: [...entries, ...lifted.entries] }
}

/** Converts a branding file, which is a part of a theme and stays one. */
function convertBranding(base: Start, document: JsonObject): Result | undefined {
  const { target } = base
  if (!target.readsBranding) {
    report(
      base,
      'branding-file',
      '',
      `${target.title} reads no branding file. Upload the logo there instead.`,
    )
    return undefined
  }
  const generation = generationOfPart(
    document,
    target.family.generation === 'opencloud' ? 'opencloud' : 'current',
  )
  if (isOfOtherProduct(base, generation)) return undefined
  const source = readChecked(base, document, generation)
  if (source === undefined) return undefined
  const draft = carry({ ...base, product: productOf(generation) }, source, document, base.crossing)
  const theme = write(draft)
  checkResult(draft, theme, 'missing-key')
  return { theme, entries: draft.entries }
}

function convertObject(base: Start, document: JsonObject, reasons: readonly string[]): Result | undefined {
  const { generation } = base
  if (!isConvertible(generation)) {
    const why = reasons.join(' ')
    if (generation !== 'mixed') report(base, 'not-a-theme', '', `${why} ${cureForUnknown(document)}`)
    else report(base, 'mixed-generations', '', `This is a mixture of generations. ${why} ${mixedCure}`)
    return undefined
  }
  if (isOfOtherProduct(base, generation)) return undefined
  reportServerCopy(base, document)
  const source = readChecked(base, document, generation)
  if (source === undefined) return undefined
  const draft = carry(base, source, document, base.crossing)
  const theme = write(draft)
  checkResult(draft, theme)
  return { theme, entries: draft.entries }
}

/**
 * Reports a document for a product of which no release is known, and one for another product than the target, if nobody
 * chose that target.
 */
function isOfOtherProduct(base: Start, generation: Generation): boolean {
  const product = productOf(generation)
  if (hasReleases(base.releases, product)) {
    const { target, options } = base
    if (options.target === undefined && product !== target.family.product)
      report(
        base,
        'target-assumed',
        '',
        `This is a theme for ${product}, and without a target it was converted for ${target.title}: clients of ${product} reject the result. Pass the release as "target", such as targetFor(undefined, "${generation}").id for the newest of ${product}, or "${target.id}" if the other product is intended.`,
      )
    return false
  }
  report(base, 'other-product', '', `This is a theme for ${product}. ${base.releases.others}`)
  return true
}

const mixedCure = 'Keep the right part, delete the others, and convert again.'
