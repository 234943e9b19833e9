import { FindingCollection } from '../findings/collection.js'
import { type Diagnostic, diagnostic, type LocatedDiagnostic } from '../findings/diagnostic.js'
import { countKeys, type Duplicate, eachDuplicate } from '../json/duplicates.js'
import { type Excess, excessIn, limits } from '../json/excess.js'
import { type RangeOf, rangeIn, rangesOf } from '../json/lines.js'
import { quoted } from '../json/quoted.js'
import { MAX_DEPTH, type Structure, structureOf } from '../json/structure.js'
import { mistakeAt } from '../json/syntax.js'
import { firstTrouble } from '../json/trouble.js'
import type { Json } from '../json/value.js'

/** The document of a text, or the findings that explain why it can't be read. */
export type ParsedText =
  | { document: Json; structure: Structure; diagnostics: [] }
  | { document: undefined; structure: undefined; diagnostics: LocatedDiagnostic[] }

/**
 * Reads the text of a theme file as strictly as the server and the browser do: no comments, no trailing
 * commas, no byte-order mark; and stricter than both: no duplicate keys, no numbers too large for JavaScript.
 *
 * @param text the text of a file
 * @returns the document with what a walk through it counted, or `undefined` with the findings: `empty-file`,
 *   `byte-order-mark`, `too-many-values`, `too-long-key`, `syntax-error`, `too-deep`, `duplicate-key`, each with its range
 * @throws TypeError for anything but a string
 *
 * @example
 * const [finding] = parseText('{ "common": {}, }').diagnostics
 * finding?.message     // 'Trailing comma. Remove it.'
 * finding?.range.start // { line: 1, column: 15 }
 */
export function parseText(text: string): ParsedText {
  if (typeof text !== 'string')
    throw new TypeError('The text of a file must be a string, such as bytes.toString().')
  const found = new FindingCollection()
  const read = parseInto(found, text)
  if (read === undefined) {
    // Each finding about a text has a range.
    const diagnostics = found.listed as LocatedDiagnostic[]
    return { document: undefined, structure: undefined, diagnostics }
  }
  return { ...read, diagnostics: [] }
}

/** A parsed text. */
export interface TextContents {
  readonly document: Json
  readonly structure: Structure
}

/** As `parseText`, with the findings added to those of the caller. */
export function parseInto(found: FindingCollection, text: string): TextContents | undefined {
  const reject = (finding: Diagnostic) => {
    found.add(finding)
    return undefined
  }
  if (withoutMark(text) !== text) return reject(byteOrderMark('error'))
  const excess = excessIn(text)
  if (excess !== undefined) return reject(tooLarge(text, excess))
  let document: Json
  let structure: Structure
  try {
    document = JSON.parse(text) as Json
    // Throws for numbers such as 1e999, which `JSON.parse` turns into Infinity.
    structure = structureOf(document)
  } catch (error) {
    // The errors of `JSON.parse` differ between engines and releases, so the cause is searched for here.
    return reject(unreadable(text, error))
  }
  if (structure.depth > MAX_DEPTH) return reject(tooDeep(text, firstTrouble(text)?.offset ?? 0))
  // Of duplicate keys the document has only one, so it has fewer keys than its text.
  if (countKeys(text) !== structure.keys) {
    const rangeOf = rangesOf(text)
    let isSound = true
    eachDuplicate(text, (duplicate) => {
      isSound = false
      found.add(duplicateKey(duplicate, rangeOf))
    })
    if (!isSound) return undefined
  }
  return { document, structure }
}

/** A text without its byte-order mark, which browsers and editors don't count as a character. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** The finding about a byte-order mark: an error where a server reads the file, else an info. */
export function byteOrderMark(severity: 'error' | 'info'): Diagnostic {
  const who =
    severity === 'error'
      ? 'so the server treats it as broken'
      : 'which browsers skip; servers from oCIS 6 on treat such a file as broken'
  const message = `The file starts with a byte-order mark, ${who}. Save it as "UTF-8", not as "UTF-8 with BOM".`
  return { ...diagnostic('byte-order-mark', '', message, rangeIn('', 0, 0)), severity }
}

/**
 * The warning about bytes that aren't UTF-8: browsers and the server (Go's JSON) put `�` in their place and read on.
 *
 * @param shown the text as they read it
 */
export function notUtf8(shown: string): Diagnostic {
  const message =
    'The file is not UTF-8 (perhaps Latin-1): users see "�" here and for each other character that is not ASCII. Save it as UTF-8.'
  const at = Math.max(0, shown.indexOf('\ufffd'))
  return { ...diagnostic('wrong-encoding', '', message, rangeIn(shown, at, 1)), severity: 'warning' }
}

/** The finding about a document that is nested too deeply. */
export function tooDeepDocument(): Diagnostic {
  return diagnostic('too-deep', '', tooDeepMessage(''))
}

function unreadable(text: string, error: unknown): Diagnostic {
  const trouble = firstTrouble(text)
  if (trouble === undefined) throw error
  if (trouble.isTooDeep === true) return tooDeep(text, trouble.offset)
  if (trouble.first === '' && trouble.before === undefined) {
    const message = 'The file is empty. Write its content, or delete it.'
    return diagnostic('empty-file', '', message, rangeIn(text, 0, 0))
  }
  const { offset, length, message, opener } = mistakeAt(trouble)
  const finding = diagnostic('syntax-error', '', message, rangeIn(text, offset, length))
  if (opener === undefined) return finding
  const related = { message: 'Opened here', pointer: '', range: rangeIn(text, opener, 1) }
  return { ...finding, related: [related] }
}

const tooDeepMessage = (where: string) =>
  `Objects and lists are nested more than ${MAX_DEPTH} levels deep${where}. Remove the nesting.`

function tooDeep(text: string, offset: number): Diagnostic {
  return diagnostic('too-deep', '', tooDeepMessage(' here'), rangeIn(text, offset, 1))
}

function tooLarge(text: string, { of, offset }: Excess): Diagnostic {
  const most = limits[of].toLocaleString('en')
  const range = rangeIn(text, offset, 1)
  return of === 'values'
    ? diagnostic(
        'too-many-values',
        '',
        `The file has more than ${most} values. Check that this is the right file. It was not checked any further.`,
        range,
      )
    : diagnostic(
        'too-long-key',
        '',
        `The keys on the way to each value have more than ${most} characters together. Check that this is the right file. It was not checked any further.`,
        range,
      )
}

function duplicateKey({ pointer, key, first, second }: Duplicate, rangeOf: RangeOf): Diagnostic {
  const range = rangeOf(first.offset, first.length)
  return {
    ...diagnostic(
      'duplicate-key',
      pointer,
      `Duplicate key ${quoted(key)} (first on line ${range.start.line}). Only the last one counts: keep one of them.`,
      rangeOf(second.offset, second.length),
    ),
    related: [{ message: 'First occurrence', pointer, range }],
  }
}
