import { type Mistake, replacing } from './mistake.js'
import { cutOff } from './nesting.js'
import { around, isAtEnd, matchAt, type Trouble } from './trouble.js'

/** Words that stand for a value elsewhere, and what JSON has for them. */
const words: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' }

/** Words of other languages for values that JSON doesn't have. */
const noValues = /^(?:undefined|None|nil|[+-]?NaN|[+-]?Infinity)$/

/** A value in an object, which may have commas in it unless they lead to the next key. */
const bareInObject = /[^,}\]\r\n"]+(?:,(?!\s*(?:$|["'}\]]|[\w$-]+["']?\s*:))[^,}\]\r\n"]+)*/my
const bareInList = /[^,}\]\r\n"]+/y
const withClosingQuote = /[^"\r\n]*"(?=\s*(?:[,}\]]|$))/my

/** A value that lacks its quotes, or that JSON writes in another way. */
export function bareValue(trouble: Trouble, offset = trouble.offset): Mistake | undefined {
  const { text, open } = trouble
  if (open.length === 0 || !/[^\s,:{}[\]"]/.test(text.charAt(offset))) return undefined
  const halfQuoted = matchAt(withClosingQuote, text, offset)
  if (halfQuoted !== undefined) {
    return {
      ...{ offset, length: halfQuoted[0].length },
      message: 'The quote at the beginning of this text is missing. Put " before it.',
      cure: [{ offset, length: 0, text: '"' }],
    }
  }
  const match = matchAt(around(trouble) === '{' ? bareInObject : bareInList, text, offset)
  if (match === undefined || text[offset + match[0].length] === '"') return undefined
  const value = (match[0].split(/\s(?:\/\/|#)/, 1)[0] as string).trimEnd()
  if (isAtEnd(text, offset + value.length)) return cutOff(trouble)
  return replacing(offset, value.length, ...correctionOf(value))
}

/** What to write for a value, and why. */
function correctionOf(value: string): [string, string] {
  const lower = value.toLowerCase()
  if (/^(?:true|false|null)$/.test(lower)) {
    return [lower, `JSON writes ${lower} in lower case. Write ${lower}.`]
  }
  const word = Object.hasOwn(words, lower) ? words[lower] : undefined
  if (word !== undefined) return [word, `JSON has no ${value}. Write ${word}.`]
  const text = JSON.stringify(value)
  if (noValues.test(value)) {
    return [
      text,
      `${value} is not JSON. Write the value that is meant, or leave the key out; as a text it is ${text}.`,
    ]
  }
  return [
    text,
    `A value without quotes. Put it into double quotes${value.length <= 60 ? `: write ${text}` : ''}.`,
  ]
}

/** A number or word that goes on with something else, such as `16px`. */
export function bareValueGoesOn(trouble: Trouble): Mistake | undefined {
  const { text, offset, before, found } = trouble
  if (before?.type !== 'literal' || /^["{[}\]:]/.test(found)) return undefined
  if (!/^[ \t]*$/.test(text.slice(before.end, offset))) return undefined
  return bareValue(trouble, before.offset)
}

/** A number with a comma for its point. */
export function decimalComma(trouble: Trouble): Mistake | undefined {
  const { text, offset, before } = trouble
  if (before?.type !== 'comma' || matchAt(/\d,\d+(?!\s*:)/y, text, before.offset - 1) === undefined)
    return undefined
  return before.end === offset ? bareValue(trouble, before.start) : undefined
}

/** A key without quotes, or with one of them only. */
export function bareKey({ text, offset }: Trouble): Mistake | undefined {
  const halfQuoted = matchAt(/[^"'\r\n:,{}[\]]+"(?=\s*:)/y, text, offset)
  if (halfQuoted !== undefined) {
    return {
      ...{ offset, length: halfQuoted[0].length },
      message: 'The quote before this key is missing. Put " before it.',
      cure: [{ offset, length: 0, text: '"' }],
    }
  }
  const match = matchAt(/[^"'\s:,{}[\]=](?:[^"'\r\n:,{}[\]=]*[^"'\s:,{}[\]=])?(?=\s*[:=])/y, text, offset)
  if (match === undefined) return undefined
  const key = JSON.stringify(match[0])
  return replacing(
    offset,
    match[0].length,
    key,
    `A key without quotes. Put it into double quotes: write ${key}.`,
  )
}
