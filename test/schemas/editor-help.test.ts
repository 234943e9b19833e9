import { describe, expect, it } from 'vitest'
import { editorSchemas } from '../../schemas/editor/generate.mjs'
import { makeBranding, type TargetId, targets, validate } from '../../src/index.js'
import { colorsGroup, expanded, marks, OpenFile, plain, strict, withTokens } from '../support/editor.js'
import { allTargets } from '../support/targets.js'

const schemas = await editorSchemas()

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

  it('offers what a branding file can have', async () => {
    const keysAt = async (path: string, content: object) =>
      [...(await OpenFile.of(branding, content).completions(`"${path}": {`)).keys()].sort()
    const branding = plain('ocis-8').replace('ocis-8', 'branding')
    const parts = { name: 'a', slogan: 'a', logo: 'a', favicon: 'a' }
    const links = { imprintUrl: 'a', privacyUrl: 'a', accessDeniedHelpUrl: 'a' }
    const made = makeBranding({ ...parts, ...links }) as {
      common: { urls: object }
      clients: { web: { defaults: { logo: object } } }
    }
    expect(await marks(OpenFile.of(branding, made))).toEqual([])
    expect(await keysAt('common', { common: {} })).toEqual(Object.keys(made.common).sort())
    expect(await keysAt('urls', { common: { urls: {} } })).toEqual(Object.keys(made.common.urls).sort())
    const { logo } = made.clients.web.defaults
    expect(await keysAt('logo', { clients: { web: { defaults: { logo: {} } } } })).toEqual(
      Object.keys(logo).sort(),
    )
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

  it('shows measurements of the product itself only', async () => {
    const icon = { colorPalette: { 'icon-folder': '#fff' } }
    expect(await withTokens(plain('ocis-8'), icon).hover('icon-folder')).toContain('Measured in ownCloud')
    expect(await withTokens(plain('opencloud-4'), icon).hover('icon-folder')).not.toContain('Measured')
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

describe('descriptions', () => {
  /** Every description of a part of a schema, also of those that it refers to. */
  const texts = (home: string, part: unknown): string[] =>
    typeof part !== 'object' || part === null
      ? []
      : Object.entries(part).flatMap(([key, value]) => {
          if (key === 'definitions') return []
          if (typeof value === 'string' && /^(?:description|markdownDescription)$/.test(key)) return [value]
          const reference = key === '$ref' && /^(?:(.*)\.json)?#\/definitions\/(.*)/.exec(String(value))
          if (!reference) return texts(home, value)
          const [, there = home, name = ''] = reference
          const found = new Map(Object.entries(schemas.get(there)?.definitions ?? {})).get(name)
          expect(found, `${there} ${name}`).toBeDefined()
          return texts(there, found)
        })
  const textsOf = (name: string) => texts(name, schemas.get(name))

  it.each(allTargets.filter((id) => id.startsWith('opencloud-')))('of %s are about OpenCloud', (id) => {
    const found = textsOf(id)
    expect(found.length).toBeGreaterThan(50)
    expect(found.filter((text) => /(?<!OpenCloud )\bWeb \d|ownCloud|oCIS|stock theme/.test(text))).toEqual([])
  })

  it("don't allow what the strict schemas report", () => {
    const found = [...schemas.keys()].flatMap(textsOf)
    expect(found.filter((text) => /any other key is allowed/i.test(text))).toEqual([])
    for (const id of allTargets)
      expect(
        textsOf(id).filter((text) => /may have any value/.test(text)),
        id,
      ).toEqual([])
  })

  it('of a palette without readers say so', async () => {
    const hover = await withTokens(plain('opencloud-7.3'), { colorPalette: {} }).hover('colorPalette')
    expect(hover).toContain('write `roles` instead')
    expect(hover).not.toContain('swatch')
  })
})
