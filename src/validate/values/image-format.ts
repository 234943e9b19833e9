import { isAddress, schemeOf } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

/** Formats that all browsers show. */
const formats: ReadonlySet<string> = new Set([
  ...['apng', 'avif', 'bmp', 'gif', 'ico', 'jfif', 'jpeg', 'jpg', 'pjp', 'pjpeg', 'png', 'svg', 'webp'],
])

export const imageFormat: ValueRule = {
  code: 'image-format',
  kinds: imageKinds,
  check(text) {
    if (schemeOf(text) === 'data' && !/^\s*data:image\//i.test(text)) {
      return 'This data: address holds no image. Write one that starts with "data:image/", or the path of an image.'
    }
    if (isAddress(text)) return undefined
    const extension = /\.([a-z\d]+)$/i.exec(text.replace(/[?#].*$/s, ''))?.[1]
    return extension === undefined || formats.has(extension.toLowerCase())
      ? undefined
      : `Browsers don't show ".${extension}" as an image. Save it as SVG, PNG, JPEG or WebP.`
  },
}
