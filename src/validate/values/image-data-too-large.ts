import { schemeOf } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

const SVG_ADDRESS_LIMIT = 32 * 1024

export const largeDataImage: ValueRule = {
  code: 'image-data-too-large',
  kinds: imageKinds,
  check: (text) =>
    schemeOf(text) === 'data' && text.length > SVG_ADDRESS_LIMIT
      ? `The image stands in the file itself, with ${Math.round(text.length / 1024)} kB: every visitor loads it before anything shows. Save it as a file below the theme's folder and write its path.`
      : undefined,
}
