import { isColor } from '../../document/colors.js'
import { isLength, lacksUnit } from '../../document/lengths.js'
import { tokenKinds, type ValueRule } from '../rule.js'

/** What ends a declaration, loads something, or runs in old browsers. */
const UNSAFE = /url\s*\(|image-set\s*\(|@import|expression\s*\(|[;{}]|<\/style/i

/** Token values go into `style.setProperty` and from there into every page. */
export const unsafeToken: ValueRule = {
  code: 'unsafe-token',
  kinds: tokenKinds,
  check(text) {
    const found = UNSAFE.exec(text)?.[0]
    return found === undefined
      ? undefined
      : `The value holds ${JSON.stringify(found)}: it could load something from elsewhere in every visitor’s browser, or change other styles. Write a plain value without it.`
  },
}

export const invalidColor: ValueRule = {
  code: 'invalid-color',
  kinds: ['color'],
  check(text) {
    if (text === '' || isColor(text)) return undefined
    const value = text.trim()
    const cure = /^[\da-f]{3,8}$/i.test(value)
      ? `Write "#${value}".`
      : 'Write a colour such as "#0b4f4a", "rgb(11, 79, 74)" or "teal".'
    return `No browser takes ${JSON.stringify(text)} for a colour, so the part that it colours has none. ${cure}`
  },
}

export const invalidLength: ValueRule = {
  code: 'invalid-length',
  kinds: ['length'],
  check(text) {
    if (text === '' || isLength(text)) return undefined
    const cure = lacksUnit(text)
      ? `Add a unit: "${text.trim()}px".`
      : 'Write a length such as "16px" or "1.125rem".'
    return `No browser takes ${JSON.stringify(text)} for a length. ${cure}`
  },
}
