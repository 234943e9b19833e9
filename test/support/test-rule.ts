import { describe, expect, it } from 'vitest'
import type { DiagnosticCode, Severity } from '../../src/findings/catalogue.js'
import type { Diagnostic } from '../../src/findings/diagnostic.js'
import type { Pointer } from '../../src/json/pointer.js'
import { clone, type Json, type JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { targets } from '../../src/targets/index.js'
import type { ValidateOptions } from '../../src/validate/options.js'
import type { DocumentRule, ValueRule } from '../../src/validate/rule.js'
import { validate } from '../../src/validate/validate.js'
import { changed } from './change.js'

/** Values by pointer; `undefined` removes the value. */
export type Changes = Readonly<Record<Pointer, Json | undefined>>

/** The example theme with some changes, or another document, without findings of a rule. */
export interface ValidCase {
  /** The name of the case, where its changes don't explain it. */
  readonly name?: string
  readonly change?: Changes
  readonly document?: JsonObject
  readonly options?: ValidateOptions
}

/** A case with findings of the rule. */
export interface InvalidCase extends ValidCase {
  /**
   * All findings that the document has only with the changes, as `code pointer`: no other rule may report the same
   * mistake.
   */
  readonly finds: readonly string[]
  /** The message of the first finding of the rule, else of the first finding. */
  readonly says?: string | RegExp
  /** The related places of that finding. */
  readonly related?: readonly Pointer[]
  /** The changes that the message recommends; with them, there are no findings. */
  readonly cure?: Changes
}

/** Cases with each of some values in one place. */
export function valuesAt(at: Pointer, values: readonly Json[], options?: ValidateOptions): ValidCase[] {
  return values.map((value) => ({ change: { [at]: value }, ...(options && { options }) }))
}

/** Cases with each of some values in one place, with a finding there. */
export function mistakesAt(
  at: Pointer,
  values: readonly Json[],
  code: DiagnosticCode,
  options?: ValidateOptions,
): InvalidCase[] {
  return valuesAt(at, values, options).map((each) => ({ ...each, finds: [`${code} ${at}`] }))
}

/** A copy of a document with some changes, in their order. */
export function withChanges(document: JsonObject, changes: Changes): JsonObject {
  let copy: Json = clone(document)
  for (const [at, value] of Object.entries(changes)) {
    copy = changed(copy as JsonObject, { at, ...(value !== undefined && { value }) })
  }
  return copy as JsonObject
}

/** Checks the text, so that each finding has to have its place in it. */
function check(document: JsonObject, options: ValidateOptions): readonly Diagnostic[] {
  const { diagnostics } = validate(JSON.stringify(document), options)
  for (const finding of diagnostics) {
    for (const { message, range } of [finding, ...(finding.related ?? [])]) {
      expect(message).not.toBe('')
      expect(range, message).toBeDefined()
    }
  }
  return diagnostics
}

const places = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)

/** The targets that a rule for values concerns, on their own server and on a plain web server. */
export function concerned(rule: ValueRule) {
  const ids = (isBehindServer: boolean) =>
    Object.values(targets)
      .filter((target) => rule.concerns?.({ target, isBehindServer, assets: undefined }))
      .map(({ id }) => id)
  return { server: ids(true), static: ids(false) }
}

/** The findings in a document that it didn't have before the changes. */
function newlyFound(before: JsonObject, document: JsonObject, options: ValidateOptions): string[] {
  const known = document === before ? [] : places(check(before, options))
  return places(check(document, options)).filter((finding) => !known.includes(finding))
}

/**
 * Tests a rule with valid and invalid documents. Every code of the rule needs an invalid case, and is switched off and
 * raised.
 */
export function testRule(
  rule: DocumentRule | ValueRule,
  cases: { readonly valid: readonly ValidCase[]; readonly invalid: readonly InvalidCase[] },
): void {
  const codes = 'codes' in rule ? rule.codes : [rule.code]
  // The cases of other rules name images shortly.
  const isQuiet = !(codes as readonly string[]).includes('image-not-served')
  const optionsOf = ({ options = {} }: ValidCase): ValidateOptions =>
    isQuiet && options.rules !== 'off'
      ? { ...options, rules: { 'image-not-served': 'off', ...options.rules } }
      : options

  describe('valid', () => {
    it('the example theme', () => {
      expect(places(check(exampleTheme(), {}))).toEqual([])
    })

    it.each(cases.valid.map(named))('%s', (_, one) => {
      const { document = exampleTheme(), change } = one
      expect(newlyFound(document, edited(document, change), optionsOf(one))).toEqual([])
    })
  })

  describe('invalid', () => {
    it.each(cases.invalid.map(named))('%s', (_, one) => {
      const { document = exampleTheme(), change, finds, says, related, cure } = one
      const options = optionsOf(one)
      const wrong = edited(document, change)
      expect(newlyFound(document, wrong, options).sort()).toEqual([...finds].sort())
      const all = check(wrong, options).filter((one) => finds.includes(places([one])[0] as string))
      const own = all.find(({ code }) => (codes as readonly string[]).includes(code)) ?? all[0]
      if (says !== undefined) expect(own?.message).toMatch(says)
      if (related !== undefined) expect(own?.related?.map(({ pointer }) => pointer)).toEqual(related)
      if (cure !== undefined) expect(newlyFound(document, withChanges(wrong, cure), options)).toEqual([])
    })

    it.each(codes)('has a case for %s, which can be switched off and raised', (code) => {
      const one = cases.invalid.find(({ finds }) => finds.some((finding) => finding.startsWith(`${code} `)))
      if (one === undefined) throw new Error(`No case raises ${code}.`)
      const { document = exampleTheme(), change } = one
      const options = optionsOf(one)
      const severities = (setting: Severity | 'off') =>
        check(edited(document, change), {
          ...options,
          rules: { ...(isQuiet && { 'image-not-served': 'off' }), [code]: setting },
        })
          .filter((finding) => finding.code === code)
          .map(({ severity }) => severity)
      expect(severities('off')).toEqual([])
      for (const severity of ['error', 'info'] as const) {
        expect(new Set(severities(severity))).toEqual(new Set([severity]))
      }
    })
  })
}

const edited = (document: JsonObject, change: Changes | undefined) =>
  change === undefined ? document : withChanges(document, change)

function named<Case extends ValidCase>(one: Case): [string, Case] {
  const text = JSON.stringify(one.change ?? one.document, (_, value: unknown) => value ?? null)
  return [one.name ?? [text.slice(0, 100), one.options && JSON.stringify(one.options)].join(' '), one]
}
