import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

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
      : `${quoted(text)} is not a URL scheme, so the banner's button leads nowhere. A scheme has letters, digits, "+", "." and "-" and no colon, such as "owncloud". Write the scheme that the app is registered for.`,
}

export const description = (): Descriptions<typeof meta> => ({
  'invalid-app-scheme': {
    why: 'The scheme replaces "https" in the link that opens the app. With a colon, slash or space in it the link is invalid.',
    since: ocis5,
    wrong: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme://' } } },
    right: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme' } } },
  },
})
