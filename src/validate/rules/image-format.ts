import { isAddress, schemeOf } from '../../css/addresses.js'
import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { formatOfName } from '../image-formats.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-format': { severity: 'warning', title: 'Unsupported image format' },
} as const satisfies Metas

export const imageFormat: ValueRule = {
  code: 'image-format',
  rank: 19,
  kinds: imageKinds,
  check(text) {
    if (schemeOf(text) === 'data' && !/^\s*data:image\//i.test(text)) {
      return 'This data: address is not an image. Write one that starts with "data:image/", or the path of an image.'
    }
    if (isAddress(text)) return undefined
    const path = text.replace(/[?#].*/s, '')
    const extension = /\.([a-z\d]+)$/i.exec(path)?.[1]
    return extension === undefined || formatOfName(path) !== undefined
      ? undefined
      : `Browsers don't show ".${extension}" files as images. Save the image as SVG, PNG, JPEG or WebP.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'image-format': {
    why: "Browsers show SVG, PNG, JPEG, GIF, WebP, AVIF, BMP and ICO. They don't show PDF, TIFF or files of drawing programs.",
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/acme/logo.eps' } },
    right: { change: { at: topbar, value: good } },
  },
})
