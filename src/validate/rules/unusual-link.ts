import { schemeOf } from '../../css/addresses.js'
import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

const usual: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

export const meta = {
  'unusual-link': { severity: 'warning', title: 'Unusual link scheme' },
} as const satisfies Metas

export const unusualLink: ValueRule = {
  code: 'unusual-link',
  rank: 7,
  kinds: ['link'],
  check(text) {
    const scheme = schemeOf(text)
    return scheme === undefined || usual.has(scheme)
      ? undefined
      : `"${scheme}:" links open only on computers with a program for them. Write an address with https, http, mailto or tel, or a path on this site.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'unusual-link': {
    why: 'Browsers open http, https, mailto and tel. Other links open only where a program is registered for them.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'ftp://acme.example/imprint' } },
    right: { change: { at: '/common/urls/imprint', value: 'mailto:imprint@acme.example' } },
  },
})
