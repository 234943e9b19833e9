import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { editorSchemas } from '../../schemas/editor/generate.mjs'
import { readSchemas } from '../../schemas/read.mjs'
import type { JsonObject } from '../../src/json/value.js'
import { exampleThemeFor } from '../support/example-theme-for.js'
import { allTargets } from '../support/targets.js'
import { variantsOf } from '../support/variants.js'

const schemas = await editorSchemas()
const themes = await readSchemas()

/** Every part of a schema, without examples and values. */
function* partsOf(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  yield value as Record<string, unknown>
  for (const [key, below] of Object.entries(value))
    if (!['examples', 'defaultSnippets', 'default'].includes(key)) yield* partsOf(below)
}

describe('the schemas for editors', () => {
  it('are those of all files and a strict one for each target, at addresses with the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    for (const [name, { $id }] of schemas)
      expect($id).toBe(`https://unpkg.com/theme-convert@${version}/schemas/${name}.json`)
    const names = ['branding', 'legacy-flat', 'legacy-named', 'legacy-unwrapped', 'legacy-wrapped', 'shared']
    const others = existsSync('schemas/others') ? readdirSync('schemas/others') : []
    names.push(...others.map((file) => path.basename(file, '.json')))
    expect([...schemas.keys()].sort()).toEqual(
      [...names, ...allTargets, ...allTargets.map((id) => `${id}.strict`)].sort(),
    )
  })

  it('have no more than 500 kB', () => {
    const texts = [...schemas.values()].map((schema) => JSON.stringify(schema))
    expect(texts.join('').length).toBeLessThan(500_000)
  })

  it('describe in plain text, and in Markdown where that says more', () => {
    let count = 0
    for (const schema of schemas.values()) {
      for (const { description, markdownDescription, deprecated, deprecationMessage } of partsOf(schema)) {
        if (typeof description === 'string') expect(description).not.toContain('`')
        if (typeof markdownDescription === 'string') {
          expect(markdownDescription).toMatch(/`[^`]+`/)
          expect(markdownDescription.replaceAll('`', '')).toBe(description)
          count += 1
        }
        if (deprecated !== undefined) expect(deprecationMessage).toMatch(/Delete it\.$/)
      }
    }
    expect(count).toBeGreaterThan(150)
  })

  it.each(allTargets)('compile with the options of Ajv on the page, and without a warning: %s', (id) => {
    const schemaOf = (name: string) => schemas.get(name) as { $id: string }
    const warnings: unknown[] = []
    const note = (...message: unknown[]) => warnings.push(message)
    const validate = new Ajv({
      ...{ strict: false, formats: { color: true }, schemas: [schemaOf(id), schemaOf('shared')] },
      logger: { log: note, warn: note, error: note },
    }).compile(schemaOf(`${id}.strict`))
    expect([validate(exampleThemeFor(id)), validate.errors, warnings]).toEqual([true, null, []])
  })

  const roots = [...themes.keys()].filter((name) => name !== 'shared')
  const validatorOf = (all: Iterable<{ $id: string }>) =>
    new Ajv({ strict: false, validateFormats: false, schemas: [...all] })
  const editors = validatorOf(schemas.values())
  const checks = validatorOf(themes.values())
  type Verdict = (document: unknown) => boolean
  it.each(roots)('accept for %s what the check accepts, and nothing else', (name) => {
    const accepts = editors.getSchema(schemas.get(name)?.$id as string) as Verdict
    const expected = checks.getSchema(themes.get(name)?.$id as string) as Verdict
    const target = allTargets.find((id) => id === name)
    const documents = [
      ...((themes.get(name)?.['examples'] ?? []) as JsonObject[]),
      ...(target === undefined ? [] : [exampleThemeFor(target)]),
    ]
    const verdicts = new Set<boolean>()
    for (const document of documents.flatMap((each) => [...variantsOf(each)])) {
      const verdict = expected(document)
      expect(accepts(document), JSON.stringify(document)).toBe(verdict)
      verdicts.add(verdict)
    }
    expect(verdicts).toEqual(new Set([true, false]))
  })
})
