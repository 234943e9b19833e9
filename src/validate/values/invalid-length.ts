import { isLength, lacksUnit } from '../../document/lengths.js'
import type { ValueRule } from '../rule.js'

export const invalidLength: ValueRule = {
  code: 'invalid-length',
  kinds: ['length'],
  isOfItsGroup: true,
  check(text) {
    if (text === '' || isLength(text)) return undefined
    const cure = lacksUnit(text)
      ? `Add a unit: "${text.trim()}px".`
      : 'Write a length such as "16px" or "1.125rem".'
    return `No browser takes ${JSON.stringify(text)} for a length. ${cure}`
  },
}
