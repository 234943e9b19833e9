import { isAddress, pathBelowRoot } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

export const imageOutsideRoot: ValueRule = {
  code: 'image-outside-root',
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && pathBelowRoot(text) === undefined
      ? 'The path leads out of the site’s root. Paths start at the root, not at the theme: write it without "..", such as "themes/acme/assets/logo.svg".'
      : undefined,
}
