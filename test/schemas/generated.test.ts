import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { generate, staleFiles } from '../../schemas/generate.mjs'
import { readSchemas } from '../../schemas/read.mjs'

describe('generated code', () => {
  it('is not stale: otherwise run "npm run generate"', async () => {
    expect(await staleFiles(await generate())).toEqual([])
  })

  it('would be found stale after a change', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-generated-'))
    const generated = await generate()
    for (const [file, text] of Object.entries(generated)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), text)
    }
    expect(await staleFiles(generated, folder)).toEqual([])
    writeFileSync(path.join(folder, 'theme-types.ts'), `${generated['theme-types.ts']} `)
    rmSync(path.join(folder, 'places.ts'))
    expect((await staleFiles(generated, folder)).sort()).toEqual(['places.ts', 'theme-types.ts'])
    rmSync(folder, { recursive: true })
  })
})

describe('the schemas', () => {
  it('explain every key with a title, a description and valid examples', async () => {
    const schemas = await readSchemas()
    let count = 0
    for (const [name, schema] of schemas) {
      expect(schema.$id).toBe(`https://unpkg.com/theme-convert/schemas/${name}.json`)
      const lookUp = (reference: string): Record<string, unknown> => {
        const [file = '', pointer = ''] = reference.split('#')
        const home = file === '' ? schema : schemas.get(path.basename(file, '.json'))
        const found = pointer
          .split('/')
          .filter(Boolean)
          .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], home)
        expect(found, `${name}: ${reference}`).toBeTypeOf('object')
        return found as Record<string, unknown>
      }
      const walk = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return
        const part = value as Record<string, unknown>
        for (const [key, property] of Object.entries(
          (part['properties'] as Record<string, Record<string, unknown>>) ?? {},
        )) {
          const reference = property['$ref']
          const target = typeof reference === 'string' ? lookUp(reference) : property
          expect(target['title'], `${name}: title of ${key}`).toBeTypeOf('string')
          expect(String(target['description']).length, `${name}: description of ${key}`).toBeGreaterThan(20)
          expect(target['examples'], `${name}: examples of ${key}`).toBeInstanceOf(Array)
          count += 1
        }
        for (const [key, item] of Object.entries(part)) if (key !== 'examples') walk(item)
      }
      walk(schema)
    }
    expect(count).toBeGreaterThan(200)
  })
})
