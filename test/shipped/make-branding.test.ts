import { describe, expect, it } from 'vitest'
import { brandingFor, makeBranding, validate } from '../../src/index.js'
import { isBrandingTarget } from '../../src/shipped/branding-files.js'
import { targetIds } from '../../src/targets/index.js'

const all = {
  name: 'Acme Cloud',
  slogan: 'Files at Acme',
  logo: 'acme.png',
  favicon: 'img/icon.png',
  imprintUrl: 'https://acme.example/imprint',
  privacyUrl: 'https://acme.example/privacy',
  accessDeniedHelpUrl: 'https://acme.example/help',
}
const readers = targetIds.filter(isBrandingTarget)
const openCloud = readers.filter((id) => id.startsWith('opencloud'))
const ownCloud = readers.filter((id) => id.startsWith('ocis'))

describe('a branding file that is made', () => {
  it.each(readers)('has nothing to be said about for %s', (target) => {
    for (const parts of [all, ...Object.entries(all).map(([part, value]) => ({ [part]: value }))]) {
      const { diagnostics } = validate(makeBranding(parts, { target }), { target, as: 'branding' })
      expect(diagnostics).toEqual([])
    }
  })

  it.each(ownCloud)('has what the logo upload of %s writes', (target) => {
    expect(makeBranding({ logo: 'acme.png' }, { target })).toEqual(brandingFor('acme.png', { target }))
  })

  it.each(openCloud)('has what the logo upload of %s writes', (target) => {
    expect(makeBranding({ logo: 'acme.png' }, { target })).toEqual(brandingFor('acme.png', { target }))
    expect(makeBranding({ favicon: 'i.png' }, { target })).toEqual({
      clients: { web: { defaults: { favicon: 'themes/_branding/i.png' } } },
    })
  })

  it('has nothing but what was asked for', () => {
    expect(makeBranding({ name: 'A', privacyUrl: 'https://a.example' })).toEqual({
      common: { name: 'A', urls: { privacy: 'https://a.example' } },
    })
    expect(makeBranding({ favicon: 'f.png' })).toEqual({
      clients: { web: { defaults: { logo: { favicon: 'themes/_branding/f.png' } } } },
    })
  })

  it.each([
    ['./img/acme.png', 'themes/_branding/acme.png'],
    ['/home/me/acme.png', 'themes/_branding/acme.png'],
    ['C:\\img\\acme.png', 'themes/_branding/acme.png'],
    ['themes/acme/logo.svg', 'themes/acme/logo.svg'],
    ['/themes/acme/logo.svg', '/themes/acme/logo.svg'],
    ['https://acme.example/logo.svg', 'https://acme.example/logo.svg'],
  ])('names the image %s as the server serves it', (favicon, path) => {
    expect(makeBranding({ favicon })).toEqual({
      clients: { web: { defaults: { logo: { favicon: path } } } },
    })
  })
})

describe('a wrong call', () => {
  it.each([
    ['no parts', {}],
    ['parts that are none', { title: 'A' }],
    ['a part that is no text', { name: 7 }],
  ])('is refused: %s', (_, parts) => {
    expect(() => makeBranding(parts as never)).toThrow(TypeError)
  })

  it.each(['ocis-5', 'ocis-9'])('is refused: %s', (target) => {
    expect(() => makeBranding({ name: 'A' }, { target: target as never })).toThrow(RangeError)
  })
})
