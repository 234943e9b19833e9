import { isOfType, LENGTH } from './calculations.js'
import { onlyPart, unitOf } from './value-parts.js'

const KEYWORDS =
  /^(?:auto|none|inherit|initial|unset|revert(?:-layer)?|normal|(?:min|max|fit)-content|stretch|-webkit-fill-available|(?:xx?-)?small|(?:x{1,3}-)?large|medium|smaller|larger|math)$/

/** Longer texts are no length, and reading them would take long. */
const MAX_LENGTH = 1_000

/** Whether a browser accepts a text as a length, or where it may result in one (`calc(…)`, `var(…)`). */
export function isLength(text: string): boolean {
  const value = text.trim().toLowerCase()
  if (value.length > MAX_LENGTH) return false
  const part = onlyPart(value)
  if (part === undefined) return false
  return KEYWORDS.test(value) || isOfType(part, LENGTH) || (unitOf(value) === '' && Number(value) === 0)
}

/** Whether a text is a number without a unit. */
export const lacksUnit = (text: string): boolean => unitOf(text.trim()) === '' && !isLength(text)
