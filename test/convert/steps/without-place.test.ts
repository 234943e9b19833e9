import { expect, it } from 'vitest'
import { dropWithoutPlace, noPlace } from '../../../src/convert/steps/without-place.js'
import { targetOf } from '../../../src/targets/index.js'
import { stepped } from '../../support/draft.js'

const file = (defaults: object, ...themes: object[]) => ({ clients: { web: { defaults, themes } } })
const drop = (document: object, target: 'ocis-8' | 'opencloud-7.3' = 'opencloud-7.3') =>
  stepped(dropWithoutPlace, document, { target })
const at = '/clients/web/defaults'

it.each([
  [{ logo: { notFound: 'n' } }, '/logo/notFound', 'no such image'],
  [{ logo: { href: 'https://own.example' } }, '/logo/href', 'click on the logo'],
  [{ appBanner: { title: 'A' } }, '/appBanner/title', 'banner'],
  [{ icons: { universalAccess: 'i' } }, '/icons/universalAccess', 'universal access'],
  [
    { common: { urls: { universalAccessEasyLanguage: 'u' } } },
    '/common/urls/universalAccessEasyLanguage',
    'link',
  ],
])('drops %j, and says why', (defaults, path, reason) => {
  const result = drop(file(defaults, { name: 'a' }))
  expect(result.defaults).toEqual({})
  expect(result.from(at + path)).toEqual([['dropped', null]])
  expect(result.why(at + path)).toEqual([expect.stringContaining(reason)])
  expect(result.findings).toEqual([['value-dropped', at + path]])
  expect(result.messages[0]).toMatch(
    new RegExp(`OpenCloud.*${reason}.*"${path.split('/').at(-1)}" was dropped`),
  )
})

it('says it once for each kind of value', () => {
  const theme = { name: 'a', logo: { notFound: 'n' } }
  const { findings } = drop(file({ appBanner: { title: 'A', icon: 'i' } }, theme, theme))
  expect(findings.map(([, pointer]) => pointer)).toEqual([
    `${at}/appBanner/title`,
    `${at}/appBanner/icon`,
    '/clients/web/themes/0/logo/notFound',
  ])
})

it.each([
  ['settings that every file has', { loginPage: { autoRedirect: true } }, '/loginPage/autoRedirect'],
  ['an empty text', { appBanner: { title: '' } }, '/appBanner/title'],
  ['an empty object', { icons: {} }, '/icons'],
])('drops %s without a finding', (_, defaults, path) => {
  const { from, codes } = drop(file(defaults, { name: 'a' }))
  expect(from(at + path)).toEqual([['dropped', null]])
  expect(codes).toEqual([])
})

it('keeps what the target has a place for, and unknown keys beside it', () => {
  const document = file({ logo: { topbar: 't' } }, { name: 'a', zz: null })
  const { draft, codes } = drop(document)
  expect(draft.entries.filter(({ to }) => to === null)).toEqual([])
  expect(codes).toEqual([])
  const sameProduct = file({ logo: { notFound: 'n' } }, { name: 'a' })
  expect(drop(sameProduct, 'ocis-8').theme).toEqual(sameProduct)
})

it('names the release that has no place for something', () => {
  const target = targetOf('opencloud-7.3')
  expect(noPlace({ target }, 'banner.title')).toContain(target.title)
  expect(noPlace({ target }, 'tokens.spacing')).toBe(
    target.gone.find(({ place }) => place === 'tokens.spacing')?.reason,
  )
  expect(noPlace({ target }, 'elsewhere')).toContain('no such group')
})
