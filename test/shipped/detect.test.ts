import { describe, expect, it } from 'vitest'
import { openCloudTheme } from '../../src/findings/examples.js'
import {
  brandingFor,
  convert,
  type Detection,
  type Difference,
  detect,
  detectLogoOnly,
  targets,
  validate,
} from '../../src/index.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { serverText } from '../../src/shipped/server-text.js'
import { type ShippedTheme, shippedThemes, uploadedCopy } from '../../src/shipped/shipped-themes.js'
import { legacyAcme } from '../support/acme.js'
import { setAt } from '../support/change.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import { openCloudTargets } from '../support/targets.js'

const [web6, web70, web71, web80] = shippedThemes() as readonly [
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
]
const uploads = [web70, web71, web80] as const
const image = 'branding/acme.png'
const copyOf = (document: JsonObject) => structuredClone(document)

const sorted = (differences: readonly Difference[]) =>
  [...differences].sort((a, b) => a.pointer.localeCompare(b.pointer))
const pointersOf = ({ differences }: Detection) => differences.map(({ pointer }) => pointer)

describe('a copy of a shipped theme', () => {
  it.each(shippedThemes().map((theme) => [theme.releases, theme] as const))(
    'of %s is "shipped"',
    (releases, theme) => {
      expect(detect(copyOf(theme.document))).toMatchObject({
        verdict: 'shipped',
        shipped: releases,
        differences: [],
        logos: [],
        looksServerWritten: null,
        recommendation: expect.stringMatching(/^Delete it: /),
      })
      expect(detectLogoOnly(copyOf(theme.document))).toBeUndefined()
    },
  )

  it('is one whatever the order of its keys and its white space', () => {
    const text = serverText(web71.document)
    expect(detect(JSON.parse(text), { text })).toMatchObject({ verdict: 'shipped', looksServerWritten: true })
    const pretty = JSON.stringify(JSON.parse(text), null, 4)
    expect(detect(JSON.parse(pretty), { text: pretty })).toMatchObject({
      verdict: 'shipped',
      looksServerWritten: false,
    })
  })

  it('is one after the reset of a logo, which wrote the shipped path back', () => {
    const reset = uploadedCopy(web71, web71.slots.length > 0 ? 'themes/owncloud/assets/logo.svg' : '')
    expect(detect(reset).verdict).toBe('shipped')
  })
})

describe('a theme that OpenCloud shipped', () => {
  const files = corpusFiles('opencloud')
  const shipped = { 'opencloud-1.0': 'OpenCloud 1.0', 'server-4.1': 'OpenCloud with Web 4.1 to 6.1' }
  const own = { 'opencloud-1.0': 'opencloud-1', 'server-4.1': 'opencloud-4' } as const

  it.runIf(hasCorpus).each(Object.entries(shipped))('is recognised: %s', (name, releases) => {
    const document = files.find(({ file }) => file.includes(name))?.document as JsonObject
    const text = serverText(document)
    expect(detect(JSON.parse(text), { text })).toMatchObject({
      generation: 'opencloud',
      verdict: 'shipped',
      shipped: releases,
      differences: [],
      logos: [],
      recommendation: expect.stringMatching(/^Delete it: /),
    })
    const { clients } = document as { clients: { web: { themes: JsonObject[] } } }
    const isDark = clients.web.themes[0]?.['isDark'] !== true
    expect(detect(setAt(copyOf(document), '/clients/web/themes/0/isDark', isDark)).verdict).toBeNull()
    for (const { id } of Object.values(targets)) {
      const codes = convert(document, { target: id }).diagnostics.map(({ code }) => code)
      const isOwn = id === own[name as keyof typeof own]
      expect(codes.includes('shipped-theme'), id).toBe(!isOwn)
    }
  })

  it('is none that somebody wrote', () => {
    const { document } = openCloudTheme({}) as { document: object }
    expect(detect(document)).toMatchObject({ generation: 'opencloud', verdict: null, shipped: null })
  })
})

describe('what a logo upload left', () => {
  it.each(uploads.map((theme) => [theme.releases, theme] as const))(
    'of %s is "logo-only"',
    (releases, theme) => {
      const text = serverText(uploadedCopy(theme, image))
      const found = detect(JSON.parse(text), { text })
      expect(found).toMatchObject({
        verdict: 'logo-only',
        shipped: releases,
        logos: [{ path: image, slots: theme.slots, uploaded: true }],
        looksServerWritten: true,
      })
      expect(sorted(found.differences)).toEqual(
        sorted(
          theme.slots.map((pointer) => ({ pointer, shipped: 'themes/owncloud/assets/logo.svg', own: image })),
        ),
      )
      expect(found.recommendation).toContain('--branding-out')
      expect(detectLogoOnly(JSON.parse(text))).toEqual({ image, slots: theme.slots, shipped: releases })
    },
  )

  it.each(['branding/logo.jpg', 'branding/a b.jpeg', 'branding/Größe.gif'])('with the image %s', (path) => {
    expect(detectLogoOnly(uploadedCopy(web71, path))?.image).toBe(path)
  })

  it.runIf(hasCorpus)('in the real files', () => {
    const verdicts = corpusFiles('logo-upload').map(({ file, document, text }) => [
      file,
      detect(document, { text }).verdict,
      detect(document, { text }).looksServerWritten,
    ])
    expect(verdicts).toEqual([
      ['logo-upload/ocis-4.0.json', 'logo-only', true],
      ['logo-upload/ocis-5.0.json', 'logo-only', true],
      ['logo-upload/ocis-6.0.branding.json', null, null],
    ])
  })
})

describe('a near miss is "custom"', () => {
  const uploaded = (theme: ShippedTheme = web71) => uploadedCopy(theme, image)
  const cases: readonly [string, JsonObject, Partial<Detection>, RegExp][] = [
    [
      'one colour changed',
      setAt(uploaded(), '/web/default/designTokens/colorPalette/swatch-brand-default', '#0b4f4a'),
      { shipped: web71.releases },
      /^Convert it: customised theme; 6 values differ/,
    ],
    [
      'one colour changed and no logo',
      setAt(copyOf(web71.document), '/web/default/designTokens/colorPalette/border', 'red'),
      {},
      /one value differs/,
    ],
    [
      'a logo in one slot only',
      setAt(copyOf(web71.document), '/web/default/logo/topbar', image),
      {},
      /not written by a logo upload, which fills \/common\/logo, \/web\/default\/logo\/login/,
    ],
    [
      'a slot that still has the shipped logo',
      setAt(uploaded(web80), '/clients/web/defaults/logo/login', 'themes/owncloud/assets/logo.svg'),
      {},
      /not written by a logo upload, which fills/,
    ],
    [
      'two different images',
      setAt(uploaded(), '/common/logo', 'branding/other.png'),
      {},
      /which puts the same image into every slot/,
    ],
    ['an image outside branding/', uploadedCopy(web71, 'themes/acme/logo.png'), {}, /into branding\//],
    [
      'an image with a path out of branding/',
      uploadedCopy(web71, 'branding/../logo.png'),
      {},
      /into branding\//,
    ],
    ['an image of a format that uploads refuse', uploadedCopy(web71, 'branding/logo.svg'), {}, /\.gif files/],
    ['an image in capitals', uploadedCopy(web71, 'branding/LOGO.PNG'), {}, /\.gif files/],
    [
      'a theme added',
      setAt(uploaded(), '/web/third', { general: { name: 'Third' } }),
      {},
      /customised theme/,
    ],
    [
      'a theme added with the logo in it',
      setAt(uploaded(), '/web/third', { logo: { login: image, topbar: image } }),
      {},
      /customised theme/,
    ],
    ['general.name changed', setAt(uploaded(), '/web/default/general/name', 'Acme'), {}, /6 values differ/],
    [
      'a slot removed',
      setAt(uploaded(), '/web/default-dark/logo/topbar', undefined),
      {},
      /not written by a logo upload/,
    ],
    [
      'another slot of the logo changed',
      setAt(uploaded(), '/web/default/logo/favicon', image),
      {},
      /customised theme/,
    ],
    [
      'a value of one release with a key of another',
      setAt(
        uploadedCopy(web70, image),
        '/web/default/designTokens/colorPalette/swatch-passive-hover-outline',
        '#f7fafd',
      ),
      { shipped: web70.releases },
      /6 values differ/,
    ],
    [
      'the name of one release in another',
      setAt(uploaded(), '/web/default/general/privacyUrl', undefined),
      { shipped: web71.releases },
      /6 values differ/,
    ],
    ['an empty group more', setAt(uploaded(), '/web/default/appBanner', {}), {}, /6 values differ/],
    ['a list for a group', setAt(uploaded(), '/ios', []), {}, /6 values differ/],
    ['a slot of another type', setAt(uploaded(), '/common/logo', 7), {}, /not written by a logo upload/],
    [
      'a logo in a release without uploads',
      setAt(copyOf(web6.document), '/default/logo/topbar', image),
      { shipped: web6.releases },
      /one value differs/,
    ],
  ]

  it.each(cases)('%s', (_, document, expected, recommendation) => {
    const found = detect(document)
    expect(found).toMatchObject({ verdict: 'custom', ...expected })
    expect(found.recommendation).toMatch(recommendation)
    expect(detectLogoOnly(document)).toBeUndefined()
    expect(convert(document).diagnostics.map(({ code }) => code)).not.toContain('logo-only-theme')
  })

  it('that says what differs, leaf by leaf', () => {
    const document = setAt(copyOf(web80.document), '/common/urls', 'none')
    expect(detect(document).differences).toEqual([
      { pointer: '/common/urls/accessDeniedHelp', shipped: '' },
      { pointer: '/common/urls/imprint', shipped: '' },
      { pointer: '/common/urls/privacy', shipped: '' },
      { pointer: '/common/urls', own: 'none' },
    ])
    expect(pointersOf(detect(setAt(copyOf(web71.document), '/web/a~1b', { 'c/d': [1, 2] })))).toEqual([
      '/web/a~1b/c~1d/0',
      '/web/a~1b/c~1d/1',
    ])
  })
})

describe('other documents', () => {
  it('of a person are custom, with what they are nearest to and the images of their logo', () => {
    const found = detect(structuredClone(legacyAcme))
    expect(found.verdict).toBe('custom')
    expect(found.shipped).toBe(web70.releases)
    expect(found.logos.length).toBeGreaterThan(0)
    expect(found.logos.every(({ uploaded }) => !uploaded)).toBe(true)
  })

  it('of today are compared with themes of today, however small they are', () => {
    const defaults = { loginPage: { autoRedirect: true, backgroundImg: 'b.jpg' } }
    const found = detect({ clients: { web: { defaults, themes: [{ name: 'Acme', isDark: false }] } } })
    expect(found.shipped).toMatch(/oCIS 5/)
    expect(found.differences).toContainEqual({
      pointer: '/clients/web/defaults/loginPage/backgroundImg',
      shipped: expect.any(String),
      own: 'b.jpg',
    })
  })

  it('say that a logo upload went over them', () => {
    const text = serverText(setAt(uploadedCopy(web71, image), '/common/name', 'Acme'))
    expect(detect(JSON.parse(text), { text }).recommendation).toContain('last written by a logo upload')
  })

  it.each<[string, unknown]>([
    ['a theme of a later release', { clients: { web: { defaults: {}, themes: [] } }, common: {} }],
    ['a branding file', { clients: { web: { defaults: { logo: {} } } }, common: {} }],
    ['nothing known', { a: 1 }],
    ['no object', []],
    ['null', null],
  ])('have no verdict: %s', (_, document) => {
    expect(detect(document)).toMatchObject({
      verdict: null,
      shipped: null,
      differences: [],
      logos: [],
      recommendation: null,
    })
    expect(detectLogoOnly(document)).toBeUndefined()
  })

  it('may have hostile keys, and any depth', () => {
    const hostile = JSON.parse(
      '{"web":{"__proto__":{"logo":{"login":1}},"constructor":{"general":{}}},"common":{"logo":null}}',
    )
    expect(detect(hostile).verdict).toBe('custom')
    let deep: Json = {}
    for (let level = 0; level < 20_000; level += 1) deep = { a: deep }
    expect(detect({ web: { default: { general: { name: 'A' } } }, deep }).verdict).toBeNull()
    expect(detectLogoOnly({ web: deep })).toBeUndefined()
  })
})

describe('convert', () => {
  it('says first that nobody made a file, and converts it all the same', () => {
    const { theme, diagnostics } = convert(uploadedCopy(web71, image))
    expect(theme).toBeDefined()
    expect(diagnostics[0]).toMatchObject({ code: 'logo-only-theme', severity: 'warning', pointer: '' })
    expect(diagnostics[0]?.message).toContain('--branding-out')
    expect(convert(web71.document).diagnostics[0]?.code).toBe('shipped-theme')
  })

  it('names no branding file for a release that reads none', () => {
    const [finding] = convert(uploadedCopy(web71, image), { target: 'ocis-5' }).diagnostics
    expect(finding?.code).toBe('logo-only-theme')
    expect(finding?.message).not.toContain('branding-out')
  })

  it('has nothing to say about a copy on the server that writes such copies', () => {
    for (const document of [web80.document, uploadedCopy(web80, image)])
      expect(convert(document, { target: 'ocis-5' }).diagnostics).toEqual([])
  })
})

describe('the branding document', () => {
  it('is what the server itself writes', () => {
    const document = brandingFor(image)
    expect(document).toEqual({
      common: { logo: 'themes/_branding/acme.png' },
      clients: {
        web: {
          defaults: { logo: { login: 'themes/_branding/acme.png', topbar: 'themes/_branding/acme.png' } },
        },
      },
    })
    const real = corpusFiles('logo-upload').find(({ file }) => file.endsWith('branding.json'))
    if (real !== undefined) expect(document).toEqual(real.document)
  })

  it.each(['acme.png', '/srv/acme.png', 'C:\\Logos\\acme.png'])('has the file name of %s only', (path) => {
    expect(brandingFor(path)).toEqual(brandingFor(image))
  })

  it.each(openCloudTargets)('is two strings for %s', (target) => {
    const path = 'themes/_branding/acme.png'
    const document = brandingFor(image, { target })
    expect(document).toEqual({ common: { logo: path }, clients: { web: { defaults: { logo: path } } } })
    expect(validate(document, { target, as: 'branding' }).diagnostics).toEqual([])
  })

  it('has the type of the release', () => {
    expect(brandingFor(image, { target: 'opencloud-7.3' }).clients.web.defaults.logo.length).toBeGreaterThan(
      0,
    )
    expect(brandingFor(image, { target: 'ocis-7' }).clients?.web?.defaults?.logo?.login).toBeDefined()
  })

  it('does not exist for oCIS 5', () => {
    // @ts-expect-error oCIS 5 reads no branding files
    expect(() => brandingFor(image, { target: 'ocis-5' })).toThrow(RangeError)
  })
})
