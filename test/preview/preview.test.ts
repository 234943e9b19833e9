import { describe, expect, it } from 'vitest'
import { convert } from '../../src/index.js'
import { preview, previewPage } from '../../src/preview/index.js'
import { targetIds } from '../../src/targets/index.js'
import { legacyAcme } from '../support/acme.js'
import { corpusFiles } from '../support/corpus.js'
import { pageOf, partOf, partsOf, shapesOf } from '../support/drawings.js'

const currentAcme = convert(legacyAcme).theme
const [light, dark] = preview(legacyAcme).themes

describe('a preview', () => {
  it('of a legacy file has every theme before and after', () => {
    const { themes, generation, target } = preview(legacyAcme)
    expect({ generation, target }).toEqual({ generation: 'wrapped', target: 'ocis-8' })
    expect(themes.map(({ name, isDark }) => ({ name, isDark }))).toEqual([
      { name: 'Light Theme', isDark: false },
      { name: 'Dark Theme', isDark: true },
    ])
    for (const { before, after } of themes) {
      expect(before?.client).toBe('ownCloud Web 7.1')
      expect(before?.note).toContain('7.1')
      expect(after?.client).toBe('oCIS 8')
    }
  })

  it('of a current file stands alone', () => {
    const { themes } = preview(currentAcme, { target: 'ocis-8' })
    expect(themes).toHaveLength(2)
    for (const { before, differences } of themes) expect([before, differences]).toEqual([undefined, []])
  })

  it.each([
    ['before', light?.before, '#0a4d8c'],
    ['after', light?.after, '#0a4d8c'],
    ['before, dark', dark?.before, '#79b8ff'],
    ['after, dark', dark?.after, '#79b8ff'],
  ])('paints the top bar in the colour of the theme: %s', (_, side, color) => {
    const { shapes } = partOf(pageOf(side, 'files'), 'Window and top bar')
    expect(shapes.map(({ attributes }) => attributes['fill'])).toContain(color)
  })

  it('says of a part what it shows, and where that is from', () => {
    const { told } = partOf(pageOf(light?.after, 'files'), 'Window and top bar')
    expect(told[1]).toBe(
      'background: swatch-brand-default #0a4d8c, theme /clients/web/themes/0/designTokens/colorPalette/swatch-brand-default',
    )
    const before = partOf(pageOf(dark?.before, 'files'), 'Window and top bar').told
    expect(before[1]).toContain('/web/default-dark/designTokens/colorPalette/swatch-brand-default')
    const button = partOf(pageOf(light?.after, 'files'), 'Primary button').told
    expect(button[1]).toBe('background: swatch-primary-muted rgb(8, 105, 222), design system')
    const hovered = partOf(pageOf(light?.after, 'files'), 'Hovered primary button')
    expect(hovered.told[1]).toBe('background: swatch-primary-muted-hover is not set')
    expect(hovered.shapes[0]?.attributes['fill']).toBe('none')
  })

  it('shows name, slogan, images and links', () => {
    const denied = pageOf(light?.after, 'access-denied')
    const name = partOf(denied, 'Name and slogan')
    expect(name.shapes.map(({ text }) => text)).toContain('Acme Cloud – Files for everyone')
    expect(partOf(denied, 'Logo').told.join()).toContain('themes/acme/login.svg')
    expect(partOf(denied, 'Background').told.join()).toContain('themes/acme/background.jpg')
    // A text of the box of an image that is missing.
    expect(
      partOf(denied, 'Logo')
        .shapes.map(({ text }) => text)
        .join(),
    ).toContain('themes/acme/login')
    const menu = partOf(pageOf(light?.after, 'overlays'), 'Links in the account menu')
    expect(menu.shapes.map(({ text }) => text)).toContain('Imprint')
    expect(menu.told.join()).toContain('https://acme.example/imprint')
  })

  it('shows on the login page what the server of the release shows', () => {
    const login = (target: 'ocis-5' | 'ocis-8' | 'ocis-next') =>
      shapesOf(pageOf(preview(currentAcme, { target }).themes[0]?.after, 'login').svg)
        .map(({ text }) => text)
        .join('\n')
    expect(login('ocis-5')).toContain('shows no logo of a theme')
    expect(login('ocis-8')).toContain('/themes/acme/logo.svg')
    expect(login('ocis-8')).not.toContain('background.jpg')
  })

  it('lists what differs by name, and only that', () => {
    expect(light?.differences.filter(({ isByTheme }) => isByTheme)).toEqual([])
    const unlike = structuredClone(legacyAcme)
    unlike.web.default.logo.topbar = 'branding/logo.png'
    const [theme] = preview(unlike).themes
    expect(theme?.differences.filter(({ isByTheme }) => isByTheme)).toEqual([
      {
        name: 'logo.topbar',
        before: 'branding/logo.png',
        after: 'themes/_branding/logo.png',
        isByTheme: true,
      },
    ])
  })

  it('marks findings where they show', () => {
    const weak = structuredClone(legacyAcme)
    Object.assign(weak.web.default.designTokens.colorPalette, {
      'text-muted': '#fafafa',
      border: 'no colour',
    })
    const { findings, themes } = preview(weak)
    const files = pageOf(themes[0]?.after, 'files')
    const numberOf = (code: string) => findings.find((finding) => finding.code === code)?.number
    const said = (title: string) => partOf(files, title).told.join('\n')
    expect(said('Foot of the file list')).toContain(`Finding ${numberOf('low-contrast')}: `)
    expect(said('Breadcrumb')).not.toContain('Finding')
    expect(said('Row: Projects')).toContain(`Finding ${numberOf('invalid-color')}: `)
    expect(files.marked).toEqual(
      expect.arrayContaining([numberOf('low-contrast'), numberOf('invalid-color')]),
    )
    expect(pageOf(themes[0]?.before, 'files').marked).toEqual([])
  })

  it('draws one theme by its name, and of many the first twenty', () => {
    expect(preview(legacyAcme, { theme: 'Dark Theme' }).themes.map(({ name }) => name)).toEqual([
      'Dark Theme',
    ])
    expect(preview(legacyAcme, { theme: 'default-dark' }).themes.map(({ name }) => name)).toEqual([
      'Dark Theme',
    ])
    expect(preview(legacyAcme, { theme: 'None' }).themes).toEqual([])
    const many = structuredClone(currentAcme) as unknown as {
      clients: { web: { themes: { name: string }[] } }
    }
    const { web } = many.clients
    web.themes = Array.from({ length: 25 }, (_, index) => ({ ...web.themes[0], name: `Theme ${index}` }))
    const { themes, omitted } = preview(many)
    expect([themes.length, omitted]).toEqual([20, [20, 21, 22, 23, 24].map((number) => `Theme ${number}`)])
    web.themes = Array(600).fill(web.themes[0])
    expect(preview(many).omitted).toHaveLength(480)
  })

  it.each([null, 1, 'text', [], {}, { clients: { web: {} } }])(
    'of %j says why there is nothing to draw',
    (document) => {
      const { themes, diagnostics } = preview(document)
      expect(themes).toEqual([])
      expect(diagnostics.length).toBeGreaterThan(0)
    },
  )

  it('refuses wrong options', () => {
    expect(() => preview(legacyAcme, { target: 'ocis-1' as 'ocis-8' })).toThrow(RangeError)
    expect(() => preview(legacyAcme, { thema: 'x' } as object)).toThrow(/theme/)
  })
})

describe('colours', () => {
  const drawn = (value: string) => {
    const document = structuredClone(currentAcme) as unknown as {
      clients: { web: { themes: { designTokens: { colorPalette: Record<string, string> } }[] } }
    }
    const [theme] = document.clients.web.themes
    if (theme !== undefined) theme.designTokens.colorPalette['swatch-brand-default'] = value
    const { shapes } = partOf(pageOf(preview(document).themes[0]?.after, 'files'), 'Window and top bar')
    return shapes[1]?.attributes
  }
  it.each([
    ['#ABC', '#aabbcc', undefined],
    ['rgb(1 2 3 / 50%)', '#010203', '0.5'],
    ['hsl(120 100% 50%)', '#00ff00', undefined],
    ['transparent', '#000000', '0'],
  ])('%s is drawn as one', (value, fill, opacity) => {
    expect([drawn(value)?.['fill'], drawn(value)?.['fill-opacity']]).toEqual([fill, opacity])
  })
  it.each(['red" onload="x', 'url(https://evil.example/x)', 'none', 'javascript:alert(1)', '#12345'])(
    '%s is none, and is not drawn',
    (value) => {
      expect(drawn(value)?.['fill']).toBe('none')
    },
  )
  it.each(['var(--x)', 'linear-gradient(red, blue)', 'color-mix(in srgb, red, blue)'])(
    '%s is hatched, as only a browser can work it out',
    (value) => {
      expect(drawn(value)?.['fill']).toMatch(/^url\(#t0a-files-x\)$/)
    },
  )
})

describe('what else is drawn', () => {
  const colorPalette = { 'swatch-passive-default': 'color-mix(in srgb, red, blue)', 'text-muted': '#777777' }
  const { after } =
    preview(
      {
        ...(currentAcme as object),
        clients: {
          web: {
            defaults: {
              designTokens: { colorPalette },
              loginPage: { backgroundImg: '/b' },
              logo: { topbar: 'a', favicon: 'a', login: 'a' },
            },
            themes: [{ name: 'L', isDark: false }],
          },
        },
      },
      { target: 'ocis-8' },
    ).themes[0] ?? {}

  it('is readable text where a colour only a browser can work out', () => {
    const [text] = partOf(pageOf(after, 'files'), 'Item of the side bar').shapes.filter(
      ({ name }) => name === 'text',
    )
    expect(text?.attributes['fill']).toBe('#808080')
  })

  it('is a cross in the colour of icons on each message, also on that of an error', () => {
    const crosses = partsOf(pageOf(after, 'overlays')).filter(({ told }) =>
      told[0]?.startsWith('Button that closes'),
    )
    expect(crosses).toHaveLength(3)
    for (const { told } of crosses) expect(told[1]).toContain('swatch-passive-default')
  })

  it('are marks within the drawing, at the corner of their parts', () => {
    const { marked, width, svg } = pageOf(after, 'files')
    expect(marked.length).toBeGreaterThan(0)
    const circles = shapesOf(svg).filter(({ name }) => name === 'circle')
    expect(circles.length).toBeGreaterThan(0)
    for (const { attributes } of circles) {
      expect(Number(attributes['cx'])).toBeLessThanOrEqual(width - 10)
      expect(Number(attributes['cy'])).toBeGreaterThanOrEqual(10)
    }
  })
})

describe('every real file', () => {
  const files = corpusFiles()
  it.skipIf(files.length === 0)('is drawn, as well-formed SVG, in a page within its bound', () => {
    for (const { file: name, document } of files) {
      const result = preview(document)
      expect(result.themes.length + result.diagnostics.length, name).toBeGreaterThan(0)
      for (const { before, after } of result.themes) {
        for (const side of [before, after]) {
          for (const drawing of side?.drawings ?? []) {
            expect(shapesOf(drawing.svg).length, `${name} ${drawing.page}`).toBeGreaterThan(3)
            expect(drawing.page === 'login' || partsOf(drawing).length > 0, `${name} ${drawing.page}`).toBe(
              true,
            )
          }
        }
      }
      if (result.themes.length <= 2) expect(previewPage(result).length, name).toBeLessThan(500_000)
    }
  })

  // A third of the pairs, so that each file and each target has its turn.
  it.skipIf(files.length === 0).each([...targetIds.entries()])(
    'is drawn, by turns: %i for %s',
    (column, target) => {
      for (const { file: name, document } of files.filter((_, row) => (row + column) % 3 === 0)) {
        const { themes, diagnostics } = preview(document, { target })
        expect(themes.length + diagnostics.length, name).toBeGreaterThan(0)
        for (const { before, after } of themes)
          expect((after ?? before)?.drawings.length, name).toBeGreaterThan(5)
      }
    },
  )
})

describe('OpenCloud', () => {
  const document = {
    common: { name: 'Acme Cloud', slogan: 'Files for everyone', urls: { imprint: 'https://acme.example' } },
    clients: {
      web: {
        defaults: { logo: 'themes/acme/logo.svg', logoMobile: 'themes/acme/small.svg' },
        themes: [
          {
            label: 'Acme',
            isDark: false,
            designTokens: { roles: { surfaceContainer: '#123456', secondaryContainer: '#abcdef' } },
          },
        ],
      },
    },
  }
  const { themes, target, measured } = preview(document)
  const fills = (page: string, title: string) =>
    partOf(pageOf(themes[0]?.after, page), title).shapes.map(({ attributes }) => attributes['fill'])

  it('is drawn as its own client shows it', () => {
    expect([target, measured, themes.length]).toEqual(['opencloud-7.3', 'OpenCloud Web 7.3.0', 1])
    expect(fills('files', 'Selected row')).toContain('#abcdef')
    expect(partOf(pageOf(themes[0]?.after, 'files'), 'Logo').told.join()).toContain('themes/acme/logo.svg')
    expect(partOf(pageOf(themes[0]?.after, 'mobile'), 'Logo').told.join()).toContain('themes/acme/small.svg')
  })

  it('falls back as its client does', () => {
    expect(fills('files', 'Window and top bar')).toContain('#123456')
    expect(partOf(pageOf(themes[0]?.after, 'files'), 'Window and top bar').told[1]).toContain(
      '/clients/web/themes/0/designTokens/roles/surfaceContainer',
    )
  })

  it('of 1.0 was painted as ownCloud Web', () => {
    expect(preview(document, { target: 'opencloud-1' }).measured).toBe('ownCloud Web 12.5.0')
  })
})
