import { isAddress, slashed } from '../../css/addresses.js'
import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-backslash': { severity: 'warning', title: 'Backslash in an image path' },
} as const satisfies Metas

export const imageBackslash: ValueRule = {
  code: 'image-backslash',
  rank: 15,
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && text.includes('\\')
      ? `Image paths need slashes, not backslashes. Write ${quoted(slashed(text))}.`
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'image-backslash': {
    why: "Browsers turn backslashes into slashes; mobile clients, proxies and the login page don't.",
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes\\acme\\logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
})
