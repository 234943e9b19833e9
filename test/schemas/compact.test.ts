import { isDeepStrictEqual } from 'node:util'
import Ajv, { type ErrorObject } from 'ajv'
import { describe, expect, it } from 'vitest'
import { readSchemas } from '../../schemas/read.mjs'
import type { Validator } from '../../src/formats/schema-findings.js'
import { legacyFlat } from '../../src/generated/validators/legacy-flat.js'
import { legacyUnwrapped } from '../../src/generated/validators/legacy-unwrapped.js'
import { legacyWrapped } from '../../src/generated/validators/legacy-wrapped.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { targets } from '../../src/targets/index.js'
import { exampleThemeFor } from '../support/example-theme-for.js'
import { allTargets } from '../support/targets.js'
import { variantsOf } from '../support/variants.js'

const schemas = await readSchemas()
const ajv = new Ajv({ strict: false, allErrors: true, messages: false, schemas: [...schemas.values()] })

/** What the examples of the schemas don't have. */
const legacyTheme: JsonObject = {
  general: { helpDeskText: 'Help', helpDeskLink: { en: 'https://acme.example/help' } },
  appBanner: { title: 'Acme', other: 'text' },
}

const documentsFor = (name: string): JsonObject[] => {
  const target = allTargets.find((id) => id === name)
  return [
    ...((schemas.get(name)?.['examples'] ?? []) as JsonObject[]),
    target === undefined ? legacyTheme : exampleThemeFor(target),
    { web: { default: legacyTheme }, common: { shareRoles: { a: { iconName: 'eye' } } } },
  ]
}

/** A document in which every value has another type. */
const swapped = (value: Json): Json => {
  if (Array.isArray(value)) return [null, ...value.map(swapped)]
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? null : 'text'
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, swapped(each)]))
}

/** What the rewritten code keeps of the errors of Ajv. */
const withoutRules = (errors: readonly ErrorObject[] | null | undefined) =>
  errors?.map(({ keyword, instancePath, params }) => ({ keyword, instancePath, params })) ?? null

describe('the compiled schemas', () => {
  const named: [string, Validator][] = [
    ['legacy-flat', legacyFlat],
    ['legacy-unwrapped', legacyUnwrapped],
    ['legacy-wrapped', legacyWrapped],
    ...allTargets.map((id): [string, Validator] => [id, targets[id].check]),
  ]

  it.each(named)('of %s find what Ajv finds, in the same order', (name, validator) => {
    const expected = ajv.getSchema(schemas.get(name)?.$id as string)
    if (expected === undefined) throw new Error(`There is no schema ${name}.`)
    let most = 0
    for (const original of documentsFor(name)) {
      const wrong = swapped(original) as JsonObject
      for (const document of [...variantsOf(original), ...variantsOf(wrong), null, [], 1]) {
        const wanted = [expected(document), withoutRules(expected.errors)]
        const found = [validator(document), validator.errors ?? null]
        // Only then an expectation, which takes longer than the comparison.
        if (!isDeepStrictEqual(found, wanted)) expect([document, ...found]).toEqual([document, ...wanted])
        most = Math.max(most, expected.errors?.length ?? 0)
      }
    }
    expect(most).toBeGreaterThan(5)
  })
})
