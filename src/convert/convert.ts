import type { DiagnosticCode } from '../diagnostics/catalogue.js'
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js'
import { clone, isLeaf, isObject, type Json, type JsonObject, own, setOwn } from '../document/json.js'
import { type Pointer, parsePointer } from '../document/pointer.js'
import { schemaDiagnostics } from '../document/schema.js'
import { isTooDeep, MAX_DEPTH } from '../document/structure.js'
import { detectGeneration } from '../formats/detect.js'
import { type Generation, generations } from '../formats/generations.js'
import { legacyDiagnostics } from '../formats/legacy-schemas.js'
import { rewrap } from '../formats/rewrap.js'
import { type ConversionTargetId, targetOf } from '../targets/index.js'
import type { CurrentTheme, ThemeOf } from '../targets/themes.js'
import { arrange } from './arrange.js'
import { complete, supply } from './complete.js'
import { convertCurrent } from './current/convert.js'
import { applyWebOptions } from './current/web-options.js'
import type { Ledger } from './ledger.js'
import { convertLegacy } from './legacy/convert.js'
import { type ConvertOptions, checkOptions } from './options.js'
import { reportServerCopy } from './server-copy.js'
import { newWork, report, type Work } from './work.js'

/** What a conversion gives. */
export interface Conversion<Theme = CurrentTheme> {
  /** The theme for the target, or `undefined` when the document can't be converted; the diagnostics say why. */
  theme: Theme | undefined
  /** What became of every value, in both directions; without entries when there is no theme. */
  ledger: Ledger
  /** What to look at. Errors mean that there is no theme. */
  diagnostics: Diagnostic[]
}

/** How a generation is carried over. */
interface Route {
  /** Gives the new document, which may still lack required values. */
  carry(work: Work, document: JsonObject): JsonObject | undefined
  /** What is left to do once the new document is complete. */
  finish?(work: Work, root: JsonObject): void
}

/** The generations that can be carried over. */
const routes: Partial<Record<Generation, Route>> = {
  flat: { carry: (work, document) => fromLegacy(work, document, 'flat') },
  named: { carry: (work, document) => fromLegacy(work, document, 'named') },
  wrapped: { carry: (work, document) => fromLegacy(work, document, 'wrapped') },
  unwrapped: { carry: (work, document) => fromCurrent(work, document, ''), finish: applyWebOptions },
  current: { carry: (work, document) => fromCurrent(work, document, '/clients'), finish: applyWebOptions },
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
  const target = targetOf(options.target)
  if (target.family.generation !== 'current')
    throw new RangeError(`Themes can't be converted to ${target.id} yet.`)
  checkOptions(options)
  const work = newWork(target, options)
  const { generation, reasons } = detectGeneration(document)
  const root = isObject(document) ? convertObject(work, document, generation, reasons) : undefined
  if (!isObject(document))
    report(work, 'not-a-theme', '', `${reasons.join(' ')} Give it the content of a theme.json.`)
  const failed = root === undefined || hasErrors(work.diagnostics)
  return {
    theme: failed ? undefined : (arrange(root, target.places) as unknown as ThemeOf<Id>),
    ledger: { source: generation, target: target.id, entries: failed ? [] : work.ledger.entries },
    diagnostics: work.diagnostics,
  }
}

function convertObject(
  work: Work,
  document: JsonObject,
  generation: Generation,
  reasons: readonly string[],
): JsonObject | undefined {
  const route = routes[generation]
  if (route === undefined) {
    const [code, cure] = refusals[generation] ?? refusals.unknown
    report(work, code, '', `This is ${article(generations[generation].title)}. ${reasons.join(' ')} ${cure}`)
    return undefined
  }
  if (isTooDeep(document)) {
    report(
      work,
      'too-deep',
      '',
      `The document is nested more than ${MAX_DEPTH} levels deep. No theme needs more than eight; remove the nesting.`,
    )
    return undefined
  }
  reportServerCopy(work, document)
  const root = route.carry(work, document)
  if (root === undefined) return undefined
  complete(work, root)
  route.finish?.(work, root)
  work.ledger.settleEmpties()
  setSchema(work, root)
  supply(work, root)
  checkResult(work, root)
  return root
}

/** Whatever the target would still reject is an error: better no theme than one that clients ignore. */
function checkResult({ target, diagnostics }: Work, root: JsonObject): void {
  for (const finding of schemaDiagnostics(target.check, root, target.serverValues)) {
    diagnostics.push({
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

function fromLegacy(
  work: Work,
  document: JsonObject,
  generation: 'flat' | 'named' | 'wrapped',
): JsonObject | undefined {
  const findings = legacyDiagnostics(generation, document)
  if (!mayGoOn(work, findings, generation === 'wrapped' ? '/web' : undefined)) return undefined
  return convertLegacy(work, without(work, document, findings), generation)
}

/** Keys that are missing get filled in; values of the wrong type can't be carried over. */
function fromCurrent(work: Work, document: JsonObject, clientsAt: '' | '/clients'): JsonObject | undefined {
  const findings = clientsAt === '' ? draftFindings(work, document) : typeFindings(work, document)
  if (!mayGoOn(work, findings, clientsAt === '' ? '/web' : clientsAt)) return undefined
  return convertCurrent(work, document, clientsAt, new Set(findings.map(({ pointer }) => pointer)))
}

function typeFindings({ target }: Work, document: JsonObject): Diagnostic[] {
  return schemaDiagnostics(target.check, document).filter(({ code }) => code !== 'missing-key')
}

/** A draft may hold keys that only later clients read, and whose types no draft knew. */
function draftFindings(work: Work, document: JsonObject): Diagnostic[] {
  const asDraft = legacyDiagnostics('unwrapped', document)
  const known = new Set(asDraft.map(({ pointer }) => pointer))
  const asCurrent = typeFindings(work, rewrap(document)).map((finding) => ({
    ...finding,
    pointer: finding.pointer.replace(/^\/clients(?=\/)/, ''),
  }))
  return [...asDraft, ...asCurrent.filter(({ pointer }) => !known.has(pointer))]
}

/**
 * Wrong values stop a conversion, unless the caller asked to leave them out.
 *
 * @param container the place that everything else stands in
 */
function mayGoOn(work: Work, findings: readonly Diagnostic[], container?: Pointer): boolean {
  if (findings.length === 0) return true
  if (work.options.invalidValues !== 'drop') {
    work.diagnostics.push(...findings)
    return false
  }
  for (const { pointer, message } of findings) {
    if (pointer === '' || pointer === container) {
      work.diagnostics.push(diagnostic('wrong-type', pointer, message))
      return false
    }
    work.diagnostics.push(
      diagnostic('value-invalid-dropped', pointer, `${message} It was left out, as asked for.`),
    )
  }
  return true
}

/** A copy of a legacy document without the values that findings are about; the ledger notes them. */
function without(work: Work, document: JsonObject, findings: readonly Diagnostic[]): JsonObject {
  if (findings.length === 0) return document
  const copy = clone(document) as JsonObject
  const dropped = new Set<Pointer>()
  for (const { pointer } of findings) {
    const keys = parsePointer(pointer)
    const last = keys.pop() as string
    const parent = keys.reduce<Json | undefined>(
      (value, key) => (isObject(value) ? own(value, key) : undefined),
      copy,
    )
    if (!isObject(parent) || dropped.has(pointer)) continue
    dropped.add(pointer)
    const value = own(parent, last)
    if (value === undefined) continue
    work.ledger.drop(value, pointer, 'it has the wrong type, and the caller asked to leave such values out')
    delete parent[last]
    if (isLeaf(parent)) work.ledger.noteEmptied(pointer.slice(0, pointer.lastIndexOf('/')))
  }
  return copy
}

function setSchema(work: Work, root: JsonObject): void {
  const wanted = work.options.schema
  if (wanted === undefined || wanted === false) return
  const address = wanted === true ? work.target.schema : wanted
  if (own(root, '$schema') === address) return
  for (const entry of work.ledger.entries) {
    if (entry.to !== '/$schema' && !entry.to?.startsWith('/$schema/')) continue
    Object.assign(entry, { to: null, action: 'superseded', reason: 'the caller named another schema' })
  }
  work.ledger.add(null, '/$schema', 'added', 'asked for by the caller')
  setOwn(root, '$schema', address)
}

function article(title: string): string {
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`
}
