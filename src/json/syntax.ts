import { brief, quoted } from './quoted.js'
import { anywhere, causes, kinds } from './syntax-causes.js'
import { closerOf, isInfinite, type Token, type Trouble } from './trouble.js'

/** The first thing that makes a text something else than JSON. */
export interface Mistake {
  readonly offset: number
  readonly length: number
  /** What is wrong and what to do about it. */
  readonly message: string
  /** Where the bracket opens that the mistake has to do with. */
  readonly opener?: number
}

/**
 * The usual cause of what makes a text something else than JSON. Only that place is looked at: what is behind it is
 * often a consequence, and the indentation is as likely wrong as the brackets.
 */
export function mistakeAt(trouble: Trouble): Mistake {
  return (
    endInside(trouble) ??
    wrongBracket(trouble) ??
    tooLargeNumber(trouble) ??
    knownCause(trouble) ??
    brokenString(trouble) ??
    marked(
      trouble,
      `Unexpected ${quoted(start(trouble, 40))}. Remove it, or put strings and keys in double quotes.`,
    )
  )
}

const start = ({ text, offset, end }: Trouble, most: number) => brief(text.slice(offset, end), most)

function marked({ offset, end }: Pick<Token, 'offset' | 'end'>, message: string): Mistake {
  return { offset, length: end - offset, message }
}

/** A text that ends too early. */
function endInside({ first, expected, before, open, offset }: Trouble): Mistake | undefined {
  if (first !== '') return undefined
  const end = before?.end ?? offset
  const place = { offset: end, end }
  const opener = open.at(-1)
  if (expected !== 'comma' || opener === undefined) {
    return marked(place, 'The text ends too early: the file was cut off. Fetch or save it again.')
  }
  const closers = open.map(closerOf).reverse().join('')
  const missing = closers.length > 20 ? `${closers.length} closing brackets` : closers
  const message = `Missing ${missing} at the end. Add what is missing, or fetch the file again if it was cut off.`
  return { ...marked(place, message), opener: opener.offset }
}

/** A closing bracket that closes nothing, or what another kind of bracket opened. */
function wrongBracket(trouble: Trouble): Mistake | undefined {
  const { first, open } = trouble
  if (first !== '}' && first !== ']') return undefined
  const opener = open.at(-1)
  if (opener === undefined) return marked(trouble, 'Extra closing bracket. Remove it.')
  const right = closerOf(opener)
  if (right === first) return undefined
  const message = `Expected ${right} to close the ${opener.first} before this ${first}. Write ${right} instead, or add it before.`
  return { ...marked(trouble, message), opener: opener.offset }
}

/** A number that no program can hold: browsers read it as infinite, and the server takes the file for a broken one. */
function tooLargeNumber(trouble: Trouble): Mistake | undefined {
  const { text, expected, first } = trouble
  if (expected !== 'value' || !/[\d-]/.test(first) || !isInfinite(text, trouble)) return undefined
  return marked(trouble, `The number ${start(trouble, 20)} is out of range. Write a smaller one.`)
}

/** A usual cause, by what stands there. */
function knownCause(trouble: Trouble): Mistake | undefined {
  const { text, offset, end, expected, before } = trouble
  // No cause needs to look further; a bounded look keeps each pattern fast.
  const around = text.slice(offset, offset + 1000)
  const behindText = before === undefined ? '' : text.slice(Math.max(before.offset, before.end - 200), offset)
  for (const { found, message, behind, marks } of [
    ...(before === undefined ? kinds : []),
    ...anywhere,
    ...causes[expected],
  ]) {
    if (behind?.test(behindText) === false) continue
    const match = found.exec(around)
    if (match === null) continue
    const here = { offset, end: match[0] === '' ? end : offset + match[0].replace(/[ \t]+$/, '').length }
    const previous = before ?? here
    const quote = { offset: previous.end - 1, end: previous.end }
    const places = { here, before: previous, quote, both: { offset: previous.offset, end: here.end } }
    return marked(places[marks], typeof message === 'string' ? message : message(match))
  }
  return undefined
}

/** A string with something in it that has to be escaped, or without its end. */
function brokenString({ text, offset, fault }: Trouble): Mistake | undefined {
  if (fault === undefined) return undefined
  const [character = '', next = ''] = text.slice(fault, fault + 2)
  if (character === '\\' && !/[\r\n]/.test(next)) {
    return marked(
      { offset: fault, end: fault + 1 + next.length },
      `Invalid escape \\${next}. Write \\\\ for a backslash, / in paths, and ' without a backslash.`,
    )
  }
  if (character !== '' && !/[\r\n\\]/.test(character)) {
    const what = character === '\t' ? 'Tab' : 'Control character'
    const written = JSON.stringify(character).slice(1, -1)
    return marked({ offset: fault, end: fault + 1 }, `${what} in a string. Write ${written}, or a space.`)
  }
  const tail = text.slice(Math.max(offset + 1, fault - 40), fault)
  const closing = /(['\u2018\u2019\u201c\u201d]|\\")[\s,}\]]*$/.exec(tail)?.[1]
  const message =
    closing === '\\"'
      ? 'The backslash escapes the closing quote. Write \\\\ for a backslash, and / in paths.'
      : closing !== undefined
        ? `The string is closed with ${closing}. Close it with a straight double quote (").`
        : character === ''
          ? 'The text ends inside a string: the closing quote is missing, or the file was cut off.'
          : 'Missing closing quote: a string ends on the line where it starts. Add it; write \\n for a line break.'
  return marked({ offset, end: fault }, message)
}
