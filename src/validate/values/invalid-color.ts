import { isColor } from '../../document/colors.js'
import type { ValueRule } from '../rule.js'

export const invalidColor: ValueRule = {
  code: 'invalid-color',
  kinds: ['color'],
  isOfItsGroup: true,
  check(text) {
    if (text === '' || isColor(text)) return undefined
    const value = text.trim()
    const cure = /^[\da-f]{3,8}$/i.test(value)
      ? `Write "#${value}".`
      : 'Write a colour such as "#0b4f4a", "rgb(11, 79, 74)" or "teal".'
    return `No browser takes ${JSON.stringify(text)} for a colour, so the part that it colours has none. ${cure}`
  },
}
