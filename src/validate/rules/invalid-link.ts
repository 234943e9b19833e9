import { isAddressText } from '../../css/addresses.js'
import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'invalid-link': { severity: 'warning', title: 'Invalid link' },
} as const satisfies Metas

export const invalidLink: ValueRule = {
  code: 'invalid-link',
  rank: 21,
  kinds: ['link'],
  check: (text) =>
    isAddressText(text)
      ? undefined
      : `${quoted(text)} is not an address, so the link leads nowhere. Write one such as "https://acme.example/imprint", or "" for no link.`,
}

export const description = (): Descriptions<typeof meta> => ({
  'invalid-link': {
    why: 'Clients write the text into the link as it is. Placeholders, markup and invisible characters make a link that leads nowhere.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: '<https://acme.example/imprint>' } },
    right: { change: { at: '/common/urls/imprint', value: 'https://acme.example/imprint' } },
  },
})
