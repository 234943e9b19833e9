import { describe, expect, it } from 'vitest'
import { readSchemas } from '../../schemas/read.mjs'
import { releaseTables } from '../../schemas/releases.mjs'

const release = { changes: 'nothing', readsBranding: true, uploads: 'themes/_branding/', uploadSlots: [] }
const named = (title: string) => ({ 'x-release': { title, ...release } })
const camelCase = (name: string) => name.replace(/-(.)/, (_, letter: string) => letter.toUpperCase())

describe('the tables of targets', () => {
  it('have the releases by their numbers, and the state of development last', () => {
    const schemas = new Map<string, object>([
      ['ocis-next', named('the next oCIS')],
      ['ocis-10', named('oCIS 10')],
      ['opencloud-2', named('OpenCloud Web 2')],
      ['ocis-9', named('oCIS 9')],
      ['shared', {}],
    ])
    const tables = releaseTables(schemas, camelCase, '')
    expect(tables['target-facts.ts']).toContain("OwnCloudTargetId = 'ocis-9' | 'ocis-10' | 'ocis-next'\n")
    expect(tables['target-facts.ts']).toContain("TargetId = OwnCloudTargetId | 'opencloud-2'\n")
    expect(tables['owncloud-targets.ts']).not.toContain('opencloud')
    expect(tables['all-targets.ts']).toContain("get 'opencloud-2'() {\n    return openCloud2\n")
  })

  it('have every schema of a target', async () => {
    const schemas = await readSchemas()
    const ids = [...schemas.keys()].filter((name) => /^(?:ocis|opencloud)-/.test(name))
    const facts = releaseTables(schemas, camelCase, '')['target-facts.ts']
    expect(ids.length).toBeGreaterThan(8)
    for (const id of ids) expect(facts).toMatch(new RegExp(`^  '${id}': \\S+Uploads,$`, 'm'))
  })
})
