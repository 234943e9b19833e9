import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'link-without-scheme': { severity: 'warning', title: 'Link without a scheme' },
} as const satisfies Metas

/** Browsers read an address without a scheme as a path on the same site. */
export const linkWithoutScheme: ValueRule = {
  code: 'link-without-scheme',
  rank: 7,
  kinds: ['link'],
  check: (text) =>
    /^\s*www\./i.test(text)
      ? `Without a scheme this is a path on your own site. Write "https://${text.trim()}".`
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'link-without-scheme': {
    why: 'An address without a scheme is a path on the same site: the link leads to a missing page.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'www.acme.example/imprint' } },
    right: { change: { at: '/common/urls/imprint', value: 'https://www.acme.example/imprint' } },
  },
})
