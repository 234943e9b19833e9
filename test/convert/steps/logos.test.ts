import { expect, it } from 'vitest'
import { completeLogos, serveAncientLogos } from '../../../src/convert/steps/logos.js'
import { stepped } from '../../support/draft.js'

it('takes the first theme’s, the root’s or the shipped logos', () => {
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

it('serves images of the very first files where no other is known', () => {
  const logo = { small: 's', big: 'b', login: 'l', favicon: 'f' }
  const { themes, findings, from } = stepped(serveAncientLogos, { general: {}, logo })
  expect(themes).toEqual([{ logo: { topbar: 's', favicon: 'f', login: 'l' } }])
  expect(findings).toEqual([['fallback-used', '/logo/small']])
  expect(from('/logo/small')).toEqual([['fallback', '/clients/web/themes/0/logo/topbar']])
  expect(from('/logo/big')).toEqual([['dropped', null]])
})
