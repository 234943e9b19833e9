import { expect, it } from 'vitest'
import { completeLogos, useEarlyLogos } from '../../../src/convert/steps/logos.js'
import { stepped } from '../../support/draft.js'

it("takes the first theme's, the root's or the shipped logos", () => {
  const document = { common: { logo: 'c' }, web: { default: { logo: { login: 'l' } }, x: { general: {} } } }
  const { themes, findings, to } = stepped(completeLogos, document)
  const favicon = 'themes/owncloud/assets/favicon.jpg'
  expect(themes).toEqual([
    { logo: { topbar: 'c', favicon, login: 'l' } },
    { logo: { topbar: 'c', favicon, login: 'l' } },
  ])
  expect(to('/clients/web/themes/1/logo/login')).toEqual([['fallback', '/web/default/logo/login']])
  expect(findings).toEqual([
    ['fallback-used', '/web/default/logo'],
    ['fallback-used', '/web/x/logo'],
  ])
})

it('names the theme and the images that it got', () => {
  const document = { common: { logo: '' }, web: { x: { 'theme-name': 'Blue', logo: { topbar: 't' } } } }
  const { themes, messages } = stepped(completeLogos, document)
  const login = 'themes/owncloud/assets/logo.svg'
  expect(themes[0]?.['logo']).toMatchObject({ topbar: 't', login })
  expect(messages).toEqual([
    expect.stringMatching(
      /"Blue" .* favicon: "themes\/owncloud\/assets\/favicon.jpg", login: "themes\/owncloud\/assets\/logo.svg"/,
    ),
  ])
  expect(stepped(completeLogos, { web: { x: { general: {} } } }).messages[0]).toContain('topbar: ')
})

it.each([
  ['the empty text', '', undefined],
  ['an image that is no longer shipped', 'themes/owncloud/assets/cloud.svg', undefined],
  ['an image of another logo', 's', 't'],
])('uses no early logo for %s', (_, small, topbar) => {
  const logo = { small, ...(topbar && { topbar }) }
  const { themes, from, codes } = stepped(useEarlyLogos, { general: {}, logo })
  expect(themes[0]).toEqual(topbar ? { logo: { topbar } } : {})
  expect(from('/logo/small')).toEqual([['dropped', null]])
  expect(codes).not.toContain('fallback-used')
})

it('uses the logos of the first files where no other is known', () => {
  const logo = { small: 's', big: 'b', login: 'l', favicon: 'f' }
  const { themes, findings, messages, from, why } = stepped(useEarlyLogos, { general: {}, logo })
  expect(themes).toEqual([{ logo: { topbar: 's', favicon: 'f', login: 'l' } }])
  expect(findings).toEqual([['fallback-used', '/logo/small']])
  expect(messages).toEqual([expect.stringMatching(/no logo.topbar; logo.small is used/)])
  expect(why('/logo/small')).toEqual([expect.stringContaining('"small"')])
  expect(from('/logo/small')).toEqual([['fallback', '/clients/web/themes/0/logo/topbar']])
  expect(from('/logo/big')).toEqual([['dropped', null]])
})
