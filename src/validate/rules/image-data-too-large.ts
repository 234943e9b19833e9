import { schemeOf } from '../../css/addresses.js'
import { ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

const MAX_LENGTH = 32_768

export const meta = {
  'image-data-too-large': { severity: 'warning', title: 'Large embedded image' },
} as const satisfies Metas

export const largeDataImage: ValueRule = {
  code: 'image-data-too-large',
  rank: 23,
  kinds: imageKinds,
  check: (text) =>
    schemeOf(text) === 'data' && text.length > MAX_LENGTH
      ? `The image is embedded in the theme (${Math.round(text.length / 1024)} kB), and every visitor loads it before anything shows. Save it as a file in the theme's folder and write its path.`
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'image-data-too-large': {
    why: "Every visitor loads the theme before anything shows, and browsers can't cache an embedded image on its own.",
    since: ocis5,
    wrong: { change: { at: topbar, value: `data:image/png;base64,${'A'.repeat(33_000)}` } },
    right: { change: { at: topbar, value: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' } },
  },
})
