import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { editorSchemas } from '../../schemas/editor/generate.mjs'
import { convert, type TargetId, targets, validate } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { exampleLegacyTheme, exampleRichTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { strictAddress } from '../../src/targets/schema-addresses.js'
import { expanded, OpenFile } from '../support/editor.js'
import { exampleThemeFor } from '../support/example-theme-for.js'
import { allTargets } from '../support/targets.js'

const schemas = await editorSchemas()
const plain = (id: TargetId) => targets[id].schema
const strict = (id: TargetId) => strictAddress(targets[id].schema)
const colorsGroup = (id: TargetId) =>
  targets[id].family.generation === 'opencloud' && id !== 'opencloud-1' ? 'roles' : 'colorPalette'

/** A file of a target with some design tokens in its defaults. */
const withTokens = (address: string, designTokens: object) =>
  OpenFile.of(address, { clients: { web: { defaults: { designTokens } } } })

/** What is marked but for what a file of nothing but its schema lacks. */
const marks = async (file: OpenFile) =>
  (await file.findings()).filter(({ message }) => !message.startsWith('Missing property'))

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

  it.each(allTargets)('accept for %s what its client accepts, and nothing else', (id) => {
    const ajv = new Ajv({ strict: false, validateFormats: false, schemas: [...schemas.values()] })
    const accepts = ajv.getSchema(plain(id)) as (document: unknown) => boolean
    const verdicts = new Set<boolean>()
    for (const document of variantsOf(exampleThemeFor(id))) {
      const verdict = targets[id].check(document)
      expect(accepts(document), JSON.stringify(document)).toBe(verdict)
      verdicts.add(verdict)
    }
    expect(verdicts).toEqual(new Set([true, false]))
  })
})

/** A document, and all that come of it when one value is left out or becomes another one. */
function* variantsOf(document: JsonObject): Generator<unknown> {
  yield document
  const paths: string[][] = []
  const visit = (value: unknown, path: string[]) => {
    if (path.length > 0) paths.push(path)
    if (typeof value === 'object' && value !== null)
      for (const [key, below] of Object.entries(value)) visit(below, [...path, key])
  }
  visit(document, [])
  for (const path of paths) {
    for (const other of [undefined, 1, 'text', {}, [], true]) {
      const copy = structuredClone(document) as Record<string, unknown>
      const last = path.at(-1) as string
      const parent = path
        .slice(0, -1)
        .reduce<Record<string, unknown>>((value, key) => value[key] as never, copy)
      if (other === undefined && !Array.isArray(parent)) delete parent[last]
      else parent[last] = other ?? null
      yield copy
    }
  }
}

describe('completion', () => {
  it.each(allTargets)('offers every colour of %s with what it does', async (id) => {
    const group = colorsGroup(id)
    const { tokens, designTokens } = targets[id]
    const known =
      tokens[group] === undefined
        ? Object.keys(designTokens).flatMap((name) => /^color-(.*)/.exec(name)?.[1] ?? [])
        : [...tokens[group].read, ...tokens[group].unread]
    expect(known.length).toBeGreaterThan(40)
    for (const address of [plain(id), strict(id)]) {
      const offered = await withTokens(address, { [group]: {} }).completions(`"${group}": {`)
      expect([...offered.keys()].sort()).toEqual(known.sort())
      for (const [token, { documentation }] of offered) expect(documentation, token).toBeTruthy()
    }
  })

  it('inserts the value of the design system, in a form that can be picked', async () => {
    const offered = await withTokens(strict('ocis-8'), { colorPalette: {} }).completions('"colorPalette": {')
    expect(expanded(offered.get('swatch-brand-default'))).toBe('"swatch-brand-default": "#041e42"')
  })

  it('says what each value of a list of values means', async () => {
    const file = OpenFile.of(plain('ocis-8'), { clients: { web: { themes: [{ mode: '' }] } } })
    const offered = await file.completions('"mode": ')
    expect(offered.get('"vault"')?.documentation).toBe('Offered only in the vault.')
  })

  it('offers no key that only other releases read', async () => {
    const keysOf = async (id: TargetId) =>
      await OpenFile.of(plain(id), { clients: { web: { defaults: { loginPage: {} } } } }).completions(
        '"loginPage": {',
      )
    expect([...(await keysOf('ocis-5')).keys()].sort()).toEqual(['autoRedirect', 'backgroundImg'])
    expect([...(await keysOf('ocis-6')).keys()]).toEqual(['backgroundImg'])
  })

  it.each(allTargets)('inserts a file for %s that is accepted, and themes into it', async (id) => {
    const offered = await new OpenFile('', strict(id)).completions('')
    const file = JSON.parse(expanded(offered.get(schemas.get(id)?.title as string))) as {
      $schema: string
      clients: { web: { themes: object[] } }
    }
    expect(file.$schema).toBe(strict(id))
    expect(validate(file, { target: id })).toMatchObject({ valid: true, diagnostics: [] })
    const { themes } = file.clients.web
    themes.length = 0
    const empty = new OpenFile(JSON.stringify(file, null, 2))
    const snippets = [...(await empty.completions('"themes": [')).values()].filter(({ label }) =>
      label.startsWith('Theme'),
    )
    expect(snippets.length).toBeGreaterThan(1)
    for (const snippet of snippets) themes.push(JSON.parse(expanded(snippet)) as object)
    expect(validate(file, { target: id })).toMatchObject({ valid: true, diagnostics: [] })
  })
})

describe('hovering', () => {
  it('shows where a colour shows, in which release, and what it falls back to', async () => {
    const hover = await withTokens(strict('ocis-8'), {
      colorPalette: { 'swatch-brand-default': '#041e42' },
    }).hover('swatch-brand-default')
    expect(hover).toContain('Background: window and top bar. Measured in ownCloud Web 12.5.0.')
    expect(hover).toContain('Custom property: `--oc-color-swatch-brand-default`. Default: `rgb(4, 30, 66)`.')
  })

  it('shows what a role of OpenCloud paints', async () => {
    const hover = await withTokens(plain('opencloud-4'), { roles: { onChrome: '#fff' } }).hover('onChrome')
    expect(hover).toContain('icons in the top bar')
    expect(hover).toContain('Measured in OpenCloud Web 7.3.0')
    expect(hover).toContain('`--oc-role-on-chrome`')
  })

  it('shows keys as code', async () => {
    const file = OpenFile.of(strict('ocis-8'), { clients: { web: { defaults: {} } } })
    expect(await file.hover('defaults')).toContain('`loginPage`')
  })
})

describe('colours', () => {
  it('are shown for known and own tokens and roles', async () => {
    for (const id of allTargets) {
      const group = colorsGroup(id)
      const file = withTokens(plain(id), {
        [group]: { border: '#123', outline: '#12345678', own: '#abcdef' },
      })
      expect((await file.colors()).sort(), id).toEqual(['#123', '#12345678', '#abcdef'])
    }
  })

  it('may be in any notation of CSS', async () => {
    const colorPalette = { border: 'rgb(1, 2, 3)', 'text-default': 'var(--x)', 'text-muted': 'rebeccapurple' }
    const file = withTokens(strict('ocis-8'), { colorPalette })
    expect(await marks(file)).toEqual([])
    expect(await file.colors()).toEqual([])
  })

  it('are not looked for in lengths', async () => {
    expect(await withTokens(plain('ocis-8'), { spacing: { small: '#123' } }).colors()).toEqual([])
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
