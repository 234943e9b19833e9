import { isAddress, shortened, slashed } from '../addresses.js'
import type { ValueRule } from '../rule.js'

/** The built-in login page (since oCIS 6.6) shows `'/' + common.logo`. */
export const absoluteLogo: ValueRule = {
  code: 'absolute-logo',
  kinds: ['common-logo'],
  concerns: ({ target, isBehindServer }) => isBehindServer && target.loginPageShowsLogo,
  check(address) {
    const text = address.trim()
    if (!text.startsWith('/') && !isAddress(text)) return undefined
    const cure =
      text.startsWith('/') && !isAddress(text)
        ? `Write ${JSON.stringify(slashed(text))}.`
        : 'Put the image into the theme’s folder on the server and write its path without a leading slash.'
    return `The built-in login page puts a slash before this logo and shows a broken image for ${JSON.stringify(shortened(text))}. ${cure}`
  },
}
