import type { ValueRule } from '../rule.js'

export const invalidAppScheme: ValueRule = {
  code: 'invalid-app-scheme',
  kinds: ['app-scheme'],
  check: (text) =>
    /^[a-z][a-z\d+.-]*$/i.test(text)
      ? undefined
      : `${JSON.stringify(text)} is no scheme of an address: those are letters, digits, "+", "." and "-" without a colon, such as "owncloud". The banner's button leads nowhere. Write the scheme that the app is registered for.`,
}
