import { describe, expect, it } from 'vitest'
import { completeLoginPage } from '../../../src/convert/steps/complete-login-page.js'
import { anchorBackgrounds } from '../../../src/convert/steps/relative-backgrounds.js'
import { openCloudTheme } from '../../../src/findings/examples.js'
import { convert, targets } from '../../../src/index.js'
import { valueAt } from '../../../src/json/pointer.js'
import type { Json } from '../../../src/json/value.js'
import { stepped } from '../../support/draft.js'
import { conversionTargets } from '../../support/targets.js'

const at = '/clients/web/defaults/loginPage/backgroundImg'
const file = (backgroundImg: string) => ({
  clients: { web: { defaults: { loginPage: { backgroundImg } }, themes: [] } },
})
const backgroundOf = ({ defaults }: ReturnType<typeof stepped>) => defaults['loginPage']

it.each([
  ['themes/acme/b.jpg', '/themes/acme/b.jpg'],
  ['./b.jpg', '/b.jpg'],
  ['b.jpg?v=1', '/b.jpg?v=1'],
])('%s becomes %s', (before, after) => {
  const one = stepped(anchorBackgrounds, file(before))
  expect(backgroundOf(one)).toEqual({ backgroundImg: after })
  expect(one.from(at)).toEqual([['rewritten', at]])
  expect(one.codes).toEqual([])
})

it.each(['/b.jpg', '', '//cdn.example/b.jpg', 'https://cdn.example/b.jpg', '../b.jpg', 'data:image/png,x'])(
  'leaves %j',
  (backgroundImg) => {
    const one = stepped(anchorBackgrounds, file(backgroundImg))
    expect(backgroundOf(one)).toEqual({ backgroundImg })
    expect(one.from(at)).toEqual([['kept', at]])
  },
)

it('leaves what the target finds', () => {
  for (const target of ['ocis-5', 'ocis-6', 'ocis-7'] as const) {
    expect(backgroundOf(stepped(anchorBackgrounds, file('b.jpg'), { target }))).toEqual({
      backgroundImg: 'b.jpg',
    })
  }
})

it('says of backgrounds that several old themes share what became of each', () => {
  const loginPage = { backgroundImg: 'b.jpg' }
  const { ledger } = convert({ web: { default: { loginPage }, 'default-dark': { loginPage } } })
  for (const theme of ['default', 'default-dark']) {
    expect(ledger.entries.filter(({ from }) => from === `/web/${theme}/loginPage/backgroundImg`)).toEqual([
      expect.objectContaining({ action: 'rewritten', to: at }),
    ])
  }
})

it('says of a background that another theme lent where it is from', () => {
  const both = (draft: Parameters<typeof anchorBackgrounds>[0]) => {
    anchorBackgrounds(draft)
    completeLoginPage(draft)
  }
  const document = { web: { default: { loginPage: { backgroundImg: 'b.jpg' } }, x: { general: {} } } }
  const { themes, to } = stepped(both, document)
  expect(themes.map(({ loginPage }) => loginPage)).toEqual(Array(2).fill({ backgroundImg: '/b.jpg' }))
  const actions = [0, 1].map((index) => to(`/clients/web/themes/${index}/loginPage/backgroundImg`)[0]?.[0])
  expect(actions).toEqual(['rewritten', 'fallback'])
})

describe.each([
  ['a legacy theme', { web: { default: { general: { name: 'A' } } } }],
  ['a current theme', { clients: { web: { defaults: {}, themes: [{ name: 'A', isDark: true }] } } }],
  ['a theme of OpenCloud', openCloudTheme({}).document],
])('in %s', (_, document) => {
  it.each(conversionTargets)('is named as it is written for %s where it is filled in', (target) => {
    const { theme, ledger, diagnostics } = convert(document, { target })
    const written = valueAt(theme as unknown as Json, at)
    expect(written).toMatch(
      targets[target].loadsRelativeBackground ? /^themes\/owncloud/ : /^\/themes\/owncloud/,
    )
    expect(ledger.entries.find(({ to }) => to === at)).toMatchObject({ from: null, action: 'fallback' })
    const found = diagnostics.filter(({ message }) => message.includes('loginBackground'))
    expect(found.map(({ code }) => code)).toEqual(['fallback-used'])
    expect(found[0]?.message).toContain(`default "${written}"`)
  })
})
