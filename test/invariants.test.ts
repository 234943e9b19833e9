import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectGeneration } from '../src/formats/detect-generation.js'
import {
  type ConversionTargetId,
  type ConvertOptions,
  convert,
  detect,
  type LedgerEntry,
  resolve,
  targets,
  validate,
  type WebOptions,
} from '../src/index.js'
import { eachLeaf, valueAt } from '../src/json/pointer.js'
import type { Json, JsonObject } from '../src/json/value.js'
import { corpusFiles, hasCorpus } from './support/corpus.js'
import { current, flat, link, named, openCloud, unwrapped, wrapped } from './support/legacy-themes.js'
import { currentLook, legacyLooks } from './support/look.js'
import { allTargets } from './support/targets.js'

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
const generations = { flat, named, wrapped, unwrapped, current, opencloud: openCloud }
const pairs = Object.entries(generations).flatMap(([generation, documents]) =>
  allTargets.map((target) => ({ generation, documents, target })),
)

function leavesOf(value: unknown): string[] {
  const leaves: string[] = []
  eachLeaf(value as Json, '', (pointer) => leaves.push(pointer))
  return leaves.sort()
}

const pointersIn = (entries: readonly LedgerEntry[], side: 'from' | 'to') =>
  [...new Set(entries.flatMap((entry) => entry[side] ?? []))].sort()

function expectNothingLost(document: unknown, { theme, ledger }: Conversion): void {
  expect(pointersIn(ledger.entries, 'from')).toEqual(leavesOf(document))
  expect(pointersIn(ledger.entries, 'to')).toEqual(leavesOf(theme))
  const wrong = ledger.entries.filter(({ from, to, action, reason }) => {
    const before = from === null ? undefined : valueAt(document as Json, from)
    const after = to === null ? undefined : valueAt(theme as unknown as Json, to)
    const isChanged = ['kept', 'moved', 'shared'].includes(action) && !isDeepStrictEqual(after, before)
    return isChanged || (['dropped', 'superseded'].includes(action) && to !== null) || reason === ''
  })
  expect(wrong).toEqual([])
}

function expectWhole(_: unknown, { theme, ledger }: Conversion, options: ConvertOptions & Targeted): void {
  // What is right for the server stays as it is, also where a plain web server would need more.
  const isChanged = ledger.entries.some(({ action }) => action !== 'kept')
  for (const served of isChanged ? (['ocis', 'static'] as const) : (['ocis'] as const)) {
    // OpenCloud Web 1.x goes by the name of the product, which a conversion leaves as it is, and says so.
    const isMerged = targets[options.target].choice.isTitleMerged === true
    const { diagnostics } = validate(theme, { target: options.target, served, rules: 'off' })
    expect(diagnostics.filter(({ code }) => !isMerged || code !== 'duplicate-theme-name')).toEqual([])
  }
}

function expectIdempotent(_: unknown, once: Conversion, options: ConvertOptions): void {
  const twice = convert(once.theme, options)
  expect(JSON.stringify(twice.theme)).toBe(JSON.stringify(once.theme))
  expect(twice.ledger.entries.filter(({ action }) => action !== 'kept')).toEqual([])
  // Nothing in a file without any key of its own tells the products apart.
  const { generation } = detect(once.theme)
  const target = targets[options.target as ConversionTargetId]
  if (target.family.generation === 'current' || generation === 'opencloud')
    expect(generation).toBe(target.family.generation)
}

function expectPure(document: unknown, { theme }: Conversion): void {
  // What changed it would have thrown.
  expect(isDeeplyFrozen(document)).toBe(true)
  const objects = new Set<unknown>()
  eachObject(document, (object) => objects.add(object))
  let sharedObjects = 0
  eachObject(theme, (object) => {
    if (objects.has(object)) sharedObjects += 1
  })
  expect(sharedObjects).toBe(0)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['x']).toBe(undefined)
}

/** What the old client showed of each theme, and what stands in where it had nothing to show. */
function expectSameLook(
  document: unknown,
  _: Conversion,
  { target: id, webOptions }: ConvertOptions & Targeted,
): void {
  const { generation } = detectGeneration(document)
  if (targets[id].family.generation !== 'current') return
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

function isDeeplyFrozen(value: unknown): boolean {
  let isFrozen = true
  eachObject(value, (object) => {
    isFrozen &&= Object.isFrozen(object)
  })
  return isFrozen
}

function eachObject(value: unknown, visit: (object: object) => void): void {
  if (typeof value !== 'object' || value === null) return
  visit(value)
  for (const item of Object.values(value)) eachObject(item, visit)
}

type Conversion = ReturnType<typeof convert>

/** What holds for a document, how it was converted, and with which options. */
type Invariant = (document: unknown, conversion: Conversion, options: ConvertOptions & Targeted) => void

const invariants: Record<string, Invariant> = {
  'loses nothing: the ledger is complete in both directions': expectNothingLost,
  'looks the same': expectSameLook,
  'is accepted and whole': expectWhole,
  'is idempotent': expectIdempotent,
  'is pure and safe': expectPure,
}

/** Checks some invariants; the one that fails is named. */
function expectAll(names: readonly string[], ...conversion: Parameters<Invariant>): void {
  for (const name of names) {
    try {
      invariants[name]?.(...conversion)
    } catch (cause) {
      throw new Error(`Not true: a conversion ${name}.`, { cause })
    }
  }
}

const everyInvariant = Object.keys(invariants)

describe('a conversion keeps every invariant', () => {
  it.each(pairs)('from $generation to $target', ({ generation, documents, target }) => {
    fc.assert(
      fc.property(documents, webOptions, (document, links) => {
        fc.pre(detectGeneration(document).generation === generation)
        const options = { target, webOptions: links }
        const conversion = convert(deepFreeze(document), options)
        fc.pre(conversion.theme !== undefined)
        expectAll(everyInvariant, document, conversion, options)
      }),
      { numRuns: 10 },
    )
  })

  it.skipIf(!hasCorpus)('for every real file and target', () => {
    const files = corpusFiles('flat', 'named', 'wrapped', 'current', 'logo-upload', 'opencloud').filter(
      ({ document }) => detectGeneration(document).generation !== 'branding',
    )
    expect(files.length).toBeGreaterThan(15)
    for (const { document } of files)
      for (const target of allTargets)
        expectAll(everyInvariant, document, convert(deepFreeze(document), { target }), { target })
  })

  it('names the one that fails', () => {
    const document = { general: { name: 'x' } }
    const conversion = convert(document)
    const wrong = { ...conversion, ledger: { ...conversion.ledger, entries: [] } } as Conversion
    expect(() => expectAll(everyInvariant, document, wrong, { target: 'ocis-8' })).toThrow('loses nothing')
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

describe('a conversion without values of the wrong type keeps every invariant but the looks', () => {
  const names = everyInvariant.filter((name) => invariants[name] !== expectSameLook)
  const anyValue = fc.constantFrom<unknown[]>(5, null, 'x', [], {}, [5], { a: 5 }, true)
  it.each(pairs)('from $generation to $target', ({ generation, documents, target }) => {
    fc.assert(
      fc.property(documents, fc.nat(), anyValue, fc.nat(), (document, place, value, second) => {
        const broken = withAnother(withAnother(document, place, value), second, value)
        fc.pre(detectGeneration(broken).generation === generation)
        const options = { target, invalidValues: 'drop' } as const
        const conversion = convert(deepFreeze(broken), options)
        fc.pre(conversion.theme !== undefined)
        expectAll(names, broken, conversion, options)
      }),
      { numRuns: 10 },
    )
  })
})

// Properties skip what doesn't convert: without this, they would hold for a target that nothing converts to.
describe.each(Object.entries(generations))('the generated themes of the kind %s', (generation, documents) => {
  const sample = fc
    .sample(documents, 30)
    .filter((document) => detectGeneration(document).generation === generation)

  it('are mostly of that kind', () => {
    expect(sample.length).toBeGreaterThan(15)
  })

  it.each(allTargets)('convert mostly to %s', (target) => {
    const converted = sample.filter((document) => convert(document, { target }).theme !== undefined)
    expect(converted.length / sample.length).toBeGreaterThan(0.8)
    expect(resolve(converted[0]).generation).toBe(generation)
  })
})
