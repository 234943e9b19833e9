import { isScriptLink, schemeOf } from '../../css/addresses.js'
import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'script-link': { severity: 'error', title: 'Link runs a script' },
} as const satisfies Metas

/** Links go into `href` unchanged, and `appScheme` to the start of one. */
export const scriptLink: ValueRule = {
  code: 'script-link',
  rank: 2,
  kinds: ['link', 'app-scheme'],
  check(text, kind) {
    const address = kind === 'app-scheme' ? `${text}:` : text
    return isScriptLink(address)
      ? `A click on a "${schemeOf(address)}:" link runs a script or shows a foreign page in the user's session. ${kind === 'app-scheme' ? 'Write the scheme of the app, such as "owncloud".' : 'Write an https address.'}`
      : undefined
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'script-link': {
    why: 'The client puts the address into a link unchanged. A click on a "javascript:" link runs a script with all rights of the user.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'javascript:alert(1)' } },
    right: { change: { at: '/common/urls/imprint', value: 'https://acme.example/imprint' } },
  },
})
