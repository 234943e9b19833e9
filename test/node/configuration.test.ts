import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { validateCommand } from '../../src/cli/commands/validate.js'
import type { Json } from '../../src/json/value.js'
import { changeableCodes, configurationKeys } from '../../src/node/configuration/configuration-keys.js'
import { problemIn } from '../../src/node/configuration/problems.js'
import { configurationSchema } from '../../src/node/configuration/schema.js'
import { inRoot } from '../package/built.js'

describe('the schema of the configuration', () => {
  const accepts = new Ajv({ strict: false }).compile(configurationSchema())

  it('is the one of the package, and knows every key and rule', () => {
    const shipped = JSON.parse(readFileSync(inRoot('schemas/others/theme-convert.json'), 'utf8')) as {
      properties: Record<string, { properties?: object }>
    }
    expect(shipped).toEqual(configurationSchema())
    expect(Object.keys(shipped.properties)).toEqual(['$schema', ...Object.keys(configurationKeys)])
    expect(Object.keys(shipped.properties['rules']?.properties ?? {})).toEqual([...changeableCodes])
  })

  it.each<[Json, boolean]>([
    [{}, true],
    [{ $schema: 'https://unpkg.com/theme-convert/schemas/theme-convert.json' }, true],
    [{ files: ['a', '**/theme.json'], target: 'ocis-8', served: 'static', as: 'branding' }, true],
    [{ themeFile: 'a.json', assets: '.', images: true, strict: false, maxWarnings: 0, maxFindings: 1 }, true],
    [{ rules: { 'low-contrast': 'off', 'image-script': 'warning' } }, true],
    [[], false],
    [{ $schema: 1 }, false],
    [{ file: ['a'] }, false],
    [{ files: [] }, false],
    [{ files: [''] }, false],
    [{ files: 'a' }, false],
    [{ target: 'ocis-4' }, false],
    [{ served: true }, false],
    [{ as: null }, false],
    [{ themeFile: '' }, false],
    [{ assets: 1 }, false],
    [{ images: 'yes' }, false],
    [{ maxWarnings: -1 }, false],
    [{ maxFindings: 0 }, false],
    [{ maxFindings: 1.5 }, false],
    [{ rules: 'off' }, false],
    [{ rules: { 'syntax-error': 'off' } }, false],
    [{ rules: { 'low-contrast': true } }, false],
  ])('agrees with the check: %j', (document, isRight) => {
    expect([accepts(document), problemIn(document) === undefined]).toEqual([isRight, isRight])
  })

  it('has a key for every option of validate but those about one call', () => {
    const ofACall = ['format', 'quiet', 'stdin-filename', 'report', 'force', 'watch', 'config', 'no-config']
    const options = Object.keys(validateCommand.options).filter((name) => !ofACall.includes(name))
    const keys = options.map((name) =>
      name === 'rule' ? 'rules' : name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    )
    expect([...keys, 'files'].sort()).toEqual(Object.keys(configurationKeys).sort())
  })
})
