import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'link-without-scheme': { severity: 'warning', title: 'Link without a scheme' },
} as const satisfies Metas

/** A host, with a path behind it, or with a last part that is no ending of a page. */
const HOST =
  /^(?:[a-z\d-]+\.)+(?!(?:aspx?|html?|jsp|md|pdf|php|txt|xhtml)(?:[/?#]|$))[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i
const MAIL = /^[^\s/@:]+@[^\s/@]+\.[a-z]+$/i
/** A scheme with a character too few. */
const SCHEME = /^https?(?::\/?|\/\/|:?\\+)(?!\/)/i

/** Browsers read an address without a scheme as a path on the same site. */
export const linkWithoutScheme: ValueRule = {
  code: 'link-without-scheme',
  rank: 6,
  kinds: ['link'],
  check(text) {
    const link = text.trim()
    const cure = HOST.test(link)
      ? `https://${link}`
      : MAIL.test(link)
        ? `mailto:${link}`
        : SCHEME.test(link)
          ? link.replace(SCHEME, (scheme) => `${/^https?/i.exec(scheme)?.[0]}://`)
          : undefined
    return cure && `Without a whole scheme this is a path on your own site. Write ${quoted(cure)}.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'link-without-scheme': {
    why: 'An address without a scheme is a path on the same site: the link leads to a missing page.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'www.acme.example/imprint' } },
    right: { change: { at: '/common/urls/imprint', value: 'https://www.acme.example/imprint' } },
  },
})
