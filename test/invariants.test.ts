import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ConversionTargetId,
  type ConvertOptions,
  convert,
  detect,
  type LedgerEntry,
  resolve,
  validate,
  type WebOptions,
} from '../src/index.js'
import { eachLeaf, valueAt } from '../src/json/pointer.js'
import type { Json, JsonObject } from '../src/json/value.js'
import { corpusFiles, hasCorpus } from './support/corpus.js'
import { current, flat, link, named, unwrapped, wrapped } from './support/legacy-themes.js'
import { currentLook, legacyLooks } from './support/look.js'
import { conversionTargets } from './support/targets.js'

const webOptions: fc.Arbitrary<WebOptions> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      { imprintUrl: link, privacyUrl: link, accessDeniedHelpUrl: link },
      { requiredKeys: [] },
    ),
  },
)
interface Targeted {
  target: ConversionTargetId
}
const generations = { flat, named, wrapped, unwrapped, current }
const pairs = Object.entries(generations).flatMap(([generation, documents]) =>
  conversionTargets.map((target) => ({ generation, documents, target })),
)

function leavesOf(value: unknown): string[] {
  const leaves: string[] = []
  eachLeaf(value as Json, '', (pointer) => leaves.push(pointer))
  return leaves.sort()
}

const pointersIn = (entries: readonly LedgerEntry[], side: 'from' | 'to') =>
  [...new Set(entries.flatMap((entry) => entry[side] ?? []))].sort()

function expectNothingLost(document: unknown, options: ConvertOptions): void {
  const { theme, ledger } = convert(document, options)
  expect(pointersIn(ledger.entries, 'from')).toEqual(leavesOf(document))
  expect(pointersIn(ledger.entries, 'to')).toEqual(leavesOf(theme))
  for (const entry of ledger.entries) {
    const before = entry.from === null ? undefined : valueAt(document as Json, entry.from)
    const after = entry.to === null ? undefined : valueAt(theme as unknown as Json, entry.to)
    if (['kept', 'moved', 'shared'].includes(entry.action)) expect(after, entry.from ?? '').toEqual(before)
    if (['dropped', 'superseded'].includes(entry.action)) expect(entry.to).toBe(null)
    expect(entry.reason).not.toBe('')
  }
}

function expectWhole(document: unknown, options: ConvertOptions & Targeted): void {
  const { theme, ledger } = convert(document, options)
  // What is right for the server stays as it is, also where a plain web server would need more.
  const isChanged = ledger.entries.some(({ action }) => action !== 'kept')
  for (const served of isChanged ? (['ocis', 'static'] as const) : (['ocis'] as const)) {
    expect(validate(theme, { target: options.target, served, rules: 'off' }).diagnostics).toEqual([])
  }
}

function expectIdempotent(document: unknown, options: ConvertOptions): void {
  const once = convert(document, options)
  const twice = convert(once.theme, options)
  expect(JSON.stringify(twice.theme)).toBe(JSON.stringify(once.theme))
  expect(twice.ledger.entries.filter(({ action }) => action !== 'kept')).toEqual([])
  expect(detect(once.theme).generation).toBe('current')
}

function expectPure(document: unknown, options: ConvertOptions): void {
  const before = JSON.stringify(document)
  const { theme } = convert(deepFreeze(document), options)
  expect(JSON.stringify(document)).toBe(before)
  const objects = new Set<unknown>()
  eachObject(document, (object) => objects.add(object))
  eachObject(theme, (object) => expect(objects.has(object)).toBe(false))
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['x']).toBe(undefined)
}

/** What the old client showed of each theme, and what stands in where it had nothing to show. */
function expectSameLook(document: unknown, { target: id, webOptions }: ConvertOptions & Targeted): void {
  const { generation } = detect(document)
  if (generation !== 'flat' && generation !== 'named' && generation !== 'wrapped') return
  const { theme } = convert(document, {
    target: id,
    themeNames: 'keep',
    ...(webOptions !== undefined && { webOptions }),
  })
  legacyLooks(document as JsonObject, generation, id, webOptions).forEach(({ key, look: before }, index) => {
    const after = currentLook(theme, { target: id, theme: index })
    const label = `the theme ${JSON.stringify(key)}`
    expect(after.texts, label).toEqual(before.texts)
    expect(after.links, label).toEqual(before.links)
    expect(after.images, label).toEqual(before.images)
    expect(after.banner, label).toEqual(before.banner)
    if (id === 'ocis-5' && before.autoRedirect !== undefined)
      expect(after.autoRedirect, label).toBe(before.autoRedirect)
    expect(withoutInherited(after.properties), label).toEqual(withoutInherited(before.properties))
  })
}

/** Clients lose some tokens with names that every object inherits. */
function withoutInherited(properties: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name]) => !/-(__proto__|constructor|toString|hasOwnProperty)$/.test(name),
    ),
  )
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

function eachObject(value: unknown, visit: (object: object) => void): void {
  if (typeof value !== 'object' || value === null) return
  visit(value)
  for (const item of Object.values(value)) eachObject(item, visit)
}

type Invariant = (document: unknown, options: ConvertOptions & Targeted) => void

const invariants: Record<string, Invariant> = {
  'loses nothing: the ledger is complete in both directions': expectNothingLost,
  'looks the same': expectSameLook,
  'is accepted and whole': expectWhole,
  'is idempotent': expectIdempotent,
  'is pure and safe': expectPure,
}

describe.each(Object.entries(invariants))('a conversion %s', (_, check) => {
  it.each(pairs)('from $generation to $target', ({ generation, documents, target }) => {
    fc.assert(
      fc.property(documents, webOptions, (document, links) => {
        fc.pre(detect(document).generation === generation)
        const options = { target, webOptions: links }
        fc.pre(convert(document, options).theme !== undefined)
        check(document, options)
      }),
      { numRuns: 50 },
    )
  })

  it.skipIf(!hasCorpus)('for every real file and target', () => {
    const files = corpusFiles('flat', 'named', 'wrapped', 'current', 'logo-upload').filter(
      ({ document }) => detect(document).generation !== 'branding',
    )
    expect(files.length).toBeGreaterThan(15)
    for (const { document } of files) for (const id of conversionTargets) check(document, { target: id })
  })
})

/** A document with one value replaced, wherever it stands. */
function withAnother(document: unknown, place: number, value: unknown): unknown {
  const copy = structuredClone(document)
  const places: [object, string][] = []
  eachObject(copy, (object) => {
    for (const key of Object.keys(object)) places.push([object, key])
  })
  const [object, key] = places[place % places.length] ?? [{}, '']
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

describe.each(Object.entries(invariants).filter(([, check]) => check !== expectSameLook))(
  'a conversion without values of the wrong type %s',
  (_, check) => {
    const anyValue = fc.constantFrom<unknown[]>(5, null, 'x', [], {}, [5], { a: 5 }, true)
    it.each(pairs)('from $generation to $target', ({ generation, documents, target }) => {
      fc.assert(
        fc.property(documents, fc.nat(), anyValue, fc.nat(), (document, place, value, second) => {
          const broken = withAnother(withAnother(document, place, value), second, value)
          fc.pre(detect(broken).generation === generation)
          const options = { target, invalidValues: 'drop' } as const
          fc.pre(convert(broken, options).theme !== undefined)
          check(broken, options)
        }),
        { numRuns: 50 },
      )
    })
  },
)

// Properties skip what doesn't convert: without this, they would hold for a target that nothing converts to.
describe('the generated themes', () => {
  it.each(pairs)('convert mostly, from $generation to $target', ({ generation, documents, target }) => {
    const sample = fc.sample(documents, 200).filter((document) => detect(document).generation === generation)
    expect(sample.length).toBeGreaterThan(100)
    const converted = sample.filter((document) => convert(document, { target }).theme !== undefined)
    expect(converted.length / sample.length).toBeGreaterThan(0.8)
    expect(resolve(converted[0]).generation).toBe(generation)
  })
})
