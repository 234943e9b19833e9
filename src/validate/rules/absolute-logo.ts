import { isAddress, slashed } from '../../css/addresses.js'
import { good } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'absolute-logo': { severity: 'warning', title: 'Logo not shown on the built-in login page' },
} as const satisfies Metas

/** The built-in login page (since oCIS 6.6) shows `'/' + common.logo`. */
export const absoluteLogo: ValueRule = {
  code: 'absolute-logo',
  rank: 12,
  kinds: ['common-logo'],
  concerns: ({ target, isBehindServer }) =>
    isBehindServer && target.loginPageShowsLogo && !target.loginPageTakesAddresses,
  check(address) {
    const text = address.trim()
    if (!text.startsWith('/') && !isAddress(text)) return undefined
    const cure = isAddress(text)
      ? "Put the image into the theme's folder on the server and write its path without a leading slash."
      : `Write ${quoted(slashed(text))}.`
    return `The built-in login page prepends a slash to this path and shows a broken image for ${quoted(text)}. ${cure}`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'absolute-logo': {
    why: 'The built-in login page prepends a slash to this path. A leading slash turns it into an address on another host, and a full address becomes a path: both are broken images there. The web client shows them.',
    since: 'oCIS 6.6',
    wrong: { change: { at: '/common/logo', value: '/themes/acme/logo.svg' } },
    right: { change: { at: '/common/logo', value: good } },
  },
})
