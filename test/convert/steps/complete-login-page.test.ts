import { expect, it } from 'vitest'
import { completeLoginPage } from '../../../src/convert/steps/complete-login-page.js'
import { stepped } from '../../support/draft.js'

it("takes the first theme's background, else the shipped one", () => {
  const first = { loginPage: { backgroundImg: 'b' } }
  const { themes, to } = stepped(completeLoginPage, { web: { default: first, x: { general: {} } } })
  expect(themes).toEqual([first, first])
  expect(to('/clients/web/themes/1/loginPage/backgroundImg')).toEqual([
    ['fallback', '/web/default/loginPage/backgroundImg'],
  ])
  const none = stepped(completeLoginPage, { web: { default: { general: {} } } })
  expect(none.themes).toEqual([
    { loginPage: { backgroundImg: '/themes/owncloud/assets/loginBackground.jpg' } },
  ])
  expect(none.findings).toEqual([['fallback-used', '/web/default/loginPage']])
})

it.each([
  [{ web: { default: { loginPage: { backgroundImg: 'b' } } } }, false],
  [{ general: {}, loginPage: { backgroundImg: 'b' } }, true],
  [{ web: { default: { loginPage: { backgroundImg: 'b', autoRedirect: true } } } }, true],
])('says for oCIS 5 whether the page of %j is skipped', (document, autoRedirect) => {
  const { themes } = stepped(completeLoginPage, document, { target: 'ocis-5' })
  expect(themes).toEqual([{ loginPage: { autoRedirect, backgroundImg: 'b' } }])
})
