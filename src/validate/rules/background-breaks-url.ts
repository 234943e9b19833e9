import { encoded } from '../../css/addresses.js'
import { background, ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'background-breaks-url': { severity: 'warning', title: 'Background image breaks the CSS url()' },
} as const satisfies Metas

/** The path goes into an unquoted `url(…)`. */
export const backgroundBreaksUrl: ValueRule = {
  code: 'background-breaks-url',
  rank: 16,
  kinds: ['background'],
  check: (text) =>
    /[\s'"()]/.test(text)
      ? `The client writes this path into url(…) without quotes. Spaces, quotes and parentheses break it, and no background shows. Rename the file, or write ${quoted(encoded(text))}.`
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'background-breaks-url': {
    why: 'The client writes the path into url(…) without quotes, where a space, quote or parenthesis ends it: pages such as logout have no background.',
    since: ocis5,
    wrong: { change: { at: background, value: '/themes/acme/our harbour.jpg' } },
    right: { change: { at: background, value: '/themes/acme/our%20harbour.jpg' } },
  },
})
