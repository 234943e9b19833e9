import { encoded, isAddress } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

export const imageSpace: ValueRule = {
  code: 'image-space',
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && /\s/.test(text)
      ? `There are spaces in the path, which not every program on its way takes. Rename the file, or write ${JSON.stringify(encoded(text.trim()))}.`
      : undefined,
}
