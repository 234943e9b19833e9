import { describe, expect, it } from 'vitest'
import { completeImages, replaceShippedImages } from '../../../src/convert/steps/shipped-images.js'
import { stepped } from '../../support/draft.js'

const file = (defaults: object, ...themes: object[]) => ({ clients: { web: { defaults, themes } } })
const ours = (name: string) => `themes/owncloud/assets/${name}`
const theirs = (name: string) => `themes/opencloud/assets/${name}`
const at = '/clients/web/themes/0'

describe('images of servers of the other product', () => {
  it.each([
    ['the logo', { logo: { topbar: ours('logo.svg') } }, `${at}/logo/topbar`, theirs('logo.svg')],
    [
      'a path from the root',
      { logo: { topbar: `/${ours('logo.svg')}` } },
      `${at}/logo/topbar`,
      theirs('logo.svg'),
    ],
    [
      "a dark theme's",
      { isDark: true, logo: { topbar: ours('logo.svg') } },
      `${at}/logo/topbar`,
      theirs('logo-white.svg'),
    ],
    [
      "a dark theme's favicon",
      { isDark: true, logo: { favicon: ours('favicon.jpg') } },
      `${at}/logo/favicon`,
      theirs('favicon.svg'),
    ],
  ])("are replaced by the server's own: %s", (_, theme, pointer, image) => {
    const { themes, from, findings, messages, why } = stepped(
      replaceShippedImages,
      file({}, { name: 'a', ...theme }),
      { target: 'opencloud-7.3' },
    )
    expect(Object.values(themes[0] ?? {})).toContain(image)
    expect(from(pointer)[0]?.[0]).toBe('rewritten')
    expect(why(pointer)[0]).toContain('ownCloud')
    expect(findings).toEqual([['file-gone', pointer]])
    expect(messages[0]).toMatch(/themes\/owncloud\/assets\/.*ownCloud Web.*OpenCloud.*themes\/opencloud/)
    expect(messages[0]).toContain(image)
  })

  it.each([
    ["a place that the target doesn't have", { logo: { notFound: ours('logo.svg') } }],
    ['a place without an image of its own', { icons: { other: ours('logo.svg') } }],
  ])('are dropped from %s', (_, theme) => {
    const { themes, draft, messages } = stepped(replaceShippedImages, file({}, { name: 'a', ...theme }), {
      target: 'opencloud-7.3',
    })
    expect(JSON.stringify(themes)).not.toContain('owncloud')
    expect(draft.entries).toContainEqual(expect.objectContaining({ action: 'dropped', to: null }))
    expect(messages).toEqual([expect.stringMatching(/logo\.svg is an image of ownCloud Web.*dropped/)])
  })

  it('are named once', () => {
    const logo = { topbar: ours('logo.svg'), login: ours('logo.svg') }
    const document = file({ logo }, { name: 'a', logo: { topbar: ours('logo.svg') } })
    const { codes } = stepped(replaceShippedImages, document, { target: 'opencloud-7.3' })
    expect(codes).toEqual(['file-gone', 'file-gone'])
  })

  it.each([
    [ours('acme.svg'), 'opencloud-7.3'],
    [`x/${ours('logo.svg')}`, 'opencloud-7.3'],
    ['assets/logo.svg', 'opencloud-7.3'],
    [ours('logo.svg'), 'ocis-8'],
  ] as const)("don't include %s for %s", (image, target) => {
    const { themes, codes } = stepped(
      replaceShippedImages,
      file({}, { name: 'a', loginPage: { backgroundImg: image } }),
      { target },
    )
    expect(JSON.stringify(themes)).toContain(`"${image}"`)
    expect(codes).toEqual([])
  })
})

describe('images that a file lacks', () => {
  const complete = (document: object, target: 'ocis-8' | 'opencloud-7.3' = 'opencloud-7.3') =>
    stepped(completeImages, document, { target })
  const images = { logo: theirs('logo.svg'), favicon: theirs('favicon.svg') }

  it('are those of the server, because its client shows none', () => {
    const { defaults, themes, to, findings, messages } = complete(
      file({}, { name: 'a', isDark: false }, { name: 'b', isDark: true }),
    )
    expect(defaults).toEqual(images)
    expect(themes.map(({ logo }) => logo)).toEqual([undefined, theirs('logo-white.svg')])
    expect(themes[1]).not.toHaveProperty('favicon')
    for (const place of ['/clients/web/defaults/logo', '/clients/web/themes/1/logo'])
      expect(to(place)).toEqual([['fallback', null]])
    expect(findings).toEqual([
      ['fallback-used', '/clients/web/defaults/logo'],
      ['fallback-used', '/clients/web/defaults/favicon'],
    ])
    expect(messages[0]).toContain(images.logo)
  })

  it('are filled in where any theme lacks one, and only there', () => {
    const logo = { topbar: 't', favicon: 'f' }
    const { defaults, themes } = complete(file({}, { name: 'a', isDark: true, logo }, { name: 'b' }))
    expect(defaults).toEqual(images)
    expect(themes[0]).toMatchObject({ logo: 't', favicon: 'f' })
  })

  it.each([
    ['every theme has them', file({}, { name: 'a', logo: { topbar: 't', favicon: 'f' } }), {}],
    [
      'the defaults have them',
      file({ logo: { topbar: 't', favicon: 'f' } }, { name: 'a' }),
      { logo: 't', favicon: 'f' },
    ],
    ['there is no theme', file({}), {}],
    [
      'the root has a logo',
      { common: { logo: 'r' }, ...file({}, { name: 'a' }) },
      { favicon: images.favicon },
    ],
  ])('are left alone where %s', (_, document, defaults) => {
    expect(complete(document).defaults).toEqual(defaults)
  })

  it.each([
    ['ocis-8', file({}, { label: 'a' })],
    ['ocis-8', file({}, { name: 'a' })],
    ['opencloud-7.3', file({}, { label: 'a' })],
  ] as const)('are left to the steps of %s for %j', (target, document) => {
    expect(complete(document, target).defaults).toEqual({})
  })
})
