import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editorSchemas } from '../../schemas/editor/generate.mjs'
import { convert, type TargetId, targets, validate } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { exampleLegacyTheme, exampleRichTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { shippedThemes } from '../../src/shipped/shipped-themes.js'
import { colorsGroup, marks, OpenFile, plain, strict, withTokens } from '../support/editor.js'
import { exampleThemeFor } from '../support/example-theme-for.js'
import { allTargets } from '../support/targets.js'

const byName = await editorSchemas()

describe('misspelt colours', () => {
  const colored = (id: TargetId, value: unknown) =>
    withTokens(strict(id), { [colorsGroup(id)]: { [colorToken(id)]: value } })
  const colorToken = (id: TargetId) => [...(targets[id].tokens[colorsGroup(id)]?.read ?? [])][0] ?? 'icon-pdf'

  it.each(allTargets)('are marked by the strict schema of %s', async (id) => {
    for (const wrong of ['#12345', '#ffg', '#', ' #1234567', 'd5e0de', 'fff']) {
      const [found, ...others] = await marks(colored(id, wrong))
      expect([found?.marked, others]).toEqual([JSON.stringify(wrong), []])
      expect(found?.message).toContain('Not a CSS colour')
    }
    for (const right of [
      '#fff',
      '#FFFF',
      '#0b4f4a ',
      '#0b4f4acc',
      '',
      'teal',
      'rgb(11 79 74)',
      'var(--acme)',
    ])
      expect(await marks(colored(id, right)), right).toEqual([])
  })

  it('are no others than validate reports', () => {
    const check = new Ajv({ strict: false, schemas: [...byName.values()] }).getSchema(strict('ocis-8'))
    const file = (border: string) => {
      const theme = exampleTheme() as { clients: { web: { defaults: object } } }
      Object.assign(theme.clients.web.defaults, { designTokens: { colorPalette: { border } } })
      return theme
    }
    expect(check?.(file('#fff'))).toBe(true)
    const letters = fc.constantFrom(...'##0fFgZ_- \\/*é'.split(''))
    let rejected = 0
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 10 }), (border) => {
        if (check?.(file(border)) !== false) return
        rejected += 1
        expect(validate(file(border)).diagnostics.map(({ code }) => code)).toContain('invalid-color')
      }),
      { numRuns: 1000 },
    )
    expect(rejected).toBeGreaterThan(10)
  })
})

describe('misspelt keys', () => {
  const misspelt = (id: TargetId) => {
    const file = exampleThemeFor(id) as {
      clients: { web: { defaults: Record<string, object>; themes: object[] } }
    }
    const { defaults, themes } = file.clients.web
    defaults['lgoo'] = {}
    Object.assign(themes[0] as object, { isDrak: true })
    defaults['designTokens'] = { [colorsGroup(id)]: { 'swatch-brand-defualt': '#fff' } }
    return file
  }

  it.each(allTargets)('are marked by the strict schema of %s', async (id) => {
    const marked = await OpenFile.of(strict(id), misspelt(id)).findings()
    const tokens = targets[id].tokens[colorsGroup(id)] === undefined ? [] : ['"swatch-brand-defualt"']
    expect(marked.map((each) => each.marked).sort()).toEqual(['"isDrak"', '"lgoo"', ...tokens].sort())
    for (const { message } of marked) {
      expect(message).toContain(`Not read by ${targets[id].title}`)
      expect(message).toContain('".strict"')
    }
  })

  it.each(allTargets)(
    'are not marked by the schema of %s that accepts what the client accepts',
    async (id) => {
      expect(await OpenFile.of(plain(id), misspelt(id)).findings()).toEqual([])
    },
  )

  it('are not those of later releases, and of icons where all are read', async () => {
    const older = OpenFile.of(strict('ocis-6'), {
      clients: { web: { defaults: { logo: { topbarSm: 'a.svg' } } } },
    })
    expect(await marks(older)).toEqual([])
    const token = withTokens(strict('ocis-6'), { colorPalette: { 'background-sidebar': '#fff' } })
    expect(await marks(token)).toEqual([])
    const icons = withTokens(strict('opencloud-4'), { colorPalette: { 'icon-own': '#fff', own: '#fff' } })
    expect((await marks(icons)).map(({ marked }) => marked)).toEqual(['"own"'])
  })

  it.each(allTargets)('are not taken for those of former files by the strict schema of %s', async (id) => {
    const former = { web: { default: {} }, common: {}, general: {}, clients: { web: {} }, wbe: {} }
    const found = await marks(OpenFile.of(strict(id), former))
    const about = (key: string) => found.filter(({ marked }) => marked.startsWith(`"${key}"`))
    for (const key of ['web', 'general'])
      expect(about(key)).toEqual([
        expect.objectContaining({ message: expect.stringMatching(/before oCIS 5\. Convert the file/) }),
      ])
    expect(about('wbe')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('misspelt, or of your own') }),
    ])
    expect([...(await OpenFile.of(strict(id), {}).completions('"$schema"')).keys()]).not.toContain('web')
  })

  it('leave other findings as they are', async () => {
    const file = OpenFile.of(strict('ocis-8'), { clients: { web: { defaults: { logo: 'logo.svg' } } } })
    expect((await marks(file)).map(({ message }) => message)).toEqual(['Incorrect type. Expected "object".'])
  })
})

describe('keys that are no longer read', () => {
  const web = (defaults: object) => ({ clients: { web: { defaults } } })

  it.each<[TargetId, object, string, string]>([
    ['ocis-5', web({ logo: { notFound: 'a.svg' } }), 'notFound', 'Only Web 0.28 to 2.1'],
    ['ocis-8', web({ loginPage: { autoRedirect: true } }), 'autoRedirect', 'Not read by oCIS 8: '],
    [
      'opencloud-4',
      web({ designTokens: { spacing: {} } }),
      'spacing',
      'Not read by OpenCloud Web 4 to 7.2: ',
    ],
    [
      'opencloud-7.3',
      web({ designTokens: { colorPalette: { a: '#fff' } } }),
      'colorPalette',
      'reads none of',
    ],
  ])('are marked for %s with the reason', async (id, content, key, message) => {
    for (const address of [plain(id), strict(id)]) {
      const [finding, ...more] = await marks(OpenFile.of(address, content))
      expect(more).toEqual([])
      expect(finding?.marked.startsWith(`"${key}"`)).toBe(true)
      expect(finding?.message).toContain(message)
    }
  })
})

describe('a converted file', () => {
  const example = (name: string) =>
    JSON.parse(readFileSync(`examples/acme/${name}.json`, 'utf8')) as JsonObject
  const sources: Record<string, () => JsonObject> = {
    'legacy theme': exampleLegacyTheme,
    'current theme': exampleTheme,
    'rich theme': exampleRichTheme,
    'legacy theme of Acme': () => example('legacy-theme'),
    'theme of Acme': () => example('theme'),
    'OpenCloud theme of Acme': () => example('opencloud-theme'),
  }

  it.each(Object.keys(sources))('from the %s has no finding but for keys of its own', async (name) => {
    for (const id of allTargets) {
      const { theme } = convert((sources[name] as () => JsonObject)(), { target: id, schema: true })
      expect(theme?.['$schema' as never]).toBe(strict(id))
      const findings = await new OpenFile(JSON.stringify(theme, null, 2)).findings()
      expect(
        findings.filter(({ marked }) => marked !== '"acmeDesignTeam"'),
        id,
      ).toEqual([])
    }
  })
})

it('has no finding for a token of the themes that servers bring along, in any release', async () => {
  for (const { document } of [...shippedThemes(), { document: exampleRichTheme() }]) {
    for (const id of allTargets) {
      const { theme } = convert(document, { target: id, schema: true })
      const marked = await new OpenFile(JSON.stringify(theme, null, 2)).findings()
      expect(marked.filter((each) => each.marked !== '"acmeDesignTeam"')).toEqual([])
    }
  }
})

it('keeps the schema strict on every way between releases of all products', () => {
  for (const from of allTargets) {
    const { theme } = convert(exampleTheme(), { target: from, schema: true })
    expect(validate(theme, { target: from }).diagnostics.filter(isAboutSchema)).toEqual([])
    for (const target of allTargets) {
      const next = convert(theme, { target })
      expect(next.theme?.['$schema' as never], `${from} to ${target}`).toBe(strict(target))
      expect(next.diagnostics.filter(isAboutSchema)).toEqual([])
    }
  }
})

const isAboutSchema = ({ pointer }: { pointer: string }) => pointer.startsWith('/$schema')
