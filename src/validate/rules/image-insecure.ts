import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { schemeOf } from '../addresses.js'
import type { Descriptions } from '../description.js'
import { imageKinds, type ValueRule } from '../rule.js'

export const meta = {
  'image-insecure': { severity: 'warning', title: 'Image loaded without encryption' },
} as const satisfies Metas

export const insecureImage: ValueRule = {
  code: 'image-insecure',
  rank: 11,
  kinds: imageKinds,
  check: (text) =>
    schemeOf(text) === 'http'
      ? 'Browsers block images from http on a site that is served by https. Put the image into the theme’s folder on the server and write its path.'
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'image-insecure': {
    why: 'Browsers block what a page loads without encryption when the page itself came with it.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'http://cdn.example/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
})
