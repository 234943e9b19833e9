import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { schemeOf } from '../addresses.js'
import type { Descriptions } from '../description.js'
import type { ValueRule } from '../rule.js'

const scripts: ReadonlySet<string> = new Set(['javascript', 'data', 'vbscript'])

export const meta = {
  'script-link': { severity: 'error', title: 'Link runs a script' },
} as const satisfies Metas

/** The links go into `href` as they are, and `appScheme` into the beginning of one. */
export const scriptLink: ValueRule = {
  code: 'script-link',
  rank: 2,
  kinds: ['link', 'app-scheme'],
  check(text, kind) {
    const scheme = schemeOf(kind === 'app-scheme' ? `${text}:` : text)
    return scheme !== undefined && scripts.has(scheme)
      ? `A "${scheme}:" address runs as a script, or shows a foreign page, in the session of whoever clicks it. ${kind === 'app-scheme' ? 'Write the scheme of the app, such as "owncloud".' : 'Write an https address.'}`
      : undefined
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'script-link': {
    why: 'The client puts the address into a link as it is. Whoever clicks a "javascript:" address runs a script with everything that they may do.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'javascript:alert(1)' } },
    right: { change: { at: '/common/urls/imprint', value: 'https://acme.example/imprint' } },
  },
})
