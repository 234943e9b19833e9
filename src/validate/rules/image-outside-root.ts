import { isAddress, pathBelowRoot } from '../../css/addresses.js'
import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-outside-root': { severity: 'warning', title: 'Image path leaves the site' },
} as const satisfies Metas

export const imageOutsideRoot: ValueRule = {
  code: 'image-outside-root',
  rank: 14,
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && pathBelowRoot(text) === undefined
      ? 'The path leaves the root of the site. Paths start at the root, not at the theme\'s folder: write it without "..", such as "themes/acme/assets/logo.svg".'
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'image-outside-root': {
    why: "Paths start at the root of the site, not at the theme's folder. There are no images outside the root.",
    since: ocis5,
    wrong: { change: { at: topbar, value: '../acme/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
})
