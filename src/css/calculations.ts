import { isSubstitution, type Part, unitOf, wordsOf } from './value-parts.js'

/**
 * The type of a value, as the power of a length, so that products add them. Products of lengths never reach that of an
 * angle; a value that only a browser knows has `NaN`.
 */
type Type = number

export const LENGTH: Type = 1
export const ANGLE: Type = 99

const LENGTHS =
  /^(?:px|r?em|%|[sld]?v(?:w|h|i|b|min|max)|r?ch|r?ex|r?cap|r?ic|r?lh|cm|mm|q|in|pt|pc|cq(?:w|h|i|b|min|max))$/
const ANGLES = /^(?:deg|g?rad|turn)$/
/** Constants, and the channels of the colour that another one is made from. */
const NUMBERS = /^(?:e|pi|nan|-?infinity|alpha|[abcghlrsw-z])$/

/** Functions that have the type of their arguments, with the least and the most of these. */
const CALCULATIONS: readonly (readonly [names: RegExp, least: number, most: number])[] = [
  [/^(?:(?:-webkit-)?calc|abs|)$/, 1, 1],
  [/^(?:min|max|hypot)$/, 1, 1e9],
  [/^(?:mod|rem)$/, 2, 2],
  [/^clamp$/, 3, 3],
]
/** Functions whose arguments are not looked at. */
const OTHERS = /^(?:a?(?:sin|cos|tan)2?|sqrt|pow|exp|log|sign|round|progress|random|(?:anchor|calc)-size)$/

/** The type of a calculation; `undefined` for an invalid one. */
function typeOfSum(parts: readonly Part[]): Type | undefined {
  const isSpace = (index: number) => parts[index]?.text === ' '
  const terms: Part[][] = [[]]
  parts.forEach((part, index) => {
    if (/^[+-]$/.test(part.text) && isSpace(index - 1) && isSpace(index + 1)) terms.push([])
    else terms.at(-1)?.push(part)
  })
  return commonType(terms.map(typeOfProduct))
}

function commonType(types: readonly (Type | undefined)[]): Type | undefined {
  let common: Type = Number.NaN
  for (const type of types) {
    if (type === undefined || Math.abs(type - common) > 0) return undefined
    if (!Number.isNaN(type)) common = type
  }
  return common
}

function typeOfProduct(parts: readonly Part[]): Type | undefined {
  let product: Type = 0
  let sign = 1
  const words = wordsOf(parts)
  for (const [index, part] of words.entries()) {
    if (index % 2 === 1) {
      if (!/^[*/]$/.test(part.text)) return undefined
      sign = part.text === '*' ? 1 : -1
    } else {
      const type = typeOf(part)
      if (type === undefined) return undefined
      product += sign * type
    }
  }
  return words.length % 2 === 1 ? product : undefined
}

/** The type of a number with or without a unit, or of a function; `undefined` for an invalid one. */
export function typeOf(part: Part): Type | undefined {
  const { text, name = '', args } = part
  if (args === undefined) {
    const unit = NUMBERS.test(text) ? '' : unitOf(text)
    if (unit === undefined || unit === '') return unit === '' ? 0 : undefined
    return LENGTHS.test(unit) ? LENGTH : ANGLES.test(unit) ? ANGLE : undefined
  }
  if (isSubstitution(part) || OTHERS.test(name)) return Number.NaN
  const takes = ([names, least, most]: (typeof CALCULATIONS)[0]) =>
    names.test(name) && args.length >= least && args.length <= most
  return CALCULATIONS.some(takes) ? commonType(args.map(typeOfSum)) : undefined
}

/** Whether a part is of a type, as far as anyone but a browser can tell. */
export function isOfType(part: Part, type: Type): boolean {
  const found = typeOf(part)
  return found !== undefined && !(Math.abs(found - type) > 0)
}
