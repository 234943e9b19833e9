import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AssetFolder,
  catalogue,
  type DiagnosticCode,
  ruleCodes,
  type TargetId,
  targets,
  type ValidateOptions,
  validate,
} from '../../src/index.js'
import { bytesOf } from '../../src/json/bytes.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { formatDiagnostics } from '../../src/report/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { shippedThemes } from '../../src/shipped/shipped-themes.js'
import { shippedFile } from '../../src/targets/shipped-file.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import { changed, folderOf } from '../support/examples.js'

const light = '/clients/web/themes/0'
const palette = `${light}/designTokens/colorPalette`

function themeWith(changes: Record<string, Json | undefined>): Json {
  let document: Json = exampleTheme()
  for (const [at, value] of Object.entries(changes)) {
    document = changed(document as JsonObject, { at, ...(value !== undefined && { value }) })
  }
  return document
}

const found = (changes: Record<string, Json | undefined>, target: TargetId = 'ocis-8') =>
  validate(themeWith(changes), { target }).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)

describe('rules', () => {
  const document = themeWith({ '/common/logo': '/a.svg', '/contact': 'x' })

  it('can be switched off and raised', () => {
    const severities = (rules: Parameters<typeof validate>[1]) =>
      validate(document, rules).diagnostics.map(({ code, severity }) => `${code} ${severity}`)
    expect(severities({})).toEqual(['unknown-key info', 'absolute-logo warning'])
    expect(severities({ rules: { 'unknown-key': 'off' } })).toEqual(['absolute-logo warning'])
    expect(severities({ rules: { 'absolute-logo': 'error', 'unknown-key': 'warning' } })).toEqual([
      'unknown-key warning',
      'absolute-logo error',
    ])
    expect(severities({ rules: 'off' })).toEqual([])
    expect(validate(document, { rules: { 'absolute-logo': 'error' } }).valid).toBe(false)
  })

  it('let the next rule judge a text when the first is off', () => {
    const unsafe = themeWith({ [`${palette}/border`]: 'url(//a)' })
    expect(
      validate(unsafe, { rules: { 'unsafe-token': 'off' } }).diagnostics.map(({ code }) => code),
    ).toEqual(['invalid-color'])
  })

  it('are only those that there are', () => {
    expect(() => validate({}, { rules: { 'no-such-rule': 'off' } as never })).toThrow(RangeError)
    expect(() => validate({}, { rules: { 'missing-key': 'off' } })).toThrow(/be switched off or raised/)
    expect(() => validate({}, { rules: { 'low-contrast': 'loud' as 'off' } })).toThrow(TypeError)
    for (const code of ruleCodes) expect(catalogue).toHaveProperty([code])
  })
})

describe('the text and the document', () => {
  it('give the same findings, with ranges for the text only', () => {
    const names = Object.keys(catalogue)
    fc.assert(
      fc.property(
        fc.constantFrom('/common/logo', '/common/urls', `${palette}/border`, light, '/x'),
        fc.jsonValue(),
        (at, value) => {
          const document = themeWith({ [at]: JSON.parse(JSON.stringify(value)) as Json })
          const text = validate(JSON.stringify(document, null, 1)).diagnostics
          const plain = validate(document).diagnostics
          const bare = text.map(({ range, related, ...rest }) => {
            expect(range).toBeDefined()
            return { ...rest, ...(related && { related: related.map(({ range: _, ...place }) => place) }) }
          })
          expect(bare).toEqual(plain)
          for (const { code } of plain) expect(names).toContain(code)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never throw, never change the input, whatever it is and whatever it is checked for', () => {
    const hostile = fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'logo',
      'themes',
      'common',
      'designTokens',
      '',
    )
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(hostile, tie('json')),
        fc.array(tie('json'), { maxLength: 3 }),
      ),
    }))
    const target = fc.constantFrom(...(Object.keys(targets) as TargetId[]))
    fc.assert(
      fc.property(json, json, json, target, (common, defaults, themes, id) => {
        const input = { common, clients: { web: { defaults, themes } } }
        const before = JSON.stringify(input)
        expect(() => validate(input, { target: id })).not.toThrow()
        expect(JSON.stringify(input)).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('take a folder of images from anybody', () => {
    const asked: string[] = []
    const assets: AssetFolder = {
      find(path) {
        asked.push(path)
        return { found: true }
      },
      hasFolder: () => true,
    }
    validate(themeWith({ '/clients/web/defaults/logo/topbar': '/a%20b/./c.svg?x#y' }), { assets })
    expect(asked).toContain('a b/c.svg')
    expect(asked).toContain('themes/acme/harbour.jpg')
  })
})

describe('images in a folder', () => {
  const at = '/clients/web/defaults/logo/topbar'
  const others = ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg']
  const missing = (text: string, files: readonly string[], options: ValidateOptions = {}) =>
    validate(themeWith({ [at]: text }), {
      assets: folderOf([...others, ...files]),
      ...options,
    }).diagnostics.map(({ code }) => code)

  it('are looked for beside other images of the server', () => {
    const builtIn = 'themes/owncloud/assets/lgoo.svg'
    expect(missing(builtIn, [])).toEqual([])
    expect(missing(builtIn, ['themes/owncloud/theme.json'])).toEqual([])
    expect(missing(builtIn, ['themes/owncloud/assets/logo.svg'])).toEqual(['image-missing'])
    expect(missing('themes/owncloud/assets/logo.svg', ['themes/owncloud/assets/logo.svg'])).toEqual([])
  })

  it('get one finding where the format is wrong and the file missing', () => {
    expect(missing('themes/acme/logo.svgg', [])).toEqual(['image-format'])
    expect(missing('themes/acme/lgoo.svg', [])).toEqual(['image-missing'])
  })
})

describe('a file', () => {
  const codesOf = (text: string) => validate(text).diagnostics.map(({ code }) => code)
  const withSlogan = (slogan: string) => JSON.stringify(themeWith({ '/common/slogan': slogan }))
  const rest = withSlogan('').length

  it.each([
    ['of one byte', 'x', 1],
    ['of two bytes', 'é', 2],
    ['of three bytes', '日', 3],
    ['of four bytes', '😀', 4],
  ])('is as large as its characters %s', (_, character, bytes) => {
    const fits = Math.floor((1_000_000 - rest) / bytes)
    expect(codesOf(withSlogan(character.repeat(fits)))).toEqual([])
    expect(codesOf(withSlogan(character.repeat(fits + 1)))).toEqual(['file-too-large'])
  })

  it('has as many bytes as an encoder makes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(bytesOf(text)).toBe(new TextEncoder().encode(text).length)
      }),
    )
  })

  it('is too deep as a text and as a document', () => {
    const deep = `{"clients":${'['.repeat(600)}${']'.repeat(600)}}`
    for (const input of [deep, JSON.parse(deep)]) {
      expect(validate(input)).toMatchObject({
        valid: false,
        diagnostics: [{ code: 'too-deep', pointer: '' }],
      })
      expect(validate(input).diagnostics).toHaveLength(1)
    }
  })
})

describe('a byte-order mark', () => {
  const document = themeWith({ '/common/logo': '/themes/acme/logo.svg', [`${palette}/border`]: '#12345' })
  const text = JSON.stringify(document)

  it('is all there is to say where the server reads the file', () => {
    for (const broken of [text, '{,}']) {
      expect(validate(`\ufeff${broken}`)).toMatchObject({
        valid: false,
        diagnostics: [
          { code: 'byte-order-mark', severity: 'error', range: { start: { line: 1, column: 1 } } },
        ],
      })
      expect(validate(`\ufeff${broken}`).diagnostics).toHaveLength(1)
    }
  })

  it.each<ValidateOptions>([
    { target: 'ocis-5' },
    { served: 'static' },
    { target: 'ocis-7', served: 'static' },
  ])('is a remark beside all other findings, in their places, for %j', (options) => {
    const { diagnostics, ...rest } = validate(`\ufeff${text}`, options)
    const [mark, ...others] = diagnostics
    expect(mark).toMatchObject({ code: 'byte-order-mark', severity: 'info' })
    expect({ ...rest, diagnostics: others }).toEqual(validate(text, options))
    expect(others.map(({ code }) => code)).toContain('invalid-color')
    // As the report shows it, without the mark.
    const report = formatDiagnostics(others, 'pretty', { text: `\ufeff${text}` })
    expect(report).toMatch(/"border":"#12345".*\n.* {2}\^{8}\n/)
    const column = (text.indexOf('"#12345"') + 1) as number
    expect(others.find(({ code }) => code === 'invalid-color')?.range?.start).toEqual({ line: 1, column })
  })

  it('stands beside errors in the syntax', () => {
    const found = validate('\ufeff{"a": 1,}', { target: 'ocis-5' }).diagnostics
    expect(found).toMatchObject([
      { code: 'byte-order-mark' },
      { code: 'syntax-error', range: { start: { line: 1, column: 8 } } },
    ])
  })
})

describe('themes', () => {
  const copyOfDark = (exampleTheme() as never as { clients: { web: { themes: Json[] } } }).clients.web
    .themes[1]

  it('that show the same are found once, each mode for itself', () => {
    expect(found({ '/clients/web/themes/3': { ...(copyOfDark as JsonObject), name: 'Copy' } })).toEqual([
      'same-look /clients/web/themes/3',
    ])
    // The vault's theme looks like the dark one, and nobody sees both.
    expect(found({})).toEqual([])
    expect(
      found({ '/clients/web/themes/3': { name: 'Copy', isDark: true, mode: 'vault', designTokens: {} } }),
    ).toEqual([])
  })

  it('that spell the same look out in different layers are the same', () => {
    expect(
      found({
        '/clients/web/defaults/designTokens/colorPalette/border': '#123456',
        '/clients/web/themes/3': {
          ...(
            themeWith({ [`${palette}/border`]: '#123456' }) as never as {
              clients: { web: { themes: JsonObject[] } }
            }
          ).clients.web.themes[0],
          name: 'Copy',
        },
      }),
    ).toEqual(['same-look /clients/web/themes/3'])
  })

  it('are compared with each that they are like at a glance', () => {
    const dark = copyOfDark as { designTokens: { colorPalette: JsonObject } }
    const variant = (name: string, more: JsonObject): JsonObject => ({
      ...(copyOfDark as JsonObject),
      name,
      designTokens: { colorPalette: { ...dark.designTokens.colorPalette, ...more } },
    })
    expect(
      found({
        '/clients/web/themes/3': variant('One', { border: '#AABBCC' }),
        '/clients/web/themes/4': variant('Two', { border: '#abc', icon: '' }),
        '/clients/web/themes/5': variant('Three', { border: '#abd' }),
        '/clients/web/themes/6': variant('Four', { border: '#aabbddff', 'background-default': '#0D1F1D' }),
      }),
    ).toEqual(['same-look /clients/web/themes/4', 'same-look /clients/web/themes/6'])
  })

  it.each([
    [{ label: 'Acme by day' }, '"Acme by day"'],
    [{ label: 'Acme by day', name: 'Acme' }, '"Acme"'],
    [{ label: ' ' }, '/clients/web/themes/0'],
  ])('are called by what they have: %j', (names, called) => {
    const urls = { accessDeniedHelp: '', imprint: '', privacy: '' }
    const theme = { isDark: false, designTokens: {}, ...names }
    const document = { clients: { web: { defaults: { urls }, themes: [theme] } } }
    const { diagnostics } = validate(document, { target: 'opencloud-1' })
    const finding = diagnostics.find(({ code }) => code === 'no-dark-theme')
    expect(finding?.message).toContain(`prefers dark see ${called}.`)
  })

  it('for the vault are missed only by releases that have one', () => {
    expect(found({ '/clients/web/themes/2': undefined })).toEqual(['no-vault-theme /clients/web/themes'])
    expect(found({ '/clients/web/themes/2': undefined }, 'ocis-7')).toEqual([])
  })

  it('for both preferences are looked for among those that clients show', () => {
    expect(found({ '/clients/web/themes/1': undefined, [`${light}/isDark`]: false })).toContain(
      'no-dark-theme /clients/web/themes',
    )
  })
})

describe('a root without common', () => {
  const findings = (rules: Parameters<typeof validate>[1]) =>
    validate(themeWith({ '/common': undefined }), rules).diagnostics.map(
      ({ code, severity }) => `${code} ${severity}`,
    )

  it('is a finding of its own, which can be switched off and lowered', () => {
    expect(findings({})).toEqual(['missing-common error'])
    expect(findings({ rules: 'off' })).toEqual(['missing-common error'])
    expect(findings({ rules: { 'missing-common': 'off' } })).toEqual([])
    expect(findings({ rules: { 'missing-common': 'warning' } })).toEqual(['missing-common warning'])
    expect(findings({ served: 'static' })).toEqual(['missing-common error'])
  })
})

describe('a common in the defaults', () => {
  const own = {
    name: 'A',
    slogan: '',
    logo: 'a.svg',
    urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
  }

  it('hides the share roles with an empty map, and only there', () => {
    const at = '/clients/web/defaults/common'
    expect(found({ [at]: { ...own, shareRoles: {} } })).toEqual([`share-roles-hidden ${at}/shareRoles`])
    expect(found({ [at]: { ...own, shareRoles: { x: { iconName: 'eye' } } } })).toEqual([])
    expect(found({ [`${light}/common`]: { ...own, shareRoles: {} } })).toEqual([])
    expect(found({ [at]: own }, 'ocis-5')).not.toContain(`share-roles-hidden ${at}/shareRoles`)
  })
})

describe('links', () => {
  it('are looked at where the client reads them', () => {
    const script = 'javascript:alert(1)'
    expect(found({ '/common/urls/imprint': script })).toEqual(['script-link /common/urls/imprint'])
    expect(found({ '/common/urls/homepage': script })).toEqual(['unknown-key /common/urls/homepage'])
    expect(found({ '/common/urls/helpPage': script }, 'ocis-next')).toEqual([
      'script-link /common/urls/helpPage',
    ])
  })
})

describe('nesting', () => {
  const nested = (levels: number, inner: Json): Json =>
    levels === 0 ? inner : { a: nested(levels - 1, inner) }

  it('is found where it gets too deep, not in a branch that just reaches the limit', () => {
    // The document is level 1 and its keys' values level 2.
    const document = themeWith({ '/x': nested(30, { leaf: 1 }), '/y': nested(31, { leaf: 1 }) })
    const { diagnostics } = validate(document, { rules: { 'unknown-key': 'off' } })
    expect(diagnostics).toMatchObject([{ code: 'nested-deeply', pointer: `/y${'/a'.repeat(31)}` }])
    expect(found({ '/x': nested(30, { leaf: 1 }) })).toEqual(['unknown-key /x'])
  })
})

describe('contrast', () => {
  it('is that of each theme after the fallback chain', () => {
    const inDefaults = '/clients/web/defaults/designTokens/colorPalette/text-default'
    // The themes set the token themselves, so that of the defaults is hidden.
    expect(found({ [inDefaults]: '#ffffff' })).toEqual([])
    expect(found({ [inDefaults]: '#ffffff', [`${palette}/text-default`]: undefined })).toEqual([
      `low-contrast ${palette}/background-default`,
    ])
    // An empty token is not set, and the design system's comes through.
    expect(found({ [`${palette}/text-default`]: '' })).toEqual([])
  })

  it('tells the two custom properties and the ratio', () => {
    const [finding] = validate(themeWith({ [`${palette}/text-default`]: '#bbbbbb' })).diagnostics
    expect(finding?.message).toContain('1.91:1 in the theme "Light"')
    expect(finding?.message).toContain(
      '--oc-color-text-default: #bbbbbb on --oc-color-background-default: #ffffff',
    )
  })

  it('counts what shines through', () => {
    expect(found({ [`${palette}/text-default`]: 'rgba(0, 0, 0, 0.3)' })).toEqual([
      `low-contrast ${palette}/text-default`,
    ])
    expect(found({ [`${palette}/text-default`]: 'rgba(0, 0, 0, 0.9)' })).toEqual([])
  })

  it('of a swatch that lacks the colour of its text is one finding, with upstream’s advice', () => {
    expect(found({ [`${palette}/swatch-primary-default`]: '#000000' })).toEqual([
      `contrast-tokens-missing ${palette}`,
    ])
    const light = themeWith({ [`${palette}/swatch-primary-default`]: '#eeeeee' })
    const [finding, ...rest] = validate(light).diagnostics
    expect(rest).toEqual([])
    expect(finding?.code).toBe('low-contrast')
    expect(finding?.message).toContain('Set swatch-primary-contrast, usually to the value of text-inverse.')
  })

  it('does not depend on what was checked before', () => {
    // A swatch and a background that no other test has, so that nothing is remembered of them yet.
    const swatch = { [`${palette}/swatch-brand-default`]: '#eeeeef' }
    const broken = found({ ...swatch, [`${palette}/background-default`]: '#12' })
    const whole = found(swatch)
    expect(broken).toContain(`low-contrast ${palette}/swatch-brand-contrast`)
    expect(whole).toEqual([`low-contrast ${palette}/swatch-brand-contrast`])
    expect(found({ ...swatch, [`${palette}/background-default`]: '#12' })).toEqual(broken)
  })

  it('of opaque swatches is measured whatever is below them', () => {
    const swatch = { [`${palette}/swatch-brand-default`]: '#eeeeee' }
    for (const background of ['var(--x)', '#123', 'rgb(0, 0, 0)']) {
      const change = { ...swatch, [`${palette}/background-default`]: background }
      expect(found(change)).toContain(`low-contrast ${palette}/swatch-brand-contrast`)
    }
  })

  it('of a background that spoils several texts is one finding, at the background', () => {
    const change = { [`${palette}/background-default`]: '#041e42', [`${palette}/text-muted`]: '#12302c' }
    const { diagnostics } = validate(themeWith(change))
    expect(diagnostics).toMatchObject([
      {
        code: 'low-contrast',
        pointer: `${palette}/background-default`,
        related: [{ pointer: `${palette}/text-muted` }],
      },
    ])
    expect(diagnostics[0]?.message).toMatch(/Make background-default lighter or darker\.$/)
    expect(found({ ...change, [`${palette}/background-default`]: '#ffffff' })).toEqual([])
  })

  it('of texts that don’t fit a background of all themes is theirs', () => {
    const inDefaults = '/clients/web/defaults/designTokens/colorPalette/background-default'
    const change = {
      [inDefaults]: '#ffffff',
      [`${palette}/background-default`]: undefined,
      [`${palette}/text-default`]: '#eeeeee',
      [`${palette}/text-muted`]: '#dddddd',
    }
    expect(found(change)).toEqual([
      `low-contrast ${palette}/text-default`,
      `low-contrast ${palette}/text-muted`,
    ])
  })

  it('of a swatch that only the browser can work out still wants the colour of its text', () => {
    expect(found({ [`${palette}/swatch-primary-default`]: 'var(--acme)' })).toEqual([
      `contrast-tokens-missing ${palette}`,
    ])
  })

  it('is measured on Material roles for OpenCloud', () => {
    const document = {
      clients: {
        web: {
          defaults: { urls: {}, designTokens: { roles: { primary: '#ffffff', onPrimary: '#eeeeee' } } },
          themes: [
            { label: 'Light', isDark: false, logo: 'a.svg' },
            { label: 'Dark', isDark: true, logo: 'b.svg' },
          ],
        },
      },
    }
    expect(validate(document, { target: 'opencloud-7.3' }).diagnostics).toMatchObject([
      { code: 'low-contrast', pointer: '/clients/web/defaults/designTokens/roles/onPrimary' },
    ])
  })
})

describe('keys', () => {
  it.each([
    ['/clients/web/logo', { topbar: 'a' }, 'misplaced-key', '/clients/web/defaults/logo'],
    ['/clients/web/designTokens', {}, 'misplaced-key', '/clients/web/defaults/designTokens'],
    ['/clients/web/defaults/topbar', 'a.svg', 'misplaced-key', '/clients/web/defaults/logo/topbar'],
    [`${light}/topbar`, 'a.svg', 'misplaced-key', '/clients/web/themes/0/logo/topbar'],
    [`${light}/swatch-brand-default`, '#000', 'misplaced-key', 'designTokens/colorPalette'],
    ['/common/urls/privacyUrl', 'x', 'misplaced-key', '/common/urls/privacy'],
    ['/slogan', 'x', 'misplaced-key', '/common/slogan'],
    ['/clients/web/defaults/loginPage/autoRedirect', true, 'unknown-key', 'oCIS 5'],
    ['/common/urls/helpPage', 'x', 'unknown-key', 'oCIS after 8.1'],
    ['/clients/web/defaults/appBaner', {}, 'misspelt-key', '"appBanner"'],
    ['/common/shareRoles/x/label', 1, undefined, ''],
    ['/clients/ios/anything', 1, undefined, ''],
    ['/$schema', 'https://a.example', undefined, ''],
  ])('%s', (at, value, code, hint) => {
    const { diagnostics } = validate(themeWith({ '/common/shareRoles/x': { iconName: 'a' }, [at]: value }))
    expect(diagnostics.map(({ code: actual, pointer }) => [actual, pointer])).toEqual(
      code === undefined ? [] : [[code, at]],
    )
    expect(diagnostics[0]?.message ?? '').toContain(hint)
  })
})

describe('what upstream ships', () => {
  const deserved = new Set<DiagnosticCode>(['low-contrast', 'missing-material-roles'])

  function expectNoComplaint(input: unknown, options: ValidateOptions = {}): void {
    const { diagnostics } = validate(input, options)
    const others = diagnostics.filter(({ severity, code }) => severity !== 'info' && !deserved.has(code))
    expect(others).toEqual([])
  }

  it('raises no error, and no warning that it does not deserve', () => {
    const current = shippedThemes().at(-1)?.document
    expectNoComplaint(current, { target: 'ocis-5' })
    expectNoComplaint({ ...current, common: shippedFile(targets['ocis-8'])['common'] }, { target: 'ocis-8' })
  })

  it.runIf(hasCorpus)('does so in every real file', () => {
    const files = corpusFiles('current', 'logo-upload').filter(({ file }) => !file.includes('ocis-4'))
    expect(files.length).toBeGreaterThan(8)
    for (const { file, text } of files)
      expectNoComplaint(text, { as: file.includes('.branding.') ? 'branding' : 'theme' })
  })
})
