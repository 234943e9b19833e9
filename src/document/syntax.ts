import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import type { Lines } from './positions.js'
import { controlCharacter, wrongEscape } from './syntax/characters.js'
import { type Edit, edited, type Mistake, offsetBefore } from './syntax/mistake.js'
import {
  behindTheEnd,
  blockForKey,
  closerTooMany,
  endInside,
  keyInList,
  missingBlockEnd,
  stray,
  wrongCloser,
} from './syntax/nesting.js'
import { otherQuotes, quoteInText } from './syntax/quotes.js'
import {
  colonBehindValue,
  commaTooMany,
  missingColon,
  missingComma,
  missingValue,
  wrongComma,
} from './syntax/separators.js'
import { comment, ellipsis, invisibleCharacter, mergeConflict, placeholder } from './syntax/strays.js'
import { type Expected, firstTrouble, type Trouble } from './syntax/trouble.js'
import { unclosedText } from './syntax/unclosed.js'
import { bareKey, bareValue, bareValueGoesOn, decimalComma } from './syntax/values.js'
import { wholeMistake } from './syntax/whole-text.js'

/** So many findings at once are enough to work on. */
const MAX_SYNTAX_ERRORS = 10

type Cause = (trouble: Trouble) => Mistake | undefined

/** What may be the matter wherever it stands; the first that explains the trouble is named. */
const anywhere: readonly Cause[] = [
  invisibleCharacter,
  comment,
  mergeConflict,
  unclosedText,
  controlCharacter,
  wrongEscape,
  ellipsis,
  placeholder,
]

/** What may be the matter where JSON would go on with something else. */
const where: Readonly<Record<Expected, readonly Cause[]>> = {
  key: [
    closerTooMany,
    commaTooMany,
    endInside,
    wrongCloser,
    otherQuotes,
    blockForKey,
    decimalComma,
    bareKey,
    stray,
  ],
  colon: [quoteInText, missingColon, endInside, stray],
  value: [closerTooMany, commaTooMany, missingValue, endInside, wrongCloser, otherQuotes, bareValue],
  comma: [
    ...[closerTooMany, endInside, colonBehindValue, keyInList, wrongCloser, quoteInText, bareValueGoesOn],
    ...[missingBlockEnd, wrongComma, missingComma, stray],
  ],
  end: [behindTheEnd],
}

const unknownCause =
  'This is not JSON. Usual causes are a comment, a trailing comma, a missing comma or quote, or a file that is no theme at all.'

/** The first mistake in a text, `undefined` for JSON. */
function firstMistake(text: string): (Mistake & { isKnown: boolean }) | undefined {
  const trouble = firstTrouble(text)
  if (trouble === undefined) return undefined
  const whole = wholeMistake(text)
  if (whole !== undefined) return { ...whole, isKnown: true }
  for (const cause of [...anywhere, ...where[trouble.expected]]) {
    const mistake = cause(trouble)
    if (mistake !== undefined) return { ...mistake, isKnown: true }
  }
  return { offset: trouble.offset, length: trouble.length, message: unknownCause, isKnown: false }
}

/** The mistakes in a text, in its order. */
export interface Mistakes {
  readonly found: readonly Mistake[]
  /** The text with all cures applied, as far as they are a matter of writing. */
  readonly cured: string
}

/**
 * The mistakes in a text that was to be JSON. The parser says where the first one is, and the text around it what the
 * cause is; with the cure applied, the parser goes on to the next one. So each mistake is found once, several in a
 * line too, and no cure is told that the parser doesn't take.
 */
export function mistakesIn(text: string): Mistakes {
  const found: Mistake[] = []
  const cures: (readonly Edit[])[] = []
  const original = (offset: number) => cures.reduceRight((at, edits) => offsetBefore(edits, at), offset)
  const place = <Place extends { offset: number; length: number }>(current: Place): Place => {
    const offset = original(current.offset)
    return { ...current, offset, length: Math.max(0, original(current.offset + current.length) - offset) }
  }
  let cured = text
  while (found.length < MAX_SYNTAX_ERRORS) {
    const first = firstMistake(cured)
    if (first === undefined) break
    const { isKnown, cure, related, ...rest } = first
    const mistake = place(rest)
    // What has no known cause, or overlaps with an earlier mistake, is a consequence of one.
    const isConsequence = !isKnown || found.some((other) => overlap(mistake, other))
    if (found.length > 0 && isConsequence) break
    found.push(related === undefined ? mistake : { ...mistake, related: place(related) })
    if (cure === undefined) break
    cured = edited(cured, cure)
    cures.push(cure)
  }
  return { found: found.sort((a, b) => a.offset - b.offset), cured }
}

function overlap(a: Mistake, b: Mistake): boolean {
  return a.offset < b.offset + Math.max(1, b.length) && b.offset < a.offset + Math.max(1, a.length)
}

/**
 * What is wrong with a text that `JSON.parse` refuses.
 *
 * @param nativeError what `JSON.parse` said, for the case that the parser finds nothing
 * @returns at least one finding, each with its range, its usual cause and what to do, in the order of the text
 */
export function syntaxErrors(text: string, lines: Lines, nativeError: SyntaxError): Diagnostic[] {
  const { found } = mistakesIn(text)
  if (found.length === 0) {
    return [diagnostic('syntax-error', '', `${unknownCause} (${nativeError.message})`, lines.range(0, 0))]
  }
  return found.map(({ offset, length, message, related }) => {
    const finding = diagnostic('syntax-error', '', message, lines.range(offset, length))
    if (related === undefined) return finding
    const range = lines.range(related.offset, related.length)
    return { ...finding, related: [{ message: related.message, pointer: '', range }] }
  })
}
