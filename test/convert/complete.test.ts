import { describe, expect, it } from 'vitest'
import { type ConvertOptions, convert, validate } from '../../src/index.js'
import { converted } from '../support/convert.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'

const urls = { accessDeniedHelp: 'h', imprint: 'i', privacy: 'p' }
const common = { name: 'A', slogan: 'S', logo: 'l', urls, shareRoles: {} }
const least = {
  logo: { topbar: 't', favicon: 'f', login: 'l' },
  loginPage: { backgroundImg: '/b' },
  designTokens: { colorPalette: {} },
}

/** What `least` lacks for oCIS 5. */
const loginPage = { autoRedirect: false, backgroundImg: 'b' }

/** A current file with some parts of its own. */
function file(parts: { common?: unknown; defaults?: object; theme?: object }) {
  const themes = [{ name: 'a', isDark: false, ...parts.theme }]
  const clients = { web: { defaults: { ...least, ...parts.defaults }, themes } }
  return 'common' in parts ? { common: parts.common, clients } : { clients }
}

const actionsOf = (document: unknown, options: ConvertOptions) => [
  ...new Set(convert(document, options).ledger.entries.map(({ action }) => action)),
]

describe('share roles without an icon', () => {
  const viewer = 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5'

  it('get that of the server, else the one that clients show for unknown roles', () => {
    const shareRoles = { [viewer]: { name: 'V' }, x: { name: 'r' }, y: {}, z: { iconName: 'own' } }
    const result = converted(file({ common: { ...common, shareRoles } }))
    expect(result.common.shareRoles).toEqual({
      [viewer]: { name: 'V', iconName: 'eye' },
      x: { name: 'r', iconName: 'user' },
      y: { iconName: 'user' },
      z: { iconName: 'own' },
    })
    expect(result.to('/common/shareRoles/x/iconName')).toMatchObject([{ from: null, action: 'fallback' }])
    expect(result.codes).toEqual(['fallback-used', 'fallback-used', 'fallback-used'])
    expect(validate(result.theme, { served: 'static', rules: 'off' }).valid).toBe(true)
  })

  it('get that of the role below in a theme', () => {
    const below = { x: { iconName: 'star' } }
    const theme = { common: { ...common, shareRoles: { x: { label: 'X' }, [viewer]: {} } } }
    expect(
      converted(file({ common: { ...common, shareRoles: below }, theme })).themes[0]?.['common'],
    ).toMatchObject({ shareRoles: { x: { label: 'X', iconName: 'star' }, [viewer]: { iconName: 'eye' } } })
    const defaults = { common: { ...common, shareRoles: {} } }
    expect(
      converted(file({ common: { ...common, shareRoles: below }, defaults, theme })).themes[0]?.['common'],
    ).toMatchObject({ shareRoles: { x: { iconName: 'user' } } })
  })

  it('stay without one for oCIS 5, which has none', () => {
    const document = file({
      common: { ...common, shareRoles: { x: { name: 'r' } } },
      defaults: { loginPage },
    })
    expect(actionsOf(document, { target: 'ocis-5' })).toEqual(['kept'])
  })
})

describe('a part of a "common"', () => {
  it("in a theme is completed from the one in the defaults, which hides the root's", () => {
    const defaults = { common: { ...common, name: 'D', slogan: 'DS', logo: 'dl' } }
    const root = {
      name: 'A',
      slogan: 'RS',
      logo: 'rl',
      urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
    }
    const { themes, diagnostics } = converted(
      file({ common: root, defaults, theme: { common: { name: 'T' } } }),
    )
    expect(themes[0]?.['common']).toEqual({ name: 'T', slogan: 'DS', logo: 'dl', urls, shareRoles: {} })
    expect(diagnostics.find(({ pointer }) => pointer.endsWith('/0/common/slogan'))?.message).toContain(
      "value of the defaults'",
    )
  })

  it("in a theme is completed from the root's where the defaults have none", () => {
    const { themes } = converted(file({ common, theme: { common: { name: 'T', urls: { imprint: '' } } } }))
    expect(themes[0]?.['common']).toEqual({ ...common, name: 'T', urls: { ...urls, imprint: '' } })
  })

  it("in the defaults is completed from the root's, the share roles included", () => {
    const shareRoles = { x: { iconName: 'star' } }
    const { defaults } = converted(
      file({ common: { ...common, shareRoles }, defaults: { common: { name: 'D' } } }),
    )
    expect(defaults['common']).toEqual({ ...common, name: 'D', shareRoles })
    const { shareRoles: _, ...withoutRoles } = common
    const second = converted(file({ common: withoutRoles, defaults: { common: { name: 'D' } } }))
    expect(Object.keys(second.defaults['common']?.['shareRoles'] ?? {})).toHaveLength(13)
  })
})

describe('a file without a "common" at the root', () => {
  it.each([
    ['the defaults have', { defaults: { common, loginPage } }],
    ['every theme has', { defaults: { loginPage }, theme: { common } }],
  ])("gets none where %s one and no server adds to the root's", (_, parts) => {
    const document = file(parts)
    expect(validate(document, { target: 'ocis-5', rules: 'off' }).valid).toBe(true)
    expect(actionsOf(document, { target: 'ocis-5' })).toEqual(['kept'])
    expect(converted(document, { target: 'ocis-5' }).theme).toEqual(document)
  })

  it.each([
    ['the defaults', { defaults: { common: { ...common, name: 'D' } } }],
    ['the first theme', { theme: { common: { ...common, name: 'D' } } }],
  ])('gets that of %s where the server adds to it', (_, parts) => {
    const result = converted(file(parts))
    expect(result.common).toMatchObject({ name: 'D', slogan: 'S', logo: 'l', urls })
    expect(result.to('/common/name')).toMatchObject([{ from: null, action: 'fallback' }])
    expect(validate(result.theme, { rules: 'off' }).diagnostics).toEqual([])
  })

  it('has the only one completed with the shipped values', () => {
    const { defaults, theme } = converted(file({ defaults: { common: { name: 'D' } } }), { target: 'ocis-5' })
    expect(defaults['common']).toMatchObject({ name: 'D', logo: 'l', urls: { imprint: '' } })
    expect(theme).not.toHaveProperty('common')
  })
})

describe('what the server adds', () => {
  const { shareRoles: _, ...withoutRoles } = common

  it('stays out of a file that is right but for it', () => {
    const document = file({ common: withoutRoles })
    expect(actionsOf(document, { target: 'ocis-8' })).toEqual(['kept'])
    expect(converted(document).theme).toEqual(document)
    expect(validate(document, { rules: 'off' }).valid).toBe(true)
  })

  it.skipIf(!hasCorpus)('stays out of the themes that servers of oCIS 6 shipped', () => {
    const files = corpusFiles('current').filter(({ file: name }) => name.startsWith('current/server-6'))
    expect(files.length).toBeGreaterThan(1)
    for (const { document } of files) {
      for (const target of ['ocis-6', 'ocis-7'] as const)
        expect(actionsOf(document, { target })).toEqual(['kept'])
      // Their background has no leading slash.
      expect(convert(document, { target: 'ocis-8' }).theme).toHaveProperty('common.shareRoles')
      expect(actionsOf(document, { target: 'ocis-5' })).not.toEqual(['kept'])
    }
  })

  it('goes into a file where anything else changes', () => {
    const document = file({
      common: withoutRoles,
      defaults: { loginPage: { backgroundImg: 'branding/b.png' } },
    })
    const result = converted(document)
    expect(Object.keys(result.common.shareRoles ?? {})).toHaveLength(13)
    expect(converted(file({ common: withoutRoles }), { schema: true }).common).toHaveProperty('shareRoles')
  })
})
