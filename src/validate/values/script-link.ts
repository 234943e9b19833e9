import { schemeOf } from '../addresses.js'
import type { ValueRule } from '../rule.js'

const scripts: ReadonlySet<string> = new Set(['javascript', 'data', 'vbscript'])

/** The links go into `href` as they are, and `appScheme` into the beginning of one. */
export const scriptLink: ValueRule = {
  code: 'script-link',
  kinds: ['link', 'app-scheme'],
  check(text, kind) {
    const scheme = schemeOf(kind === 'app-scheme' ? `${text}:` : text)
    return scheme !== undefined && scripts.has(scheme)
      ? `A "${scheme}:" address runs as a script, or shows a foreign page, in the session of whoever clicks it. ${kind === 'app-scheme' ? 'Write the scheme of the app, such as "owncloud".' : 'Write an https address.'}`
      : undefined
  },
}
