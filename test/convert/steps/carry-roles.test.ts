import { expect, it } from 'vitest'
import { carryRolesToPalette, reportUnreadRoles } from '../../../src/convert/steps/carry-roles.js'
import { targets } from '../../../src/index.js'
import { type DraftOptions, stepped } from '../../support/draft.js'
import { openCloudTargets } from '../../support/targets.js'

type Target = NonNullable<DraftOptions['target']>
type Tokens = Record<string, string>

const file = (defaults: object, ...themes: object[]) => ({
  clients: { web: { defaults, themes: themes.map((theme) => ({ label: 'a', ...theme })) } },
})
const roles = (map: object, others: object = {}) => ({ designTokens: { roles: map, ...others } })
const carry = (document: object, target: Target = 'ocis-8', options: DraftOptions = {}) =>
  stepped(carryRolesToPalette, document, { target, ...options })
const tokensOf = (layer: object | undefined) =>
  (layer as { designTokens?: Record<string, Tokens> }).designTokens
const old = '/clients/web/themes/0/designTokens/roles'
const made = '/clients/web/themes/0/designTokens/colorPalette'

it('makes a palette of the roles of each theme and of those below it', () => {
  const document = file(roles({ chrome: '#654321' }), roles({ chrome: '#123456', surface: '#fafafa' }), {})
  const { defaults, themes, from, to } = carry(document)
  const [first, second] = themes.map((theme) => tokensOf(theme)?.['colorPalette'])
  expect([first?.['swatch-brand-default'], second?.['swatch-brand-default']]).toEqual(['#123456', '#654321'])
  expect(first?.['text-default']).toMatch(/^(#|rgb)/)
  expect([tokensOf(defaults), tokensOf(themes[0])]).not.toContainEqual(
    expect.objectContaining({ roles: expect.anything() }),
  )
  expect(from(`${old}/chrome`)).toEqual([['moved', `${made}/swatch-brand-default`]])
  expect(from(`${old}/surface`)).toContainEqual(['mapped', `${made}/text-inverse`])
  expect(to(`${made}/text-default`)).toEqual([['fallback', null]])
})

it.each(['', ' '])('has an empty role hide what is below it (%j)', (empty) => {
  const { to } = carry(file(roles({ error: '#aa0000' }), roles({ error: empty })))
  expect(to(`${made}/swatch-danger-default`)).toEqual([['fallback', null]])
})

it.each([
  ['on-surface', 'onSurface', 'text-default'],
  ['ON_SURFACE', 'onSurface', 'text-default'],
  ['on Surface', 'onSurface', 'text-default'],
  ['surface-container', 'surfaceContainer', 'background-hover'],
  ['Error', 'error', 'swatch-danger-default'],
])('takes %j for %s, as the client does', (key, role, token) => {
  const value = '#123456'
  const { from, to } = carry(file({}, roles({ [key]: value })))
  expect(from(`${old}/${key}`)).toContainEqual(['moved', `${made}/${token}`])
  const layers = carry(file(roles({ [key]: '#654321' }), roles({ [role]: value })))
  expect(tokensOf(layers.themes[0])?.['colorPalette']?.[token]).toBe(value)
  const both = carry(file({}, roles({ [key]: '#654321', [role]: value })))
  expect(tokensOf(both.themes[0])?.['colorPalette']?.[token]).toBe(value)
  expect(to(`${made}/${token}`)).toHaveLength(1)
})

it.each(['Chrome', 'onchrome', 'on-chr\u00f6me'])('does not take %j for a role', (key) => {
  const { from } = carry(file({}, roles({ [key]: '#123456' })))
  expect(from(`${old}/${key}`)).toEqual([['dropped', null]])
})

it('says which colours have no place, and which are only alike', () => {
  const theme = roles({ error: '#aa0000', tertiary: '#006600', scrim: '#010101', shadow: '' })
  const { findings, codes, messages, from, why } = carry(file({}, theme))
  expect(findings).toEqual([
    ['colors-alike', ''],
    ['colors-without-place', ''],
  ])
  const alike = messages[codes.indexOf('colors-alike')]
  expect(alike).toContain('swatch-success-default (tertiary)')
  expect(alike).not.toContain('error')
  expect(messages[codes.indexOf('colors-without-place')]).toMatch(/: scrim\.$/)
  expect(from(`${old}/scrim`)).toEqual([['dropped', null]])
  expect(why(`${old}/scrim`)[0]).toContain('no colour')
  expect(from(`${old}/shadow`)).toEqual([['dropped', null]])
})

it.each([
  ['no group', {}, '#111111'],
  ['an empty one', { spacing: { medium: '' } }, '#111111'],
  ['spacing', { spacing: { medium: '1px' } }, '#222222'],
])(
  'draws borders as the release that the file with %s of OpenCloud 3 and earlier is for',
  (_, group, border) => {
    const theme = roles({ surfaceContainerHighest: '#111111', outlineVariant: '#222222' }, group)
    const { themes } = carry(file({}, {}, theme))
    expect(tokensOf(themes[1])?.['colorPalette']?.['border']).toBe(border)
  },
)

it("drops what clients with roles don't read of a palette", () => {
  const colorPalette = { 'icon-file': '#111111', 'text-default': '#222222' }
  const document = file({ designTokens: { colorPalette } }, roles({ error: '#aa0000' }, { colorPalette }), {
    designTokens: { colorPalette: { 'text-default': '#333333' } },
  })
  const { defaults, themes, from, why, findings } = carry(document)
  expect(findings.filter(([code]) => code === 'value-dropped')).toEqual(
    ['defaults', 'themes/0', 'themes/1'].map((layer) => [
      'value-dropped',
      `/clients/web/${layer}/designTokens/colorPalette`,
    ]),
  )
  expect(tokensOf(defaults)).toEqual({ colorPalette: { 'icon-file': '#111111' } })
  expect(tokensOf(themes[0])?.['colorPalette']).toMatchObject({ 'icon-file': '#111111' })
  expect(JSON.stringify(themes)).not.toContain('#222222')
  expect(JSON.stringify(themes)).not.toContain('#333333')
  expect(from(`${made}/text-default`)).toEqual([['dropped', null]])
  expect(why(`${made}/text-default`)[0]).toContain('icon colours')
})

it('drops empty roles', () => {
  const { from, themes } = carry(file(roles({ error: '#aa0000' }), roles({})))
  expect(from(old)).toEqual([['dropped', null]])
  expect(tokensOf(themes[0])).not.toHaveProperty('roles')
})

it('makes of a branding file the tokens of what it sets', () => {
  const document = file(roles({ onError: '#ffffff' }))
  const part = carry(document, 'ocis-8', { as: 'branding' })
  expect(tokensOf(part.defaults)).toEqual({ colorPalette: { 'swatch-danger-contrast': '#ffffff' } })
  expect(tokensOf(carry(document).defaults)?.['colorPalette']).toBeUndefined()
})

it('gives OpenCloud 1.x the frame of its own', () => {
  const { themes } = carry(file({}, roles({ chrome: '#123456' })), 'opencloud-1')
  expect(tokensOf(themes[0])?.['colorPalette']).toMatchObject({ 'background-chrome': '#123456' })
  const forOwnCloud = carry(file({}, roles({ chrome: '#123456' })))
  expect(tokensOf(forOwnCloud.themes[0])?.['colorPalette']).not.toHaveProperty('background-chrome')
})

it.each([
  ['a release that reads roles', file({}, roles({ error: '#aa0000' })), 'opencloud-7.3'],
  ['a file whose roles are all empty', file({}, roles({ error: '' })), 'opencloud-1'],
  [
    'a file of ownCloud',
    { clients: { web: { defaults: roles({ error: '#a00' }), themes: [{ name: 'a' }] } } },
    'ocis-8',
  ],
] as const)('leaves %s as it is', (_, document, target) => {
  const { draft, codes } = carry(document, target)
  expect(codes).toEqual([])
  expect(draft.entries.filter(({ to }) => to === null)).toEqual([])
})

it('has texts for OpenCloud 1 on hovered rows as on the others, and for ownCloud on the frame', () => {
  const document = file({}, roles({ chrome: '#123456', onChrome: '#ffffff', onSurface: '#111111' }))
  const contrast = (target: Target) =>
    tokensOf(carry(document, target).themes[0])?.['colorPalette']?.['swatch-brand-contrast']
  expect([contrast('opencloud-1'), contrast('ocis-8')]).toEqual(['#111111', '#ffffff'])
})

it.each(['ocis-8', 'opencloud-1'] as const)('has the knob of switches for %s visible on them', (target) => {
  const dark = roles({ surface: '#111111', secondary: '#a0d0e0', onSecondary: '#00212b' })
  const tokens = tokensOf(carry(file({}, dark), target).themes[0])?.['colorPalette']
  expect([tokens?.['swatch-inverse-hover'], tokens?.['swatch-primary-default']]).toEqual([
    '#00212b',
    '#a0d0e0',
  ])
})

it.each(openCloudTargets)('says once which roles no page of %s reads, and keeps them', (target) => {
  const { unread = new Set() } = targets[target].tokens['roles'] ?? {}
  const document = file(
    roles({ surface: '#fafafa', scrim: '#000000' }),
    roles({ 'on-background': '#111111' }),
    {},
  )
  const { codes, messages, theme } = stepped(reportUnreadRoles, document, { target })
  expect(codes).toEqual(unread.size > 0 ? ['colors-without-place'] : [])
  if (unread.size > 0) expect(messages[0]).toMatch(/: onBackground, scrim\. They were kept/)
  expect(theme).toEqual(document)
})
