import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import type { Descriptions } from '../description.js'
import type { ValueRule } from '../rule.js'

export const meta = {
  'invalid-app-scheme': { severity: 'warning', title: 'Invalid app URL scheme' },
} as const satisfies Metas

export const invalidAppScheme: ValueRule = {
  code: 'invalid-app-scheme',
  rank: 8,
  kinds: ['app-scheme'],
  check: (text) =>
    /^[a-z][a-z\d+.-]*$/i.test(text)
      ? undefined
      : `${JSON.stringify(text)} is no scheme of an address: those are letters, digits, "+", "." and "-" without a colon, such as "owncloud". The banner's button leads nowhere. Write the scheme that the app is registered for.`,
}

export const description = (): Descriptions<typeof meta> => ({
  'invalid-app-scheme': {
    why: 'The scheme replaces "https" in the link that opens the app. With a colon, slashes or spaces in it there is no such link.',
    since: ocis5,
    wrong: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme://' } } },
    right: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme' } } },
  },
})
