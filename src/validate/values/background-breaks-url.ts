import { encoded, shortened } from '../addresses.js'
import type { ValueRule } from '../rule.js'

/** The picture goes into an unquoted `url(…)`. */
export const backgroundBreaksUrl: ValueRule = {
  code: 'background-breaks-url',
  kinds: ['background'],
  check: (text) =>
    /[\s'"()]/.test(text)
      ? `The client writes this into url(…) without quotes, which spaces, quotes and parentheses break: no picture shows. Rename the file, or write ${JSON.stringify(shortened(encoded(text)))}.`
      : undefined,
}
