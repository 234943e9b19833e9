import { describe, expect, it } from 'vitest'
import type { Example } from '../src/descriptions/example.js'
import { openCloudTheme } from '../src/findings/examples.js'
import { descriptions } from '../src/generated/descriptions.js'
import { convert, detect, explain, resolve, type TargetId, validate } from '../src/index.js'
import { escaped, onOneLine } from '../src/json/escaped.js'
import { PlainError } from '../src/json/plain-error.js'
import { quoted } from '../src/json/quoted.js'
import { structureOf } from '../src/json/structure.js'
import { exampleLegacyTheme, exampleRichTheme, exampleTheme } from '../src/shipped/example-themes.js'
import { findingsOf } from './support/examples.js'
import { raw, rawTextsIn } from './support/raw-texts.js'

// Users of the library print messages, too: nothing of a document may act on their terminal or log.

const ways = ['keys', 'before', 'after', 'instead'] as const
type Way = (typeof ways)[number]

const changed: Readonly<Record<Way, (text: string) => string>> = {
  keys: (text) => text,
  before: (text) => raw + text,
  after: (text) => text + raw,
  instead: () => raw,
}

/** A value with such characters in each text, or beside each key the same one with them. */
function hostile(value: unknown, way: Way): unknown {
  if (typeof value === 'string') return changed[way](value)
  if (Array.isArray(value)) return value.map((item) => hostile(item, way))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const entry = [key, hostile(inner, way)]
      return way === 'keys' ? [entry, [raw + key, inner], [key + raw, inner]] : [entry]
    }),
  )
}

/** The result of a call, or the message of the error that it throws. */
function outcome(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return { message: (error as Error).message }
  }
}

const legacy = exampleLegacyTheme()
const documents: Readonly<Record<string, unknown>> = {
  legacy,
  flat: { ...legacy, web: undefined, ...(legacy['web'] as object) },
  rich: exampleRichTheme(),
  current: exampleTheme(),
  openCloud: openCloudTheme({}).document,
}
const targets: readonly TargetId[] = ['ocis-5', 'ocis-8', 'opencloud-1', 'opencloud-7.3']
const cases = Object.keys(documents).flatMap((name) => ways.map((way) => ({ name, way })))

describe.each(cases)('a document with control characters: $name, $way', ({ name, way }) => {
  const document = hostile(documents[name], way)
  const text = JSON.stringify(document)

  it('shows none of them in detect', () => {
    expect(rawTextsIn(detect(document, { text }))).toEqual([])
  })

  it.each(targets)('shows none of them for %s', (target) => {
    const webOptions = { imprintUrl: raw, privacyUrl: raw, accessDeniedHelpUrl: raw }
    const resolveAs = { target, branding: document }
    const calls: (() => unknown)[] = [
      () => validate(text, { target }),
      () => validate(text, { target, as: 'branding', served: 'ocis' }),
      () => convert(document, { target, webOptions, addContrastTokens: true }),
      () => convert(document, { target, as: 'branding', themeNames: 'readable', invalidValues: 'drop' }),
      () => resolve(document, { target, theme: raw }),
      () => resolve(document, { target, webOptions, stored: raw }),
    ]
    const resolved = resolve(document, resolveAs)
    const few = <Item>(items: readonly Item[]) => items.filter((_, at) => at % 29 === 0)
    const subjects = [
      ...few(resolved.values).map(({ pointer }) => pointer),
      ...few(resolved.properties).map((property) => property.name),
      `/${raw}`,
      `--${raw}`,
    ]
    calls.push(() => resolved, ...subjects.map((subject) => () => explain(document, subject, resolveAs)))
    for (const call of calls) expect(rawTextsIn(outcome(call))).toEqual([])
  })
})

describe('an input with control characters', () => {
  it.each(Object.entries(descriptions))('shows none of them in its finding: %s', (_, { wrong }) => {
    for (const key of Object.keys(wrong))
      for (const way of ways) {
        const example = { ...wrong, [key]: hostile(wrong[key as keyof Example], way) }
        expect(rawTextsIn(outcome(() => findingsOf(example as Example)))).toEqual([])
      }
  })

  it.each([...raw])('shows none of them where it is not JSON: %j', (sign) => {
    const before = ['', 'x', '"', '=', '-', '\\', '"a" ', '{', '{"a"', '{"a":', '{"a":1', '{"a":"\u2019']
    for (const start of before)
      for (const text of [`${start}${sign}`, `${start}${sign}"b": 2}`, `${start}\\${sign}`, `${start}${raw}`])
        expect(rawTextsIn(validate(text))).toEqual([])
  })

  it('shows none of them where keys are duplicates', () => {
    const pair = JSON.stringify({ [raw]: raw }).slice(1, -1)
    expect(rawTextsIn(validate(`{${pair},${pair}}`))).toEqual([])
  })

  it('shows none of them where a document is not JSON', () => {
    const circular: Record<string, unknown> = {}
    circular[raw] = circular
    for (const document of [circular, { [raw]: 1n }, { [raw]: Number.NaN }, { [Symbol.toStringTag]: raw }])
      for (const run of [convert, detect, resolve, validate] as ((value: unknown) => unknown)[])
        expect(rawTextsIn(outcome(() => run(document)))).toEqual([])
    const typed = Object.create({ [Symbol.toStringTag]: raw })
    expect(rawTextsIn(outcome(() => structureOf({ [raw]: typed })))).toEqual([])
  })

  it('shows none of them in a wrong call', () => {
    const current = exampleTheme()
    const names = ['target', 'as', 'rules', 'theme', 'themeNames', 'served', 'prefers', raw]
    for (const run of [convert, detect, resolve, validate] as ((...values: unknown[]) => unknown)[])
      for (const options of [
        ...[raw, { [Symbol.toStringTag]: raw }],
        ...names.flatMap((name) =>
          [raw, { [raw]: raw }, { [Symbol.toStringTag]: raw }].map((value) => ({ [name]: value })),
        ),
      ])
        expect(rawTextsIn(outcome(() => run(current, options)))).toEqual([])
  })
})

describe('a text for people', () => {
  it('has escapes that JSON has', () => {
    for (const code of Array.from({ length: 0x3100 }, (_, at) => at)) {
      const sign = String.fromCharCode(code)
      expect(JSON.parse(quoted(sign))).toBe(sign)
      if (sign !== '"' && sign !== '\\') expect(JSON.parse(`"${onOneLine(sign)}"`)).toBe(sign)
    }
    expect(onOneLine('a\nb\tc\u202e\u{e0001}##[d')).toBe(String.raw`a\nb\u0009c\u202e\udb40\udc01#\u0023[d`)
    expect(escaped('a\nb\u009b')).toBe('a\nb\\u009b')
    expect(new PlainError(raw).message).toBe(onOneLine(raw))
  })

  it('is looked at wherever it is, but for data', () => {
    expect(rawTextsIn({ a: [{ reasons: ['b', raw] }], pointer: raw })).toHaveLength(1)
    expect(rawTextsIn({ message: 'a ##VSO[b' })).toHaveLength(1)
    expect(rawTextsIn({ message: 'Ä – “Café’s” → 3:1 …' })).toEqual([])
  })
})
