import { schemeOf } from '../../css/addresses.js'
import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-insecure': { severity: 'warning', title: 'Image loaded without encryption' },
} as const satisfies Metas

export const insecureImage: ValueRule = {
  code: 'image-insecure',
  rank: 11,
  kinds: imageKinds,
  check: (text) =>
    schemeOf(text) === 'http'
      ? "Browsers block http images on an https site. Put the image into the theme's folder on the server and write its path."
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'image-insecure': {
    why: 'Browsers block unencrypted images on an encrypted page.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'http://cdn.example/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
})
