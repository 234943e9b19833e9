import { schemeOf } from '../../css/addresses.js'
import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-unreachable': { severity: 'warning', title: 'Image address that browsers cannot load' },
} as const satisfies Metas

export const unreachableImage: ValueRule = {
  code: 'image-unreachable',
  rank: 9,
  kinds: imageKinds,
  check(text) {
    const scheme = schemeOf(text)
    if (scheme === undefined || ['http', 'https', 'data', 'blob'].includes(scheme)) return undefined
    return `Browsers don't load images from "${scheme}:" addresses. Put the image into the theme's folder on the server and write its path, such as "themes/acme/assets/logo.svg".`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'image-unreachable': {
    why: 'Browsers load images by http and https, or embedded in the address. A path on your own computer works only there.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'file:///home/ada/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
})
