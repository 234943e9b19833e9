import type { DiagnosticCode } from '../findings/catalogue.js'
import { FindingCollection, type OmittedFindings } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { assertOptions } from '../findings/options.js'
import { detectGeneration } from '../formats/detect-generation.js'
import { type Generation, generations } from '../formats/generations.js'
import { legacyDiagnostics } from '../formats/legacy-schemas.js'
import { rewrap } from '../formats/rewrap.js'
import { schemaDiagnostics } from '../formats/schema-findings.js'
import type { Pointer } from '../json/pointer.js'
import { isTooDeep, MAX_DEPTH } from '../json/structure.js'
import { isObject, type JsonObject } from '../json/value.js'
import type { CurrentTheme, ThemeOf } from '../targets/define-theme.js'
import { type ConversionTargetId, conversionTargetOf } from '../targets/index.js'
import { type Draft, report } from './draft.js'
import type { Ledger, LedgerEntry } from './ledger.js'
import { type ConvertOptions, optionChecks } from './options.js'
import { type Convertible, carry, isConvertible, readFor } from './road.js'
import { reportServerCopy } from './server-copy.js'
import { write } from './write-document.js'

/** What a conversion gives. */
export interface Conversion<Theme = CurrentTheme> {
  /** The theme for the target, or `undefined` when the document can't be converted; the diagnostics say why. */
  theme: Theme | undefined
  /** What became of every value, in both directions; without entries when there is no theme. */
  ledger: Ledger
  /** What to look at. Errors mean that there is no theme. */
  diagnostics: Diagnostic[]
  /** What `maxFindings` leaves out of the diagnostics, by code. */
  omitted: OmittedFindings[]
}

/**
 * Converts a theme of any ownCloud generation into one that a target accepts and shows as before, with nothing
 * lost: the ledger accounts for every value of the input and of the output.
 *
 * The document is not changed, and what comes back shares nothing with it.
 *
 * @param document a parsed `theme.json`
 * @param options what to convert to, and how
 * @returns the theme, the ledger and what to look at. Errors in the diagnostics (`not-a-theme`,
 *   `mixed-generations`, `branding-file`, `other-product`, `wrong-type`, …) mean that there is no theme. A file that
 *   no person made is converted too, with `shipped-theme` or `logo-only-theme` said first.
 * @throws TypeError or RangeError for wrong options, never for a wrong document
 *
 * @example
 * const { theme, ledger, diagnostics } = convert(JSON.parse(text), { target: 'ocis-8' })
 * if (theme === undefined) console.error(diagnostics.map(({ message }) => message).join('\n'))
 */
export function convert<Id extends ConversionTargetId = 'ocis-8'>(
  document: unknown,
  options: ConvertOptions & { target?: Id } = {},
): Conversion<ThemeOf<Id>> {
  assertOptions(options, optionChecks)
  const target = conversionTargetOf(options.target)
  const { generation, reasons } = detectGeneration(document)
  const findings = new FindingCollection(options.maxFindings)
  const base = { target, options, generation, findings }
  const result = isObject(document) ? convertObject(base, document, reasons) : undefined
  if (!isObject(document))
    report(
      base,
      'not-a-theme',
      '',
      `${reasons.join(' ')} ${typeof document === 'string' ? 'Parse the text first, with parseText.' : 'Give it the content of a theme.json.'}`,
    )
  const isDone = result !== undefined && !findings.hasErrors
  return {
    theme: isDone ? (result.theme as unknown as ThemeOf<Id>) : undefined,
    ledger: { source: generation, target: target.id, entries: isDone ? result.entries : [] },
    diagnostics: findings.listed,
    omitted: findings.omitted(),
  }
}

/** What is known before a document is read. */
type Base = Pick<Draft, 'target' | 'options' | 'generation' | 'findings'>

function convertObject(
  base: Base,
  document: JsonObject,
  reasons: readonly string[],
): { theme: JsonObject; entries: LedgerEntry[] } | undefined {
  const { target, generation } = base
  if (!isConvertible(generation)) {
    const [code, cure] = refusals[generation] ?? refusals.unknown
    report(base, code, '', `This is ${article(generations[generation].title)}. ${reasons.join(' ')} ${cure}`)
    return undefined
  }
  if (isTooDeep(document)) {
    report(
      base,
      'too-deep',
      '',
      `The document is nested more than ${MAX_DEPTH} levels deep. No theme needs more than eight; remove the nesting.`,
    )
    return undefined
  }
  reportServerCopy(base, document)
  const invalid = placesToDrop(base, typeFindings(target, document, generation))
  if (invalid === undefined) return undefined
  const draft = carry(base, readFor(target, document, generation, invalid), document)
  const theme = write(draft)
  checkResult(draft, theme)
  return { theme, entries: draft.entries }
}

/** Whatever the target would still reject is an error: better no theme than one that clients ignore. */
function checkResult({ target, findings }: Draft, root: JsonObject): void {
  for (const finding of schemaDiagnostics(target.check, root, target.serverValues)) {
    findings.add({
      ...finding,
      message: `${finding.message} (The place is meant in the converted file, which ${target.title} would reject.)`,
    })
  }
}

/** Why the other generations can't be converted, and what to do instead. */
const refusals = {
  mixed: ['mixed-generations', 'Decide which part is the right one, delete the others, and convert again.'],
  branding: [
    'branding-file',
    'It holds only an uploaded logo and needs no conversion: oCIS 6 and later read it as themes/_branding/theme.json.',
  ],
  opencloud: ['other-product', 'Themes of OpenCloud can’t be converted for ownCloud Infinite Scale.'],
  unknown: ['not-a-theme', 'Check that this is the right file.'],
} as const satisfies Partial<Record<Generation, readonly [DiagnosticCode, string]>> as Record<
  string,
  readonly [DiagnosticCode, string]
> & { unknown: readonly [DiagnosticCode, string] }

/** Values of the wrong type can't be carried over; keys that are missing get filled in. */
function* typeFindings(
  target: Draft['target'],
  document: JsonObject,
  generation: Convertible,
): Generator<Diagnostic> {
  // A draft may hold keys that only later clients read, and whose types no draft knew.
  const known = new Set<Pointer>()
  if (generation !== 'current') {
    for (const finding of legacyDiagnostics(generation, document)) {
      known.add(finding.pointer)
      yield finding
    }
    if (generation !== 'unwrapped') return
  }
  const shaped = generation === 'unwrapped' ? rewrap(document) : document
  for (const finding of schemaDiagnostics(target.check, shaped)) {
    const pointer =
      generation === 'current' ? finding.pointer : finding.pointer.replace(/^\/clients(?=\/)/, '')
    if (finding.code !== 'missing-key' && !known.has(pointer)) yield { ...finding, pointer }
  }
}

/** The places that everything else stands in. */
const containers = { flat: '', named: '', wrapped: '/web', unwrapped: '/web', current: '/clients' } as const

/**
 * Wrong values stop a conversion, unless the caller asked to leave them out.
 *
 * @returns the places to leave out; `undefined` when the conversion stops
 */
function placesToDrop(
  { options, generation, findings }: Base,
  wrong: Iterable<Diagnostic>,
): ReadonlySet<Pointer> | undefined {
  const mayDrop = options.invalidValues === 'drop'
  const dropped = new Set<Pointer>()
  let isStopped = false
  for (const finding of wrong) {
    const { pointer, message } = finding
    const isContainer = pointer === '' || pointer === containers[generation as Convertible]
    if (!mayDrop || isContainer) {
      findings.add(mayDrop ? diagnostic('wrong-type', pointer, message) : finding)
      isStopped = true
      if (mayDrop) break
    } else {
      findings.add(diagnostic('value-invalid-dropped', pointer, `${message} It was left out, as asked for.`))
      dropped.add(pointer)
    }
  }
  return isStopped ? undefined : dropped
}

function article(title: string): string {
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`
}
