import { escapedEnd } from './characters.js'
import { type Mistake, replacing } from './mistake.js'
import { around, matchAt, restOfLine, type Trouble, tailStart } from './trouble.js'

/** A text short enough to be shown in a message. */
const shown = (text: string, otherwise: string) => (text.length <= 60 ? `write ${text}` : otherwise)

const typographic = '\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u2033\uff02'

/** The characters that close a text that another character than the double quote opens. */
function closingQuotesOf(opening: string): string | undefined {
  if (opening === "'" || opening === '`') return opening
  return opening !== '' && typographic.includes(opening) ? `${typographic}"` : undefined
}

/** A text in quotes of another kind. */
export function otherQuotes(trouble: Trouble): Mistake | undefined {
  const { text, offset, found, expected } = trouble
  const opening = found.charAt(0)
  const closing = closingQuotesOf(opening)
  if (closing === undefined) return undefined
  const next = expected === 'key' ? '\\s*:' : '\\s*(?:[,}\\]]|$)'
  const match = matchAt(new RegExp(`.((?:\\\\.|[^\\\\\\r\\n])*?)[${closing}](?=${next})`, 'ym'), text, offset)
  const cause =
    opening === "'"
      ? 'Single quotes. JSON takes double quotes only: '
      : opening === '`'
        ? 'Backticks. JSON takes double quotes only: '
        : 'Typographic quotes, as word processors put them. JSON takes straight double quotes (") only: '
  if (match === undefined) return { offset, length: 1, message: `${cause}put them around this text.` }
  const inner = (match[1] as string).replace(/\\(['`])/g, '$1').replace(/\\?"/g, '\\"')
  const whole = `"${inner}"`
  return replacing(offset, match[0].length, whole, `${cause}${shown(whole, 'replace them')}.`)
}

/** A key without its second quote. */
export function unclosedKey(offset: number, length: number): Mistake {
  return {
    ...{ offset, length },
    message: 'The quote behind this key is missing. Put " between the key and the colon.',
    cure: [{ offset: offset + length, length: 0, text: '"' }],
  }
}

/** A quote that neither begins nor ends a text. */
export function quoteTooMany(offset: number): Mistake {
  return replacing(offset, 1, '', 'A quote too many. Remove it.')
}

/** A text without its second quote. */
export function missingQuote(offset: number, length: number): Mistake {
  return {
    ...{ offset, length },
    message: 'The quote at the end of this text is missing. Put " behind it.',
    cure: [{ offset: offset + length, length: 0, text: '"' }],
  }
}

/** A text without its second quote and what follows that. */
export function missingQuoteAndComma(offset: number, length: number): Mistake {
  return {
    ...{ offset, length },
    message: 'The quote at the end of this text is missing, and the comma. Put ", behind it.',
    cure: [{ offset: offset + length, length: 0, text: '",' }],
  }
}

/** Something behind a text that has to do with its quotes. */
export function quoteInText(trouble: Trouble): Mistake | undefined {
  const { text, offset, before, expected } = trouble
  if (before?.type !== 'string' && before?.type !== 'key') return undefined
  const found = restOfLine(text, before.end)
  const isAdjacent = before.end === offset
  const token = text.slice(before.offset, before.end)
  if (!text.slice(before.end, offset).match(/^[ \t]*$/)) return undefined
  // What follows is a text with nothing but commas and brackets in it: its first quote is one too many.
  if (isAdjacent && /^"\s*[,:}\]]+\s*"/.test(found)) return quoteTooMany(offset)
  if (/^\s*(?:[,:{}[\]]|"(?:[^"\\]|\\.)*"\s*(?:[,:}\]]|$))/.test(found)) return undefined
  if (expected === 'colon') {
    const name = /^"[^":]+?(?=\s*:)/.exec(token)
    return name === null || found.startsWith(':') ? undefined : unclosedKey(before.offset, name[0].length)
  }
  const tail = tailStart(text, before.end - 1)
  const endsInComma = text
    .slice(tail, before.end - 1)
    .trimEnd()
    .endsWith(',')
  const goesOn = around(trouble) === '{' ? /^[^",:{}[\]]*"\s*:/ : /^[^",:{}[\]]*"\s*[,\]]/
  if (isAdjacent && endsInComma && goesOn.test(found)) {
    return missingQuote(before.offset, tail - before.offset)
  }
  if (isAdjacent && /\\"\s*[,:}\]]+\s*"$/.test(token) && /^[^"]*"/.test(found)) {
    return escapedEnd(text, before.offset, before.offset + token.lastIndexOf('\\"') + 2)
  }
  return innerQuotes(text, before.offset, before.end)
}

/** Quotes inside of a text: the real end of it is a quote that commas or brackets follow. */
function innerQuotes(text: string, offset: number, firstEnd: number): Mistake | undefined {
  const line = restOfLine(text, offset)
  const closing = /"(?=\s*(?:,\s*(?:["}\]]|$)|[}\]]|$))/g
  closing.lastIndex = firstEnd - offset
  const match = closing.exec(line)
  if (match === null) return undefined
  const inner = line.slice(1, match.index)
  const quotes = inner.replace(/\\./g, '').split('"').length - 1
  if (quotes === 0 || /"\s*:/.test(inner)) return undefined
  if (inner.startsWith('"') && quotes === 1) return quoteTooMany(offset)
  const escaped = inner.replace(/\\.|"/g, (found) => (found === '"' ? '\\"' : found))
  return {
    ...{ offset: firstEnd - 1, length: 1 },
    message:
      'A quote inside of a text, which so ends here. Write \\" for each quote inside of it, or typographic quotes.',
    cure: [{ offset: offset + 1, length: inner.length, text: escaped }],
  }
}
