import { schemeOf } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

export const insecureImage: ValueRule = {
  code: 'image-insecure',
  kinds: imageKinds,
  check: (text) =>
    schemeOf(text) === 'http'
      ? 'Browsers block images from http on a site that is served by https. Put the image into the theme’s folder on the server and write its path.'
      : undefined,
}
