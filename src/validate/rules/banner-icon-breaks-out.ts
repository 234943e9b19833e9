import { slashed } from '../../css/addresses.js'
import { good, ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'banner-icon-breaks-out': { severity: 'error', title: 'App banner icon breaks out of its style' },
} as const satisfies Metas

/** The icon goes into `url('…')`. */
export const bannerIconBreaksOut: ValueRule = {
  code: 'banner-icon-breaks-out',
  rank: 3,
  kinds: ['banner-icon'],
  check: (text) =>
    /['\\\n\r\f]/.test(text)
      ? `The client writes the icon into url('…'). A quote, backslash or line break ends the string, and the rest is parsed as CSS. ${iconCure(text)}`
      : undefined,
}

function iconCure(text: string): string {
  return /['\n\r\f]/.test(text)
    ? 'Rename the file, or write %27 for a quote.'
    : `Write ${quoted(slashed(text))}.`
}

export const description = (): Descriptions<typeof meta> => ({
  'banner-icon-breaks-out': {
    why: "The client writes the icon of the app banner into url('…'). A quote, backslash or line break ends the string, and the rest is parsed as CSS.",
    since: ocis5,
    wrong: {
      change: {
        at: '/clients/web/defaults/appBanner',
        value: { appScheme: 'acme', icon: "a.svg'); color: url('b" },
      },
    },
    right: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme', icon: good } } },
  },
})
