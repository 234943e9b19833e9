import { brokenText, continuedText, escapedEnd, onOneLine } from './characters.js'
import type { Mistake } from './mistake.js'
import { cutOff } from './nesting.js'
import { missingQuote, missingQuoteAndComma, quoteTooMany, unclosedKey } from './quotes.js'
import { around, isAtEnd, matchAt, type Trouble, tailStart } from './trouble.js'

/** What the line below a text has where the text was to end above it. */
const nextMember = /\s*(?:"(?:[^"\\\r\n]|\\.)*"\s*:|[}\]])/y
const nextItem = /\s*(?:"(?:[^"\\\r\n]|\\.)*"\s*(?:,|\]|$)|[{}[\]])/my

/** A text that goes on to the end of its line. */
export function unclosedText(trouble: Trouble): Mistake | undefined {
  if (trouble.kind !== 'UnexpectedEndOfString') return undefined
  const { text, offset, length, found, before, expected } = trouble
  const end = offset + length
  const isBehindText = before?.type === 'string' || before?.type === 'key'
  if (isBehindText && /^"\s*[,:}\]]*\s*$/.test(found)) return quoteTooMany(offset)
  const isKey = expected === 'key' || (expected === 'comma' && around(trouble) === '{')
  const keyName = isKey ? matchAt(/"[^":\r\n]+?(?=\s*:)/y, text, offset) : undefined
  if (keyName !== undefined) return unclosedKey(offset, keyName[0].length)

  const wrong = matchAt(/"[^"\r\n]*?([\u201c\u201d\u2019'])(?=\s*[,:}\]]|\s*$)/my, text, offset)
  if (wrong !== undefined) {
    const at = offset + wrong[0].length - 1
    return {
      ...{ offset, length: wrong[0].length },
      message: `The text is closed by ${wrong[1]}, where JSON takes the straight double quote (") only. Write that.`,
      cure: [{ offset: at, length: 1, text: '"' }],
    }
  }
  const escaped = matchAt(/"(?:[^"\\\r\n]|\\.)*?\\"(?=\s*[,:}\]]|\s*$)/my, text, offset)
  if (escaped !== undefined && (isAtEnd(text, end) || isOver(trouble))) {
    return escapedEnd(text, offset, offset + escaped[0].length)
  }
  if (isAtEnd(text, end)) return unclosedAtEnd(trouble)
  if (isOver(trouble)) return unclosedInLine(trouble)
  return brokenLines(trouble) ?? unclosedInLine(trouble)
}

/** Whether the next line goes on as if the text had ended. */
function isOver(trouble: Trouble): boolean {
  const { text, offset, length } = trouble
  return matchAt(around(trouble) === '[' ? nextItem : nextMember, text, offset + length) !== undefined
}

/** The commas and brackets at the end of the line are hardly meant to be in the text. */
function unclosedInLine({ text, offset, length }: Trouble): Mistake {
  const content = text.slice(offset, tailStart(text, offset + length))
  const isOfNext =
    content.length < length || matchAt(nextMember, text, offset + length)?.[0].endsWith(':') !== true
  return isOfNext ? missingQuote(offset, content.length) : missingQuoteAndComma(offset, content.length)
}

/** A text that is open where everything ends: cut off, unless the brackets at its end are those of the theme. */
function unclosedAtEnd(trouble: Trouble): Mistake {
  const { text, offset, length, open } = trouble
  const closers = open.map(({ bracket }) => (bracket === '{' ? '}' : ']')).reverse()
  const content = text.slice(offset, offset + length)
  const isWhole = content.replace(/\s/g, '').endsWith(closers.join(''))
  return isWhole && open.length > 0 ? unclosedInLine(trouble) : cutOff(trouble)
}

/** A text over several lines. */
function brokenLines({ text, offset, length: whole }: Trouble): Mistake | undefined {
  // The parser takes a backslash with the first half of a line end.
  const length = text.slice(offset, offset + whole).replace(/\\\r$/, '').length
  const closing = /"(?=\s*(?:[,}\]]|$))/gm
  closing.lastIndex = offset + length
  const match = closing.exec(text)
  if (match === null) return undefined
  const lines = text.slice(offset + length, match.index)
  return {
    ...(length < whole ? { offset: offset + length, length: 1 } : { offset, length }),
    message: length < whole ? continuedText : brokenText,
    cure: [{ offset: offset + length, length: lines.length, text: onOneLine(lines) }],
  }
}
