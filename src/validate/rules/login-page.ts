import type { Metas } from '../../findings/meta.js'
import { valueAt } from '../../json/pointer.js'
import { shippedCommon } from '../../targets/shipped-file.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'not-on-login-page': { severity: 'info', title: 'Not shown on the built-in login page' },
} as const satisfies Metas

const BACKGROUND = '/clients/web/defaults/loginPage/backgroundImg'
const LOGIN_LOGO = '/clients/web/defaults/logo/login'

/**
 * The built-in login page shows `common.logo` since oCIS 6.6, and nothing else of a theme. Every theme must have a
 * background and a login logo, so only those that seem to be meant for that page are reported.
 */
export const loginPage: DocumentRule = {
  codes: ['not-on-login-page'],
  rank: 22,
  for: 'accepted',
  check({ document, served, branding, target, isBehindServer }, report) {
    if (!isBehindServer || !target.loginPageShowsLogo) return
    // A branding file doesn't need a background, so one in it is meant for something.
    const background = branding === undefined ? undefined : valueAt(branding.document, BACKGROUND)
    if (typeof background === 'string' && background !== '') {
      report(
        'not-on-login-page',
        BACKGROUND,
        'The built-in login page never shows this background; pages such as access denied, logout and public links do. For the login page, set IDP_LOGIN_BACKGROUND_URL on the server.',
      )
    }
    const login = valueAt(document, LOGIN_LOGO)
    if (typeof login !== 'string' || login === '' || isShipped(login)) return
    if (!isShipped(valueAt(served(), '/common/logo'))) return
    report(
      'not-on-login-page',
      LOGIN_LOGO,
      'The built-in login page shows /common/logo, which is still the logo of ownCloud, and not this one, which shows on access denied and logout. Write the path into /common/logo too.',
    )
  },
}

const isShipped = (path: unknown) =>
  typeof path === 'string' && path.replace(/^\.?\//, '') === shippedCommon.logo

export const description = (): Descriptions<typeof meta> => ({
  'not-on-login-page': {
    why: 'The login page belongs to the identity provider. It reads /themes/owncloud/theme.json once, when the service starts, and shows its /common/logo; it shows no background of a theme, no other logo, and nothing of themes in other folders.',
    since: 'oCIS 6.6',
    wrong: {
      document: { clients: { web: { defaults: { logo: { login: 'themes/acme/logo.svg' } } } } },
      as: 'branding',
    },
    right: {
      document: {
        common: { logo: 'themes/acme/logo.svg' },
        clients: { web: { defaults: { logo: { login: 'themes/acme/logo.svg' } } } },
      },
      as: 'branding',
    },
  },
})
