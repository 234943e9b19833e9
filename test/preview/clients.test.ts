import { describe, expect, it } from 'vitest'
import { clientOf } from '../../src/preview/clients.js'
import { preview, previewMarkdown, previewPage, previewPicture } from '../../src/preview/index.js'
import { type TargetId, targetOf } from '../../src/targets/index.js'
import { legacyAcme } from '../support/acme.js'
import { pageOf, partOf, partsOf, shapesOf } from '../support/drawings.js'
import { allTargets, openCloudTargets } from '../support/targets.js'

const measured = ['ocis-8', 'opencloud-7.3'] as const
const unmeasured = allTargets.filter((id) => !measured.some((each) => each === id))

const openCloudTheme = (designTokens: object) => ({
  common: { name: 'Acme', slogan: 'Files', urls: { accessDeniedHelp: '', imprint: '', privacy: '' } },
  clients: {
    web: {
      defaults: { logo: 'themes/acme/logo.svg' },
      themes: [{ label: 'Acme', name: 'Acme', isDark: false, designTokens }],
    },
  },
})

describe.each(allTargets)('the regions of %s', (id) => {
  const { regions, unmeasured: release } = clientOf(id)
  const { roles, colorPalette } = targetOf(id).tokens
  const { read, readPrefix } = (roles ?? colorPalette) as NonNullable<typeof roles>

  it('have a colour that its client reads', () => {
    const paints = Object.values(regions).flatMap(({ background, backgroundTo, text, icon, border }) =>
      [background, backgroundTo, text, icon, border].filter((paint) => paint !== undefined),
    )
    expect(paints.length).toBeGreaterThan(50)
    const isRead = (token: string) =>
      token.startsWith('#') || read.has(token) || (readPrefix !== undefined && token.startsWith(readPrefix))
    expect(paints.filter((paint) => ![paint].flat().some(isRead))).toEqual([])
  })

  it('have the known border of rows', () => {
    const { rowBorder } = targetOf(id)
    if (rowBorder === undefined) return
    for (const region of ['row', 'rowHover', 'rowSelected'])
      expect(regions[region]?.border, region).toBe(rowBorder)
    expect(release?.known ?? new Set(['row'])).toContain('row')
  })
})

describe('a release that was measured', () => {
  it.each(measured)('is drawn as itself: %s', (target) => {
    const { themes } = preview(legacyAcme, { target })
    expect(themes[0]?.after).toMatchObject({ client: targetOf(target).title })
    expect(themes[0]?.after).not.toHaveProperty('drawnAs')
    expect(themes[0]?.after).not.toHaveProperty('note')
  })
})

describe('a release that was not measured', () => {
  const drawnFor = (target: TargetId) => preview(legacyAcme, { target })

  it.each(unmeasured)('is drawn as one that was, and says so: %s', (target) => {
    const drawn = drawnFor(target)
    const { client, drawnAs, note } = drawn.themes[0]?.after ?? {}
    const { title, clients: releases } = targetOf(target)
    expect([client, drawnAs]).toEqual([title, drawn.measured])
    expect(note).toContain(`${title} is drawn in the layout and colours of ${drawnAs}: ${releases} was not`)
    const label = `${title}, drawn as ${drawnAs}`
    const page = previewPage(drawn)
    expect(page).toContain(`<figcaption>${label}</figcaption>`)
    // Once for all themes.
    expect(page.split(note?.slice(0, 60) ?? '').length).toBe(2)
    expect(previewMarkdown(drawn, { pictures: [] })).toContain(`${title} is drawn in the layout`)
    expect(previewPicture(drawn)).toContain(`>${label}, `)
  })

  it('says of each part whether its colours are known', () => {
    const unknown = 'Not known for this release: drawn as in OpenCloud Web 7.3.0.'
    const files = pageOf(drawnFor('opencloud-2').themes[0]?.after, 'files')
    expect(partOf(files, 'Right side bar').told).toContain(unknown)
    expect(partOf(files, 'Row').told).not.toContain(unknown)
    for (const target of ['ocis-7', 'opencloud-7.3'] as const) {
      const parts = partsOf(pageOf(drawnFor(target).themes[0]?.after, 'files'))
      expect(parts.filter(({ told }) => told.join().includes('Not known'))).toEqual([])
    }
  })

  it('has the note of the old client of a legacy file', () => {
    const { drawnAs, note } = drawnFor('ocis-8').themes[0]?.before ?? {}
    expect(drawnAs).toBe('ownCloud Web 12.5.0')
    expect(note).toContain('ownCloud Web up to 7.1 was not measured. Its design tokens are those of 7.1')
  })
})

describe('OpenCloud 1', () => {
  const colorPalette = {
    'background-chrome': '#101010',
    'swatch-inverse-default': '#fafafa',
    'background-sidebar': '#202020',
    'swatch-primary-default': '#303030',
    'swatch-brand-default': '#404040',
  }
  const { after } = preview(openCloudTheme({ colorPalette }), { target: 'opencloud-1' }).themes[0] ?? {}
  const fills = (page: string, title: string) =>
    partOf(pageOf(after, page), title).shapes.map(({ attributes }) => attributes['fill'])

  it('has a frame, a side bar and buttons in the colours of its own tokens', () => {
    expect(fills('files', 'Window and top bar')).toContain('#101010')
    expect(fills('files', 'Icons in the top bar')).toContain('#fafafa')
    expect(fills('files', 'Side bar')).toContain('#202020')
    for (const [page, title] of [
      ['files', 'Primary button'],
      ['overlays', 'Current app'],
      ['access-denied', 'Primary button'],
    ] as const)
      expect(fills(page, title)[0], title).toBe('#303030')
  })

  it('has the one logo of the theme on each page, and nothing of ownCloud', () => {
    expect(partOf(pageOf(after, 'access-denied'), 'Logo').told.join()).toContain('themes/acme/logo.svg')
    const texts = after?.drawings.flatMap(({ svg }) => shapesOf(svg).filter(({ name }) => name === 'text'))
    expect(texts?.filter(({ text }) => text.includes('ownCloud'))).toEqual([])
    expect(after?.drawings.map(({ page }) => page)).not.toContain('login')
  })
})

describe.each(openCloudTargets)('a theme for %s without tokens', (target) => {
  it('has a background wherever text needs one', () => {
    const { after } = preview(openCloudTheme({}), { target }).themes[0] ?? {}
    for (const page of ['files', 'overlays', 'access-denied'])
      for (const { told } of partsOf(pageOf(after, page)))
        expect(told.filter((line) => line.startsWith('background') && line.endsWith('is not set'))).toEqual(
          [],
        )
  })
})

describe.each(openCloudTargets)('a theme of ownCloud for %s', (target) => {
  it('shows its one logo also where ownCloud Web showed that of the login page', () => {
    const { web } = structuredClone(legacyAcme)
    for (const { logo } of Object.values(web)) logo.topbar = logo.login
    const [theme] = preview({ ...legacyAcme, web }, { target }).themes
    expect(theme?.differences.length).toBeGreaterThan(3)
    expect(theme?.differences.filter(({ name }) => name.startsWith('logo'))).toEqual([])
  })
})

describe.each(allTargets)('the foot of the account menu in %s', (target) => {
  it('is drawn only with a link', () => {
    const footWith = (imprint: string) => {
      const theme = openCloudTheme({})
      const { themes } = preview(
        { ...theme, common: { ...theme.common, urls: { accessDeniedHelp: '', privacy: '', imprint } } },
        { target },
      )
      return partOf(pageOf(themes[0]?.after, 'overlays'), 'Links in the account menu').shapes.map(
        ({ name }) => name,
      )
    }
    expect(footWith('https://acme.example')).toContain('text')
    // The box for the pointer.
    expect(footWith('')).toEqual(['rect'])
  })
})
