import { describe, expect, it } from 'vitest'
import { converted, wrap } from '../support/convert.js'

const logo = (images: Record<string, unknown>) => ({ logo: images })
const whole = { topbar: 't.svg', favicon: 'f.png', login: 'l.svg' }

describe('logos', () => {
  it('go to the defaults when all themes agree', () => {
    const { defaults, themes, from } = converted(wrap({ default: {}, 'default-dark': {} }))
    expect(defaults['logo']).toEqual(whole)
    expect(themes.every((theme) => theme['logo'] === undefined)).toBe(true)
    expect(from('/web/default/logo/topbar')).toMatchObject([{ action: 'moved' }])
    expect(from('/web/default-dark/logo/topbar')).toMatchObject([
      { action: 'shared', to: '/clients/web/defaults/logo/topbar' },
    ])
  })

  it('stay whole in a theme that differs', () => {
    const { defaults, themes } = converted(
      wrap({ default: {}, 'default-dark': logo({ ...whole, topbar: 'd.svg' }) }),
    )
    expect(defaults['logo']).toEqual(whole)
    expect(themes[1]?.['logo']).toEqual({ ...whole, topbar: 'd.svg' })
  })

  it('never give a theme an image that it had not', () => {
    const { defaults, themes } = converted(
      wrap({ default: logo({ ...whole, notFound: 'n.svg' }), 'default-dark': {} }),
    )
    expect(defaults['logo']).toEqual(whole)
    expect(themes[0]?.['logo']).toEqual({ ...whole, notFound: 'n.svg' })
    expect(themes[1]).not.toHaveProperty('logo')
  })

  it('take "sidebar" for "topbar", and "topbar" where both are there', () => {
    const { topbar: _, ...rest } = whole
    expect(
      converted({ default: { general: {}, logo: { ...rest, sidebar: 's.svg' } } }).defaults['logo'],
    ).toMatchObject({ topbar: 's.svg' })
    const both = converted({ default: { general: {}, logo: { ...whole, sidebar: 's.svg' } } })
    expect(both.defaults['logo']).toMatchObject({ topbar: 't.svg' })
    expect(both.from('/default/logo/sidebar')).toMatchObject([{ to: null, action: 'superseded' }])
  })

  it("fall back to the first theme, then to the root's logo, then to the shipped one", () => {
    const second = converted(wrap({ default: {}, blue: logo({ topbar: 'x.svg' }) }))
    expect(second.themes[1]?.['logo']).toEqual({ ...whole, topbar: 'x.svg' })
    expect(second.to('/clients/web/themes/1/logo/login')).toMatchObject([
      { from: '/web/default/logo/login', action: 'fallback' },
    ])
    const root = converted(wrap({ default: logo({ favicon: 'f.png' }) }))
    expect(root.defaults['logo']).toEqual({ topbar: 'c.svg', favicon: 'f.png', login: 'c.svg' })
    const none = converted({ web: { default: logo({ login: 'l.svg' }) } })
    expect(none.defaults['logo']).toMatchObject({
      topbar: 'themes/owncloud/assets/logo.svg',
      favicon: 'themes/owncloud/assets/favicon.jpg',
    })
    expect(none.common['logo']).toBe('l.svg')
    expect(none.codes).toContain('fallback-used')
  })

  it('of the very first files serve where no other is known', () => {
    const flat = {
      general: { name: 'A' },
      logo: { big: 'big.svg', small: 'small.svg', mini: 'mini.svg', background: 'bg.svg' },
    }
    const { defaults, from } = converted(flat)
    expect(defaults['logo']).toMatchObject({ topbar: 'small.svg', login: 'big.svg' })
    expect(from('/logo/mini')).toMatchObject([{ to: null, action: 'dropped' }])
    expect(from('/logo/background')).toMatchObject([{ to: null, action: 'dropped' }])
    const known = converted({ general: { name: 'A' }, logo: { ...whole, big: 'big.svg' } })
    expect(known.defaults['logo']).toEqual(whole)
    expect(known.from('/logo/big')).toMatchObject([{ to: null, action: 'dropped' }])
  })
})

describe('paths of images', () => {
  const uploaded = wrap({
    default: logo({ topbar: 'branding/a.png', favicon: 'f.png', login: '/branding/a.png' }),
  })

  it('of uploads follow the server, which is said once for each image', () => {
    const result = converted(uploaded)
    expect(result.defaults['logo']).toEqual({
      topbar: 'themes/_branding/a.png',
      favicon: 'f.png',
      login: '/themes/_branding/a.png',
    })
    expect(result.codes.filter((code) => code === 'file-moved')).toHaveLength(1)
    expect(result.from('/web/default/logo/topbar')).toMatchObject([{ action: 'rewritten' }])
    expect(converted(uploaded, { target: 'ocis-5' }).defaults['logo']).toMatchObject({
      topbar: 'branding/a.png',
    })
    expect(converted(result.theme, { target: 'ocis-5' }).defaults['logo']).toMatchObject({
      topbar: 'branding/a.png',
    })
  })

  it('of files that no longer ship become their successors', () => {
    const former = {
      topbar: 'themes/owncloud/assets/cloud.svg',
      favicon: 'themes/owncloud/favicon.jpg',
      login: 'l.svg',
    }
    const result = converted(wrap({ default: logo(former) }))
    expect(result.defaults['logo']).toEqual({
      topbar: 'c.svg',
      favicon: 'themes/owncloud/assets/favicon.jpg',
      login: 'l.svg',
    })
    expect(result.from('/web/default/logo/topbar')).toMatchObject([{ to: null, action: 'dropped' }])
    expect(result.codes.filter((code) => code === 'file-gone')).toHaveLength(2)
  })
})

describe('the login page', () => {
  const page = (loginPage: Record<string, unknown>) => ({ loginPage })

  it('loses autoRedirect, and gains it for oCIS 5', () => {
    const document = wrap({ default: page({ autoRedirect: true, backgroundImg: 'b.jpg' }) })
    expect(converted(document).defaults['loginPage']).toEqual({ backgroundImg: '/b.jpg' })
    expect(converted(document).from('/web/default/loginPage/autoRedirect')).toMatchObject([
      { to: null, action: 'dropped' },
    ])
    const old = converted(document, { target: 'ocis-5' })
    expect(old.defaults['loginPage']).toEqual({ autoRedirect: true, backgroundImg: 'b.jpg' })
    const newer = converted(old.theme, { target: 'ocis-8' })
    expect(newer.defaults['loginPage']).toEqual({ backgroundImg: '/b.jpg' })
    expect(newer.codes).toEqual(['setting-gone'])
    expect(converted(newer.theme, { target: 'ocis-5' }).defaults['loginPage']).toHaveProperty('autoRedirect')
  })

  it.each([
    ['wrapped', wrap({ default: {} }), false],
    ['named since Web 5.0', { default: { logo: { topbar: 't' }, loginPage: { backgroundImg: 'b' } } }, false],
    [
      'named up to Web 4.9, with a sidebar',
      { default: { logo: { sidebar: 't' }, loginPage: { backgroundImg: 'b' } } },
      true,
    ],
    ['named without a login page', { default: { general: { name: 'A' } } }, true],
    ['flat', { general: { name: 'A' }, loginPage: { backgroundImg: 'b' } }, true],
  ])('means what its absence meant: %s', (_, document, autoRedirect) => {
    expect(converted(document, { target: 'ocis-5' }).defaults['loginPage']).toMatchObject({ autoRedirect })
  })

  it('keeps its own background in a theme that differs, and gets the shipped one where there is none', () => {
    const { themes } = converted(wrap({ default: {}, blue: page({ backgroundImg: 'x.jpg' }) }))
    expect(themes[1]?.['loginPage']).toEqual({ backgroundImg: '/x.jpg' })
    const none = converted({ web: { default: {} } })
    expect(none.defaults['loginPage']).toEqual({
      backgroundImg: '/themes/owncloud/assets/loginBackground.jpg',
    })
  })
})

describe('the app banner', () => {
  const banner = { appBanner: { title: 'Acme', icon: 'branding/i.png' } }

  it('is shared when all themes have it, and stays where only some do', () => {
    const shared = converted(wrap({ default: banner, 'default-dark': banner }))
    expect(shared.defaults['appBanner']).toEqual({ title: 'Acme', icon: 'themes/_branding/i.png' })
    const single = converted(wrap({ default: banner, 'default-dark': {} }))
    expect(single.defaults).not.toHaveProperty('appBanner')
    expect(single.themes[0]?.['appBanner']).toMatchObject({ title: 'Acme' })
  })
})
