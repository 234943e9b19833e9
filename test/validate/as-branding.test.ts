import { describe, expect, it } from 'vitest'
import { type TargetId, targets, type ValidateOptions, validate } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { serve } from '../../src/resolve/server.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { serverTheme } from '../../src/targets/all-served.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import { withChanges } from '../support/test-rule.js'

const path = 'themes/_branding/acme.png'
const upload = {
  clients: { web: { defaults: { logo: { login: path, topbar: path } } } },
  common: { logo: path },
}
const openCloudUpload = { clients: { web: { defaults: { logo: path } } }, common: { logo: path } }
const afterReset = { clients: { web: { defaults: {} } }, common: {} }

const ownCloud = ['ocis-6', 'ocis-7', 'ocis-8', 'ocis-next'] as const
const openCloud = ['opencloud-1', 'opencloud-2', 'opencloud-4', 'opencloud-7.3'] as const
const readers = [...ownCloud, ...openCloud]

const codes = (document: unknown, target?: TargetId, base?: unknown) =>
  validate(document, {
    as: 'branding',
    ...(target && { target }),
    ...(base !== undefined && { base }),
  }).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)

describe('a branding file', () => {
  it.each([
    ['a name', { common: { name: 'Acme' } }, readers],
    ['a link', { common: { urls: { imprint: 'https://acme.example/imprint' } } }, readers],
    ['nothing', {}, readers],
    ['nothing after a reset', afterReset, readers],
    ['a logo of the upload', upload, ownCloud],
    ['a logo and a name', { ...upload, common: { logo: path, name: 'Acme' } }, ownCloud],
    [
      'one key of a group that has to be whole',
      { clients: { web: { defaults: { logo: { favicon: 'themes/_branding/f.png' } } } } },
      ownCloud,
    ],
    ['a logo of the upload of OpenCloud', openCloudUpload, openCloud],
    [
      'a favicon for OpenCloud',
      { clients: { web: { defaults: { favicon: 'themes/acme/a.png' } } } },
      openCloud,
    ],
  ] as const)('may be %s', (_, document, ids) => {
    for (const id of ids) expect(codes(document, id), id).toEqual([])
  })

  it('is for the product whose keys it has, or whose theme it is laid over', () => {
    expect(validate(upload, { as: 'branding' }).target).toBe('ocis-8')
    expect(validate(openCloudUpload, { as: 'branding' }).target).toBe('opencloud-7.3')
    const base = serverTheme(targets['opencloud-4'])
    expect(validate(afterReset, { as: 'branding', base }).target).toBe('opencloud-7.3')
  })

  it.each(openCloud)('of oCIS takes the whole site of %s down', (target) => {
    const { valid, diagnostics } = validate(upload, { as: 'branding', target })
    expect(valid).toBe(false)
    expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'other-product /clients/web/defaults/logo',
    ])
    expect(diagnostics[0]?.message).toContain('/common/logo')
  })

  it.each(ownCloud)('of OpenCloud is rejected by %s', (target) => {
    expect(codes(openCloudUpload, target)).toEqual(['other-product /clients/web/defaults/logo'])
    const { diagnostics } = validate(openCloudUpload, { as: 'branding', target })
    expect(diagnostics[0]?.message).toContain('{"topbar": …, "login": …}')
  })

  it('is wrong where the whole is, and the finding points into it', () => {
    expect(codes({ common: { name: 7 } })).toEqual(['wrong-type /common/name'])
    expect(codes({ clients: { web: { themes: [] } } })).toContain('no-theme /clients/web/themes')
    expect(codes({ clients: { web: { themes: [{ isDark: false }] } } })).toContain(
      'missing-key /clients/web/themes/0',
    )
    expect(codes({ common: { logo: '/a.svg' } })).toEqual(['absolute-logo /common/logo'])
    expect(codes({ clients: { web: { defualts: {} } } })).toEqual(['misspelt-key /clients/web/defualts'])
    const text = '{"common": {"urls": {"imprint": "javascript:alert(1)"}}}'
    expect(validate(text, { as: 'branding' }).diagnostics).toMatchObject([
      { code: 'script-link', range: { start: { line: 1, column: 33 } } },
    ])
  })

  it('is judged with the theme that it is laid over', () => {
    const base = structuredClone(serverTheme(targets['ocis-8'])) as {
      clients: { web: { themes: { designTokens: { colorPalette: Record<string, string> } }[] } }
    }
    for (const { designTokens } of base.clients.web.themes) {
      designTokens.colorPalette['background-default'] = '#ffffff'
      designTokens.colorPalette['text-default'] = ''
    }
    const palette = { 'text-default': '#eeeeee' }
    const document = { clients: { web: { defaults: { designTokens: { colorPalette: palette } } } } }
    const own = { common: {}, ...document }
    expect(codes(own, 'ocis-8', base)).toEqual([])
    for (const { designTokens } of base.clients.web.themes) delete designTokens.colorPalette['text-default']
    expect(codes(own, 'ocis-8', base)).toContain(
      'low-contrast /clients/web/defaults/designTokens/colorPalette/text-default',
    )
  })

  it('is to blame for what it puts in the place of something as wrong', () => {
    const background = (backgroundImg: string) => ({
      clients: { web: { defaults: { loginPage: { backgroundImg } } } },
    })
    // That of the server's own theme has no leading slash either.
    const at = '/clients/web/defaults/loginPage/backgroundImg'
    expect(codes(background('themes/_branding/b.jpg'))).toContain(`relative-background ${at}`)
    expect(codes({ common: { name: 'Acme' } })).toEqual([])
  })

  it('is not to blame for what is wrong with the theme', () => {
    const base = { clients: { web: { defaults: { logo: 5 }, themes: [] } } }
    expect(codes({ common: { name: 'Acme' } }, 'ocis-8', base)).toEqual([])
  })

  it.each<[string, object, TargetId, string[]]>([
    [
      'the logo of the other product and another wrong type',
      { clients: { web: { defaults: { logo: path } } }, common: { name: 7 } },
      'ocis-8',
      ['other-product /clients/web/defaults/logo', 'wrong-type /common/name'],
    ],
    [
      'a logo that is of neither product',
      { clients: { web: { defaults: { logo: 5 } } } },
      'ocis-8',
      ['wrong-type /clients/web/defaults/logo'],
    ],
    [
      'a logo with a mistake in its path',
      { clients: { web: { defaults: { logo: 'a b.svg' } } } },
      'opencloud-7.3',
      ['image-space /clients/web/defaults/logo'],
    ],
    [
      'a part of an old file',
      { clients: { web: { defaults: {} } }, general: { name: 'Acme' } },
      'ocis-8',
      ['ignored-generation /general'],
    ],
  ])('is told of %s', (_, document, target, expected) => {
    expect(codes(document, target)).toEqual(expected)
  })

  it('gets the share roles of the server, as its theme does', () => {
    const { common, clients } = exampleTheme() as never as { common: object; clients: JsonObject }
    const light = '/clients/web/themes/0'
    const base = withChanges(
      { common: { ...common, shareRoles: {} }, clients },
      { '/common/shareRoles': undefined, [`${light}/name`]: ' ' },
    )
    expect(codes({ common: { name: 'Acme' } }, 'ocis-8', base)).toEqual([])
  })

  it('is where a finding is that the whole has elsewhere', () => {
    const palette = '/clients/web/defaults/designTokens/colorPalette'
    const base = withChanges(exampleTheme(), { [palette]: undefined })
    const themes = [
      { name: 'Light', isDark: false, designTokens: {} },
      { name: 'Dark', isDark: true, mode: 'vault', designTokens: { fontFamily: 'Arial' } },
      { name: 'Other', isDark: true, designTokens: { fontFamily: 'Georgia' } },
    ]
    const found = codes({ clients: { web: { themes } } }, 'ocis-8', base)
    // The key that is missing would be in "defaults", which the branding file doesn't have.
    expect(found).toContain('missing-color-palette /clients/web')
  })

  it('has findings beside each other only as far as they are in it', () => {
    const token = { designTokens: { colorPalette: { harbour: '#000000' } } }
    const themes = [{ name: 'Light', isDark: false, ...token }]
    const related = (document: object, base: object) => {
      const { diagnostics } = validate(document, { as: 'branding', target: 'ocis-8', base })
      const found = diagnostics.find(({ code }) => code === 'unused-token')
      expect(found?.pointer).toBe('/clients/web/defaults/designTokens/colorPalette/harbour')
      return found && 'related' in found ? found.related?.map(({ pointer }) => pointer) : 'none'
    }
    const base = withChanges(exampleTheme(), { '/clients/web/themes/0': themes[0] as never })
    expect(related({ clients: { web: { defaults: token } } }, base)).toBe('none')
    expect(related({ clients: { web: { defaults: token, themes } } }, base)).toEqual([
      '/clients/web/themes/0/designTokens/colorPalette/harbour',
    ])
  })

  it.each([
    ['a legacy theme', { default: { general: { name: 'A' } } }, 'legacy-theme '],
    ['another document', { version: '1' }, 'not-a-theme '],
    ['a list', [], 'not-a-theme '],
  ])('is not %s', (_, document, expected) => {
    expect(codes(document)).toEqual([expected])
  })

  it('counts for no plain web server, and for no server before oCIS 6', () => {
    expect(codes(upload, 'ocis-5')).toEqual(['branding-not-read '])
    const says = (options: ValidateOptions) =>
      validate(upload, { as: 'branding', ...options }).diagnostics[0]?.message
    expect(says({ target: 'ocis-5' })).toMatch(/oCIS 6.*oCIS 5/)
    expect(says({ served: 'static' })).toMatch(/plain web server/)
    const { diagnostics } = validate(upload, { as: 'branding', served: 'static' })
    expect(diagnostics).toMatchObject([{ code: 'branding-not-read', severity: 'warning' }])
  })

  it('needs a role and a theme that there are', () => {
    expect(() => validate({}, { as: 'logo' as never })).toThrow(TypeError)
    expect(() => validate({}, { as: 'branding', base: [] })).toThrow(TypeError)
  })
})

describe('the same file as a theme', () => {
  it.each([
    ['a logo upload', upload],
    ['a common alone', { common: { name: 'Acme' } }],
    ['what a reset left', afterReset],
    [
      'a background',
      { clients: { web: { defaults: { loginPage: { backgroundImg: '/themes/acme/b.jpg' } } } } },
    ],
  ])('is not whole: %s', (_, document) => {
    const { valid, diagnostics } = validate(document)
    expect(valid).toBe(false)
    const [finding] = diagnostics
    expect(finding).toMatchObject({ code: 'partial-theme', severity: 'error', pointer: '' })
    expect(finding?.message).toContain('_branding/theme.json')
  })

  it('names every key that is missing', () => {
    const [finding] = validate(upload).diagnostics
    for (const place of ['/common/slogan', '/clients/web/themes', '/clients/web/defaults/logo/favicon']) {
      expect(finding?.message).toContain(place)
    }
  })

  it('names the keys that are missing, and nothing else', () => {
    const whole = withChanges(exampleTheme(), {
      '/clients/web/themes': undefined,
      '/clients/web/defaults/logo/favicon': undefined,
      '/common/logo': '/a.svg',
    })
    const { diagnostics } = validate(whole)
    expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'partial-theme ',
      'absolute-logo /common/logo',
    ])
    expect(diagnostics[0]?.message).toContain(
      'lacks /clients/web/themes, /clients/web/defaults/logo/favicon. Add',
    )
  })

  it('is told of what else is wrong with it, where it is fine as neither', () => {
    const script = { common: { urls: { imprint: 'javascript:alert(1)' } } }
    const found = validate(script).diagnostics.map(({ code }) => code)
    expect(found).toContain('script-link')
    expect(found).not.toContain('partial-theme')
  })

  it('is not called fine as a branding file where it is not', () => {
    const document = { common: { name: 7 } }
    expect(validate(document).diagnostics.map(({ code }) => code)).not.toContain('partial-theme')
    const found = validate(upload, { served: 'static' }).diagnostics
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['missing-key']))
    expect(validate(upload, { target: 'ocis-5' }).diagnostics.map(({ code }) => code)).toContain(
      'missing-key',
    )
  })
})

describe('the theme that a server brings along', () => {
  it.each(readers)('is complete for %s, without findings', (id) => {
    const target = targets[id]
    const { document } = serve(serverTheme(target), target, 'ocis', undefined)
    const found = validate(document, { target: id }).diagnostics
    // Web 12.5 doesn't show the background of the server's own theme either.
    const isFault = ({ severity, code }: (typeof found)[0]) =>
      severity !== 'info' && code !== 'relative-background'
    expect(found.filter(isFault)).toEqual([])
  })

  it.runIf(hasCorpus)('takes the same branding files as the real ones', () => {
    const real = corpusFiles('current', 'opencloud').filter(({ file }) => file.includes('server-'))
    expect(real.length).toBeGreaterThan(3)
    const documents = [
      upload,
      openCloudUpload,
      afterReset,
      { common: { name: 'Acme' } },
      { common: { name: 7 } },
    ]
    for (const { file, document: base } of real) {
      const target = file.includes('opencloud') ? 'opencloud-4' : file.includes('6.') ? 'ocis-6' : 'ocis-8'
      for (const branding of documents) {
        const errors = (theme?: unknown) =>
          validate(branding, {
            as: 'branding',
            target,
            ...(theme !== undefined && { base: theme }),
          }).diagnostics.filter(({ severity }) => severity === 'error')
        expect(errors(base), file).toEqual(errors())
      }
    }
  })
})
