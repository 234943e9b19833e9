import { schemeOf } from '../addresses.js'
import type { ValueRule } from '../rule.js'

const usual: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

export const unusualLink: ValueRule = {
  code: 'unusual-link',
  kinds: ['link'],
  check(text) {
    const scheme = schemeOf(text)
    return scheme === undefined || usual.has(scheme)
      ? undefined
      : `Links with "${scheme}:" open for nobody, or only on computers set up for it. Write an address with https, http, mailto or tel, or a path below the site.`
  },
}
