import { schemeOf } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

export const unreachableImage: ValueRule = {
  code: 'image-unreachable',
  kinds: imageKinds,
  check(text) {
    const scheme = schemeOf(text)
    if (scheme === undefined || ['http', 'https', 'data', 'blob'].includes(scheme)) return undefined
    return `No browser loads an image from a "${scheme}:" address. Put the image into the theme's folder on the server and write its path, such as "themes/acme/assets/logo.svg".`
  },
}
