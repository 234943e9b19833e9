import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/index.js'
import { loginPage } from '../../../src/validate/rules/login-page.js'
import { testRule } from '../../support/test-rule.js'

const logo = '/common/logo'
const login = '/clients/web/defaults/logo/login'
const stock = 'themes/owncloud/assets/logo.svg'

testRule(loginPage, {
  valid: [
    { name: 'a logo of its own in both places', change: { [logo]: 'a.svg', [login]: 'b.svg' } },
    { name: 'the shipped logo in both places', change: { [logo]: stock, [login]: `/${stock}` } },
    { name: 'no logo', change: { [logo]: stock, [login]: '' } },
    { name: 'before oCIS 6.6', change: { [logo]: stock }, options: { target: 'ocis-5' } },
    { name: 'without that page', change: { [logo]: stock }, options: { served: 'static' } },
  ],
  invalid: [
    {
      name: 'a login logo beside the shipped logo',
      change: { [logo]: stock },
      finds: [`not-on-login-page ${login}`],
      says: '/common/logo',
      cure: { [logo]: 'themes/acme/logo.svg' },
    },
    {
      name: 'for oCIS 6',
      change: { [logo]: `./${stock}` },
      options: { target: 'ocis-6' },
      finds: [`not-on-login-page ${login}`],
    },
  ],
})

describe('a branding file', () => {
  const found = (document: object) =>
    validate(document, { as: 'branding' }).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)

  it('with a background that the login page does not show', () => {
    const background = (backgroundImg: string) => ({
      clients: { web: { defaults: { loginPage: { backgroundImg } } } },
    })
    expect(found(background('/themes/_branding/b.jpg'))).toEqual([
      'not-on-login-page /clients/web/defaults/loginPage/backgroundImg',
    ])
    expect(found(background(''))).toEqual([])
  })

  it('with a login logo alone', () => {
    const document = { clients: { web: { defaults: { logo: { login: 'themes/_branding/a.png' } } } } }
    expect(found(document)).toEqual([`not-on-login-page ${login}`])
  })
})
