import { isAddress, slashed } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

export const imageBackslash: ValueRule = {
  code: 'image-backslash',
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && text.includes('\\')
      ? `Paths in addresses have slashes, not backslashes. Write ${JSON.stringify(slashed(text))}.`
      : undefined,
}
