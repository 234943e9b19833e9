import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/findings/catalogue.js'
import { descriptions } from '../../src/generated/descriptions.js'
import { documentRules, valueRules } from '../../src/generated/rule-index.js'
import { inRoot } from '../package/built.js'
import { bundle } from '../package/bundle.js'

const folder = inRoot('src', 'validate', 'rules')
const files = readdirSync(folder)

describe('what rules declare', () => {
  it('is in the index, the list of codes and the list of descriptions', async () => {
    const rules = [...documentRules, ...valueRules]
    expect(rules).toHaveLength(files.length)
    for (const file of files) {
      const module = (await import(`../../src/validate/rules/${file.replace('.ts', '.js')}`)) as Record<
        string,
        object
      >
      const rule = rules.find((one) => Object.values(module).includes(one))
      if (rule === undefined) throw new Error(`${file} is not in the index of rules`)
      const raised = 'codes' in rule ? rule.codes : [rule.code]
      for (const [code, kind] of Object.entries(module['meta'] ?? {})) {
        expect(raised).toContain(code)
        expect(catalogue).toHaveProperty(code, kind)
        expect(descriptions).toHaveProperty(code)
      }
    }
  })

  it('has a test file for each rule, and no other', () => {
    const tests = readdirSync(inRoot('test', 'validate', 'rules'))
    expect(tests.sort()).toEqual(files.map((file) => file.replace('.ts', '.test.ts')).sort())
  })

  it.each([
    ['document', documentRules],
    ['value', valueRules],
  ])('has one rank for each %s rule', (_, rules) => {
    expect(new Set(rules.map(({ rank }) => rank)).size).toBe(rules.length)
  })

  it('does not load the descriptions where only rules are run', async () => {
    const { why } = descriptions['invalid-color']
    expect(readFileSync(`${folder}/invalid-color.ts`, 'utf8')).toContain(why)
    const stdin = (names: string, file: string) => ({
      contents: `export { ${names} } from './src/${file}'`,
      resolveDir: inRoot('.'),
    })
    const checking = await bundle({ format: 'esm', stdin: stdin('validate', 'index.ts') })
    const explaining = await bundle({ format: 'esm', stdin: stdin('describeCode', 'report/index.ts') })
    expect(checking.text).not.toContain(why)
    expect(explaining.text).toContain(why)
  })
})
